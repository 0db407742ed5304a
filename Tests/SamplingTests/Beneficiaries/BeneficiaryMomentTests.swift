import Probability
import Regulation
import Samples
import Scenarios
import Testing

@testable import Sampling

/// Single beneficiaries add up to what the assumptions state of their means.
@Suite struct BeneficiaryMomentTests {
  /// Every process above a beneficiary at rest; only what single beneficiaries do moves.
  static func quiet(assigned: Int) -> Scenario {
    var scenario = Scenario.quiet(assigned: assigned, savingsRate: 0, law: .gamma)
    scenario.detail = .beneficiaries
    scenario.assumptions.spending = BeneficiarySpending(
      zeroShare: .init(esrd: 0, disabled: 0.1, agedDual: 0.03, agedNonDual: 0.05),
      ordinaryShare: .init(esrd: 0.6, disabled: 0.3, agedDual: 0.3, agedNonDual: 0.3),
      ordinarySpread: .init(esrd: 0.5, disabled: 1.3, agedDual: 1.3, agedNonDual: 1.3),
      episodeVariation: .init(repeating: 0.63))
    return scenario
  }

  /// The shipped assumptions about single beneficiaries and churn.
  static func lively(assigned: Int) -> Scenario {
    var scenario = quiet(assigned: assigned)
    scenario.assumptions.transitions = BeneficiaryTransitions(
      mortality: .init(esrd: 0.16, disabled: 0.025, agedDual: 0.08, agedNonDual: 0.045),
      ageing: 0.08, ageingDualShare: 0.45, becomingDual: 0.006, esrdOnset: 0.001)
    scenario.assumptions.retention = Retention(
      mean: 0.82, concentration: 200, voluntaryShare: 0.05, voluntaryRetention: 0.93,
      leaverExpenditure: 1.15, leaverRisk: 1.10, meanStandardError: 0)
    scenario.assumptions.joining = Joining(
      sizePlan: Array(repeating: -0.035, count: 5), dispersion: 0.42, joinerExpenditure: 0.95,
      joinerRisk: 0.97)
    scenario.assumptions.claimsNoise.correlation = 0.27
    scenario.assumptions.riskScore.personStandardDeviation = ByEnrollmentType(
      esrd: 0.247, disabled: 0.778, agedDual: 0.617, agedNonDual: 1.005)
    scenario.assumptions.trueUp = TrueUp(
      standardDeviation: 0.03, expenditureSlope: -0.10, inYearLoss: 0.03)
    scenario.assumptions.participantChange = ParticipantChange(
      probability: 0.26, mean: 0, standardDeviation: 0.53)
    return scenario
  }

  struct Found {
    var mean, variance, standardError: Double
  }

  /// Mean and variance over trials of each figure of five years.
  static func moments(
    _ scenario: Scenario, trials: UInt32, _ figures: ([ObservedYear]) -> [Double]
  ) -> [Found] {
    var sampler = HistorySampler(PairingTests.model(scenario))
    var (sums, squares): ([Double], [Double]) = ([], [])
    for trial in 0..<trials {
      sampler.start(trial: trial)
      let values = figures((0..<5).map { _ in sampler.nextYear() })
      if sums.isEmpty {
        sums = values.map { _ in 0 }
        squares = sums
      }
      for (place, value) in values.enumerated() {
        sums[place] += value
        squares[place] += value * value
      }
    }
    let n = Double(trials)
    return zip(sums, squares).map { sum, square in
      let variance = (square - sum * sum / n) / (n - 1)
      return Found(mean: sum / n, variance: variance, standardError: (variance / n).squareRoot())
    }
  }

  static func perCapita(_ year: ObservedYear) -> Double {
    year.strata.sum { ($0.expenditure * $0.personYears).amount }
      / year.strata.sum { $0.personYears.count }
  }

  @Test(arguments: [1_000, 5_000])
  func `claims noise is scale over the square root of assigned beneficiaries`(assigned: Int) {
    let scenario = Self.quiet(assigned: assigned)
    let base = PairingTests.model(scenario).base.sum {
      $0.expenditure * Double($0.beneficiaries) * $0.personYearsEach
    }
    let found = Self.moments(scenario, trials: 8_000) { years in
      years.map { year in year.strata.sum { ($0.expenditure * $0.personYears).amount } / base }
    }
    let stated = 2.136 * 2.136 / Double(assigned)
    for year in found {
      #expect(abs(year.mean - 1) < 4 * year.standardError)
      #expect(abs(year.variance / stated - 1) < 0.08, "five standard errors of a variance")
    }
  }

