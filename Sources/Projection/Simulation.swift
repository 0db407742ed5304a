import Probability
import Reconciliation
import Regulation
import Sampling

/// One worker's machinery: writes a history, settles it under every track, pays every option.
struct Simulation: ~Copyable {
  let agreement: Agreement
  private var settlements: TrialSettlements
  private var accounts: [Account]
  /// `nil` where the scenario does not state when money moves.
  private var book: CashBook?
  private var books: PartyBooks
  /// Settles and pays many trials at once; `nil` where it cannot.
  private let batch: BatchSimulation?

  /// One option's running state through a trial.
  private struct Account {
    var running = RunningAccount()
    /// Of net, what `cash:` adds to it.
    var beside = 0.0
    var limitHits: UInt8 = 0
    var cash = CashAccount()
    var parties = PartyAccount()
    /// What reopened years take back.
    var liability = Cents.zero
    /// Accumulated, in unrounded cents.
    var net: Double { running.net + beside }
  }

  /// - Parameter inBatches: Whether many trials may be settled at once, which changes no cent.
  init(_ agreement: Agreement, _ book: CashBook?, inBatches: Bool = true) {
    let batch = inBatches ? BatchSimulation(agreement) : nil
    self.agreement = agreement
    self.book = book
    self.batch = batch
    settlements = TrialSettlements(
      agreement, agreement.settlements, of: agreement.periods,
      inBatches: inBatches && batch == nil)
    accounts = Array(repeating: Account(), count: agreement.options.count)
    books = PartyBooks(agreement)
  }

  /// The histories last sampled, many trials at once; `nil` where they are not.
  var histories: HistoryBatch? { batch?.histories }

  /// Trials that follow one another, at once where that can be done.
  ///
  /// - Parameters:
  ///   - redrawn: Purposes of chance drawn from the second seed.
  ///   - slot: The place of the first of them among those that `slots` has room for.
  mutating func run(
    _ trials: Range<Int>, redrawing redrawn: PurposeSet = [], slot: Int, batch place: Int,
    into slots: Slots
  ) {
    let all = Array(repeating: redrawn, count: ObservedColumns.trials)
    for some in trials.inBatches {
      run(
        some, redrawing: redrawn.isEmpty ? nil : all,
        slot: slot + some.lowerBound - trials.lowerBound, batch: place, into: slots)
    }
  }

  /// At most a batch of trials that follow one another.
  ///
  /// - Parameters:
  ///   - redrawn: Of each of `ObservedColumns.trials` trials the purposes drawn from the second seed;
  ///     `nil` for none.
  mutating func run(
    _ trials: Range<Int>, redrawing redrawn: [PurposeSet]?, slot: Int, batch place: Int,
    into slots: Slots
  ) {
    if let batch, redrawn == nil || batch.canRedraw,
      trials.lowerBound.isMultiple(of: ObservedColumns.trials)
    {
      batch.run(trials, redrawing: redrawn, slot: slot, batch: place, into: slots)
      return
    }
    let isWritten = settlements.write(at: trials.lowerBound, redrawing: redrawn) { year, measured in
      slots.histories[place * 5 + year].add(measured, count: trials.count)
    }
    for (offset, trial) in trials.enumerated() {
      if isWritten {
        settlements.read(trial)
        pay(trial, slot: slot + offset, into: slots)
      } else {
        settlements.start(alone: trial, redrawing: redrawn?[offset] ?? [])
        pay(trial, slot: slot + offset, into: slots, measuring: slots.histories + place * 5)
      }
    }
  }

  /// One trial, begun.
  ///
  /// - Parameters:
  ///   - slot: The place of the trial among those that `slots` has room for.
  ///   - sums: Of its years; `nil` where they are added up already.
  private mutating func pay(
    _ trial: Int, slot: Int, into slots: Slots,
    measuring sums: UnsafeMutablePointer<HistorySums>? = nil
  ) {
    for option in accounts.indices { accounts[option] = Account() }
    if slots.parties != nil { books.start(trial: trial) }
    for year in 0..<5 {
      let figures = settlements.nextYear()
      if let sums { settlements.addMeasured(to: &sums[year]) }
      book?.add(year, figures)
      if slots.parties != nil { books.open(year: year, avoided: figures.avoided) }
      pay(year, slot, figures.programs.cash, into: slots)
    }
    for option in accounts.indices {
      slots.limitHits[option * slots.trials + slot] = accounts[option].limitHits
    }
    if let parties = slots.parties { write(slot, into: parties) }
  }

  // Changes nothing, but a call that only borrowed would copy all of this.
  private mutating func write(_ slot: Int, into parties: PartySlots) {
    parties.write(books, trial: slot)
    for option in accounts.indices {
      parties.write(
        accounts[option].parties, liability: accounts[option].liability, option: option, trial: slot
      )
    }
  }

  private mutating func pay(_ year: Int, _ slot: Int, _ programs: Cents, into slots: Slots) {
    guard let book else {
      return pay(year, slot, programs, into: slots) { _, _, _, _ in 0 }
    }
    // Taken out once a year: at every option it would be copied.
    pay(year, slot, programs, into: slots) { book.net(year, $0, $1, $2, &$3) }
  }

  /// - Parameter moved: What cash adds to net beside a payment.
  @inline(__always)
  private mutating func pay(
    _ year: Int, _ slot: Int, _ programs: Cents, into slots: Slots,
    moving moved: (_ earned: Cents, Agreement.Step, YearPaid, inout CashAccount) -> Double
  ) {
    let steps = agreement.steps[year]
    for option in accounts.indices {
      let step = steps[option]
      let earning = settlements.earned[step.settlement]
      let paid = accounts[option].running.pay(
        earning.cents, benchmark: earning.benchmark, step, year: year, agreement.money,
        programs: programs)
      if slots.parties != nil { divide(paid.settled, step, year, option) }
      if paid.isSettled {
        accounts[option].limitHits += earning.limitHit
      }
      if paid.isSettled || paid.leaves {
        accounts[option].beside += moved(earning.cents, step, paid, &accounts[option].cash)
      }
      let place = option * 5 + year
      slots.payment[slots.columns[place] * slots.trials + slot] = paid.payment.count
      slots.net?[place * slots.trials + slot] = accounts[option].net.wholeCents
    }
  }

  @inline(__always)
  private mutating func divide(
    _ settled: Cents, _ step: Agreement.Step, _ year: Int, _ option: Int
  ) {
    guard let shares = books.shares else { return }
    accounts[option].parties.add(
      shares.parts(of: settled), discount: agreement.money.factor(year, of: settled))
    guard books.takenBack > 0 else { return }
    let bound = agreement.settlements[year][step.settlement]
    accounts[option].liability += books.liability(
      of: settled, benchmark: settlements.earned[step.settlement].benchmark, under: bound.terms)
  }
}

extension Balances {
  mutating func receive(_ step: Agreement.Step) {
    advanceInvestment += step.advanceInvestment
    prepaidSharedSavings += step.prepaidSharedSavings
  }

  /// Prepaid shared savings still outstanding are due when the agreement ends,
  /// 42 CFR 425.640(g); advance investment payments are carried over.
  mutating func takeDue(after step: Agreement.Step) -> Cents {
    guard step.endsAgreement else { return .zero }
    let due = prepaidSharedSavings
    prepaidSharedSavings = .zero
    return due
  }
}
