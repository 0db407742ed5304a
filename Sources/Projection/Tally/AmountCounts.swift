/// How many trials had an amount in each of the fixed bins.
///
/// Pages of bins are opened when an amount first falls in them: 4 KB each, some twenty for one
/// option's net, however many trials there are. Counts add up in any order.
struct AmountCounts: Sendable {
  /// By page: where it begins in `counts`, -1 for one that is not open.
  private var starts = Array(repeating: Int32(-1), count: AmountBins.pages)
  private var counts: [UInt32] = []
  /// Counts of as many pages as most amounts of one option open.
  private static let usual = 24 * AmountBins.places

  /// One amount a trial, in any order.
  mutating func add(_ column: AmountColumn) {
    guard column.isNarrow else {
      for cents in column.cents { add(1, to: AmountBins.bin(of: cents)) }
      return
    }
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: column.cents.count) { bins in
      let pages = column.findBins(bins)
      open(pages.positive, from: 0)
      open(pages.negative, from: AmountBins.firstNegative)
      starts.withUnsafeBufferPointer { starts in
        counts.withUnsafeMutableBufferPointer { counts in
          column.count(bins, from: starts, into: counts)
        }
      }
    }
  }

  mutating func add(_ other: AmountCounts) {
    for page in 0..<AmountBins.pages where other.starts[page] >= 0 { open(page) }
    counts.withUnsafeMutableBufferPointer { counts in
      other.counts.withUnsafeBufferPointer { added in
        for page in 0..<AmountBins.pages where other.starts[page] >= 0 {
          let (to, from) = (Int(starts[page]), Int(other.starts[page]))
          for place in 0..<AmountBins.places { counts[to + place] &+= added[from + place] }
        }
      }
    }
  }

  /// Adds to one bin.
  mutating func add(_ count: UInt32, to bin: Int) {
    let page = bin >> AmountBins.placeBits
    open(page)
    counts[Int(starts[page]) + bin & (AmountBins.places - 1)] &+= count
  }

  /// `nil` for a page that is not open.
  func counts(of page: Int) -> ArraySlice<UInt32>? {
    let start = Int(starts[page])
    return start < 0 ? nil : counts[start..<start + AmountBins.places]
  }

  /// Bins that hold something, the lowest amounts first.
  @inline(__always)
  func eachBin(_ body: (_ bin: Int, _ count: Int) -> Void) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: AmountBins.places) { held in
      counts.withUnsafeBufferPointer { counts in
        for (page, isNegative) in AmountBins.ascendingPages where starts[page] >= 0 {
          let bins = UnsafeBufferPointer(
            rebasing: counts[Int(starts[page])..<Int(starts[page]) + AmountBins.places])
          let count = Self.places(in: bins, to: held)
          for step in 0..<count {
            let place = Int(held[isNegative ? count - 1 - step : step])
            body(page << AmountBins.placeBits + place, Int(bins[place]))
          }
        }
      }
    }
  }

  /// Writes which bins of a page hold something, in their order; how many. Without a branch on a count:
  /// whether a bin holds something cannot be foretold.
  private static func places(
    in bins: UnsafeBufferPointer<UInt32>, to held: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    var count = 0
    for place in bins.indices {
      held[count] = Int32(truncatingIfNeeded: place)
      let bin = bins[place]
      count &+= Int((bin | (0 &- bin)) >> 31)
    }
    return count
  }

  /// Opens the pages marked, counted from the first.
  private mutating func open(_ marks: UInt64, from first: Int) {
    var marks = marks
    while marks != 0 {
      open(first + marks.trailingZeroBitCount)
      marks &= marks &- 1
    }
  }

  private mutating func open(_ page: Int) {
    guard starts[page] < 0 else { return }
    // Room for what most take, then for a few pages more: twice as many, as an array takes by itself, is
    // memory that few use.
    if counts.capacity < counts.count + AmountBins.places {
      counts.reserveCapacity(max(Self.usual, counts.count + 4 * AmountBins.places))
    }
    starts[page] = Int32(counts.count)
    counts.append(contentsOf: repeatElement(0, count: AmountBins.places))
  }
}

extension AmountCounts: Equatable {
  /// Whatever the order in which pages were opened.
  static func == (a: Self, b: Self) -> Bool {
    (0..<AmountBins.pages).allSatisfy { page in
      let (one, other) = (a.counts(of: page), b.counts(of: page))
      if let one, let other { return one.elementsEqual(other) }
      return (one ?? other)?.allSatisfy { $0 == 0 } ?? true
    }
  }
}
