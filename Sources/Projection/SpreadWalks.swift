import Probability
import Regulation

extension Agreement {
  /// Walks in a batch: the unit of work and of summation, whatever the number of workers.
  private static let walkBatch = ObservedColumns.trials

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
      var room = Ledger(trials: Self.walkBatch, optionCount: options.count, batches: 1)
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

/// One worker's machinery: turns histories into others, one source of chance at a time.
private struct Walker: ~Copyable {
  private let slots: Slots
  private let options: Int
  private let purposes = SpreadSource.allCases.map(\.purposes)
  private let subject: Subject
  private var simulation: Simulation
  private var stream = RandomStream()
  /// By walk: the order in which its sources are drawn again, and what has been.
  private var orders: [[Int]]
  private var redrawn: [PurposeSet]
  /// `(walk · options + option) · (sources + 1) + step`, in cents.
  private var figures: [Double]

  private var steps: Int { purposes.count + 1 }

  /// - Parameter slots: Room for a batch of walks.
  init(_ agreement: Agreement, _ book: CashBook?, _ slots: Slots) {
    self.slots = slots
    options = agreement.options.count
    subject = Subject(
      seed: agreement.scenario.seed, kind: .aco, name: agreement.scenario.aco)
    simulation = Simulation(agreement, book)
    orders = Array(repeating: Array(purposes.indices), count: slots.trials)
    redrawn = Array(repeating: [], count: slots.trials)
    figures = Array(repeating: 0, count: slots.trials * options * (purposes.count + 1))
  }

  /// - Parameter trials: From a multiple of a batch on, at most so many.
  mutating func sums(of trials: Range<Int>) -> [ShapleySums] {
    walk(trials)
    var sums = ShapleySums.none(options)
    for walk in 0..<trials.count {
      for option in sums.indices {
        sums[option].add(orders[walk], figures, from: (walk * options + option) * steps)
      }
    }
    return sums
  }

  private mutating func walk(_ trials: Range<Int>) {
    for (walk, trial) in trials.enumerated() {
      shuffle(walk, trial)
      redrawn[walk] = []
    }
    settle(trials, step: 0)
    for step in purposes.indices {
      for walk in 0..<trials.count { redrawn[walk].formUnion(purposes[orders[walk][step]]) }
      settle(trials, step: step + 1)
    }
  }

  private mutating func settle(_ trials: Range<Int>, step: Int) {
    simulation.run(
      trials, redrawing: step > 0 ? redrawn : nil, slot: 0, batch: 0, into: slots)
    guard let net = slots.net else { return }
    for walk in 0..<trials.count {
      for option in 0..<options {
        figures[(walk * options + option) * steps + step] =
          Double(net[(option * 5 + 4) * slots.trials + walk])
      }
    }
  }

  /// Every order is as likely (Fisher & Yates), and the same for a trial whatever ran before it.
  private mutating func shuffle(_ walk: Int, _ trial: Int) {
    stream.seek(subject, trial: UInt32(trial), year: 0, purpose: .order)
    for place in purposes.indices { orders[walk][place] = place }
    for left in stride(from: purposes.count, to: 1, by: -1) {
      orders[walk].swapAt(left - 1, Int(stream.uniform() * Double(left)))
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
