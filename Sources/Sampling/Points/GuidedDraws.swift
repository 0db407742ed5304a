import Probability

/// Draws of a history that points may give: all but those of single beneficiaries, measures and
/// programs, second words that hardly matter, and what befalls few trials.
public enum GuidedDraws {
  /// Draws made once a trial, then those of each performance year; each once.
  public static let all: [GuidedPlace] =
    onceATrial + (1...5).flatMap { (year: Int) in growth(year) + assignment(year) + luck(year) }

  private static func places(
    _ purpose: Purpose, _ slots: [Int], year: Int, draw: Int = 0, word: Int = 0
  ) -> [GuidedPlace] {
    slots.map { GuidedPlace(purpose, slot: $0, year: year, draw: draw, word: word) }
  }

  private static var onceATrial: [GuidedPlace] {
    places(.parameters, Array(0...28), year: 0)
      + places(.expenditureEffect, [4, 5], year: 0)
      + places(.historicalBenchmarkNoise, Array(0...12), year: 0)
      + places(.riskScore, Array(6...9), year: 0)
  }

  private static func growth(_ year: Int) -> [GuidedPlace] {
    places(.nationalGrowth, Array(0...5), year: year)
      + places(.regionalDeviation, [0], year: year)
      + places(.expenditureEffect, [0, 2], year: year)
      + places(.quality, [0, 1], year: year)
  }

  private static func assignment(_ year: Int) -> [GuidedPlace] {
    places(.retention, [0], year: year) + places(.retention, [0], year: year, word: 1)
      + places(.joining, Array(0...3), year: year) + places(.joining, [3], year: year, word: 1)
      + places(.participantChange, [0], year: year) + places(.trueUp, [0], year: year)
  }

  /// Risk scores, claims, and both anew for a new participant list.
  private static func luck(_ year: Int) -> [GuidedPlace] {
    places(.riskScore, Array(0...13), year: year)
      + places(.claimsNoise, Array(0...3), year: year)
      + places(.claimsNoise, Array(0...3), year: year, draw: 1)
      + places(.historicalBenchmarkNoise, Array(0...11), year: year)
  }
}
