/// Amounts in ascending order as a tally knows them: so many trials between two amounts.
///
/// A shared amount is a segment of its own, and the other trials of its bin lie on either side of it
/// in proportion to the room there.
struct AmountSegments: Sendable {
  struct Segment: Sendable {
    /// In cents; alike where the amount is known to the cent.
    var least, most: Int64
    var count: Int
    /// Trials below it.
    var before = 0

    /// Amounts it could hold.
    var width: Double { Double(most) - Double(least) + 1 }
    var middle: Double { (Double(least) + Double(most)) / 2 }

    /// The amount of the trial of this rank, trials taken to lie evenly.
    func amount(of rank: Int) -> Int64 {
      let part = (Double(rank - before) + 0.5) / Double(count)
      return min(most, max(least, Int64((Double(least) + (part * width).rounded(.down)))))
    }
  }

  private(set) var all: [Segment] = []
  private(set) var trials = 0

  init(_ tally: AmountTally) {
    let (least, most) = (tally.least, tally.most)
    let isShared = tally.sharedCounts.contains { $0 > 0 }
    tally.counts.eachBin { bin, count in
      let amounts = AmountBins.amounts(of: bin)
      let segment = Segment(
        least: max(amounts.lowerBound, least), most: min(amounts.upperBound, most), count: count)
      if isShared { append(segment, around: tally) } else { push(segment) }
    }
  }

  /// Where the trial of this rank is, 0 for the lowest amount.
  func segment(of rank: Int) -> Segment {
    var (low, high) = (0, all.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].before + all[middle].count > rank { high = middle } else { low = middle + 1 }
    }
    return all[low]
  }

  private mutating func append(_ segment: Segment, around tally: AmountTally) {
    var rest = segment
    for (amount, held) in zip(tally.shared, tally.sharedCounts)
    where held > 0 && (rest.least...rest.most).contains(amount) {
      let others = rest.count - held
      let room = rest.width - 1
      let below = room > 0 ? Int(Double(others) * (Double(amount - rest.least) / room)) : 0
      push(Segment(least: rest.least, most: amount - 1, count: below))
      push(Segment(least: amount, most: amount, count: held))
      if amount == rest.most { return }
      rest = Segment(least: amount + 1, most: rest.most, count: others - below)
    }
    push(rest)
  }

  private mutating func push(_ segment: Segment) {
    guard segment.count > 0 else { return }
    var placed = segment
    placed.before = trials
    all.append(placed)
    trials += segment.count
  }
}

extension AmountSegments {
  /// Trials with less than this amount, in cents; those of a segment taken to lie evenly.
  func count(below cents: Double) -> Int {
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if Double(all[middle].most) >= cents { high = middle } else { low = middle + 1 }
    }
    guard low < all.count else { return trials }
    let segment = all[low]
    let part = min(max((cents - Double(segment.least)) / segment.width, 0), 1)
    return segment.before + Int(part * Double(segment.count))
  }

  /// Trials with this very amount, where the tally knows.
  func count(of cents: Int64) -> Int {
    all.first { $0.least == cents && $0.most == cents }?.count ?? 0
  }
}
