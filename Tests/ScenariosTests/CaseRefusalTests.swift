import Scenarios
import Testing

/// Each fault of a case file in one sentence, with its place, what is allowed and what to do.
@Suite struct CaseRefusalTests {
  struct Change: Sendable, CustomTestStringConvertible {
    var from, to, says: String
    var testDescription: String { to }
  }

  @Test(arguments: changes)
  func `a fault is told in full`(_ change: Change) throws {
    let text = CaseFileTests.levelE.replacing(change.from, with: change.to)
    #expect(text != CaseFileTests.levelE)
    #expect(try CaseFileTests.faults(text) == change.says)
  }

  @Test func `all faults of all cases are told at once`() throws {
    let text = """
      - 3
      - {name: x, performanceYear: 2025, repaymentMechanism: {expenditure: -3}}
      - name: y
        performanceYear: 2026
        prepaidSharedSavings: {savingsPerCapita: [1], proration: 2, nationalPerCapita: 0, personYears: 1}
      - {name: z, performanceYear: 2025, advanceInvestment: {beneficiaries: [{score: 0, count: 1.5}, 7]}}
      """
    #expect(
      try CaseFileTests.faults(text) == """
        case.yaml:1:3: the case is 3. Allowed: one mapping of keys, or a list of them. Copy \
        Scenarios/cases/loss-at-level-e.yaml.
        case.yaml:2:56: repaymentMechanism.participantRevenue is missing. Add it, such as \
        `participantRevenue: 25_000_000`.
        case.yaml:2:70: repaymentMechanism.expenditure is -3. Allowed: 0 through \
        1_000_000_000_000. Write dollars, such as 64_000_000.
        case.yaml:5:44: prepaidSharedSavings.savingsPerCapita is a list of 1. Allowed: a list \
        of 2 numbers. Write `savingsPerCapita: [300, 240]`.
        case.yaml:5:60: prepaidSharedSavings.proration is 2. Allowed: above 0 and at most 1. \
        Fractions, not percents: write 0.02 for two percent.
        case.yaml:5:82: prepaidSharedSavings.nationalPerCapita is 0. Allowed: above 0 and at \
        most 1_000_000. Write dollars for each person-year, such as 11_300.
        case.yaml:6:80: advanceInvestment.beneficiaries[1].score is 0. Allowed: a whole \
        number, 1 through 100 (42 CFR 425.630(f)). Write a whole number between them.
        case.yaml:6:90: advanceInvestment.beneficiaries[1].count is 1.5. Allowed: a whole \
        number, 0 through 10_000_000. A count is whole: write it without point or exponent.
        case.yaml:6:96: advanceInvestment.beneficiaries[2] is 7. Allowed: a mapping. Write \
        `beneficiaries: [{score: 100, count: 1_600}]`.
        """)
  }

  @Test func `a guardrail benchmark needs an agreement with a guardrail`() throws {
    let text =
      CaseFileTests.levelE.replacing("2025", with: "2023") + "guardrailBenchmark: 3_000_000"
    #expect(
      try CaseFileTests.faults(text) == """
        case.yaml:10:21: guardrailBenchmark is 3_000_000. Allowed: only where the agreement \
        has a guardrail, and one from 2023-01-01 has none (42 CFR 425.652(b)(5)). Delete it.
        """)
  }

  @Test func `a file without a case says so`() throws {
    #expect(try CaseFileTests.faults("3").hasPrefix("case.yaml:1:1: the file is 3. Allowed: "))
    #expect(try CaseFileTests.faults("").hasPrefix("case.yaml:1:1: the file is empty. Allowed: "))
    #expect(
      try CaseFileTests.faults("[]")
        == "case.yaml:1:1: the file holds no case. Allowed: one mapping of keys, or a list of "
        + "them. Copy Scenarios/cases/loss-at-level-e.yaml.")
  }

  @Test func `what the reader of scenarios refuses is refused here`() throws {
    #expect(
      try CaseFileTests.faults("name: &a x\nquality: *a\n").contains("has an anchor or alias."))
    #expect(
      try CaseFileTests.faults("name: x\nname: y\n").contains(":2:1: name is given twice"))
    #expect(try CaseFileTests.faults("name: [x\n").contains("is not valid YAML here"))
  }
}

