import Regulation
import Testing

@testable import Projection

@Suite struct DistributionTests {
  @Test func `a hundred known amounts have their known figures`() {
    // −1,000 … 98,000 cents in steps of 1,000, shuffled by a stride that meets every place.
    let cents = (0..<100).map { Int64(($0 * 37) % 100 - 1) * 1_000 }
    let found = Distribution(cents: cents)
    #expect(found.mean.value == 485)
    #expect(found.quantiles.map(\.value.count) == [3_000, 23_000, 48_000, 73_000, 93_000])
    #expect(found.chanceToOwe.value == 0.01)
    #expect(found.chanceOfNothing.value == 0.01)
    #expect(found.chanceToEarn.value == 0.98)
    #expect(found.tailMean.value == 10)
    #expect(found.worst == Cents(-1_000))
    #expect(found.best == Cents(98_000))
    // Variance of 100 equally spaced values: 10² · (100² − 1)/12 · 100/99 dollars².
    #expect(abs(found.standardDeviation - (100 * 9_999.0 / 12 * 100 / 99).squareRoot()) < 1e-9)
  }

  @Test func `a quantile inside a spike is said to be an atom`() {
    let cents = Array(repeating: Int64(0), count: 900) + (1...100).map { Int64($0) }
    let found = Distribution(cents: cents)
    #expect(found.quantiles[2].isAtom)
    #expect(found.quantiles[2].standardError == 0)
    #expect(!found.quantiles[4].isAtom)
  }

  @Test func `Wilson's interval for one in ten of a hundred`() {
    // Wilson 1927, worked by hand: centre (0.1 + 1.9207/100)/(1.038415), half 0.0596.
    let chance = Chance(10, of: 100)
    #expect(abs(chance.low - 0.05523) < 5e-6)
    #expect(abs(chance.high - 0.17437) < 5e-6)
    #expect(Chance(0, of: 100).low == 0)
    #expect(Chance(100, of: 100).high == 1)
  }

  @Test func `amounts whose sum passes 64 bits have a mean all the same`() {
    let found = Distribution(cents: Array(repeating: 100_000_000_000_000_000, count: 200))
    #expect(found.mean.value == 1e15)
    #expect(found.tailMean.value == 1e15)
  }

  @Test func `one trial is a distribution without error`() {
    let found = Distribution(cents: [-5])
    #expect(found.mean.value == -0.05)
    #expect(found.mean.standardError == 0)
    #expect(found.tailMean.value == -0.05)
  }
}
