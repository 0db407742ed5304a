import CAmounts
import CWidths

/// Amounts of many trials, in whole cents, each less than 2^40 cents either way: what a kernel in C adds
/// up and puts into bins at once, to the same sums and counts as one by one.
struct AmountColumn {
  let cents: UnsafeBufferPointer<Int64>
  let sums: ca_sums
  private let width: Int32

  /// `nil` for larger amounts, and where there are too many or none: they are taken one by one.
  ///
  /// - Parameter width: Of the registers used, as `cw_widest` counts them.
  init?(_ cents: UnsafeBufferPointer<Int64>, width: Int32 = cw_widest()) {
    guard !cents.isEmpty, cents.count <= Int(ca_most_amounts) else { return nil }
    var sums = ca_sums()
    ca_add_up(width, cents.baseAddress, Int32(cents.count), &sums)
    guard sums.beyond == 0 else { return nil }
    (self.cents, self.sums, self.width) = (cents, sums, width)
  }

  func count(of amount: Int64) -> Int {
    Int(ca_count_alike(width, cents.baseAddress, Int32(cents.count), amount))
  }

  /// The bin of each, as `AmountBins` numbers them, and the pages that hold any, as bits.
  func findBins(_ bins: UnsafeMutableBufferPointer<Int32>) -> (positive: UInt64, negative: UInt64) {
    var pages: (positive: UInt64, negative: UInt64) = (0, 0)
    withUnsafeMutablePointer(to: &pages) {
      $0.withMemoryRebound(to: UInt64.self, capacity: 2) {
        ca_find_bins(width, cents.baseAddress, Int32(cents.count), bins.baseAddress, $0)
      }
    }
    return pages
  }
}

extension ExactMoments {
  mutating func add(_ column: AmountColumn) {
    let sums = column.sums
    sum &+= Int128(sums.sum)
    let half = UInt128(ca_amount_bits / 2)
    let squares =
      UInt128(sums.high) << (2 * half) + UInt128(sums.cross) << (half + 1) + UInt128(sums.low)
    add(high: squares >> 64, low: UInt64(truncatingIfNeeded: squares))
  }

  mutating func add(_ cents: UnsafeBufferPointer<Int64>) {
    if let column = AmountColumn(cents) { add(column) } else { for one in cents { add(one) } }
  }
}

/// How many amounts are below, at and above zero.
struct SignCounts {
  private(set) var below = 0
  private(set) var zeros = 0
  private(set) var above = 0

  init(_ cents: UnsafeBufferPointer<Int64>) {
    if let column = AmountColumn(cents) {
      (below, zeros) = (Int(column.sums.below), Int(column.sums.zeros))
    } else {
      for one in cents {
        below += one < 0 ? 1 : 0
        zeros += one == 0 ? 1 : 0
      }
    }
    above = cents.count - below - zeros
  }
}
