/// What a run keeps of one amount, such as one option's payment of one year, instead of the amount
/// in every trial. All of it adds up in any order to the same.
struct AmountTally: Equatable, Sendable {
  /// In cents.
  var moments = ExactMoments()
  var least = Int64.max
  var most = Int64.min
  var counts = AmountCounts()
  /// Amounts that many trials share, known before the run; ascending.
  let shared: [Int64]
  /// Trials that had each of them.
  var sharedCounts: [Int]
  /// What tells the error of points; `nil` for independent trials.
  var parts: AmountParts?

  init(_ known: KnownAmounts = KnownAmounts()) {
    shared = known.shared
    sharedCounts = Array(repeating: 0, count: shared.count)
    parts = known.marks.isEmpty ? nil : AmountParts(marks: known.marks)
  }

  /// One amount a trial, in any order.
  ///
  /// - Parameter randomisation: That the trials are of; `nil` for independent ones.
  mutating func add(_ cents: UnsafeBufferPointer<Int64>, of randomisation: Int? = nil) {
    let column = AmountColumn(cents)
    moments.add(column.moments)
    least = min(least, column.least)
    most = max(most, column.most)
    counts.add(column)
    for place in shared.indices { sharedCounts[place] += column.count(of: shared[place]) }
    if let randomisation { parts?.add(column, of: randomisation) }
  }

  /// - Parameter other: Of the same shared amounts.
  mutating func add(_ other: AmountTally) {
    moments.add(other.moments)
    least = min(least, other.least)
    most = max(most, other.most)
    counts.add(other.counts)
    for place in sharedCounts.indices { sharedCounts[place] += other.sharedCounts[place] }
    if let others = other.parts { parts?.add(others) }
  }
}
