import Regulation
import Testing

@testable import Scenarios

@Suite struct HistoryTests {
  private func changed(_ old: String, _ new: String) throws -> String {
    try Examples.least(old, new, in: Examples.leastHistory)
  }

  @Test func `a history is read as the file writes it`() throws {
    let history = try #require(try Examples.read(Examples.leastHistory).history)
    let esrd = history.strata.esrd
    #expect(esrd.personYears == ByBenchmarkYear([88, 89, 90].map { PersonYears($0) }))
    #expect(esrd.expenditure == ByBenchmarkYear([86_000, 89_000, 92_000].map { PerCapita($0) }))
    #expect(esrd.riskScore == ByBenchmarkYear([1, 1.01, 1.02].map { Rate($0) }))
    #expect(esrd.nationalGrowth == .init(first: Rate(1.08), second: Rate(1.04)))
    #expect(esrd.regionalGrowth == .init(first: Rate(1.07), second: Rate(1.035)))
    #expect(history.strata.map(\.marketShare.fraction) == types(0.1, 0.15, 0.12, 0.2))
    let regional = history.strata.map(\.regionalExpenditure.amount)
    #expect(regional == types(93_000, 13_000, 18_700, 11_500))
    let national = history.strata.map(\.nationalExpenditure.amount)
    #expect(national == types(91_000, 12_500, 17_500, 11_600))
    #expect(history.strata.map(\.nationalRiskScore) == ByEnrollmentType(repeating: .one))
    #expect(history.dualShare == Rate(0.09))
    #expect(history.lowIncomeOrDualShare == Rate(0.16))
  }

