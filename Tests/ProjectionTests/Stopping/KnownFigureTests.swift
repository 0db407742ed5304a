import Regulation
import Testing

@testable import Projection

@Suite struct KnownFigureTests {
  private static func reached(_ comparison: Comparison, precision: Double) -> StoppingReached {
    StoppingReached(
      comparison, by: StoppingRule(precision: precision, confidence: nil, mostTrials: 10_000_000),
      look: 1, StoppingSample.plain)
  }

  private static func figure(
    _ name: KnownFigure.Name, of option: Int, in reached: StoppingReached
  ) throws -> KnownFigure {
    try #require(reached.figures.first { $0.name == name && $0.option == option })
  }

  @Test func `six figures of each option, and the lead over the next`() throws {
    let reached = Self.reached(
      try StoppingSample.comparison(means: [500, 2_000, 900]), precision: 0.01)
    #expect(reached.figures.count == 19)
    let lead = try #require(reached.figures.last)
    #expect(lead.name == .lead && lead.option == 1 && lead.value == 1_100)
    #expect(reached.isReached && reached.best == nil && reached.trialsNeeded == nil)
    let alone = Self.reached(try StoppingSample.comparison(means: [500]), precision: 0.01)
    #expect(alone.figures.count == 6)
  }

  /// A mean of 2,000 with an error of 10: 1.959964 · 10 / 2,000 = 0.0097998.
  @Test func `dollars are known to a share of the figure, a step either side`() throws {
    var comparison = try StoppingSample.comparison(means: [500, 2_000])
    comparison.outlooks[1].net.mean.standardError = 10
    let known = try Self.figure(.mean, of: 1, in: Self.reached(comparison, precision: 0.01))
    #expect(abs(known.precision - 0.00979982) < 1e-8 && !known.isSmall)
    #expect(Self.reached(comparison, precision: 0.0098).isReached)
    #expect(!Self.reached(comparison, precision: 0.0097).isReached)
    #expect(Self.reached(comparison, precision: 0.0097).coarsest == known)
  }

  /// A tenth of the standard deviation of 1,000 is 100: a mean of 50 with an error of 0.5 is known to
  /// 0.979982 of 100, as one of 0 is; one of 101 to 0.97 of a percent of itself.
  @Test func `a figure next to nothing is measured by a tenth of the spread`() throws {
    for (mean, scale) in [(50.0, 100.0), (0, 100), (-99.99, 100), (100.01, 100.01), (-300, 300)] {
      var comparison = try StoppingSample.comparison(means: [mean])
      comparison.outlooks[0].net.mean.standardError = 0.5
      let known = try Self.figure(.mean, of: 0, in: Self.reached(comparison, precision: 0.01))
      #expect(known.scale == scale)
      #expect(known.isSmall == (mean.magnitude < 100))
      #expect(abs(known.precision - 0.979982 / scale) < 1e-8)
    }
    // Nothing varies: known, though there is nothing to be a share of.
    var still = try StoppingSample.comparison(means: [0])
    still.outlooks[0].net.standardDeviation = 0
    #expect(Self.reached(still, precision: 0.001).isReached)
  }

  /// 5th percentile −290 between −300 and −280: 10 / 290. A chance between 0.20 and 0.24: 2 points.
  @Test func `percentiles by half their interval, chances in points`() throws {
    var comparison = try StoppingSample.comparison(means: [500])
    comparison.outlooks[0].net.quantiles[0] = QuantileEstimate(
      level: 0.05, value: Cents(-29_000), low: Cents(-30_000), high: Cents(-28_000),
      standardError: 5, isAtom: false)
    comparison.outlooks[0].chanceOfAnyRepayment = Chance(
      value: 0.22, low: 0.20, high: 0.24, standardError: 0.01)
    let reached = Self.reached(comparison, precision: 0.01)
    let percentile = try Self.figure(.fifthPercentile, of: 0, in: reached)
    #expect(abs(percentile.precision - 10 / 290) < 1e-12)
    let chance = try Self.figure(.chanceToOwe, of: 0, in: reached)
    #expect(abs(chance.precision - 0.02) < 1e-12)
    #expect(chance.isChance && !chance.isSmall && !percentile.isChance)
    #expect(!reached.isReached && reached.coarsest == percentile)
    // 0.03448 after 4,096 trials: below 0.01 with 11.9 times as many, at the look of 16 times.
    #expect(reached.trialsNeeded == 65_536)
  }

  @Test func `both must hold where both are asked`() throws {
    let rule = StoppingRule(precision: 0.01, confidence: 0.95, mostTrials: 10_000_000)
    func reached(_ meanError: Double, _ pairError: Double) throws -> StoppingReached {
      var comparison = try StoppingSample.comparison(means: [500, 2_000]) { _, _ in pairError }
      comparison.outlooks[0].net.mean.standardError = meanError
      return StoppingReached(comparison, by: rule, look: 1, StoppingSample.plain)
    }
    #expect(try reached(0, 1).isReached)
    // The lead of 1,500 is known to 0.98 of a percent with an error of 7.5; undecided from 669 on.
    let coarse = try reached(100, 1)
    #expect(!coarse.isReached && coarse.isDecided && !coarse.isPrecise)
    let open = try reached(0, 700)
    #expect(!open.isReached && !open.isDecided)
  }
}
