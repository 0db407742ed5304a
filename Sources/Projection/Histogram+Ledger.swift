import Regulation

/// Bins common to all options, so that their pictures can be laid one above the other.
struct HistogramEdges: Sendable {
  var start, width: Double
  static let bins = 60

  /// From the lowest half percent to the highest half percent of all options' five-year payments,
  /// with zero on an edge.
  init(_ ledger: Ledger) {
    var (low, high) = (0.0, 1.0)
    for option in 0..<ledger.optionCount {
      let sorted = ascending(ledger.total(of: option))
      let cut = sorted.count / 200
      low = min(low, Double(sorted[cut]) / 100)
      high = max(high, Double(sorted[sorted.count - 1 - cut]) / 100)
    }
    self.init(from: low, to: high)
  }

  /// - Parameters: Dollars; at most zero, and at least one.
  init(from low: Double, to high: Double) {
    let raw = (high - low) / Double(Self.bins - 2)
    width = Self.roundUp(raw)
    start = (low / width).rounded(.down) * width
  }

  /// The next of 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten.
  static func roundUp(_ raw: Double) -> Double {
    var power = 1.0
    while power * 10 <= raw { power *= 10 }
    for step in [1.0, 1.5, 2, 2.5, 3, 4, 5, 6, 8] where step * power >= raw { return step * power }
    return 10 * power
  }
}

extension Histogram {
  init(_ cents: [Int64], _ edges: HistogramEdges) {
    var counts = Array(repeating: 0, count: HistogramEdges.bins)
    var zeros = 0
    for amount in cents {
      if amount == 0 {
        zeros += 1
      } else {
        let place = ((Double(amount) / 100 - edges.start) / edges.width).rounded(.down)
        counts[Int(min(max(place, 0), Double(HistogramEdges.bins - 1)))] += 1
      }
    }
    self.init(start: edges.start, width: edges.width, counts: counts, zeros: zeros)
  }
}