  @Test func `prior savings are read, reconciled where nothing else is said`() throws {
    let plain = try #require(try Examples.read(Examples.leastHistory).history?.priorSavings)
    #expect(plain.populationRatio == Rate(0.95))
    #expect(
      plain.years
        == ByBenchmarkYear([250, 420, -30].map { PriorSavings.Year(perCapita: PerCapita($0)) }))
    let words = "[notReconciled, reconciled, noncompliance]"
    let told = try Examples.read(
      try changed("populationRatio: 0.95", "populationRatio: 0.95, standing: \(words)"))
    let years = try #require(told.history?.priorSavings?.years)
    #expect(years.first == .init(perCapita: PerCapita(250), standing: .notReconciled))
    #expect(years.second == .init(perCapita: PerCapita(420), standing: .reconciled))
    #expect(years.third == .init(perCapita: PerCapita(-30), standing: .noncompliance))
    let none = try Examples.read(
      try changed("  priorSavings: {perCapita: [250, 420, -30], populationRatio: 0.95}\n", ""))
    #expect(none.history != nil)
    #expect(none.history?.priorSavings == nil)
  }

  @Test func `the population and market shares come from benchmark year 3`() throws {
    let scenario = try Examples.read(
      try changed(
        "nationalExpenditure: 91_000", "nationalExpenditure: 91_000, nationalRiskScore: 1.3"))
    let strata = scenario.population.strata
    #expect(strata.map(\.personYears.count) == types(90, 1_610, 1_100, 8_900))
    #expect(strata.map(\.expenditure.amount) == types(92_000, 12_900, 18_400, 11_300))
    #expect(strata.map(\.riskScore) == types(1.02, 1.05, 1.08, 0.97))
    #expect(strata.map(\.historicalBenchmark) == ByEnrollmentType(repeating: .zero))
    #expect(strata.map(\.regionalExpenditure?.amount).agedDual == 18_700)
    // At a risk score of 1: 91,000 / 1.3 = 70,000.
    #expect(strata.esrd.nationalExpenditure == PerCapita(70_000))
    #expect(strata.disabled.nationalExpenditure == PerCapita(12_500))
    #expect(scenario.population.dualShare == Rate(0.09))
    #expect(scenario.population.lowIncomeOrDualShare == Rate(0.16))
    #expect(scenario.agreement.marketShare.map(\.fraction) == types(0.1, 0.15, 0.12, 0.2))
  }

  @Test func `a finished benchmark has no history and leaves the regulation's readings`() throws {
    let scenario = try Examples.read(Examples.least)
    #expect(scenario.history == nil)
    #expect(scenario.readings == BenchmarkReadings())
    #expect(scenario.population.dualShare == nil)
    #expect(scenario.population.strata.esrd.nationalExpenditure == nil)
  }

  @Test func `readings of unsettled text are read`() throws {
    let readings = try Examples.read(Examples.full).readings
    #expect(readings.timesCounted == .everyAgreement)
    #expect(readings.prospectiveTrendDivisor == .beforeAdjustment)
    let one = try Examples.read(
      Examples.leastHistory + "rules: {readings: {timesCounted: onlyApplied}}\n")
    #expect(one.readings == BenchmarkReadings(timesCounted: .onlyApplied))
  }

  @Test func `figures of a history are stated, real or assumed as the file marks them`() throws {
    let yaml =
      Examples.leastHistory + """
        provenance:
          real: {source: CMS, keys: [history.esrd.personYears, history.priorSavings]}
          assumed: {source: Ours, keys: [history.esrd.regionalGrowth, history.dualShare]}

        """
    let entries = try Examples.read(yaml).provenance
    func status(_ key: String) -> Provenance.Status? { entries.first { $0.key == key }?.status }
    #expect(status("history.esrd.personYears") == .real)
    #expect(status("history.priorSavings.perCapita") == .real)
    #expect(status("history.priorSavings.standing") == .defaulted)
    #expect(status("history.esrd.regionalGrowth") == .assumed)
    #expect(status("history.dualShare") == .assumed)
    #expect(status("history.esrd.expenditure") == .stated)
    #expect(status("history.esrd.nationalRiskScore") == .defaulted)
    #expect(status("agreement.marketShare") == nil)
    #expect(entries.first { $0.key == "history.esrd.personYears" }?.value == "[88, 89, 90]")
  }

  @Test func `left out, every earlier agreement had a regional adjustment`() throws {
    let third = try Examples.read(try changed("number: 2", "number: 3"))
    #expect(third.agreement.regionalAdjustmentsApplied == 2)
    #expect(third.agreement.regionalAdjustmentsPassed == 0)
    let entry = try #require(
      third.provenance.first { $0.key == "agreement.regionalAdjustments.applied" })
    #expect(entry.status == .defaulted)
    #expect(entry.value == "2")
    #expect(entry.source == "taken as one regional adjustment in each earlier agreement")
    let passed = try Examples.read(
      try changed("number: 2", "number: 3\n  regionalAdjustments: {notApplied: 1}"))
    #expect(passed.agreement.regionalAdjustmentsApplied == 1)
    #expect(passed.agreement.regionalAdjustmentsPassed == 1)
    let told = try Examples.read(
      try changed("number: 2", "number: 3\n  regionalAdjustments: {applied: 0}"))
    #expect(told.agreement.regionalAdjustmentsApplied == 0)
    #expect(told.agreement.regionalAdjustmentsPassed == 0)
  }

  @Test func `a history may precede an agreement of the rules before 2024`() throws {
    let savings = "  priorSavings: {perCapita: [250, 420, -30], populationRatio: 0.95}\n"
    let text = try Examples.least(
      savings, "", in: try changed("start: 2027-01-01", "start: 2023-01-01"))
    #expect(try Examples.problems(text) == [])
  }

  @Test func `the person-years of year 3 are held against the headcount`() throws {
    let problems = try Examples.problems(try changed("12_000\n", "11_698\n"))
    #expect(problems.count == 1)
    #expect(problems.first?.contains("personYears of year 3 sum to 11_700.") == true)
  }

  @Test func `the weight of a regional adjustment belongs to a finished benchmark`() throws {
    let given = "assumptions: {historicalBenchmarkNoise: {regionalWeight: 0.5, source: Ours}}\n"
    #expect(try Examples.problems(Examples.least + given) == [])
    let problems = try Examples.problems(Examples.leastHistory + given)
    #expect(problems.count == 1)
    #expect(
      problems.first?.contains(
        "history is given beside assumptions.historicalBenchmarkNoise.regionalWeight.") == true)
  }

  @Test func `a misspelt history is named and its figures are checked`() throws {
    let text = try Examples.least(
      "dualShare: 0.09", "dualShare: 9", in: try changed("history:", "histroy:"))
    let says = try Examples.problems(text).map { $0.split(separator: ". ")[0] }
    #expect(
      says == [
        "x.yaml:12:1: histroy is not a key of a scenario",
        "x.yaml:17:14: history.dualShare is 9",
      ])
  }

  private func types(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> ByEnrollmentType<Double>
  {
    ByEnrollmentType(esrd: a, disabled: b, agedDual: c, agedNonDual: d)
  }
}
