import Probability

/// What is known of one amount before a run, so that every part of it counts the same.
struct KnownAmounts: Hashable, Sendable {
  /// Amounts that many trials share, such as net where nothing is ever settled; ascending.
  var shared: [Int64] = []
  /// Amounts near the levels of a distribution, one for each; none where trials are independent.
  var marks: [Int64] = []
}

extension KnownAmounts {
  /// Amounts, beyond those that bins hold to the cent, that at least three of these trials have: the
  /// most frequent four. One that fewer than some three trials in a thousand share may be missed; it
  /// is then told as its bin is.
  ///
  /// - Parameters:
  ///   - cents: Of the first trials, in any order; at least one.
  ///   - isMarked: Whether trials are to be counted below those at the levels of a distribution.
  init(_ cents: some Collection<Int64>, isMarked: Bool = false) {
    let sorted = ascending(cents)
    shared = Self.shared(sorted)
    marks = isMarked ? Self.marks(sorted) : []
  }

  private static func marks(_ sorted: [Int64]) -> [Int64] {
    Distribution.levels.map {
      sorted[min(sorted.count - 1, Int($0 * Double(sorted.count)))]
    }
  }

  private static func shared(_ sorted: [Int64]) -> [Int64] {
    var most: [(amount: Int64, count: Int)] = []
    var start = 0
    for place in sorted.indices
    where place + 1 == sorted.count || sorted[place + 1] != sorted[place] {
      let count = place + 1 - start
      start = place + 1
      guard count >= 3, sorted[place].magnitude >= 2 * UInt64(AmountBins.places) else { continue }
      most.append((sorted[place], count))
    }
    most.sort { ($1.count, $0.amount) < ($0.count, $1.amount) }
    return most.prefix(4).map(\.amount).sorted()
  }
}

extension Ledger {
  /// What is known of each amount before a run, from these first trials.
  func known(_ places: AmountPlaces, areMarked: Bool) -> [KnownAmounts] {
    // Net is made of all years at once.
    let nets = (0..<optionCount).map { option in
      places.firsts.contains { $0.option == option } ? cumulativeNet(of: option, years: 5) : []
    }
    return places.firsts.map { first in
      switch first.amount {
      case .payment(let year):
        KnownAmounts(payments(of: first.option, year: year), isMarked: areMarked)
      case .net(let year): KnownAmounts(nets[first.option][year], isMarked: areMarked)
      case .total: KnownAmounts(total(of: first.option), isMarked: areMarked)
      case .worstYear: KnownAmounts(worstYear(of: first.option), isMarked: areMarked)
      }
    }
  }
}
