/// What a run keeps of one option's five-year net less another's, trial by trial.
struct PairTally: Hashable, Sendable {
  /// Of the differences, in cents.
  var moments = ExactMoments()
  /// Trials in which the first ends with more, and with less.
  var more = 0
  var less = 0

  mutating func add(
    _ first: UnsafeBufferPointer<Int64>, less second: UnsafeBufferPointer<Int64>
  ) {
    var (more, less) = (0, 0)
    for trial in first.indices {
      let difference = first[trial] - second[trial]
      moments.add(difference)
      more += difference > 0 ? 1 : 0
      less += difference < 0 ? 1 : 0
    }
    self.more += more
    self.less += less
  }

  mutating func add(_ other: PairTally) {
    moments.add(other.moments)
    more += other.more
    less += other.less
  }

  /// The second less the first.
  var reversed: PairTally { PairTally(moments: moments.negated, more: less, less: more) }

  func difference(of trials: Int) -> PairedDifference {
    PairedDifference(
      mean: moments.estimate(of: trials, unit: 100), chanceOfMore: Chance(more, of: trials),
      chanceOfLess: Chance(less, of: trials))
  }
}
