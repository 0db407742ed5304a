import Regulation
import Testing

@testable import Projection

@Suite struct AmountTallyTests {
  /// Seeded amounts with a spike at zero and one at a shared amount, losses and gains of every size.
  static func amounts(_ count: Int, seed: UInt64) -> [Int64] {
    var state = seed
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    return (0..<count).map { _ in
      switch next() % 10 {
      case 0, 1: 0
      case 2, 3: shared
      default: Int64(next() % 1_000_000_000) - 300_000_000
      }
    }
  }

  static let shared: Int64 = -12_345_678

  static func tally(_ cents: [Int64]) -> AmountTally {
    var tally = AmountTally(KnownAmounts(shared: [shared]))
    cents.withUnsafeBufferPointer { tally.add($0) }
    return tally
  }

  @Test(arguments: [1, 2, 19, 1_000, 20_000])
  func `figures are those of the trials, quantiles within a bin of them`(count: Int) {
    let cents = Self.amounts(count, seed: UInt64(count))
    let (exact, read) = (Distribution(cents: cents), Distribution(Self.tally(cents)))
    #expect(read.trials == count)
    #expect(read.mean.value == exact.mean.value)
    #expect(Self.isClose(read.mean.standardError, exact.mean.standardError, within: 1e-9))
    #expect(Self.isClose(read.standardDeviation, exact.standardDeviation, within: 1e-9))
    #expect(read.chanceToOwe == exact.chanceToOwe)
    #expect(read.chanceOfNothing == exact.chanceOfNothing)
    #expect(read.chanceToEarn == exact.chanceToEarn)
    #expect(read.worst == exact.worst)
    #expect(read.best == exact.best)
    for (one, other) in zip(exact.quantiles, read.quantiles) {
      for (a, b) in [(one.value, other.value), (one.low, other.low), (one.high, other.high)] {
        #expect((a.count - b.count).magnitude <= a.count.magnitude / 1_024)
      }
      #expect(other.low <= one.low && one.high <= other.high)
    }
    #expect(
      abs(read.tailMean.value - exact.tailMean.value) <= abs(exact.tailMean.value) / 1_024)
  }

  @Test func `a shared amount is known to the cent, and said to be an atom`() {
    // 300 of 1,000 at the shared amount, which lies lowest: the 5th and 25th percentiles are it.
    let cents = (0..<1_000).map { $0 < 300 ? Self.shared : Int64($0) * 1_000_003 }
    let read = Distribution(Self.tally(cents))
    for quantile in read.quantiles.prefix(2) {
      #expect(quantile.value == Cents(Self.shared))
      #expect(quantile.standardError == 0)
      #expect(quantile.isAtom)
    }
    #expect(!read.quantiles[3].isAtom)
    #expect(read.tailMean.value == Double(Self.shared) / 100)
    #expect(read.tailMean.standardError == 0)
  }

  @Test func `parts add up in any order to the whole`() {
    let cents = Self.amounts(5_000, seed: 7)
    let whole = Self.tally(cents)
    let parts = [0..<1, 1..<1_300, 1_300..<1_300, 1_300..<4_999, 4_999..<5_000].map {
      Self.tally(Array(cents[$0]))
    }
    for order in [[0, 1, 2, 3, 4], [4, 2, 0, 3, 1], [3, 4, 1, 0, 2]] {
      #expect(
        order.reduce(into: AmountTally(KnownAmounts(shared: [Self.shared]))) { $0.add(parts[$1]) }
          == whole)
    }
  }

  @Test func `the largest amounts that cents are held to do not pass the bits there are`() {
    // 10,000 times 5 · 10¹⁷ cents: squares of 2.5 · 10³⁵ add up beyond 127 bits.
    let tally = Self.tally(Array(repeating: 500_000_000_000_000_000, count: 10_000))
    #expect(Distribution(tally).mean.value == 5e15)
    #expect(Distribution(tally).standardDeviation <= 5e15 * 1e-6)
  }

  @Test func `drawn bins hold every trial once, zeros apart`() {
    let cents = Self.amounts(20_000, seed: 3)
    let segments = AmountSegments(Self.tally(cents))
    let edges = HistogramEdges([segments])
    let (drawn, exact) = (Histogram(segments, edges), Histogram(cents, edges))
    #expect(drawn.zeros == exact.zeros)
    #expect(drawn.counts.reduce(0, +) == exact.counts.reduce(0, +))
    for (one, other) in zip(drawn.counts, exact.counts) {
      // A bin of the picture is some 58th of the range: a cut bin of the tally is a twentieth of it.
      #expect(abs(one - other) <= max(3, exact.counts.max().map { $0 / 20 } ?? 0))
    }
  }

  @Test func `a spread has the error of its fourth moment`() {
    let cents = Self.amounts(20_000, seed: 5)
    let exact = StudyTable.standardDeviation(of: cents.map { Double($0) / 100 })
    let read = Self.tally(cents).standardDeviation(
      of: cents.count, Randomisations(trials: []))
    #expect(Self.isClose(read.value, exact.value, within: 1e-9))
    #expect(Self.isClose(read.standardError, exact.standardError, within: 0.002))
    #expect(
      Self.tally([5, 5, 5]).standardDeviation(of: 3, Randomisations(trials: []))
        == Estimate(value: 0, standardError: 0))
  }

  static func isClose(_ a: Double, _ b: Double, within part: Double) -> Bool {
    abs(a - b) <= part * max(abs(a), abs(b))
  }
}
