import Probability

/// How often an option's limits bound: years of each trial, added up.
struct LimitTally: Equatable, Sendable {
  /// Years in which the payment limit bound, and in which the loss recoupment limit did.
  struct Hits: Equatable, Sendable {
    var payment = ExactMoments()
    var loss = ExactMoments()

    mutating func add(_ other: Hits) {
      payment.add(other.payment)
      loss.add(other.loss)
    }
  }

  var all = Hits()
  /// The same by randomisation; empty for independent trials.
  var parts: [Hits]

  init(areMarked: Bool) {
    parts = areMarked ? Array(repeating: Hits(), count: PointSet.randomisations) : []
  }

  /// - Parameter trials: Of each its hits, as a `Ledger` has them.
  mutating func add(_ trials: UnsafeBufferPointer<UInt8>, of randomisation: Int?) {
    var hits = Hits()
    for years in trials {
      hits.payment.add(Int64(years % 16))
      hits.loss.add(Int64(years / 16))
    }
    all.add(hits)
    if let randomisation { parts[randomisation].add(hits) }
  }

  mutating func add(_ other: LimitTally) {
    all.add(other.all)
    for place in parts.indices { parts[place].add(other.parts[place]) }
  }
}
