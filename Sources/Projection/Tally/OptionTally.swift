/// Amounts of one option that many trials share, such as net where nothing is ever settled: known
/// before a run, so that every part of it counts the same ones.
struct SharedAmounts: Hashable, Sendable {
  /// Five each.
  var payments, net: [[Int64]]
  var total, worstYear: [Int64]
}

/// What a run keeps of one option instead of every trial.
struct OptionTally: Equatable, Sendable {
  /// Of each year; five.
  var payments: [AmountTally]
  /// Net accumulated through each year; five.
  var net: [AmountTally]
  /// The five payments added, and the worst of them.
  var total, worstYear: AmountTally
  /// Years in which the payment limit bound, and in which the loss recoupment limit did.
  var paymentLimitHits = ExactMoments()
  var lossLimitHits = ExactMoments()

  init(_ shared: SharedAmounts) {
    payments = shared.payments.map(AmountTally.init)
    net = shared.net.map(AmountTally.init)
    total = AmountTally(shared: shared.total)
    worstYear = AmountTally(shared: shared.worstYear)
  }

  mutating func add(_ columns: BatchColumns, of option: Int, _ room: BatchRoom) {
    for year in 0..<5 {
      payments[year].add(columns.payments(of: option, year: year))
      net[year].add(columns.net(of: option, year: year))
    }
    room.addUp(columns, option)
    total.add(room.total(columns.count))
    worstYear.add(room.worst(columns.count))
    for hits in columns.limitHits(of: option) {
      paymentLimitHits.add(Int64(hits % 16))
      lossLimitHits.add(Int64(hits / 16))
    }
  }

  mutating func add(_ other: OptionTally) {
    for year in 0..<5 {
      payments[year].add(other.payments[year])
      net[year].add(other.net[year])
    }
    total.add(other.total)
    worstYear.add(other.worstYear)
    paymentLimitHits.add(other.paymentLimitHits)
    lossLimitHits.add(other.lossLimitHits)
  }
}
