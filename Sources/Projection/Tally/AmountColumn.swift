import CAmounts
import CWidths

/// Amounts of many trials in whole cents, and what they add up to: added up once, for whoever counts
/// them.
///
/// A kernel in C does it, to the same sums as one by one, where every amount is less than 2^40 cents
/// either way.
struct AmountColumn {
  let cents: UnsafeBufferPointer<Int64>
  private(set) var moments = ExactMoments()
  /// Of no amounts, the largest and the smallest there are.
  private(set) var least = Int64.max
  private(set) var most = Int64.min
  /// How many are below zero, and how many zero.
  private(set) var below = 0
  private(set) var zeros = 0
  /// Whether the kernel took them.
  private(set) var isNarrow = false
  private let width: Int32

  var above: Int { cents.count - below - zeros }

  /// - Parameters:
  ///   - cents: At most `ca_most_amounts` for the kernel.
  ///   - width: Of the registers used, as `cw_widest` counts them.
  init(_ cents: UnsafeBufferPointer<Int64>, width: Int32 = cw_widest()) {
    self.cents = cents
    self.width = width
    if cents.count <= Int(ca_most_amounts) {
      var sums = ca_sums()
      ca_add_up(width, cents.baseAddress, Int32(cents.count), &sums)
      isNarrow = sums.beyond == 0
      if isNarrow { take(sums) }
    }
    if !isNarrow { for amount in cents { take(amount) } }
  }

  private mutating func take(_ sums: ca_sums) {
    moments.add(sums)
    (least, most) = (sums.least, sums.most)
    (below, zeros) = (Int(sums.below), Int(sums.zeros))
  }

  private mutating func take(_ amount: Int64) {
    moments.add(amount)
    (least, most) = (min(least, amount), max(most, amount))
    below += amount < 0 ? 1 : 0
    zeros += amount == 0 ? 1 : 0
  }

  func count(of amount: Int64) -> Int {
    guard cents.count <= Int(Int32.max) else { return cents.count { $0 == amount } }
    return Int(ca_count_alike(width, cents.baseAddress, Int32(cents.count), amount))
  }

  func count(below edge: Int64) -> Int {
    guard cents.count <= Int(Int32.max) else { return cents.count { $0 < edge } }
    return Int(ca_count_below(width, cents.baseAddress, Int32(cents.count), edge))
  }

  /// By how much amounts fall short of an edge, added.
  func shortfall(of edge: Int64) -> Int128 {
    guard isNarrow, edge.magnitude < 1 << ca_amount_bits else {
      return cents.reduce(0) { $0 + max(0, Int128(edge) - Int128($1)) }
    }
    return -Int128(cents.sums(below: edge, width: width).shortfall)
  }

  /// The bin of each, as `AmountBins` numbers them, and the pages that hold any, as bits. Of narrow
  /// columns alone.
  func findBins(_ bins: UnsafeMutableBufferPointer<Int32>) -> (positive: UInt64, negative: UInt64) {
    var pages: (positive: UInt64, negative: UInt64) = (0, 0)
    withUnsafeMutablePointer(to: &pages) {
      $0.withMemoryRebound(to: UInt64.self, capacity: 2) {
        ca_find_bins(width, cents.baseAddress, Int32(cents.count), bins.baseAddress, $0)
      }
    }
    return pages
  }

  /// Counts bins, which are lost; as `AmountCounts` keeps them.
  func count(
    _ bins: UnsafeMutableBufferPointer<Int32>, from starts: UnsafeBufferPointer<Int32>,
    into counts: UnsafeMutableBufferPointer<UInt32>
  ) {
    ca_count_bins(
      width, bins.baseAddress, Int32(bins.count), starts.baseAddress, counts.baseAddress)
  }
}

extension ExactMoments {
  fileprivate mutating func add(_ sums: ca_sums) {
    sum &+= Int128(sums.sum)
    let half = UInt128(ca_amount_bits / 2)
    let squares =
      UInt128(sums.high) << (2 * half) + UInt128(sums.cross) << (half + 1) + UInt128(sums.low)
    add(high: squares >> 64, low: UInt64(truncatingIfNeeded: squares))
  }
}

extension UnsafeBufferPointer<Int64> {
  /// Of amounts that add up within 64 bits: their sum, and what they fall short of an edge, negative.
  ///
  /// - Parameter width: Of the registers used, as `cw_widest` counts them.
  func sums(
    below edge: Int64, width: Int32 = cw_widest()
  ) -> (all: Int64, shortfall: Int64) {
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: 2) { sums in
      ca_fall_short(width, baseAddress, Int32(count), edge, sums.baseAddress)
      return (sums[0], sums[1])
    }
  }
}
