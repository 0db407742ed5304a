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
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: first.count) { differences in
      for trial in first.indices { differences[trial] = first[trial] &- second[trial] }
      let column = AmountColumn(UnsafeBufferPointer(differences))
      moments.add(column.moments)
      more += column.above
      less += column.below
    }
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
