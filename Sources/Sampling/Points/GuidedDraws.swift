import Probability

/// Draws of a history that points give, those that move net most first, each once: all but those of
/// single beneficiaries, measures and programs, further draws of an address that hardly matter, and what
/// befalls few trials.
///
/// The order is fixed, by slope and curvature of net in each draw's normal score on the shipped
/// scenarios: one found from a pilot is mostly the pilot's noise beyond the first twenty draws, and good
/// or bad by luck. The early dimensions of a Sobol' sequence are the most even.
public enum GuidedDraws {
  public static let all: [GuidedPlace] =
    places(.expenditureEffect, [0], 1...1) + straightDraws + lasting + first + second + third + last

  /// Places in `all` of what multiplies or replaces other draws, and so is a dimension by itself: turned
  /// into a direction with the others it would lie in none of them.
  public static let straight = 1..<1 + straightDraws.count

  /// Whether a new participant list comes, and how large it is; how wide the effect's tail.
  private static let straightDraws =
    places(.participantChange, [0], 1...5) + places(.expenditureEffect, [5])

  /// What every later year keeps.
  private static let lasting =
    places(.expenditureEffect, [0], 2...3) + places(.nationalGrowth, [0], 1...1)
    + places(.expenditureEffect, [0], 4...4) + places(.nationalGrowth, [1], 1...1)
    + places(.parameters, [27]) + places(.nationalGrowth, [0], 2...2)
    + places(.historicalBenchmarkNoise, [11]) + places(.expenditureEffect, [4])
    + places(.parameters, [0]) + places(.riskScore, [0], 1...1)
    + places(.nationalGrowth, [0], 3...3) + places(.parameters, [3])

  private static let first =
    places(.claimsNoise, [3], 1...1) + places(.expenditureEffect, [0], 5...5)
    + places(.historicalBenchmarkNoise, [7]) + places(.riskScore, [0], 2...2)
    + places(.claimsNoise, [3], 2...5) + places(.joining, [3], 1...2, draw: 1)
    + places(.historicalBenchmarkNoise, [10, 9]) + places(.nationalGrowth, [0], 4...4)
    + places(.regionalDeviation, [0], 1...3) + places(.nationalGrowth, [1], 2...3)
    + places(.riskScore, [0], 3...3) + places(.quality, [0], 1...3)
    + places(.historicalBenchmarkNoise, [8, 6, 5]) + places(.parameters, [1])
    + places(.joining, [3], 3...4, draw: 1)

  private static let second =
    places(.claimsNoise, [2, 1], 1...1) + places(.regionalDeviation, [0], 4...5)
    + places(.riskScore, [0], 4...4) + places(.claimsNoise, [2, 1], 2...5)
    + places(.trueUp, [0], 1...5) + places(.quality, [0], 4...5)
    + places(.retention, [0], 1...4, draw: 1) + places(.nationalGrowth, [0], 5...5)
    + places(.nationalGrowth, [7], 1...3)
    + places(.historicalBenchmarkNoise, [3, 4, 2, 1, 0, 12]) + places(.riskScore, [7], 1...3)

  private static let third =
    places(.nationalGrowth, [1], 4...5) + places(.claimsNoise, [0], 1...5)
    + places(.parameters, [26, 2, 4, 5, 6, 7, 8]) + places(.riskScore, [0], 5...5)
    + places(.riskScore, [8, 9, 10, 11]) + places(.riskScore, [1], 1...5)
    + places(.retention, [0], 1...4) + places(.joining, [3], 1...3)
    + places(.joining, [3], 5...5, draw: 1)

  private static let last =
    places(.nationalGrowth, [7], 4...5)
    + places(.riskScore, [7], 4...5) + places(.riskScore, [6, 5], 1...3)
    + places(.historicalBenchmarkNoise, [11], 1...5) + places(.riskScore, [11], 1...5)
    + places(.quality, [1], 1...5) + places(.expenditureEffect, [1], 1...5)
    + places(.parameters, Array(17...25) + [28]) + places(.parameters, Array(9...16))

  /// Year by year, in each year slot by slot; year 0 is before the first one.
  private static func places(
    _ purpose: Purpose, _ slots: [Int], _ years: ClosedRange<Int> = 0...0, draw: Int = 0
  ) -> [GuidedPlace] {
    years.flatMap { year in
      slots.map { GuidedPlace(purpose, slot: $0, year: year, draw: draw) }
    }
  }
}
