import Foundation
import Regulation
import Testing

@testable import Scenarios

@Suite struct ScenarioReadingTests {
  @Test func `a full file is read key by key`() throws {
    let scenario = try Examples.read(Examples.full)
    #expect(scenario.name == "x")
    #expect(scenario.title == "Mountain valley rural network")
    #expect(scenario.aco == "A1234")
    #expect(scenario.region == "Idaho")
    #expect(scenario.question == "Climb the glide path, or go straight to ENHANCED?")
    #expect(scenario.trials == 200_000)
    #expect(scenario.seed == .max)
    #expect(scenario.editions == ["cy2027Proposed"])
    #expect(scenario.finances.programCost.map(\.amount) == [1, 2, 3, 4, 1_200_000])
    #expect(scenario.finances.discountRate == 0.03)
  }

  @Test func `the agreement is read with its amounts and options`() throws {
    let agreement = try Examples.read(Examples.full).agreement
    #expect(agreement.period.firstDay == Day(year: 2026, month: 1, day: 1))
    #expect(agreement.number == 2)
    #expect(agreement.glidePathAgreements == 1)
    #expect(agreement.assignment == .prospective)
    #expect(agreement.minimumRateChoice == .variable)
    #expect(agreement.participantRevenue == Dollars(64_000_000))
    #expect(agreement.marketShare.map(\.fraction) == types(0.05, 0.06, 0.07, 0.08))
    #expect(agreement.advanceInvestmentPayments.map(\.amount) == [0, 0, 0, 0, 0])
    #expect(agreement.prepaidSharedSavings.map(\.amount) == [4, 5, 6, 7, 8])
    let names = agreement.options.map(\.option.name)
    #expect(names == ["glidePath", "levelB", "waitThenE", "levelA", "enhanced", "climbThenLeap"])
    #expect(agreement.options.map { $0.whatIf == nil } == [true, false, true, false, true, true])
    #expect(agreement.options[2].option.years.map(\.key).first == "levelB")
    #expect(agreement.options[4].option.title == "The top")
    #expect(agreement.options.map(\.option.renewsIn) == [nil, nil, nil, nil, nil, 3])
    #expect(agreement.presentOption == "waitThenE")
  }

  @Test func `the population is read type by type`() throws {
    let population = try Examples.read(Examples.full).population
    #expect(population.measuredIn == 2021)
    #expect(population.assignedBeneficiaries == 12_000)
    #expect(population.growthToBenchmark == types(0.01, 0.02, -0.03, 0.04))
    #expect(population.strata.map(\.personYears.count) == types(90.5, 1_610, 1_100, 8_900))
    #expect(population.strata.map(\.expenditure.amount) == types(92_000, 12_900, 18_400, 11_300))
    let benchmarks = population.strata.map(\.historicalBenchmark.amount)
    #expect(benchmarks == types(92_900, 13_000, 18_600, 11_400))
    #expect(population.strata.map(\.riskScore) == types(1.02, 1.05, 1.08, 0.97))
    #expect(population.strata.esrd.regionalExpenditure == PerCapita(93_000))
    #expect(population.strata.esrd.nationalExpenditure == PerCapita(91_000))
    #expect(population.strata.disabled.regionalExpenditure == nil)
    #expect(population.largestPractice == Rate(0.3))
    #expect(population.dualShare == Rate(0.09))
    #expect(population.lowIncomeOrDualShare == Rate(0.16))
  }

  @Test func `growth is one number, five, or either by type`() throws {
    let assumptions = try Examples.read(Examples.full).assumptions
    let growth = assumptions.nationalGrowth.mean
    #expect(growth.esrd == Array(repeating: 0.03, count: 5))
    #expect(growth.disabled == [0.01, 0.02, 0.03, 0.04, 0.05])
    #expect(growth.agedNonDual == Array(repeating: 0.05, count: 5))
    let trend = assumptions.prospectiveTrend.growth
    #expect(trend == ByEnrollmentType(repeating: [0.05, 0.051, 0.052, 0.053, 0.054]))
  }

