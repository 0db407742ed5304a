import Regulation

/// The parts of a benchmark file, by enrollment type and benchmark year.
extension CaseFields {
  /// One mapping for each of the four types, each read by `read`.
  mutating func byType<Value>(
    _ read: (EnrollmentType, inout CaseFields) -> Value?
  ) -> ByEnrollmentType<Value>? {
    ByEnrollmentType<Value?> { type in
      guard var inner = mapping(type.rawValue, missing: "{…}") else { return nil }
      let value = read(type, &inner)
      inner.finish()
      absorb(inner)
      return value
    }.ofAll()
  }

  /// Notes a key that bears on nothing in an agreement from its start.
  mutating func refuse(_ key: String, _ paragraph: Paragraph, _ what: String) {
    note(
      key, "is given.",
      "Allowed: only for agreements with \(what) (\(paragraph)). Delete it, or correct "
        + "agreementStart.")
  }

  mutating func benchmarkStratum() -> BenchmarkStratum? {
    let (size, money) = (BenchmarkBounds.personYears, BenchmarkBounds.perCapita)
    let growth = BenchmarkBounds.growth
    let years = numbers("personYears", 3, size, missing: "[1_560, 1_590, 1_610]")
    let spent = numbers("expenditure", 3, money, missing: "[11_000, 11_600, 12_200]")
    let scores = numbers("riskScore", 3, BenchmarkBounds.riskScore, missing: "[1.05, 1.06, 1.07]")
    let nation = numbers("nationalGrowth", 2, growth, missing: "[1.11, 1.055]")
    let region = numbers("regionalGrowth", 2, growth, missing: "[1.10, 1.05]")
    let share = number("marketShare", BenchmarkBounds.share, missing: "0.15")
    let regional = number("regionalExpenditure", money, missing: "12_900")
    let national = number("nationalExpenditure", money, missing: "12_500")
    let nationalScore = number("nationalRiskScore", BenchmarkBounds.riskScore) ?? 1
    guard let years = years.flatMap(ByBenchmarkYear.init), let nation, let region, let share,
      let spent = spent.flatMap(ByBenchmarkYear.init), let regional, let national,
      let scores = scores.flatMap(ByBenchmarkYear.init)
    else { return nil }
    return BenchmarkStratum(
      personYears: years.map { PersonYears($0) }, expenditure: spent.map { PerCapita($0) },
      riskScore: scores.map { Rate($0) },
      nationalGrowth: .init(first: Rate(nation[0]), second: Rate(nation[1])),
      regionalGrowth: .init(first: Rate(region[0]), second: Rate(region[1])),
      marketShare: Rate(share), regionalExpenditure: PerCapita(regional),
      nationalExpenditure: PerCapita(national), nationalRiskScore: Rate(nationalScore))
  }

  mutating func priorSavings() -> PriorSavings? {
    let savings = numbers("perCapita", 3, BenchmarkBounds.savings, missing: "[250, 420, 0]")
    let standings = words("standing", 3, PriorSavings.Standing.self)
    let ratio = number(
      "populationRatio", BenchmarkBounds.populationRatio, missing: "0.95",
      cite: Paragraph.priorSavings.rawValue)
    guard let savings, let standings, let ratio,
      let years = ByBenchmarkYear(
        zip(savings, standings).map { PriorSavings.Year(perCapita: PerCapita($0), standing: $1) })
    else { return nil }
    return PriorSavings(years: years, populationRatio: Rate(ratio))
  }

  /// A list of words, this many; each the first of them where the key is left out.
  private mutating func words<Word: RawRepresentable & CaseIterable>(
    _ key: String, _ count: Int, _ type: Word.Type
  ) -> [Word]? where Word.RawValue == String, Word.AllCases == [Word] {
    guard let value = value(key, missing: nil) else {
      return has(key) ? nil : Array(repeating: Word.allCases[0], count: count)
    }
    let words = (value.items ?? []).compactMap { Word(rawValue: $0.inOneLine) }
    if words.count == count, value.items?.count == count { return words }
    note(
      key, "is \(value.inOneLine).",
      "Allowed: a list of \(count), each \(Word.allCases.map(\.rawValue).joined(separator: ", ")). "
        + "Write one for each year.")
    return nil
  }
}

extension ByEnrollmentType {
  /// The four values, where none is missing.
  func ofAll<Present>() -> ByEnrollmentType<Present>? where Value == Present? {
    guard let esrd, let disabled, let agedDual, let agedNonDual else { return nil }
    return .init(esrd: esrd, disabled: disabled, agedDual: agedDual, agedNonDual: agedNonDual)
  }
}
