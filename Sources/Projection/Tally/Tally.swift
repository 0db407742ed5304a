import Probability

/// What a run keeps of its trials instead of every trial: sums of whole cents, counts, and counts in
/// fixed bins.
///
/// All of it is exact and adds up in any order to the same, whatever the workers, batches or machines
/// that counted. It takes some 100 KB for each of an option's twelve amounts, however many the trials;
/// what options have alike is counted once.
public struct Tally: Equatable, Sendable {
  public internal(set) var trials = 0
  let places: AmountPlaces
  /// By place.
  var amounts: [AmountTally]
  /// By option.
  var limits: [LimitTally]
  /// Of five-year nets that differ: see `AmountPlaces.pair`.
  var pairs: [PairTally]
  /// Of each year; five.
  var histories = Array(repeating: HistorySums(), count: 5)
  var checksum = PaymentsChecksum()
  /// By randomisation; empty for independent trials.
  var parts: [TallyPart] = []

  /// - Parameter known: By place.
  init(_ places: AmountPlaces, _ known: [KnownAmounts]) {
    self.places = places
    amounts = known.map(AmountTally.init)
    let areMarked = known.contains { !$0.marks.isEmpty }
    limits = Array(repeating: LimitTally(areMarked: areMarked), count: places.count)
    pairs = Array(repeating: PairTally(), count: places.pairCount)
    guard areMarked else { return }
    parts = Array(repeating: TallyPart(pairs: pairs.count), count: PointSet.randomisations)
  }

  mutating func add(_ columns: BatchColumns, _ room: BatchRoom) {
    trials += columns.count
    if let randomisation = columns.randomisation { parts[randomisation].trials += columns.count }
    for (place, first) in places.firsts.enumerated() {
      amounts[place].add(columns.cents(of: first, room), of: columns.randomisation)
    }
    for option in limits.indices {
      limits[option].add(columns.limitHits(of: option), of: columns.randomisation)
      for year in 0..<5 {
        checksum.add(
          columns.payments(of: option, year: year), option: option, year: year,
          firstTrial: columns.firstTrial)
      }
    }
    addPairs(columns)
    for year in histories.indices {
      histories[year].add(columns.histories[year])
      guard let randomisation = columns.randomisation else { continue }
      parts[randomisation].histories[year].add(columns.histories[year])
    }
  }

  private mutating func addPairs(_ columns: BatchColumns) {
    var pair = 0
    for (end, first) in places.endOptions.enumerated() {
      let net = columns.net(of: first, year: 4)
      for second in places.endOptions.dropFirst(end + 1) {
        var added = PairTally()
        added.add(net, less: columns.net(of: second, year: 4))
        pairs[pair].add(added)
        if let randomisation = columns.randomisation {
          parts[randomisation].pairs[pair].add(added)
        }
        pair += 1
      }
    }
  }

  /// - Parameter other: Of the same agreement, and of other trials.
  public mutating func add(_ other: Tally) {
    guard trials > 0 else {
      self = other
      return
    }
    trials += other.trials
    for place in amounts.indices { amounts[place].add(other.amounts[place]) }
    for option in limits.indices { limits[option].add(other.limits[option]) }
    for pair in pairs.indices { pairs[pair].add(other.pairs[pair]) }
    for year in histories.indices { histories[year].add(other.histories[year]) }
    checksum.add(other.checksum)
    for place in parts.indices { parts[place].add(other.parts[place]) }
  }

  /// One option's five-year net less another's.
  func difference(_ first: Int, _ second: Int) -> PairedDifference {
    let (one, another) = (places.ends[first], places.ends[second])
    guard one != another else { return PairTally().difference(of: trials) }
    let place = places.pair(min(one, another), max(one, another))
    func directed(_ pair: PairTally) -> PairTally { one < another ? pair : pair.reversed }
    guard !parts.isEmpty else { return directed(pairs[place]).difference(of: trials) }
    return directed(pairs[place]).difference(
      of: trials, parts.map { directed($0.pairs[place]) }, randomisations)
  }

  /// What was known before the run, by place.
  var known: [KnownAmounts] {
    amounts.map { KnownAmounts(shared: $0.shared, marks: $0.parts?.marks ?? []) }
  }
}
