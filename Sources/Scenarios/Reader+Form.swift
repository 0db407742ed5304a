import Regulation

/// Telling which of its two forms a scenario has: a finished benchmark, or a history from which it
/// is built.
extension Reader {
  private static let types = EnrollmentType.allCases.map(\.rawValue)

  /// By its keys; a key that is nearly right counts, for that it is misspelt is said elsewhere.
  mutating func chooseForm(of root: Written) {
    func has(_ pairs: [Written.Pair]?, _ names: [String]) -> Bool {
      pairs?.contains { Spelling.nearest(to: $0.key, among: names) != nil } ?? false
    }
    if let pair = root.pairs?.first(where: { has([$0], ["history"]) }) {
      form = .history
      historySpot = pair.spot
    } else if let population = root["population"], let pairs = population.value.pairs,
      !has(pairs, Self.types)
    {
      note(
        "population", population.spot, "holds none of the four types, and there is no history.",
        "Allowed: \(Self.choice(of: Self.types).replacing(" or ", with: " and ")) in population, "
          + "each with its historicalBenchmark, or history beside population, from which the "
          + "benchmark is built (42 CFR 425.652(a)). Write one of the two.")
    } else {
      form = .finished
    }
  }

  /// The path of a type's figures in this form of the file.
  func stratumPath(_ type: EnrollmentType) -> String {
    "\(form == .history ? "history" : "population").\(type.rawValue)"
  }

  /// One sentence for all that a history takes the place of.
  mutating func checkForm() {
    guard let first = misplaced.first else { return }
    let others =
      misplaced.count > 1 ? ", and \(misplaced.count - 1) more of a finished benchmark" : ""
    note(
      "history", historySpot, "is given beside \(first)\(others).",
      "Allowed: one of the two, a history from which the benchmark is built or a finished benchmark "
        + "(42 CFR 425.652(a)). Delete \(misplaced.joined(separator: ", ")), or history.")
  }

  /// What bears on nothing in an agreement like this one.
  mutating func checkBearing() throws {
    guard isSound("rules.editions", "agreement.start", "agreement.number") else { return }
    let agreement = scenario.agreement
    let rules = try rulebook.adopting(scenario.editions)
    let terms = try rules.historicalBenchmarkTerms(
      for: BenchmarkStanding(agreementNumber: agreement.number), of: agreement.period)
    let start = scenario.editions.isEmpty ? "agreement.start" : "agreement.start or rules.editions"
    if terms.prospectiveTrendDivisor == nil {
      refuseGiven(
        "rules.readings.prospectiveTrendDivisor", .prospectiveTrend,
        "only for agreements with a prospective trend", start)
    }
    if agreement.number == 1 {
      refuseGiven(
        "history.priorSavings", .priorSavings,
        "only for an ACO that renews or re-enters, with agreement.number above 1",
        "agreement.number")
    } else if terms.priorSavings == nil {
      refuseGiven(
        "history.priorSavings", .priorSavings,
        "only for agreements with a prior savings adjustment", start)
    }
  }

  private mutating func refuseGiven(
    _ place: String, _ paragraph: Paragraph, _ allowed: String, _ other: String
  ) {
    guard let spot = spots[place] else { return }
    note(
      place, spot, "is given.",
      "Allowed: \(allowed) (\(paragraph)). Delete it, or correct \(other).")
  }
}
