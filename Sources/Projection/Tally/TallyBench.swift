import Regulation

/// A run cut into blocks of trials that are tallied in any order, anywhere.
public struct TallyBench: Sendable {
  let agreement: Agreement
  private let book: CashBook?
  /// Nothing counted yet.
  public let none: Tally

  /// Looks for amounts that many trials share among the first block's.
  ///
  /// - Throws: `Interrupted` once `isCancelled` has answered true.
  public init(
    _ agreement: Agreement, workers: Int,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws {
    self.agreement = agreement
    book = try agreement.cashBook(workers: workers, isCancelled: isCancelled)
    var pilot = agreement
    pilot.scenario.trials = min(agreement.scenario.trials, Agreement.batch)
    let ledger = try pilot.ledger(workers: workers, isCancelled: isCancelled)
    let places = AmountPlaces(columns: ledger.columns)
    none = Tally(places, ledger.known(places, areMarked: agreement.model.points != nil))
  }

  /// Blocks of the whole run: the unit that shards and checkpoints are cut at.
  public var blocks: Int { Agreement.batches(of: agreement.scenario.trials) }

  /// Trials of these blocks.
  public func trials(of blocks: Range<Int>) -> Range<Int> {
    let trials = agreement.scenario.trials
    return min(
      trials, blocks.lowerBound * Agreement.batch)..<min(
        trials, blocks.upperBound * Agreement.batch)
  }

  /// Simulates these blocks and settles them under every option; the same on any number of workers.
  ///
  /// - Parameters:
  ///   - walks: Of the same scenario, walked on the same histories; `nil` for none.
  ///   - progress: Called after each block, from any worker, with its trials.
  ///   - isCancelled: Asked before each block.
  /// - Throws: `Interrupted` once `isCancelled` has answered true.
  public func tally(
    of blocks: Range<Int>, walking walks: inout PathWalks?, workers: Int,
    progress: (@Sendable (Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> Tally {
    if agreement.model.points == nil { walks?.prepare(for: max(1, workers)) }
    // Points are the options' alone.
    let lent = agreement.model.points == nil ? walks : nil
    let dealt = lent == nil ? 1 : Self.dealt(of: blocks.count, to: workers)
    let chunks = stride(from: blocks.lowerBound, to: blocks.upperBound, by: dealt).map {
      $0..<min($0 + dealt, blocks.upperBound)
    }
    let workers = max(1, min(workers, chunks.count))
    let deal = Deal(chunks.count)
    var parts = concurrently(workers) { worker in
      tally(chunks, deal, (lent, worker), progress: progress, isCancelled: isCancelled)
    }
    if isCancelled() { throw Interrupted() }
    var sum = parts.removeLast()
    while let part = parts.popLast() { sum.add(part) }
    return sum
  }

  public func tally(
    of blocks: Range<Int>, workers: Int, progress: (@Sendable (Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> Tally {
    var walks: PathWalks?
    return try tally(
      of: blocks, walking: &walks, workers: workers, progress: progress, isCancelled: isCancelled)
  }

  /// Blocks that a worker takes at once to walk them: as many as are tallied together, but where there
  /// are so few that another would have none.
  private static func dealt(of blocks: Int, to workers: Int) -> Int {
    max(1, min(Agreement.tallied / Agreement.batch, blocks / max(1, workers)))
  }

  /// One worker's, of the chunks that it is dealt.
  private func tally(
    _ chunks: [Range<Int>], _ deal: Deal, _ lent: (walks: PathWalks?, worker: Int),
    progress: (@Sendable (Int) -> Void)?, isCancelled: @Sendable () -> Bool
  ) -> Tally {
    var tally = none
    var room = Ledger(trials: Agreement.batch, optionCount: agreement.options.count, batches: 1)
    var simulation = Simulation(agreement, book)
    let walker = simulation.histories.flatMap { lent.walks?.walker(lent.worker, borrowing: $0) }
    room.withSlots { slots in
      BatchRoom.lend { room in
        while let chunk = deal.next().map({ chunks[$0] }) {
          if let walks = lent.walks { walker?.begin(walks.open(trials(of: chunk))) }
          for block in chunk {
            if isCancelled() { return }
            let trials = trials(of: block..<block + 1)
            for part in agreement.parts(of: trials) {
              tally.add(simulation.columns(of: part, in: slots, lending: walker), room)
            }
            progress?(trials.count)
          }
          walker?.end()
        }
      }
    }
    return tally
  }

  /// Of a run whose trials are all at hand. Those that follow points are simulated again: a ledger does
  /// not tell randomisations apart.
  ///
  /// - Throws: `Interrupted` once `isCancelled` has answered true.
  public func tally(
    of ledger: Ledger, workers: Int, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> Tally {
    guard agreement.model.points == nil else {
      return try tally(of: 0..<blocks, workers: workers, isCancelled: isCancelled)
    }
    var tally = none
    BatchRoom.lend { room in
      for block in 0..<Agreement.batches(of: ledger.trials) {
        ledger.withColumns(of: block) { tally.add($0, room) }
      }
    }
    return tally
  }
}

extension Simulation {
  /// One batch, written to room for it.
  ///
  /// - Parameter walker: Walks the same histories.
  fileprivate mutating func columns(
    of part: (trials: Range<Int>, randomisation: Int?), in slots: Slots,
    lending walker: PathWalker?
  ) -> BatchColumns {
    let trials = part.trials
    slots.histories.update(repeating: HistorySums(), count: 5)
    for some in trials.inBatches {
      run(
        some, redrawing: nil, slot: some.lowerBound - trials.lowerBound, batch: 0, into: slots)
      walker?.walk(some)
    }
    guard let net = slots.net else { preconditionFailure("a tally's room keeps net") }
    return BatchColumns(
      firstTrial: trials.lowerBound, count: trials.count, randomisation: part.randomisation,
      columns: slots.columns, payment: slots.payment, net: net, limitHits: slots.limitHits,
      stride: slots.trials,
      netStride: slots.trials, histories: slots.histories)
  }
}

extension Ledger {
  fileprivate func withColumns(of block: Int, _ body: (BatchColumns) -> Void) {
    let first = block * Agreement.batch
    let count = min(Agreement.batch, trials - first)
    withNet(of: first..<first + count) { net, netStride in
      payment.withUnsafeBufferPointer { payment in
        limitHits.withUnsafeBufferPointer { hits in
          histories.withUnsafeBufferPointer { histories in
            guard let payment = payment.baseAddress, let hits = hits.baseAddress,
              let histories = histories.baseAddress
            else { return }
            body(
              BatchColumns(
                firstTrial: first, count: count, randomisation: nil, columns: columns,
                payment: payment + first, net: net, limitHits: hits + first, stride: trials,
                netStride: netStride, histories: histories + block * 5))
          }
        }
      }
    }
  }

  /// Net of some trials, kept or made here, and how far its columns are apart.
  private func withNet(
    of some: Range<Int>, _ body: (_ net: UnsafePointer<Int64>, _ stride: Int) -> Void
  ) {
    let made = following.map { following in
      (0..<optionCount).flatMap { option in
        var sums = Array(repeating: 0.0, count: some.count)
        return (0..<5).flatMap { year in
          let paid = payments(of: option, year: year)
          let start = paid.startIndex + some.lowerBound
          return following.add(paid[start..<start + some.count], of: year, to: &sums)
        }
      }
    }
    (made ?? net).withUnsafeBufferPointer { values in
      guard let start = values.baseAddress else { return }
      body(made == nil ? start + some.lowerBound : start, made == nil ? trials : some.count)
    }
  }
}
