/// How many trials had an amount in each of the fixed bins.
///
/// Pages of bins are opened when an amount first falls in them: 4 KB each, some twenty for one
/// option's net, however many trials there are. Counts add up in any order.
struct AmountCounts: Sendable {
  /// By page: where it begins in `counts`, -1 for one that is not open.
  private var starts = Array(repeating: Int32(-1), count: AmountBins.pages)
  private var counts: [UInt32] = []

  /// One amount a trial, in any order.
  mutating func add(_ column: UnsafeBufferPointer<Int64>) {
    open(column)
    starts.withUnsafeBufferPointer { starts in
      counts.withUnsafeMutableBufferPointer { counts in
        for cents in column {
          let bin = AmountBins.bin(of: cents)
          let place = Int(starts[bin >> AmountBins.placeBits]) + bin & (AmountBins.places - 1)
          counts[place] &+= 1
        }
      }
    }
  }

  mutating func add(_ other: AmountCounts) {
    for page in 0..<AmountBins.pages {
      guard let added = other.counts(of: page) else { continue }
      open(page)
      let start = Int(starts[page])
      for (place, count) in added.enumerated() { counts[start + place] &+= count }
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
  func eachBin(_ body: (_ bin: Int, _ count: Int) -> Void) {
    for (page, bins) in AmountBins.ascending {
      guard let held = counts(of: page) else { continue }
      for bin in bins {
        let count = held[held.startIndex + bin & (AmountBins.places - 1)]
        if count > 0 { body(bin, Int(count)) }
      }
    }
  }

  /// Opens every page that one of these amounts falls in.
  private mutating func open(_ column: UnsafeBufferPointer<Int64>) {
    var (positive, negative) = (UInt64(0), UInt64(0))
    for cents in column {
      let page = AmountBins.bin(of: cents) >> AmountBins.placeBits
      let mark = UInt64(1) &<< UInt64(page & (AmountBins.firstNegative - 1))
      if cents < 0 { negative |= mark } else { positive |= mark }
    }
    for octave in 0..<AmountBins.firstNegative {
      if positive >> UInt64(octave) & 1 == 1 { open(octave) }
      if negative >> UInt64(octave) & 1 == 1 { open(AmountBins.firstNegative + octave) }
    }
  }

  private mutating func open(_ page: Int) {
    guard starts[page] < 0 else { return }
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
