import Probability
import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

@Suite struct InputRangeTests {
  private static func range(
    _ input: Input, _ change: (inout Assumptions) -> Void, trials: Int = 4_000
  ) throws -> InputRange {
    var scenario = Scenario.quiet(
      assigned: 10_000, savingsRate: 0.01, noise: 0, law: .none, trials: trials)
    change(&scenario.assumptions)
    let agreement = try Agreement(scenario, under: try Rulebook.current())
    return try #require(try agreement.inputRanges(trials: trials).first { $0.input == input })
  }

  @Test func `where nothing is uncertain no input has a range`() throws {
    let agreement = try Agreement(
      Scenario.quiet(assigned: 10_000, savingsRate: 0.01, noise: 0, law: .none),
      under: try Rulebook.current())
    for range in try agreement.inputRanges(trials: 50) {
      #expect(!range.isUncertain && range.atTenth == nil && range.atNinetieth == nil)
    }
  }

  /// Yearly shocks of 2 percent, correlated 0.3 from year to year, weighed 5, 4, 3, 2, 1 in 15:
  /// 0.02 √(Σ w w 0.3^|i−j|) = 0.02 √0.3757 = 1.226 percent. The width of the middle four fifths of
  /// 4,000 trials is known to 1.4 percent of itself.
  @Test func `the nation's spread is that of its weighted growth`() throws {
    let range = try Self.range(.trendMiss) {
      $0.nationalGrowth.standardDeviation = 0.02
      $0.nationalGrowth.autocorrelation = 0.3
    }
    #expect(abs(range.spread / 0.01226 - 1) < 0.05)
    let (low, high) = (try #require(range.atTenth), try #require(range.atNinetieth))
    #expect(abs(low.value + 1.2816 * range.spread) < 1e-6)
    #expect(abs(high.value - 1.2816 * range.spread) < 1e-6)
    // Of a normal sample: √2 × 0.3/√4,000 over the density at 1.2816, 0.1755, over the width 2.5631.
    #expect(abs(range.relativeError / 0.0149 - 1) < 0.25)
    #expect(abs(high.standardError / (high.value * range.relativeError) - 1) < 1e-6)
    #expect(abs(low.standardError / high.standardError - 1) < 1e-6)
  }

  /// Independent years of 2 points: 0.02/√5 = 0.894 points.
  @Test func `the standard's spread is a fifth of its yearly variance`() throws {
    let range = try Self.range(.qualityStandard) { $0.quality.standardStandardDeviation = 0.02 }
    #expect(abs(range.spread / 0.008944 - 1) < 0.05)
  }

  /// Innovations of 1 percent that stay: √(Σ (6 − t)²)/5 = √55/5 = 1.483 times; Student-t of 6.5
  /// degrees of freedom has its 90th percentile at 1.4235 × √(4.5/6.5) = 1.1844 of its spread, which
  /// a normal one has at 1.2816.
  @Test func `true savings have the effect's heavy tails`() throws {
    let range = try Self.range(.trueSavings) {
      $0.expenditureEffect.persistentStandardDeviation = 0.01
    }
    let law = StudentT(degreesOfFreedom: 6.5)
    let expected = 0.01483 * law.quantile(0.9) / InputRange.ninetieth
    #expect(abs(range.spread / expected - 1) < 0.05)
    #expect(
      abs(range.shift(score: InputRange.ninetieth) / (InputRange.ninetieth * range.spread) - 1)
        < 1e-9)
    #expect(range.shift(score: 3) > 3 * range.spread * 1.1)
    #expect(abs(range.shift(score: -3) + range.shift(score: 3)) < 1e-12)
  }

  @Test func `a level rises with its score and is the scenario's at zero`() throws {
    let agreement = try Agreement(
      try TypicalACO.scenario(assigned: 9_000, start: "2027-01-01", trials: 300, record: false),
      under: try Rulebook.current())
    for range in try agreement.inputRanges(trials: 300) where range.isUncertain {
      let levels = stride(from: -4.0, through: 4, by: 0.5).map {
        range.level(at: range.shift(score: $0), in: agreement.scenario)
      }
      for (one, next) in zip(levels, levels.dropFirst()) { #expect(one < next, "\(range.input)") }
      #expect(levels[8] == range.level)
    }
  }

  @Test func `a record leaves the benchmark out, and measures the score`() throws {
    let scenario = try TypicalACO.scenario(
      assigned: 9_000, start: "2025-01-01", trials: 100, record: true)
    let agreement = try Agreement(scenario, under: try Rulebook.current())
    let inputs = try agreement.inputRanges(trials: 100).map(\.input)
    #expect(!inputs.contains(.historicalBenchmark) && inputs.contains(.qualityScore))
  }
}
