import Probability

/// What a run keeps of its trials instead of every trial: sums of whole cents, counts, and counts in
/// fixed bins.
///
/// All of it is exact and adds up in any order to the same, whatever the workers, batches or machines
/// that counted. It takes some 100 KB for each of an option's twelve amounts, however many the trials.
public struct Tally: Equatable, Sendable {
  public internal(set) var trials = 0
  var options: [OptionTally]
  /// Pairs of options, the first before the second: in order of the first, then of the second.
  var pairs: [PairTally]
  /// Of each year; five.
  var histories = Array(repeating: HistorySums(), count: 5)
  var checksum = PaymentsChecksum()
  /// By randomisation; empty for independent trials.
  var parts: [TallyPart] = []

  init(_ shared: [SharedAmounts]) {
    options = shared.map(OptionTally.init)
    pairs = Array(repeating: PairTally(), count: shared.count * (shared.count - 1) / 2)
    guard shared.contains(where: { !$0.marks.isEmpty }) else { return }
    parts = Array(repeating: TallyPart(pairs: pairs.count), count: PointSet.randomisations)
  }

  mutating func add(_ columns: BatchColumns, _ room: BatchRoom) {
    trials += columns.count
    var pair = 0
    if let randomisation = columns.randomisation { parts[randomisation].trials += columns.count }
    for option in options.indices {
      options[option].add(columns, of: option, room)
      for year in 0..<5 {
        checksum.add(
          columns.payments(of: option, year: year), option: option, year: year,
          firstTrial: columns.firstTrial)
      }
      let net = columns.net(of: option, year: 4)
      for other in options.indices.dropFirst(option + 1) {
        var added = PairTally()
        added.add(net, less: columns.net(of: other, year: 4))
        pairs[pair].add(added)
        if let randomisation = columns.randomisation {
          parts[randomisation].pairs[pair].add(added)
        }
        pair += 1
      }
    }
    for year in histories.indices {
      histories[year].add(columns.histories[year])
      guard let randomisation = columns.randomisation else { continue }
      parts[randomisation].histories[year].add(columns.histories[year])
    }
  }

  /// - Parameter other: Of the same agreement, and of other trials.
  public mutating func add(_ other: Tally) {
    guard trials > 0 else {
      self = other
      return
    }
    trials += other.trials
    for option in options.indices { options[option].add(other.options[option]) }
    for pair in pairs.indices { pairs[pair].add(other.pairs[pair]) }
    for year in histories.indices { histories[year].add(other.histories[year]) }
    checksum.add(other.checksum)
    for place in parts.indices { parts[place].add(other.parts[place]) }
  }

  /// One option's five-year net less another's.
  func difference(_ first: Int, _ second: Int) -> PairedDifference {
    guard first != second else { return PairTally().difference(of: trials) }
    let (low, high) = (min(first, second), max(first, second))
    let place = low * (2 * options.count - low - 1) / 2 + high - low - 1
    func directed(_ pair: PairTally) -> PairTally { first < second ? pair : pair.reversed }
    guard !parts.isEmpty else { return directed(pairs[place]).difference(of: trials) }
    return directed(pairs[place]).difference(
      of: trials, parts.map { directed($0.pairs[place]) }, randomisations)
  }

  /// What was known before the run.
  var shared: [SharedAmounts] {
    options.map {
      SharedAmounts(
        payments: $0.payments.map(\.shared), net: $0.net.map(\.shared), total: $0.total.shared,
        worstYear: $0.worstYear.shared,
        marks: ($0.payments + $0.net + [$0.total, $0.worstYear]).compactMap { $0.parts?.marks })
    }
  }
}
