import Regulation

/// Reads one case; every fault is in `fields.problems`, and `nil` is only given with one.
struct CaseReading {
  var fields: CaseFields
  private var year: PerformanceYear?
  private var agreement: AgreementPeriod?
  private var rules: Rulebook

  /// The kinds that are no settlement, by their key.
  private static let kinds = ["repaymentMechanism", "advanceInvestment", "prepaidSharedSavings"]

  init(_ fields: CaseFields, under rules: Rulebook) {
    self.fields = fields
    self.rules = rules
  }

  mutating func read() -> Case? {
    _ = fields.whole("format", 1...1)
    let name = fields.text("name", missing: "A loss at Level E")
    let editions = fields.editions(laidOver: &rules)
    let kind = Self.kinds.first { fields.has($0) }
    readDates(needsStart: kind == nil)
    let content = kind.map { readBeside($0) } ?? readSettlement()
    fields.finish()
    guard fields.problems.isEmpty, let name, let year, let agreement, let content else {
      return nil
    }
    return Case(
      name: name, performanceYear: year, agreement: agreement, editions: editions,
      content: content)
  }

  private mutating func readDates(needsStart: Bool) {
    let calendar = fields.whole("performanceYear", 2000...2100, missing: "2025")
    year = calendar.map { PerformanceYear($0) }
    let start = fields.agreementStart(required: needsStart)
    agreement = (start ?? (needsStart ? nil : year?.firstDay)).map { AgreementPeriod(firstDay: $0) }
    guard let year, let agreement, start != nil else { return }
    fields.check(year, of: agreement, under: rules)
  }

  // MARK: - Kinds

  private mutating func readSettlement() -> Case.Content? {
    var reading = SettlementReading(fields: fields, rules: rules)
    let settlement = reading.read(year, agreement)
    fields = reading.fields
    return settlement.map { .settlement($0) }
  }

  private mutating func readBeside(_ kind: String) -> Case.Content? {
    guard var inner = fields.mapping(kind) else { return nil }
    let content: Case.Content? =
      switch kind {
      case "repaymentMechanism":
        inner.repaymentMechanism().map { .repaymentMechanism($0) }
      case "advanceInvestment": inner.advanceInvestment().map { .advanceInvestment($0) }
      default: inner.prepaidSharedSavings().map { .prepaidSharedSavings($0) }
      }
    inner.finish()
    fields.absorb(inner)
    return content
  }
}

extension CaseFields {
  static let dollars = Bounds(0...1e12, .dollars)

  fileprivate mutating func repaymentMechanism() -> RepaymentMechanismCase? {
    let expenditure = number("expenditure", Self.dollars, missing: "130_000_000")
    let revenue = number("participantRevenue", Self.dollars, missing: "25_000_000")
    guard let expenditure, let revenue else { return nil }
    return RepaymentMechanismCase(
      expenditure: Dollars(expenditure), participantRevenue: Dollars(revenue))
  }

  fileprivate mutating func advanceInvestment() -> AdvanceInvestmentCase? {
    let groups = mappings("beneficiaries", missing: "[{score: 100, count: 1_600}]")
    var read: [AdvanceInvestmentCase.Group] = []
    for var group in groups ?? [] {
      let score = group.whole("score", 1...100, missing: "60", cite: "42 CFR 425.630(f)")
      let count = group.whole("count", 0...10_000_000, missing: "1_600")
      group.finish()
      absorb(group)
      if let score, let count { read.append(.init(score: score, count: count)) }
    }
    return groups.map { _ in AdvanceInvestmentCase(beneficiaries: read) }
  }

  fileprivate mutating func prepaidSharedSavings() -> PrepaidSharedSavingsCase? {
    let savings = numbers(
      "savingsPerCapita", 2, Bounds(-1e6...1e6, .perCapita), missing: "[300, 240]")
    let proration = number("proration", Bounds(0...1, .fraction).above(), missing: "0.9")
    let national = number(
      "nationalPerCapita", Bounds(0...1e6, .perCapita).above(), missing: "13_000")
    let years = number("personYears", Bounds(0...1e7, .personYears).above(), missing: "20_000")
    guard let savings, let proration, let national, let years else { return nil }
    return PrepaidSharedSavingsCase(
      savingsPerCapita: savings.map { PerCapita($0) }, proration: Rate(proration),
      nationalPerCapita: PerCapita(national), personYears: PersonYears(years))
  }
}
