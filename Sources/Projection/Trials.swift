import Dispatch
import Probability
import Reconciliation
import Regulation
import Sampling

/// A run was interrupted before its last batch.
public struct Interrupted: Error, CustomStringConvertible {
  /// Whether the same command goes on from what was counted.
  public let isKept: Bool

  public init(isKept: Bool = false) { self.isKept = isKept }

  public var description: String {
    isKept
      ? "Interrupted; what was counted is kept, and the same command goes on from it."
      : "Interrupted; nothing was left half-written."
  }
}

extension Agreement {
  /// Trials in a batch: the unit of work and of summation, whatever the number of workers.
  static let batch = 1024

  static func batches(of trials: Int) -> Int { (trials + batch - 1) / batch }

  /// Simulates every trial and settles it under every option.
  ///
  /// The result is the same on one core or sixty: see `deal`.
  ///
  /// - Parameters:
  ///   - redrawn: Purposes of chance drawn from a second seed, to see what they are worth.
  ///   - inBatches: Whether many trials may be settled at once, which changes no cent.
  ///   - workers: At least 1; by default as many as the machine has.
  ///   - progress: Called after each batch, from any worker, with the trials of that batch.
  ///   - isCancelled: Asked before each batch.
  /// - Throws: `Interrupted` once `isCancelled` has answered true.
  public func ledger(
    redrawing redrawn: PurposeSet = [], inBatches: Bool = true, workers: Int,
    progress: (@Sendable (Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> Ledger {
    let trials = scenario.trials
    let book = try cashBook(workers: workers, isCancelled: isCancelled)
    var ledger = Ledger(
      trials: trials, optionCount: options.count, batches: Self.batches(of: trials),
      following: inBatches ? NetOfPayments(self) : nil)
    if division != nil {
      ledger.parties = PartyLedger(trials: trials, optionCount: options.count)
    }
    ledger.withSlots { slots in
      Self.dealBatches(
        of: trials, workers: workers, progress: progress, isCancelled: isCancelled,
        writing: slots,
        with: { Simulation(self, book, inBatches: inBatches) }
      ) { simulation, trials, batch, slots in
        simulation.run(
          trials, redrawing: redrawn, slot: trials.lowerBound, batch: batch, into: slots)
      }
    }
    if isCancelled() { throw Interrupted() }
    return ledger
  }

  /// Batches of a fixed size are dealt to whichever worker is free; each batch writes only its own
  /// slots and its own sums, which are added in order of batches whatever the workers did.
  ///
  /// - Parameters:
  ///   - machine: One worker's machinery.
  ///   - run: The trials of one batch.
  static func dealBatches<Machine: ~Copyable, Slots>(
    of trials: Int, workers: Int, progress: (@Sendable (Int) -> Void)?,
    isCancelled: @escaping @Sendable () -> Bool, writing slots: Slots,
    with machine: @Sendable () -> Machine,
    _ run: @Sendable (inout Machine, Range<Int>, Int, Slots) -> Void
  ) {
    // Unsafe only to the compiler: batches write disjoint slots and nobody reads before the end.
    nonisolated(unsafe) let slots = slots
    let batches = batches(of: trials)
    let deal = Deal(batches)
    DispatchQueue.concurrentPerform(iterations: max(1, min(workers, batches))) { _ in
      var machine = machine()
      while let batch = deal.next() {
        if isCancelled() { return }
        let range = batch * Self.batch..<min((batch + 1) * Self.batch, trials)
        run(&machine, range, batch, slots)
        progress?(range.count)
      }
    }
  }

  /// The same, one trial after another.
  static func deal<Machine: ~Copyable, Slots>(
    _ trials: Int, workers: Int, progress: (@Sendable (Int) -> Void)?,
    isCancelled: @escaping @Sendable () -> Bool, writing slots: Slots,
    with machine: @Sendable () -> Machine,
    _ run: @Sendable (inout Machine, Int, Int, Slots) -> Void
  ) {
    dealBatches(
      of: trials, workers: workers, progress: progress, isCancelled: isCancelled, writing: slots,
      with: machine
    ) { machine, range, batch, slots in
      for trial in range { run(&machine, trial, batch, slots) }
    }
  }
}

/// Where a batch writes.
struct Slots {
  let trials: Int
  /// As a `Ledger` has them.
  let columns: [Int]
  /// Of each of those places whether it is the first of its column.
  let isFirst: [Bool]
  let payment: UnsafeMutablePointer<Int64>
  /// `nil` where net follows from payments.
  let net: UnsafeMutablePointer<Int64>?
  let limitHits: UnsafeMutablePointer<UInt8>
  let histories: UnsafeMutablePointer<HistorySums>
  let parties: PartySlots?
}

extension Ledger {
  mutating func withSlots(_ body: (Slots) -> Void) {
    let (following, columns) = (following, columns)
    let isFirst = columns.indices.map { columns.firstIndex(of: columns[$0]) == $0 }
    payment.withUnsafeMutableBufferPointer { payment in
      net.withUnsafeMutableBufferPointer { net in
        limitHits.withUnsafeMutableBufferPointer { hits in
          histories.withUnsafeMutableBufferPointer { histories in
            guard let payment = payment.baseAddress, let hits = hits.baseAddress,
              let histories = histories.baseAddress
            else { return }
            let net = following == nil ? net.baseAddress : nil
            parties.withSlots { parties in
              body(
                Slots(
                  trials: trials, columns: columns, isFirst: isFirst, payment: payment, net: net,
                  limitHits: hits,
                  histories: histories, parties: parties))
            }
          }
        }
      }
    }
  }
}
