import Probability

/// Amounts of one option that many trials share, such as net where nothing is ever settled: known
/// before a run, so that every part of it counts the same ones.
struct SharedAmounts: Hashable, Sendable {
  /// Five each.
  var payments, net: [[Int64]]
  var total, worstYear: [Int64]
  /// Amounts near the levels of a distribution, in the order of payments, net, total and worst year;
  /// twelve, or none where trials are independent.
  var marks: [[Int64]] = []
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
  /// The same by randomisation; empty for independent trials.
  var paymentLimitParts: [ExactMoments] = []
  var lossLimitParts: [ExactMoments] = []

  init(_ shared: SharedAmounts) {
    let amounts = shared.payments + shared.net + [shared.total, shared.worstYear]
    let tallies = amounts.indices.map {
      AmountTally(shared: amounts[$0], marks: shared.marks.isEmpty ? [] : shared.marks[$0])
    }
    payments = Array(tallies[0..<5])
    net = Array(tallies[5..<10])
    (total, worstYear) = (tallies[10], tallies[11])
    guard !shared.marks.isEmpty else { return }
    paymentLimitParts = Array(repeating: ExactMoments(), count: PointSet.randomisations)
    lossLimitParts = paymentLimitParts
  }

  mutating func add(_ columns: BatchColumns, of option: Int, _ room: BatchRoom) {
    for year in 0..<5 {
      payments[year].add(columns.payments(of: option, year: year), of: columns.randomisation)
      net[year].add(columns.net(of: option, year: year), of: columns.randomisation)
    }
    room.addUp(columns, option)
    total.add(room.total(columns.count), of: columns.randomisation)
    worstYear.add(room.worst(columns.count), of: columns.randomisation)
    var (payment, loss) = (ExactMoments(), ExactMoments())
    for hits in columns.limitHits(of: option) {
      payment.add(Int64(hits % 16))
      loss.add(Int64(hits / 16))
    }
    paymentLimitHits.add(payment)
    lossLimitHits.add(loss)
    guard let randomisation = columns.randomisation else { return }
    paymentLimitParts[randomisation].add(payment)
    lossLimitParts[randomisation].add(loss)
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
    for place in paymentLimitParts.indices {
      paymentLimitParts[place].add(other.paymentLimitParts[place])
      lossLimitParts[place].add(other.lossLimitParts[place])
    }
  }
}