extension CaseRefusalTests {
  static let changes = [
    Change(
      from: "score: 0.80",
      to: "score: 80",
      says: "case.yaml:9:41: quality.score is 80. Allowed: 0 through 1. Fractions, not "
        + "percents: write 0.02 for two percent."),
    Change(
      from: "score: 0.80",
      to: "score: 80%",
      says: "case.yaml:9:41: quality.score is 80%. Allowed: 0 through 1. Fractions, not "
        + "percents: write 0.02 for two percent."),
    Change(
      from: "benchmark: 300_000_000",
      to: "benchmark: 0",
      says: "case.yaml:5:12: benchmark is 0. Allowed: above 0 and at most 1_000_000_000_000. "
        + "Write dollars, such as 64_000_000."),
    Change(
      from: "benchmark: 300_000_000",
      to: "benchmark: .nan",
      says: "case.yaml:5:12: benchmark is .nan. Allowed: above 0 and at most "
        + "1_000_000_000_000. NaN is not a number and cannot be simulated: write a number."),
    Change(
      from: "benchmark: 300_000_000",
      to: "benchmark: \"$300,000,000\"",
      says: "case.yaml:5:12: benchmark is \"$300,000,000\". Allowed: above 0 and at most "
        + "1_000_000_000_000. Write dollars, such as 64_000_000."),
    Change(
      from: "assignedBeneficiaries: 22_000",
      to: "assignedBeneficiaries: -5",
      says: "case.yaml:7:24: assignedBeneficiaries is -5. Allowed: a whole number, 1 through "
        + "10_000_000. A count is not negative: write it without a sign."),
    Change(
      from: "level: E",
      to: "level: F",
      says: "case.yaml:4:8: level is F. Allowed: levelA, levelB, levelC, levelD, levelE, "
        + "enhanced, or A to E (42 CFR 425.600(a)). Write one of these words."),
    Change(
      from: "level: E",
      to: "level: levelEE",
      says: "case.yaml:4:8: level is levelEE. Allowed: levelA, levelB, levelC, levelD, "
        + "levelE, enhanced, or A to E (42 CFR 425.600(a)). Did you mean levelE? Write one "
        + "of these words."),
    Change(
      from: "minimumRateChoice: 0.01",
      to: "minimumRateChoice: 1.0",
      says: "case.yaml:8:20: minimumRateChoice is 1.0. Allowed: 0, 0.005, 0.01, 0.015, 0.02 "
        + "or variable (42 CFR 425.605(b)(2)(i), 425.610(b)(1)). Fractions, not percents: "
        + "write 0.02 for two percent."),
    Change(
      from: "minimumRateChoice: 0.01",
      to: "minimumRateChoice: 0.03",
      says: "case.yaml:8:20: minimumRateChoice is 0.03. Allowed: 0, 0.005, 0.01, 0.015, 0.02 "
        + "or variable (42 CFR 425.605(b)(2)(i), 425.610(b)(1)). Write one of these."),
    Change(
      from: "minimumRateChoice: 0.01\n",
      to: "",
      says: "case.yaml:1:1: minimumRateChoice is missing. Allowed: 0, 0.005, 0.01, 0.015, "
        + "0.02 or variable (42 CFR 425.605(b)(2)(i), 425.610(b)(1)). A two-sided level "
        + "needs it: add `minimumRateChoice: 0.01`."),
    Change(
      from: "benchmark: 300_000_000\n",
      to: "",
      says: "case.yaml:1:1: benchmark is missing. Add it, such as `benchmark: 300_000_000`."),
    Change(
      from: "standing: standardMet",
      to: "standing: met",
      says: "case.yaml:9:21: quality.standing is met. Allowed: standardMet, alternativeMet, "
        + "notMet (42 CFR 425.512(a)). Write one of these words."),
    Change(
      from: "performanceYear: 2025",
      to: "performanceYear: 2031",
      says: "case.yaml:2:18: performanceYear is 2031. Allowed: 2025 through 2029, the years "
        + "of an agreement from 2025-01-01 (42 CFR 425.200). Correct it or agreementStart."),
    Change(
      from: "agreementStart: 2025",
      to: "agreementStart: 2017",
      says: "case.yaml:3:17: agreementStart is 2017. Allowed: agreements from 2019-07-01 (42 "
        + "CFR 425.200). Write a later start."),
    Change(
      from: "agreementStart: 2025",
      to: "agreementStart: spring",
      says: "case.yaml:3:17: agreementStart is spring. Allowed: a year or a day. Write 2025, "
        + "which is its first of January, or 2019-07-01."),
    Change(
      from: "quality: {standing: standardMet, score: 0.80}",
      to: "quality: good",
      says: "case.yaml:9:10: quality is good. Allowed: a mapping. Write its keys below it, "
        + "indented."),
    Change(
      from: "name: A loss",
      to: "name: A loss\nquality_score: 3",
      says: "case.yaml:2:1: quality_score is not a key here. Allowed: format, name, "
        + "editions, performanceYear, agreementStart, level, benchmark, expenditure, "
        + "assignedBeneficiaries, personYears, participantRevenue, lowRevenue, "
        + "minimumRateChoice, quality, guardrailBenchmark, extremeCircumstances, "
        + "termination, advanceInvestmentBalance, prepaidBalance. Correct or delete it."),
    Change(
      from: "name: A loss",
      to: "name: A loss\npersonYear: 3",
      says: "case.yaml:2:1: personYear is not a key here. Allowed: format, name, editions, "
        + "performanceYear, agreementStart, level, benchmark, expenditure, "
        + "assignedBeneficiaries, personYears, participantRevenue, lowRevenue, "
        + "minimumRateChoice, quality, guardrailBenchmark, extremeCircumstances, "
        + "termination, advanceInvestmentBalance, prepaidBalance. Did you mean "
        + "personYears? Correct or delete it."),
    Change(
      from: "name: A loss",
      to: "name: A loss\nformat: 2",
      says: "case.yaml:2:9: format is 2. Allowed: 1. Write 1."),
    Change(
      from: "name: A loss",
      to: "name: A loss\nlowRevenue: yes",
      says: "case.yaml:2:13: lowRevenue is yes. Allowed: true or false. Write one of them, "
        + "without quotes."),
    Change(
      from: "name: A loss",
      to: "name: A loss\neditions: [cy2026]",
      says: "case.yaml:2:11: editions is [cy2026]. There is no edition named cy2026. "
        + "Allowed: cy2027Proposed, popularSummary, withoutGuardrail."),
    Change(
      from: "name: A loss",
      to: "name: A loss\neditions: cy2027Proposed",
      says: "case.yaml:2:11: editions is cy2027Proposed. Allowed: a list of cy2027Proposed, "
        + "popularSummary, withoutGuardrail. Write `editions: [cy2027Proposed]`."),
    Change(
      from: "name: A loss",
      to: "name: A loss\nextremeCircumstances: {months: 13, shareOfBeneficiaries: 0.5}",
      says: "case.yaml:2:32: extremeCircumstances.months is 13. Allowed: a whole number, 0 "
        + "through 12 (42 CFR 425.605(f)(2), 425.610(i)(2)). Write a whole number between "
        + "them."),
    Change(
      from: "name: A loss",
      to: "name: A loss\ntermination: {effective: 2024-09-30, by: aco}",
      says: "case.yaml:2:26: termination.effective is 2024-09-30. Allowed: a day of "
        + "performance year 2025 (42 CFR 425.221(b)). Leave termination out where the "
        + "agreement outlasts the year."),
    Change(
      from: "name: A loss",
      to: "name: A loss\ntermination: {effective: 2025-09-31, by: court}",
      says: "case.yaml:2:26: termination.effective is 2025-09-31. Allowed: a day that "
        + "exists. Write it as 2025-09-30.\ncase.yaml:2:42: termination.by is court. "
        + "Allowed: aco, cms (42 CFR 425.221(b)). Write one of these words."),
  ]
}
