import Foundation
import Regulation
import Scenarios

/// An ACO's row and record as the scenario that the product would have projected.
struct ForecastScenario: Sendable {
  private let template: Scenario

  /// - Parameter assumptions: As the years known tell them.
  init(_ assumptions: Assumptions) throws {
    var template = try Scenario(yaml: Self.text, file: "backtest", name: "backtest")
    template.assumptions = assumptions
    self.template = template
  }

  /// What is simulated, and the place of the year wanted, 0 for the first.
  ///
  /// At signing it is known whether a new agreement begins, and when; nothing else of later years.
  /// An agreement that begins with the year wanted is simulated from that year, and the years
  /// before it are passed over as the record's own process; any other from the year after the last
  /// one known.
  func callAsFunction(
    _ target: ForecastTarget, past: [ACOYear], isLowRevenue: Bool?
  ) -> (scenario: Scenario, year: Int) {
    let (known, later) = (target.known, target.later)
    let isNew = target.isRebased
    let start = later.agreementStart.map { Self.performanceYear(of: $0) } ?? known.year + 1
    let first = isNew && start > known.year ? min(start, later.year) : known.year + 1
    var scenario = template
    scenario.aco = known.id
    scenario.region = known.id
    scenario.agreement.period = AgreementPeriod(firstDay: Self.firstDay(first))
    var record = Panel.record(past)
    record.continues = !isNew
    scenario.record = record
    fill(&scenario, known, past, isLowRevenue: isLowRevenue)
    return (scenario, later.year - first)
  }

  private func fill(
    _ scenario: inout Scenario, _ known: ACOYear, _ past: [ACOYear], isLowRevenue: Bool?
  ) {
    let assigned = known.assignedBeneficiaries
    let told = past.last { row in EnrollmentType.allCases.contains { row.strata[$0] != nil } }
    let strata = told?.strata ?? ByEnrollmentType(repeating: nil)
    let years = ByEnrollmentType<Double> { type in
      let share = told.flatMap { told in
        strata[type].map { $0.personYears / told.assignedBeneficiaries }
      }
      return assigned
        * (share ?? NationalMix.personYears[type] * NationalMix.personYearsPerBeneficiary)
    }
    let most = assigned / max(assigned, years.sum { $0 })
    scenario.population.measuredIn = known.year
    scenario.population.assignedBeneficiaries = Int(assigned)
    scenario.population.strata = ByEnrollmentType { type in
      let spent = strata[type]?.expenditure ?? NationalMix.expenditure[type]
      return .init(
        personYears: PersonYears(max(1, years[type] * most)), expenditure: PerCapita(spent),
        historicalBenchmark: PerCapita(spent / (1 - known.savingsRate)),
        riskScore: strata[type]?.riskScore ?? NationalMix.riskScore)
    }
    let benchmark = scenario.population.strata.sum {
      ($0.historicalBenchmark * $0.personYears).amount
    }
    let share =
      isLowRevenue == false ? DraftAgreement.highRevenueShare : DraftAgreement.lowRevenueShare
    scenario.agreement.participantRevenue = Dollars(benchmark * share)
    if let score = known.qualityScore {
      let mean = min(max(score, 0.05), 0.98)
      scenario.assumptions.quality.mean = Array(repeating: mean, count: 5)
    }
  }

  /// The first performance year of an agreement that began on this day.
  private static func performanceYear(of start: Day) -> Int { start.year }

  /// No agreement under today's rules began before July 2019; its first performance year was 2019.
  private static func firstDay(_ year: Int) -> Day {
    year <= 2019 ? Day(year: 2019, month: 7, day: 1) : Day(year: year, month: 1, day: 1)
  }

  /// Everything the row tells is put in its place; all else is the shipped default.
  static let text = """
    format: 1
    title: back-test
    aco: backtest
    agreement:
      start: 2024-01-01
      number: 1
      minimumRateChoice: variable
      participantRevenue: 1_000_000
      options: [levelA]
    population:
      measuredIn: 2022
      assignedBeneficiaries: 10_000
      esrd: {personYears: 50, expenditure: 80_000, historicalBenchmark: 80_000, riskScore: 1}
      disabled: {personYears: 800, expenditure: 11_000, historicalBenchmark: 11_000, riskScore: 1}
      agedDual: {personYears: 560, expenditure: 17_000, historicalBenchmark: 17_000, riskScore: 1}
      agedNonDual: {personYears: 8_300, expenditure: 10_600, historicalBenchmark: 10_600, riskScore: 1}
    """
}
