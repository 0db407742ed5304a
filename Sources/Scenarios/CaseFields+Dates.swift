import Regulation

/// The rules and the dates that every kind of case begins with.
extension CaseFields {
  /// Names of editions, which are laid over the rules.
  mutating func editions(laidOver rules: inout Rulebook) -> [String] {
    guard let value = value("editions", missing: nil) else { return [] }
    let available = Rulebook.availableEditions.joined(separator: ", ")
    guard case .list(let items) = value.content else {
      note(
        "editions", "is \(value.shown).",
        "Allowed: a list of \(available). Write `editions: [\(Rulebook.availableEditions[0])]`.")
      return []
    }
    let names = items.map(\.inOneLine)
    do {
      if !names.isEmpty { rules = try rules.adopting(names) }
    } catch {
      note("editions", "is \(value.inOneLine).", "\(error)")
    }
    return names
  }

  /// A year, meaning its first of January, or a date.
  mutating func agreementStart(required: Bool) -> Day? {
    guard let value = value("agreementStart", missing: required ? "2025" : nil) else {
      return nil
    }
    if case .scalar(let text, _) = value.content {
      if let day = Day(text) ?? Day("\(text)-01-01") { return day }
    }
    note(
      "agreementStart", "is \(value.shown).",
      "Allowed: a year or a day. Write 2025, which is its first of January, or 2019-07-01.")
    return nil
  }

  /// Notes a year that is none of the agreement's.
  mutating func check(
    _ year: PerformanceYear, of agreement: AgreementPeriod, under rules: Rulebook,
    key: String = "performanceYear"
  ) {
    let count: Int
    do {
      count = try Self.yearsInAgreement(year, agreement, under: rules)
    } catch {
      return note(unknownStart: error)
    }
    // An agreement that starts in mid-year has that part of a year before its whole ones.
    let extra = agreement.firstDay == PerformanceYear(agreement.firstDay.year).firstDay ? 0 : 1
    guard !(1...count + extra).contains(agreement.place(of: year)) else { return }
    let last = agreement.performanceYear(count + extra)
    note(
      key, "is \(shown(key)).",
      "Allowed: \(agreement.performanceYear(1)) through \(last), the years of an agreement from "
        + "\(agreement.firstDay) (42 CFR 425.200). Correct it or agreementStart.")
  }

  /// Notes an agreement that starts before its rules.
  mutating func note(unknownStart error: any Error) {
    let earliest = (error as? NotInForce)?.earliest
    note(
      "agreementStart", "is \(shown("agreementStart")).",
      earliest.map { "Allowed: agreements from \($0.from) (\($0.cite)). Write a later start." }
        ?? "\(error)")
  }

  private static func yearsInAgreement(
    _ year: PerformanceYear, _ agreement: AgreementPeriod, under rules: Rulebook
  ) throws -> Int {
    let dated = try rules.inForce(
      "participation-options.performanceYears", in: year, of: agreement)
    guard case .number(let count) = dated.value else { return 0 }
    return Int(count)
  }
}
