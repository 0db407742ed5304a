/// What one batch of trials paid and left under every option: columns of cents, one value a trial.
///
/// Whoever fills them, the readable law or a kernel, this is all that a tally asks for.
struct BatchColumns {
  let firstTrial, count: Int
  /// That all of them are of; `nil` for independent trials.
  let randomisation: Int?
  /// As a `Ledger` has them.
  let columns: [Int]
  /// `columns[option · 5 + year] · stride`.
  let payment: UnsafePointer<Int64>
  /// `(option · 5 + year) · netStride`.
  let net: UnsafePointer<Int64>
  /// `option · stride`, as in a `Ledger`.
  let limitHits: UnsafePointer<UInt8>
  let stride, netStride: Int
  /// Five.
  let histories: UnsafePointer<HistorySums>

  func payments(of option: Int, year: Int) -> UnsafeBufferPointer<Int64> {
    UnsafeBufferPointer(start: payment + columns[option * 5 + year] * stride, count: count)
  }

  func net(of option: Int, year: Int) -> UnsafeBufferPointer<Int64> {
    UnsafeBufferPointer(start: net + (option * 5 + year) * netStride, count: count)
  }

  /// An amount of the first option that has it; the worst payment after their total, which finds both.
  func cents(of first: AmountPlaces.First, _ room: BatchRoom) -> UnsafeBufferPointer<Int64> {
    switch first.amount {
    case .payment(let year): return payments(of: first.option, year: year)
    case .net(let year): return net(of: first.option, year: year)
    case .total:
      room.addUp(self, first.option)
      return room.total(count)
    case .worstYear: return room.worst(count)
    }
  }

  func limitHits(of option: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: limitHits + option * stride, count: count)
  }
}

/// Room of one worker for what a batch's payments add up to.
struct BatchRoom {
  private let totals, worsts: UnsafeMutablePointer<Int64>

  /// Runs `body` with room for one batch.
  static func lend(_ body: (BatchRoom) -> Void) {
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: 2 * Agreement.batch) { values in
      guard let start = values.baseAddress else { return }
      values.initialize(repeating: 0)
      body(BatchRoom(totals: start, worsts: start + Agreement.batch))
    }
  }

  func total(_ count: Int) -> UnsafeBufferPointer<Int64> { .init(start: totals, count: count) }
  func worst(_ count: Int) -> UnsafeBufferPointer<Int64> { .init(start: worsts, count: count) }

  /// The five payments of each trial added, and the worst of them.
  func addUp(_ columns: BatchColumns, _ option: Int) {
    let first = columns.payments(of: option, year: 0)
    for trial in 0..<columns.count { totals[trial] = first[trial] }
    for trial in 0..<columns.count { worsts[trial] = first[trial] }
    for year in 1..<5 {
      let payments = columns.payments(of: option, year: year)
      for trial in 0..<columns.count { totals[trial] += payments[trial] }
      for trial in 0..<columns.count { worsts[trial] = min(worsts[trial], payments[trial]) }
    }
  }
}
