import Regulation

extension Stress {
  /// The scenario under each other reading, of what the regulation's text does not settle, that it
  /// could have chosen and that bears on an agreement like its own. One reading moves at a time.
  ///
  /// Throws `NotInForce` for agreements that start before the rules do.
  public static func readings(for scenario: Scenario) throws -> [Stress] {
    let facts = scenario.agreement
    let terms = try Rulebook.current().adopting(scenario.editions).historicalBenchmarkTerms(
      for: BenchmarkStanding(agreementNumber: facts.number), of: facts.period,
      timesCounted: scenario.readings.timesCounted,
      divisor: scenario.readings.prospectiveTrendDivisor)
    return divisors(scenario, besides: terms.prospectiveTrendDivisor)
      + (facts.number > 1 ? counts(scenario, besides: terms.regional.timesCounted) : [])
  }

  /// The rule that a reading made this way stands for.
  public static let rulesRead = [
    "prospectiveTrendDivisor": "benchmark.prospectiveTrend.divisor",
    "timesCounted": "benchmark.regionalAdjustment.timesCounted",
  ]

  private static func divisors(
    _ scenario: Scenario, besides used: ProspectiveTrendDivisor?
  ) -> [Stress] {
    guard let used else { return [] }
    return ProspectiveTrendDivisor.allCases.filter { $0 != used }.map { other in
      var changed = scenario
      changed.readings.prospectiveTrendDivisor = other
      return reading("prospectiveTrendDivisor", other.rawValue, .prospectiveTrend, changed)
    }
  }

  private static func counts(
    _ scenario: Scenario, besides used: RegionalTimesCounted
  ) -> [Stress] {
    RegionalTimesCounted.allCases.filter { $0 != used }.map { other in
      var changed = scenario
      changed.readings.timesCounted = other
      return reading("timesCounted", other.rawValue, .regionalAdjustment, changed)
    }
  }

  private static func reading(
    _ name: String, _ word: String, _ paragraph: Paragraph, _ changed: Scenario
  ) -> Stress {
    Stress(
      name: name, title: word, says: "rules.readings.\(name) is \(word).",
      source: "the text of \(paragraph) does not settle it", changed: changed)
  }
}
