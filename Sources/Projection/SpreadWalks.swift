import Probability
import Regulation

extension Agreement {
  /// Walks in a batch: the unit of work and of summation, whatever the number of workers.
  private static let walkBatch = 64

  /// How many walks `spreadBreakdown` takes: ten thousand, and fewer where every history is lived
  /// beneficiary by beneficiary.
  public var walkCount: Int {
    min(scenario.trials, scenario.detail == .beneficiaries ? 2_000 : 10_000)
  }

  /// How much of the spread of each option's five-year net in a ledger goes with each source of
  /// chance.
  ///
  /// - Parameters:
  ///   - ledger: Of this agreement.
  ///   - workers: At least 1.
  ///   - progress: Called after each batch, from any worker, with the walks of that batch.
  ///   - isCancelled: Asked before each batch.
  /// - Throws: `Interrupted` once `isCancelled` has answered true.
  public func spreadBreakdown(
    of ledger: Ledger, workers: Int, progress: (@Sendable (Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> SpreadBreakdown {
    try spreadBreakdown(
      ofSpreads: options.indices.map {
        StudyTable.standardDeviation(of: ledger.dollars(of: $0))
      }, workers: workers, progress: progress, isCancelled: isCancelled)
  }

  /// The same, of standard deviations in dollars, one an option.
  public func spreadBreakdown(
    ofSpreads spreads: [Estimate], workers: Int, progress: (@Sendable (Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> SpreadBreakdown {
    let sums = try shapleySums(workers: workers, progress: progress, isCancelled: isCancelled)
    return SpreadBreakdown(
      walks: walkCount,
      options: zip(sums, spreads).map { SpreadBreakdown.Option($0, spread: $1) })
  }

  /// By option, of five-year net in cents.
  ///
  /// All options are settled on the same walks. Batches are dealt to the workers in turn and their
  /// sums added in order: the result is the same on one core or sixty.
  func shapleySums(
    workers: Int, progress: (@Sendable (Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> [ShapleySums] {
    let (walks, workers) = (walkCount, max(1, workers))
    let batches = (walks + Self.walkBatch - 1) / Self.walkBatch
    let book = try cashBook(workers: workers, isCancelled: isCancelled)
    let parts = concurrently(workers) { worker in
      var sums: [[ShapleySums]] = []
      var room = Ledger(trials: 1, optionCount: options.count, batches: 1)
      room.withSlots { slots in
        var walker = Walker(self, book, slots)
        for batch in stride(from: worker, to: batches, by: workers) {
          if isCancelled() { return }
          let range = batch * Self.walkBatch..<min((batch + 1) * Self.walkBatch, walks)
          sums.append(walker.sums(of: range))
          progress?(range.count)
        }
      }
      return sums
    }
    if isCancelled() { throw Interrupted() }
    var total = ShapleySums.none(options.count)
    for batch in 0..<batches {
      for (option, sums) in parts[batch % workers][batch / workers].enumerated() {
        total[option].add(sums)
      }
    }
    return total
  }
}

/// One worker's machinery: turns one history into another, one source of chance at a time.
private struct Walker: ~Copyable {
  private let slots: Slots
  private let options: Int
  private let purposes = SpreadSource.allCases.map(\.purposes)
  private let subject: Subject
  private var simulation: Simulation
  private var stream = RandomStream()
  private var order = Array(SpreadSource.allCases.indices)
  /// `option · (sources + 1) + step`, in cents.
  private var figures: [Double]

  /// - Parameter slots: Room for one trial.
  init(_ agreement: Agreement, _ book: CashBook?, _ slots: Slots) {
    self.slots = slots
    options = agreement.options.count
    subject = Subject(
      seed: agreement.scenario.seed, kind: .aco, name: agreement.scenario.aco)
    simulation = Simulation(agreement, book)
    figures = Array(repeating: 0, count: options * (SpreadSource.allCases.count + 1))
  }

  mutating func sums(of trials: Range<Int>) -> [ShapleySums] {
    var sums = ShapleySums.none(options)
    for trial in trials {
      walk(trial)
      for option in sums.indices {
        sums[option].add(order, figures, from: option * (order.count + 1))
      }
    }
    return sums
  }

  private mutating func walk(_ trial: Int) {
    shuffle(trial)
    var redrawn: PurposeSet = []
    settle(trial, redrawn, step: 0)
    for step in order.indices {
      redrawn.formUnion(purposes[order[step]])
      settle(trial, redrawn, step: step + 1)
    }
  }

  private mutating func settle(_ trial: Int, _ redrawn: PurposeSet, step: Int) {
    simulation.run(trial, redrawing: redrawn, slot: 0, batch: 0, into: slots)
    for option in 0..<options {
      figures[option * (order.count + 1) + step] = Double(slots.net[option * 5 + 4])
    }
  }

  /// Every order is as likely (Fisher & Yates), and the same for a trial whatever ran before it.
  private mutating func shuffle(_ trial: Int) {
    stream.seek(subject, trial: UInt32(trial), year: 0, purpose: .order)
    for place in order.indices { order[place] = place }
    for left in stride(from: order.count, to: 1, by: -1) {
      order.swapAt(left - 1, Int(stream.uniform() * Double(left)))
    }
  }
}

extension ShapleySums {
  fileprivate static func none(_ options: Int) -> [ShapleySums] {
    Array(repeating: ShapleySums(inputs: SpreadSource.allCases.count), count: options)
  }
}

extension SpreadBreakdown.Option {
  fileprivate init(_ sums: ShapleySums, spread: Estimate) {
    self.init(
      standardDeviation: spread,
      parts: zip(SpreadSource.allCases, sums.shares).map { source, share in
        let (own, common) = (
          share.standardError * spread.value, share.value * spread.standardError
        )
        return .init(
          source: source, share: share,
          amount: Estimate(
            value: share.value * spread.value,
            standardError: (own * own + common * common).squareRoot()))
      })
  }
}

extension Ledger {
  fileprivate func dollars(of option: Int) -> [Double] {
    cumulativeNet(of: option, year: 4).map { Double($0) / 100 }
  }
}
