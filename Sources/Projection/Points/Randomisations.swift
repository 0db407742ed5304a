import Probability

/// The error of a mean over points: from the spread between independent randomisations, never from the
/// spread between trials.
///
/// Nothing is assumed of trials within a randomisation. A mean is a ratio of sums, and its error that of
/// a ratio (Cochran, "Sampling Techniques", §6.4), since a run may end within a doubling. Intervals are
/// Student's with one degree of freedom less than there are randomisations.
struct Randomisations {
  /// By randomisation.
  let all: [Int]
  /// Those that have trials, and how many each has.
  private let places, trials: [Int]

  /// - Parameter trials: By randomisation.
  init(trials: [Int]) {
    all = trials
    places = trials.indices.filter { trials[$0] > 0 }
    self.trials = places.map { trials[$0] }
  }

  /// Of those that have trials; 0 for independent trials.
  var count: Int { places.count }

  /// Half the width, in standard errors, of a 95 percent interval.
  var halfWidth: Double {
    guard trials.count > 1 else { return .infinity }
    return Self.halfWidths[min(trials.count, PointSet.randomisations)]
  }

  private static let halfWidths: [Double] =
    [0, 0, 12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365]
    + [2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131]

  /// Of the mean whose sums these are, by randomisation.
  func variance(ofMean sums: [Double]) -> Double {
    let total = Double(trials.reduce(0, +))
    guard trials.count > 1 else { return .infinity }
    let held = places.map { sums[$0] }
    let mean = held.reduce(0, +) / total
    let squares = zip(held, trials).reduce(0.0) {
      let rest = $1.0 - Double($1.1) * mean
      return $0 + rest * rest
    }
    let count = Double(trials.count)
    return squares * count / (count - 1) / (total * total)
  }

  /// That variance over the one that as many independent trials would have: what the points gain, or
  /// lose. One where the trials tell nothing, such as of what never happened.
  func effect(ofMean sums: [Double], plain variance: Double) -> Double {
    let own = self.variance(ofMean: sums)
    return own > 0 && variance > 0 ? own / variance : 1
  }
}
