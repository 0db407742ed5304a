import Probability
import Reconciliation
import Regulation
import Sampling

/// One worker's machinery: writes a history, settles it under every track, pays every option.
struct Simulation: ~Copyable {
  let agreement: Agreement
  private var history: MeasuredHistory
  /// What each settlement of the year earned, in the order of `Agreement.settlements`.
  private var earned: [Earned]
  private var accounts: [Account]
  /// `nil` where the scenario does not state when money moves.
  private var book: CashBook?
  private var books: PartyBooks
  /// Settles many trials at once; `nil` where it cannot.
  private let batch: BatchSimulation?
  /// Settles many trials at once, to be paid one by one; `nil` where that is done otherwise.
  private let years: SettledYears?

  private struct Earned {
    var cents = Cents.zero
    var limitHit: UInt8 = 0
    /// In dollars.
    var benchmark = 0.0
  }

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
    let years =
      inBatches && batch == nil
      ? SettledYears(agreement, agreement.settlements, of: agreement.periods) : nil
    self.agreement = agreement
    self.book = book
    self.batch = batch
    self.years = years
    history = MeasuredHistory(agreement, periods: agreement.periods)
    earned = Array(
      repeating: Earned(), count: agreement.settlements.reduce(0) { max($0, $1.count) })
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
    if let years, redrawn == nil || years.canRedraw,
      trials.lowerBound.isMultiple(of: ObservedColumns.trials)
    {
      years.write(at: trials.lowerBound, redrawing: redrawn) { year, measured in
        slots.histories[place * 5 + year].add(measured, count: trials.count)
      }
      for (offset, trial) in trials.enumerated() {
        pay(trial, slot: slot + offset, into: slots) { $0.settle($1, of: trial, from: years) }
      }
      return
    }
    for (offset, trial) in trials.enumerated() {
      history.start(trial: trial, redrawing: redrawn?[offset] ?? [])
      pay(trial, slot: slot + offset, into: slots) { $0.settle($1, batch: place, slots) }
    }
  }

  /// One trial.
  ///
  /// - Parameters:
  ///   - slot: The place of the trial among those that `slots` has room for.
  ///   - settle: Makes the settlements of a year.
  @inline(__always)
  private mutating func pay(
    _ trial: Int, slot: Int, into slots: Slots,
    settling settle: (inout Simulation, _ year: Int) -> YearFigures
  ) {
    for option in accounts.indices { accounts[option] = Account() }
    if slots.parties != nil { books.start(trial: trial) }
    for year in 0..<5 {
      let figures = settle(&self, year)
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

  /// The next year of the history, and its settlements one by one.
  private mutating func settle(_ year: Int, batch: Int, _ slots: Slots) -> YearFigures {
    history.nextYear()
    slots.histories[batch * 5 + year].add(history.measured[0])
    for place in agreement.settlements[year].indices {
      let bound = agreement.settlements[year][place]
      let settlement = history.measured[bound.period].result.settlement(under: bound.terms)
      earned[place] = Earned(
        cents: settlement.earned, limitHit: settlement.limitHit,
        benchmark: settlement.benchmark.amount)
    }
    return history.figures
  }

  /// A year settled with those of other trials.
  private mutating func settle(
    _ year: Int, of trial: Int, from years: SettledYears
  ) -> YearFigures {
    for place in agreement.settlements[year].indices {
      earned[place] = Earned(
        cents: years.cents(year, place, of: trial),
        limitHit: years.limitHit(year, place, of: trial),
        benchmark: years.benchmark(year, place, of: trial))
    }
    return years.figures(year, of: trial)
  }

  private mutating func pay(_ year: Int, _ slot: Int, _ programs: Cents, into slots: Slots) {
    guard let book else {
      return pay(year, slot, programs, into: slots) { _, _, _ in 0 }
    }
    // Taken out once a year: at every option it would be copied.
    pay(year, slot, programs, into: slots) { book.net(year, $0, $1, &$2) }
  }

  /// - Parameter moved: What cash adds to net beside a payment.
  @inline(__always)
  private mutating func pay(
    _ year: Int, _ slot: Int, _ programs: Cents, into slots: Slots,
    moving moved: (_ earned: Cents, Agreement.Step, inout CashAccount) -> Double
  ) {
    let steps = agreement.steps[year]
    for option in accounts.indices {
      let step = steps[option]
      let earning = earned[step.settlement]
      let paid = accounts[option].running.pay(
        earning.cents, benchmark: earning.benchmark, step, year: year, agreement.money,
        programs: programs)
      if slots.parties != nil { divide(paid.settled, step, year, option) }
      if paid.isSettled {
        accounts[option].limitHits += earning.limitHit
        accounts[option].beside += moved(earning.cents, step, &accounts[option].cash)
      }
      let place = (option * 5 + year) * slots.trials + slot
      slots.payment[place] = paid.payment.count
      slots.net[place] = accounts[option].net.wholeCents
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
      of: settled, benchmark: earned[step.settlement].benchmark, under: bound.terms)
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

extension Settlement {
  /// 1 where the payment limit bound, 16 where the loss recoupment limit did.
  fileprivate var limitHit: UInt8 {
    switch outcome {
    case .sharedSavings(let savings): savings.isLimited ? 1 : 0
    case .sharedLosses(let losses): losses.isLimited ? 16 : 0
    case .noShare: 0
    }
  }
}
