/// What a tally keeps of each randomisation beside its options' amounts: sums alone, which add up in any
/// order.
struct TallyPart: Equatable, Sendable {
  var trials = 0
  /// As in a `Tally`.
  var pairs: [PairTally]
  var histories = Array(repeating: HistorySums(), count: 5)

  init(pairs: Int) { self.pairs = Array(repeating: PairTally(), count: pairs) }

  mutating func add(_ other: TallyPart) {
    trials += other.trials
    for pair in pairs.indices { pairs[pair].add(other.pairs[pair]) }
    for year in histories.indices { histories[year].add(other.histories[year]) }
  }
}

extension Tally {
  /// How many trials each has; of independent trials, none.
  var randomisations: Randomisations { Randomisations(trials: parts.map(\.trials)) }
}
