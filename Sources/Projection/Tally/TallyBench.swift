import Regulation

/// A run cut into blocks of trials that are tallied in any order, anywhere.
public struct TallyBench: Sendable {
  let agreement: Agreement
  private let book: CashBook?
  private let shared: [SharedAmounts]

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
    shared = agreement.options.indices.map {
      SharedAmounts(ledger, $0, marks: agreement.model.points != nil)
    }
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

  /// Nothing counted yet.
  public var none: Tally { Tally(shared) }

  /// Simulates these blocks and settles them under every option; the same on any number of workers.
  ///
  /// - Parameters:
  ///   - progress: Called after each block, from any worker, with its trials.
  ///   - isCancelled: Asked before each block.
  /// - Throws: `Interrupted` once `isCancelled` has answered true.
  public func tally(
    of blocks: Range<Int>, workers: Int, progress: (@Sendable (Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> Tally {
    let workers = max(1, min(workers, blocks.count))
    let parts = concurrently(workers) { worker in
      var tally = none
      var room = Ledger(
        trials: Agreement.batch, optionCount: agreement.options.count, batches: 1)
      room.withSlots { slots in
        var simulation = Simulation(agreement, book)
        BatchRoom.lend { room in
          for block in stride(from: blocks.lowerBound + worker, to: blocks.upperBound, by: workers)
          {
            if isCancelled() { return }
            let trials = trials(of: block..<block + 1)
            for part in agreement.parts(of: trials) {
              tally.add(simulation.columns(of: part, in: slots), room)
            }
            progress?(trials.count)
          }
        }
      }
      return tally
    }
    if isCancelled() { throw Interrupted() }
    return parts.reduce(into: none) { $0.add($1) }
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
  fileprivate mutating func columns(
    of part: (trials: Range<Int>, randomisation: Int?), in slots: Slots
  ) -> BatchColumns {
    let trials = part.trials
    slots.histories.update(repeating: HistorySums(), count: 5)
    run(trials, redrawing: [], slot: 0, batch: 0, into: slots)
    return BatchColumns(
      firstTrial: trials.lowerBound, count: trials.count, randomisation: part.randomisation,
      payment: slots.payment, net: slots.net, limitHits: slots.limitHits, stride: slots.trials,
      histories: slots.histories)
  }
}

extension Ledger {
  fileprivate func withColumns(of block: Int, _ body: (BatchColumns) -> Void) {
    let first = block * Agreement.batch
    payment.withUnsafeBufferPointer { payment in
      net.withUnsafeBufferPointer { net in
        limitHits.withUnsafeBufferPointer { hits in
          histories.withUnsafeBufferPointer { histories in
            guard let payment = payment.baseAddress, let net = net.baseAddress,
              let hits = hits.baseAddress, let histories = histories.baseAddress
            else { return }
            body(
              BatchColumns(
                firstTrial: first, count: min(Agreement.batch, trials - first),
                randomisation: nil, payment: payment + first, net: net + first,
                limitHits: hits + first,
                stride: trials, histories: histories + block * 5))
          }
        }
      }
    }
  }
}

extension SharedAmounts {
  /// Amounts, beyond those that bins hold to the cent, that at least three of these trials have: the
  /// most frequent four. One that fewer than some three trials in a thousand share may be missed; it
  /// is then told as its bin is.
  ///
  /// - Parameter marks: Whether trials are to be counted below those at the levels of a distribution.
  fileprivate init(_ ledger: Ledger, _ option: Int, marks: Bool) {
    let payments = (0..<5).map { Array(ledger.payments(of: option, year: $0)) }
    let net = (0..<5).map { Array(ledger.cumulativeNet(of: option, year: $0)) }
    let (total, worst) = (ledger.total(of: option), ledger.worstYear(of: option))
    self.init(
      payments: payments.map(Self.repeated), net: net.map(Self.repeated),
      total: Self.repeated(total), worstYear: Self.repeated(worst),
      marks: marks ? (payments + net + [total, worst]).map(Self.marks) : [])
  }

  private static func marks(_ cents: [Int64]) -> [Int64] {
    let sorted = cents.sorted()
    return Distribution.levels.map {
      sorted[min(sorted.count - 1, Int($0 * Double(sorted.count)))]
    }
  }

  static func repeated(_ cents: some Collection<Int64>) -> [Int64] {
    var counts: [Int64: Int] = [:]
    for amount in cents where amount.magnitude >= 2 * UInt64(AmountBins.places) {
      counts[amount, default: 0] += 1
    }
    let most = counts.filter { $0.value >= 3 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return most.prefix(4).map(\.key).sorted()
  }
}