  @Test func `every assumption of the full file reaches its own place`() throws {
    let full = try Examples.read(Examples.full).assumptions
    #expect(full.expenditureEffect.plan == [0, -0.01, -0.02, -0.03, -0.04])
    #expect(full.expenditureEffect.degreesOfFreedom == 8)
    #expect(full.claimsNoise.law == .normal)
    #expect(full.claimsNoise.relativeSize == types(0.5, 1.1, 1.2, 1.4))
    #expect(!full.historicalBenchmarkNoise.drawn)
    #expect(full.retention.leaverRisk == 1.3)
    #expect(full.retention.planned == 0.81)
    #expect(full.participantChange.planned == [0, 0.1, 0, -0.2, 0])
    #expect(full.joining.sizePlan == [0.01, 0.02, 0.03, 0.04, 0.05])
    #expect(full.riskScore.personStandardDeviation == types(0.4, 0.5, 0.6, 0.7))
    #expect(full.quality.mean == [0.81, 0.82, 0.83, 0.84, 0.85])
    #expect(full.extremeCircumstances.probability == [0.01, 0.02, 0.03, 0.04, 0.05])
    #expect(full.correlation[0, 2] == 0.2)
    #expect(full.correlation[4, 2] == -0.2)
    #expect(!full.parameterUncertainty)
  }

  @Test func `the stress of the full file reaches its own places`() throws {
    let full = try Examples.read(Examples.full)
    let stress = try #require(full.stresses.first)
    #expect(stress.name == "boardQuestion" && stress.source == "Minutes of the board")
    #expect(stress.changed.agreement.participantRevenue == Dollars(63_000_000))
    #expect(stress.changed.population.largestPractice == Rate(0.4))
    #expect(stress.changed.population.strata.esrd.riskScore == 1.1)
    #expect(stress.changed.finances.discountRate == 0.04)
    #expect(stress.changed.assumptions.quality.mean == Array(repeating: 0.5, count: 5))
    #expect(stress.changed.assumptions.claimsNoise.law == .gamma)
    #expect(stress.changed.assumptions.claimsNoise.scale == 2.2)
  }

  @Test func `a bare law of claims noise is its shipped setting and needs no source`() throws {
    for law in ClaimsNoise.Law.allCases {
      let scenario = try Examples.read(Examples.least + "assumptions: {claimsNoise: \(law)}\n")
      let shipped = try Examples.read(Examples.least).assumptions.claimsNoise
      #expect(scenario.assumptions.claimsNoise.law == law)
      #expect(scenario.assumptions.claimsNoise.scale == shipped.scale)
      let entry = try #require(
        scenario.provenance.first { $0.key == "assumptions.claimsNoise.law" })
      #expect(entry.status == .stated)
    }
  }

  @Test func `a region left out is the ACO's own`() throws {
    #expect(try Examples.read(Examples.least).region == "A1234")
  }

  @Test func `the digest is of the file's bytes`() throws {
    let digest = try Examples.read(Examples.least).digest
    #expect(digest.count == 64)
    #expect(digest == (try Examples.read(Examples.least).digest))
    #expect(digest != (try Examples.read(Examples.least + "\n").digest))
  }

  @Test func `a byte-order mark and carriage returns change nothing but the digest`() throws {
    var plain = try Examples.read(Examples.least)
    let text = Examples.least.replacingOccurrences(of: "\n", with: "\r\n")
    let marked = try Scenario(
      yaml: [0xEF, 0xBB, 0xBF] + Array(text.utf8), file: "x.yaml", name: "x")
    plain.digest = marked.digest
    #expect(plain == marked)
  }

  private func types(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> ByEnrollmentType<Double>
  {
    ByEnrollmentType(esrd: a, disabled: b, agedDual: c, agedNonDual: d)
  }
}
