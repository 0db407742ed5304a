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

  @Test(arguments: widths, [0, 1, 7, 64, 1_000])
  func `sums are those of one by one`(width: Int32, count: Int) throws {
    let cents = Self.amounts(beside: count)
    try cents.withUnsafeBufferPointer { cents in
      let column = try #require(AmountColumn(cents, width: width))
      var (all, one) = (ExactMoments(), ExactMoments())
      all.add(column)
      for amount in cents { one.add(amount) }
      #expect(all == one)
      #expect(column.sums.least == cents.min())
      #expect(column.sums.most == cents.max())
      #expect(column.sums.below == cents.count { $0 < 0 })
      #expect(column.sums.zeros == cents.count { $0 == 0 })
      for amount in [0, 1, -1_024, AmountTallyTests.shared] {
        #expect(column.count(of: amount) == cents.count { $0 == amount })
      }
    }
  }

  @Test(arguments: widths, [5, -5])
  func `the least and the most are those of amounts all above zero, or all below`(
    width: Int32, sign: Int64
  ) throws {
    let cents = (1...9).map { $0 * sign }
    try cents.withUnsafeBufferPointer {
      let sums = try #require(AmountColumn($0, width: width)).sums
      #expect((sums.least, sums.most) == (min(sign, 9 * sign), max(sign, 9 * sign)))
    }
  }

  @Test(arguments: widths)
  func `the largest amounts, as many as a run tallies at once, overflow nothing`(
    width: Int32
  ) throws {
    let largest = (Int64(1) << 40) - 1
    let cents = Array(repeating: -largest, count: 100_000)
    try cents.withUnsafeBufferPointer { cents in
      let column = try #require(AmountColumn(cents, width: width))
      var all = ExactMoments()
      all.add(column)
      #expect(all.sum == -Int128(largest) * 100_000)
      // (2^40 - 1)^2 = 2^80 - 2^41 + 1.
      let squares = (Int128(1) << 80 - Int128(1) << 41 + 1) * 100_000
      #expect(Int128(all.squaresHigh) << 64 + Int128(all.squaresLow) == squares)
    }
  }

  @Test(arguments: widths)
  func `bins and pages are those of one by one`(width: Int32) throws {
    let cents = Self.amounts(beside: 1_001)
    try cents.withUnsafeBufferPointer { cents in
      let column = try #require(AmountColumn(cents, width: width))
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
      #expect(AmountColumn(cents) == nil)
      var tally = AmountTally(shared: [AmountTallyTests.shared])
      tally.add(cents)
      var moments = ExactMoments()
      for amount in cents { moments.add(amount) }
      #expect(tally.moments == moments)
      #expect((tally.least, tally.most) == (cents.min() ?? 0, cents.max() ?? 0))
      #expect(tally.sharedCounts == [1])
      var bins: [Int: Int] = [:]
      tally.counts.eachBin { bins[$0] = $1 }
      #expect(bins == Dictionary(cents.map { (AmountBins.bin(of: $0), 1) }, uniquingKeysWith: +))
      let signs = SignCounts(cents)
      #expect(signs.below == cents.count { $0 < 0 })
      #expect((signs.zeros, signs.below + signs.zeros + signs.above) == (1, 6))
    }
  }

  @Test func `nothing is no column`() {
    #expect(AmountColumn(UnsafeBufferPointer(start: nil, count: 0)) == nil)
  }
}
