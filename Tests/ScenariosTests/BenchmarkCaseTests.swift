import Foundation
import Regulation
import Scenarios
import Testing

@Suite struct BenchmarkCaseTests {
  static func read(_ text: String) throws -> [BenchmarkCase] {
    try BenchmarkCase.all(in: Array(text.utf8), file: "benchmark.yaml")
  }

  /// What is wrong with a text, one line for each fault.
  static func faults(_ text: String) throws -> String {
    do {
      _ = try read(text)
      return ""
    } catch let problems as Problems { return problems.description }
  }

  static let cases = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Scenarios/cases")

  static func shipped(_ file: String) throws -> String {
    try String(contentsOf: cases.appending(path: file), encoding: .utf8)
  }

  @Test func `the file to copy is read, every figure in its place`() throws {
    let one = try #require(try Self.read(try Self.shipped("benchmark-second-agreement.yaml")).first)
    #expect(one.name == "A second agreement from 2025" && one.editions.isEmpty)
    #expect(one.agreement.firstDay == Day(year: 2025, month: 1, day: 1))
    #expect(one.standing == .init(agreementNumber: 2, regionalAdjustmentsApplied: 1))
    #expect(one.timesCounted == nil && one.divisor == nil)
    #expect(one.history.dualShare == Rate(0.05) && one.history.lowIncomeOrDualShare == Rate(0.16))
    #expect(
      one.history.strata.disabled
        == BenchmarkStratum(
          personYears: .init(repeating: PersonYears(1_400)),
          expenditure: .init(
            first: PerCapita(11_000), second: PerCapita(11_600), third: PerCapita(12_200)),
          riskScore: .init(first: Rate(1.05), second: Rate(1.06), third: Rate(1.07)),
          nationalGrowth: .init(first: Rate(1.11), second: Rate(1.055)),
          regionalGrowth: .init(first: Rate(1.1), second: Rate(1.05)), marketShare: Rate(0.15),
          regionalExpenditure: PerCapita(12_900), nationalExpenditure: PerCapita(12_500)))
    let prior = try #require(one.history.priorSavings)
    #expect(prior.populationRatio == Rate(0.95))
    #expect(prior.years.second == .init(perCapita: PerCapita(420)))
    #expect(prior.years.third.standing == .notReconciled)
    let year = try #require(one.year)
    #expect(year.performanceYear == PerformanceYear(2025))
    #expect(year.strata.agedNonDual.riskScore == Rate(1.06))
    #expect(year.strata.agedNonDual.demographicRatio == Rate(1.005))
    #expect(year.strata.agedNonDual.marketShare == Rate(0.2), "that of benchmark year 3")
    #expect(year.strata.agedNonDual.regionalRiskRatio == .one)
    guard case .factor(let factor) = year.prospective else {
      Issue.record("a factor")
      return
    }
    #expect(factor.esrd == Rate(1.045) && factor.agedDual == Rate(1.051))
  }

  @Test func `a list is several benchmarks, with their readings and growth`() throws {
    let cases = try Self.read(try Self.shipped("benchmark-readings.yaml"))
    #expect(cases.map(\.divisor) == [.afterAdjustment, .beforeAdjustment, nil])
    #expect(cases.map(\.agreement.firstDay.year) == [2025, 2025, 2023])
    #expect(
      cases.map { $0.year?.prospective } == [
        .growth(Self.growth), .growth(Self.growth), BenchmarkCaseYear.ProspectiveSource.none,
      ])
    #expect(cases[2].history.priorSavings == nil)
  }

  static let growth = ByEnrollmentType(
    esrd: Rate(0.045), disabled: Rate(0.051), agedDual: Rate(0.051), agedNonDual: Rate(0.051))

  @Test func `readings, level and editions may be given, the year may be left out`() throws {
    var text = try Self.shipped("benchmark-second-agreement.yaml")
    text = String(text[..<(try #require(text.range(of: "performanceYear:")).lowerBound)])
      .replacing("editions: []", with: "editions: [cy2027Proposed]\nlevel: enhanced")
      .replacing("notApplied: 0", with: "notApplied: 2")
      .replacing("# readings:\n#   times", with: "readings:\n  times")
    let one = try #require(try Self.read(text).first)
    #expect(one.year == nil && one.editions == ["cy2027Proposed"])
    #expect(one.standing.track == .enhanced && one.standing.regionalAdjustmentsPassed == 2)
    #expect(one.timesCounted == .onlyApplied)
  }

  @Test func `every fault of a file is told at once, each with its line and column`() throws {
    #expect(try Self.faults(Self.faulty) == Self.told)
  }

  @Test(arguments: [
    ("agreementStart: 2025 ", "agreementStart: 2017 "),
    ("agreementNumber: 2", "agreementNumber: 0"),
    ("applied: 1", "applied: -1"), ("marketShare: 0.1 ", "marketShare: 10 "),
    ("dualShare: 0.05", "# "), ("year: 2025", "year: 2030"), ("[250, 420, 0]", "[250, 420]"),
    ("riskScore: 1.04", "riskScore: 104"), ("populationRatio: 0.95", "populationRatio: 0"),
    ("  prospectiveTrend:", "  # "), ("editions: []", "editions: [cy2031]"),
    ("lowIncomeOrDualShare: 0.16", "lowIncomeOrDualShare: 16"),
    ("  # prospectiveGrowth", "  prospectiveGrowth"), ("expenditure: [86_000", "expenditure: [0"),
  ])
  func `one thing wrong is one fault`(from: String, to: String) throws {
    let text = try Self.shipped("benchmark-second-agreement.yaml")
    let changed = text.replacing(from, with: to, maxReplacements: 1)
    #expect(changed != text)
    let faults = try Self.faults(changed).split(separator: "\n")
    #expect(faults.count == 1, "\(faults)")
  }

  @Test func `an agreement from before 2024 has no room for what came later`() throws {
    let text = try Self.shipped("benchmark-second-agreement.yaml")
      .replacing("agreementStart: 2025", with: "agreementStart: 2023")
    #expect(
      try Self.faults(text) == """
        benchmark.yaml:68:3: priorSavings is given. Allowed: only for agreements with a prior \
        savings adjustment (42 CFR 425.658). Delete it, or correct agreementStart.
        benchmark.yaml:108:21: performanceYear.prospectiveTrend is given. Allowed: only for \
        agreements with a prospective trend (42 CFR 425.660(b)). Delete it, or correct \
        agreementStart.
        """)
  }
}

extension BenchmarkCaseTests {
  static let faulty = """
    name: x
    agreementStart: 2025
    agreementNumber: 0
    level: F
    readings: {timesCounted: all}
    benchmarkYears:
      esrd: {personYears: [1, 2], expenditure: [1, 2, -3], riskScore: 1, marketShare: 15}
      aged: 3
    dualShare: 0.1
    lowIncomeOrDualShare: 0.1
    priorSavings: {perCapita: [1, 2, 3], standing: [paid, reconciled, reconciled]}
    performanceYear: {year: 2025, prospectiveGrowth: {esrd: 5.1}, prospectiveTrend: 3}
    """

  static let told = """
    benchmark.yaml:3:18: agreementNumber is 0. Allowed: a whole number, 1 through 20 (42 CFR \
    425.600(f)). Write a whole number between them.
    benchmark.yaml:4:8: level is F. Allowed: levelA, levelB, levelC, levelD, levelE, enhanced (42 \
    CFR 425.600(a)). Write one of these words.
    benchmark.yaml:5:26: readings.timesCounted is all. Allowed: onlyApplied, everyAgreement (42 \
    CFR 425.601, 425.656). Write one of these words.
    benchmark.yaml:7:3: benchmarkYears.agedDual is missing. Add it, such as `agedDual: {…}`.
    benchmark.yaml:7:3: benchmarkYears.agedNonDual is missing. Add it, such as `agedNonDual: {…}`.
    benchmark.yaml:7:3: benchmarkYears.disabled is missing. Add it, such as `disabled: {…}`.
    benchmark.yaml:7:9: benchmarkYears.esrd.nationalExpenditure is missing. Add it, such as \
    `nationalExpenditure: 12_500`.
    benchmark.yaml:7:9: benchmarkYears.esrd.nationalGrowth is missing. Add it, such as \
    `nationalGrowth: [1.11, 1.055]`.
    benchmark.yaml:7:9: benchmarkYears.esrd.regionalExpenditure is missing. Add it, such as \
    `regionalExpenditure: 12_900`.
    benchmark.yaml:7:9: benchmarkYears.esrd.regionalGrowth is missing. Add it, such as \
    `regionalGrowth: [1.10, 1.05]`.
    benchmark.yaml:7:23: benchmarkYears.esrd.personYears is a list of 2. Allowed: a list of 3 \
    numbers. Write `personYears: [1_560, 1_590, 1_610]`.
    benchmark.yaml:7:51: benchmarkYears.esrd.expenditure[3] is -3. Allowed: above 0 and at most \
    1_000_000. Write dollars for each person-year, such as 11_300.
    benchmark.yaml:7:67: benchmarkYears.esrd.riskScore is 1. Allowed: a list of 3 numbers. Write \
    `riskScore: [1.05, 1.06, 1.07]`.
    benchmark.yaml:7:83: benchmarkYears.esrd.marketShare is 15. Allowed: 0 through 1. Fractions, \
    not percents: write 0.02 for two percent.
    benchmark.yaml:8:3: benchmarkYears.aged is not a key here. Allowed: esrd, disabled, agedDual, \
    agedNonDual. Correct or delete it.
    benchmark.yaml:11:15: priorSavings.populationRatio is missing. Add it, such as \
    `populationRatio: 0.95`.
    benchmark.yaml:11:48: priorSavings.standing is [paid, reconciled, reconciled]. Allowed: a list \
    of 3, each reconciled, notReconciled, noncompliance. Write one for each year.
    benchmark.yaml:12:18: performanceYear.agedDual is missing. Add it, such as `agedDual: {…}`.
    benchmark.yaml:12:18: performanceYear.agedNonDual is missing. Add it, such as `agedNonDual: {…}`.
    benchmark.yaml:12:18: performanceYear.disabled is missing. Add it, such as `disabled: {…}`.
    benchmark.yaml:12:18: performanceYear.esrd is missing. Add it, such as `esrd: {…}`.
    benchmark.yaml:12:50: performanceYear.prospectiveGrowth.agedOrDisabled is missing. Add it, such \
    as `agedOrDisabled: 0.051`.
    benchmark.yaml:12:57: performanceYear.prospectiveGrowth.esrd is 5.1. Allowed: -0.5 through 2. \
    Fractions, not percents: write 0.02 for two percent.
    benchmark.yaml:12:81: performanceYear.prospectiveTrend is 3. Allowed: a mapping. Write its keys \
    below it, indented.
    benchmark.yaml:12:81: performanceYear.prospectiveTrend is given beside prospectiveGrowth. \
    Allowed: one of them (42 CFR 425.660(b)). Delete one.
    """
}