  @Test func `consecutive years' claims noise has the stated correlation at every lag`() {
    var scenario = Self.quiet(assigned: 2_000)
    scenario.assumptions.claimsNoise.correlation = 0.5
    let base = Self.perCapita(scenario)
    let found = Self.moments(scenario, trials: 8_000) { years in
      let luck = years.map { Self.perCapita($0) / base - 1 }
      return [luck[1] * luck[2], luck[1] * luck[3]]
    }
    let variance = 2.136 * 2.136 / 2_000
    for (lag, stated) in [0.5, 0.25].enumerated() {
      #expect(abs(found[lag].mean - stated * variance) < 4 * found[lag].standardError)
    }
  }

  @Test func `size follows its plan, and the mix of types stays as it was`() {
    var scenario = Self.lively(assigned: 5_000)
    scenario.assumptions.participantChange.probability = 0
    let base = PairingTests.model(scenario).base
    for method in AgreementFacts.Assignment.allCases {
      scenario.agreement.assignment = method
      let found = Self.moments(scenario, trials: 1_500) { years in
        EnrollmentType.allCases.map { years[4].strata[$0].personYears.count }
      }
      for type in EnrollmentType.allCases {
        let stated =
          Double(base[type].beneficiaries) * base[type].personYearsEach * exponential(-0.175)
        let error = abs(found[type.place].mean - stated)
        #expect(error < 4 * found[type.place].standardError + 0.5, "\(type): heads are whole")
      }
    }
  }

  /// Planned churn is in the base year's means; so cost and risk keep their means though leavers
  /// cost more than joiners, types change and deaths are unevenly spread.
  @Test func `planned churn leaves mean cost and mean risk where they were`() {
    var scenario = Self.lively(assigned: 5_000)
    scenario.assumptions.trueUp.expenditureSlope = 0
    let found = Self.moments(scenario, trials: 1_500) { years in
      EnrollmentType.allCases.flatMap { type in
        [
          years[4].strata[type].expenditure.amount
            / scenario.population.strata[type].expenditure.amount,
          years[4].strata[type].riskRatio.fraction,
        ]
      }
    }
    for figure in found { #expect(abs(figure.mean - 1) < 4 * figure.standardError + 0.003) }
  }

  /// The same assumptions, means only, trial by trial: what differs is one by one.
  ///
  /// In the first year churn moves cost and risk as far. Later a little less far one by one: those
  /// who cost more and leave are then fewer on the list, while the means of the aggregate lose the
  /// same part of themselves however often.
  @Test(arguments: [(1, 0.96...1.04), (5, 0.90...1.04)])
  func `selection moves cost and risk as in aggregate`(
    year: Int, ratio: ClosedRange<Double>
  ) {
    var scenario = Self.lively(assigned: 50_000)
    scenario.assumptions.claimsNoise.law = .none
    scenario.assumptions.riskScore.personStandardDeviation = .init(repeating: 0)
    scenario.assumptions.retention.concentration = 50
    scenario.assumptions.trueUp = TrueUp(
      standardDeviation: 0, expenditureSlope: 0, inYearLoss: 0)
    var aggregate = scenario
    aggregate.detail = .aggregate
    let figures: ([ObservedYear]) -> [Double] = { years in
      let stratum = years[year - 1].strata.agedNonDual
      return [stratum.expenditure.amount / 10_604, stratum.riskRatio.fraction]
    }
    let one = Self.moments(scenario, trials: 2_400, figures)
    let means = Self.moments(aggregate, trials: 2_400, figures)
    for (one, means) in zip(one, means) {
      let found = (one.variance / means.variance).squareRoot()
      // A ratio of two standard deviations over n trials errs by 1/√n, and by less on paired ones.
      let error = 1 / 2_400.0.squareRoot()
      #expect(
        (ratio.lowerBound - error...ratio.upperBound + error).contains(found),
        "year \(year): \(found)")
      #expect(abs(one.mean - means.mean) < 4 * means.standardError)
    }
  }

  @Test func `risk scores' yearly change spreads as one person's part says`() {
    var scenario = Self.quiet(assigned: 5_000)
    scenario.assumptions.riskScore.personStandardDeviation = .init(repeating: 1)
    let found = Self.moments(scenario, trials: 6_000) { years in
      let scores = years.map { logarithm($0.strata.agedNonDual.riskRatio.fraction) }
      return [scores[3] - scores[2]]
    }
    let personYears = 5_000 * 0.975 * 0.854
    #expect(abs(found[0].variance / (2 / personYears) - 1) < 0.10)
  }

  private static func perCapita(_ scenario: Scenario) -> Double {
    scenario.population.strata.sum { ($0.expenditure * $0.personYears).amount }
      / scenario.population.strata.sum { $0.personYears.count }
  }
}
