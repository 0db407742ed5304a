import CAmounts
import CWidths
import Testing

@testable import Projection

/// The kernel against one amount at a time: the same sums, counts and bins, at every width.
@Suite struct AmountColumnTests {
  static let widths = Array(0...cw_widest())

  /// About every power of two that fits, either way; zero; and, so that lengths are no multiple of a
  /// register's, as many seeded amounts as asked for.
  static func amounts(beside count: Int) -> [Int64] {
    let edges = (0..<40).flatMap { power in
      [-1, 0, 1].map { (Int64(1) << Int64(power)) + $0 }
    }
    let all = [0] + edges + edges.map { -$0 } + AmountTallyTests.amounts(count, seed: 41)
    return all.filter { $0.magnitude < 1 << 40 }
  }

  private static func expectSums(of column: AmountColumn, _ cents: UnsafeBufferPointer<Int64>) {
    var one = ExactMoments()
    for amount in cents { one.add(amount) }
    #expect(column.moments == one)
    #expect((column.least, column.most) == (cents.min() ?? .max, cents.max() ?? .min))
    #expect(column.below == cents.count { $0 < 0 })
    #expect(column.zeros == cents.count { $0 == 0 })
    #expect(column.above == cents.count { $0 > 0 })
    // Of any width of amounts: what falls short of the largest narrow one, and of one more.
    for edge in [(Int64(1) << 40) - 1, 1 << 40] {
      #expect(column.shortfall(of: edge) == Self.shortfall(of: edge, cents))
    }
  }

  private static func shortfall(of edge: Int64, _ cents: UnsafeBufferPointer<Int64>) -> Int128 {
    cents.reduce(0) { $0 + max(0, Int128(edge) - Int128($1)) }
  }

  @Test(arguments: widths, [0, 1, 7, 64, 1_000])
  func `sums are those of one by one`(width: Int32, count: Int) {
    let cents = Self.amounts(beside: count)
    cents.withUnsafeBufferPointer { cents in
      let column = AmountColumn(cents, width: width)
      #expect(column.isNarrow)
      Self.expectSums(of: column, cents)
      for amount in [0, 1, -1_024, AmountTallyTests.shared] {
        #expect(column.count(of: amount) == cents.count { $0 == amount })
        #expect(column.count(below: amount) == cents.count { $0 < amount })
        #expect(column.shortfall(of: amount) == Self.shortfall(of: amount, cents))
      }
    }
  }

  @Test(arguments: widths, [5, -5])
  func `the least and the most are those of amounts all above zero, or all below`(
    width: Int32, sign: Int64
  ) {
    let cents = (1...9).map { $0 * sign }
    cents.withUnsafeBufferPointer {
      let column = AmountColumn($0, width: width)
      #expect((column.least, column.most) == (min(sign, 9 * sign), max(sign, 9 * sign)))
    }
  }

  @Test(arguments: widths)
  func `the largest amounts, as many as a run tallies at once, overflow nothing`(
    width: Int32
  ) {
    let largest = (Int64(1) << 40) - 1
    let cents = Array(repeating: -largest, count: 100_000)
    cents.withUnsafeBufferPointer { cents in
      let all = AmountColumn(cents, width: width).moments
      #expect(all.sum == -Int128(largest) * 100_000)
      // (2^40 - 1)^2 = 2^80 - 2^41 + 1.
      let squares = (Int128(1) << 80 - Int128(1) << 41 + 1) * 100_000
      #expect(Int128(all.squaresHigh) << 64 + Int128(all.squaresLow) == squares)
    }
  }

  @Test(arguments: widths)
  func `bins and pages are those of one by one`(width: Int32) {
    let cents = Self.amounts(beside: 1_001)
    cents.withUnsafeBufferPointer { cents in
      let column = AmountColumn(cents, width: width)
      var bins = Array(repeating: Int32(-1), count: cents.count)
      let pages = bins.withUnsafeMutableBufferPointer { column.findBins($0) }
      #expect(bins == cents.map { Int32(AmountBins.bin(of: $0)) })
      var (positive, negative) = (UInt64(0), UInt64(0))
      for amount in cents {
        let page = AmountBins.bin(of: amount) / AmountBins.places
        if page < AmountBins.firstNegative {
          positive |= 1 << UInt64(page)
        } else {
          negative |= 1 << UInt64(page - AmountBins.firstNegative)
        }
      }
      #expect(pages == (positive, negative))
    }
  }

  /// 2^40 cents are eleven billion dollars.
  @Test(arguments: [Int64(1) << 40, -(Int64(1) << 40), .max, .min])
  func `larger amounts are taken one by one, and counted too`(large: Int64) {
    let cents = [1, large, -7, AmountTallyTests.shared, large, 0]
    cents.withUnsafeBufferPointer { cents in
      let column = AmountColumn(cents)
      #expect(!column.isNarrow)
      Self.expectSums(of: column, cents)
      var tally = AmountTally(KnownAmounts(shared: [AmountTallyTests.shared]))
      tally.add(cents)
      #expect(tally.moments == column.moments)
      #expect((tally.least, tally.most) == (cents.min() ?? 0, cents.max() ?? 0))
      #expect(tally.sharedCounts == [1])
      var bins: [Int: Int] = [:]
      tally.counts.eachBin { bins[$0] = $1 }
      #expect(bins == Dictionary(cents.map { (AmountBins.bin(of: $0), 1) }, uniquingKeysWith: +))
    }
  }

  @Test(arguments: widths, [0, 1, 7, 64, 1_000])
  func `what falls short of an edge is added up`(width: Int32, count: Int) {
    let cents = Array(Self.amounts(beside: count).suffix(count))
    for edge in [0, -1_024, 7_000, AmountTallyTests.shared] {
      let sums = cents.withUnsafeBufferPointer { $0.sums(below: edge, width: width) }
      #expect(sums.all == cents.reduce(0, +))
      #expect(sums.shortfall == cents.reduce(0) { $0 + min($1 - edge, 0) })
    }
  }

  /// Halves, a step either side of them, wholes, what is held, and where doubles stop having halves.
  @Test(arguments: widths, [1.0, 100, 0x1p40])
  func `parts are whole, halves away from zero`(width: Int32, unit: Double) {
    let sizes = [0, 0.25, 0.5, 1, 1.5, 2.5, 99.5, 12_345.5, 0x1p50 - 0.5, 9.9e14, 1e15, 1e18]
    let near = sizes.flatMap { [$0, $0.nextUp, $0.nextDown] }
    let numbers = (near + near.map { -$0 }).map { $0 / unit }
    var parts = Array(repeating: Int64.zero, count: numbers.count)
    ca_whole_parts(width, numbers, Int32(numbers.count), unit, &parts)
    #expect(
      parts
        == numbers.map {
          Int64(max(-1e15, min(1e15, $0 * unit)).rounded(.toNearestOrAwayFromZero))
        })
  }

  @Test func `nothing comes to nothing`() {
    let none = UnsafeBufferPointer<Int64>(start: nil, count: 0)
    Self.expectSums(of: AmountColumn(none), none)
  }
}
