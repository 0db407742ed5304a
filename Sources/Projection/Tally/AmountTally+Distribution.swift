import Regulation

extension Distribution {
  /// Of every trial tallied; at least one.
  ///
  /// Mean, standard deviation, chances, worst and best are those of the trials, exactly. Quantiles and
  /// the mean of the worst 5 percent are read from fixed bins, none wider than a 1,024th of its
  /// amount: a quantile's interval reaches to the outer edges of the bins of the order statistics that
  /// bound it, so that it holds them; within a bin trials are taken to lie evenly.
  ///
  /// - Parameters:
  ///   - known: The tally's segments, where they are made already.
  ///   - randomisations: Of trials that follow points, whose errors are from the spread between these.
  init(
    _ tally: AmountTally, in known: AmountSegments? = nil, _ randomisations: Randomisations? = nil
  ) {
    let segments = known ?? AmountSegments(tally)
    let count = segments.trials
    let owing = segments.count(below: 0)
    let nothing = segments.count(of: 0)
    self.init(
      trials: count, mean: tally.moments.estimate(of: count, unit: 100),
      standardDeviation: tally.moments.variance(of: count).squareRoot() / 100,
      quantiles: Self.levels.map { QuantileEstimate(level: $0, of: segments) },
      chanceToEarn: Chance(count - owing - nothing, of: count),
      chanceOfNothing: Chance(nothing, of: count), chanceToOwe: Chance(owing, of: count),
      tailMean: Self.tailMean(of: segments), worst: Cents(tally.least), best: Cents(tally.most))
    guard let parts = tally.parts, let randomisations else { return }
    hold(segments, parts, randomisations)
  }

  /// As of sorted trials (Manistre & Hancock 2005), those of a segment taken to lie evenly in it.
  private static func tailMean(of segments: AmountSegments) -> Estimate {
    let count = max(1, Int((tail * Double(segments.trials)).rounded(.up)))
    let n = Double(count)
    let worst = parts(of: segments, first: count)
    let edge = Double(segments.segment(of: count - 1).amount(of: count - 1))
    // About the edge, so that amounts alike leave nothing behind.
    let beyond = worst.reduce(0) { $0 + $1.count * ($1.middle - edge) } / n
    let squares = worst.reduce(0.0) {
      let away = $1.middle - edge - beyond
      return $0 + $1.count * (away * away + ($1.width * $1.width - 1) / 12)
    }
    let within = count > 1 ? max(0, squares) / (n - 1) : 0
    let variance = (within + (1 - tail) * beyond * beyond) / n
    return Estimate(value: (edge + beyond) / 100, standardError: variance.squareRoot() / 100)
  }

  /// The lowest so many trials by segment, the last cut where they end.
  private static func parts(
    of segments: AmountSegments, first count: Int
  ) -> [(count: Double, middle: Double, width: Double)] {
    segments.all.prefix { $0.before < count }.map { segment in
      let taken = min(segment.count, count - segment.before)
      let width = max(1, segment.width * Double(taken) / Double(segment.count))
      return (Double(taken), Double(segment.least) + (width - 1) / 2, width)
    }
  }
}

extension QuantileEstimate {
  /// As of sorted trials, from the bins that hold the order statistics.
  ///
  /// - Parameters:
  ///   - effect: The variance of the chance to lie below, over that of independent trials.
  ///   - reach: Half the width of the interval, in standard errors.
  init(
    level: Double, of segments: AmountSegments, effect: Double = 1,
    reach: Double = Distribution.halfWidth
  ) {
    let n = Double(segments.trials)
    func rank(_ place: Double) -> Int {
      min(max(Int(place.rounded(.up)) - 1, 0), segments.trials - 1)
    }
    let half = reach * (n * level * (1 - level) * effect).squareRoot()
    let (middle, low) = (rank(n * level), segments.segment(of: rank(n * level - half)))
    let (value, high) = (segments.segment(of: middle), segments.segment(of: rank(n * level + half)))
    self.init(
      level: level, value: Cents(value.amount(of: middle)), low: Cents(low.least),
      high: Cents(high.most),
      standardError: (Double(high.most) - Double(low.least)) / 100 / (2 * reach),
      isAtom: [low, value, high].contains {
        $0.least == $0.most && $0.count * 1000 > max(segments.trials, 1000)
      })
  }
}

extension AmountTally {
  /// In dollars, with the standard error that the fourth moment gives it, that from the bins; of trials
  /// that follow points, from the spread between randomisations.
  func standardDeviation(of trials: Int, _ randomisations: Randomisations) -> Estimate {
    let (n, variance) = (Double(trials), moments.variance(of: trials))
    guard variance > 0 else { return Estimate(value: 0, standardError: 0) }
    let mean = moments.mean(of: trials)
    if let parts {
      let sums = zip(parts.parts, randomisations.all).map {
        $0.moments.squares(about: mean, of: $1)
      }
      let error = randomisations.variance(ofMean: sums).squareRoot() / (2 * variance.squareRoot())
      return Estimate(value: variance.squareRoot() / 100, standardError: error / 100)
    }
    let squares = AmountSegments(self).all.reduce(0.0) {
      let square = ($1.middle - mean) * ($1.middle - mean)
      return $0 + Double($1.count) * (square - variance) * (square - variance)
    }
    let error = (squares / max(1, n - 1) / n).squareRoot() / (2 * variance.squareRoot())
    return Estimate(value: variance.squareRoot() / 100, standardError: error / 100)
  }
}

extension Histogram {
  /// The same bins for every option; trials of a fixed bin that an edge cuts are taken to lie evenly.
  init(_ segments: AmountSegments, _ edges: HistogramEdges) {
    let zeros = segments.count(of: 0)
    let bins = HistogramEdges.bins
    func below(_ edge: Int) -> Int {
      let cents = (edges.start + Double(edge) * edges.width) * 100
      return segments.count(below: cents.rounded()) - (cents.rounded() > 0 ? zeros : 0)
    }
    let inner = (1..<bins).map(below)
    let ends = zip([0] + inner, inner + [segments.trials - zeros])
    self.init(start: edges.start, width: edges.width, counts: ends.map { $1 - $0 }, zeros: zeros)
  }
}

extension HistogramEdges {
  /// As of sorted trials.
  init(_ totals: [AmountSegments]) {
    var (low, high) = (0.0, 1.0)
    for total in totals {
      let cut = total.trials / 200
      low = min(low, Double(total.segment(of: cut).amount(of: cut)) / 100)
      let top = total.trials - 1 - cut
      high = max(high, Double(total.segment(of: top).amount(of: top)) / 100)
    }
    self.init(from: low, to: high)
  }
}
