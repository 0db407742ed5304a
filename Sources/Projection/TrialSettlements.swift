import Probability
import Reconciliation
import Regulation
import Sampling

/// What the settlements of one trial come to, year by year: read from many trials settled at once where
/// that can be done, else made one by one by the readable law, to the same cents.
struct TrialSettlements: ~Copyable {
  /// Of one settlement of a year.
  struct Earned {
    /// Negative where owed.
    var cents = Cents.zero
    /// 1 where the payment limit bound, 16 where the loss recoupment limit did.
    var limitHit: UInt8 = 0
    var isOverrun = false
    /// In dollars.
    var benchmark = 0.0
  }

  private let settlements: [[Agreement.BoundSettlement]]
  private var history: MeasuredHistory
  /// `nil` where every trial is settled by itself.
  private let years: SettledYears?
  /// Of the year just settled, by the settlement's place in it.
  private(set) var earned: [Earned]
  private var trial = 0
  /// Of the year to be settled next.
  private var year = 0
  private var isRead = false

  /// - Parameters:
  ///   - settlements: Five, each with those of its year.
  ///   - inBatches: Whether many trials may be settled at once, which changes no cent.
  init(
    _ agreement: Agreement, _ settlements: [[Agreement.BoundSettlement]], of periods: [BoundPeriod],
    inBatches: Bool = true
  ) {
    self.settlements = settlements
    years = inBatches ? SettledYears(agreement, settlements, of: periods) : nil
    history = MeasuredHistory(agreement, periods: periods)
    earned = Array(repeating: Earned(), count: settlements.reduce(0) { max($0, $1.count) })
  }

  /// Begins a trial, with those beside it where that can be done.
  mutating func start(trial: Int) {
    guard let years else { return start(alone: trial) }
    years.seek(trial)
    read(trial)
  }

  /// Begins a trial by itself.
  ///
  /// - Parameter redrawn: Purposes of chance drawn from the second seed.
  mutating func start(alone trial: Int, redrawing redrawn: PurposeSet = []) {
    history.start(trial: trial, redrawing: redrawn)
    (self.trial, year, isRead) = (trial, 0, false)
  }

  /// Settles many trials at once, to be read; false where that cannot be done.
  ///
  /// - Parameters:
  ///   - first: The first of them.
  ///   - redrawn: Of each trial the purposes drawn from the second seed; `nil` for none.
  ///   - tell: Called with each year as the agreement to be signed measures it.
  func write(
    at first: Int, redrawing redrawn: [PurposeSet]?,
    _ tell: (_ year: Int, MeasuredColumns) -> Void
  ) -> Bool {
    guard let years, redrawn == nil || years.canRedraw,
      first.isMultiple(of: ObservedColumns.trials)
    else { return false }
    years.write(at: first, redrawing: redrawn, tell)
    return true
  }

  /// Begins a trial of those last settled at once.
  mutating func read(_ trial: Int) { (self.trial, year, isRead) = (trial, 0, true) }

  /// The next year, and what its settlements come to.
  mutating func nextYear() -> YearFigures {
    defer { year += 1 }
    if isRead, let years { return read(year, from: years) }
    history.nextYear()
    for place in settlements[year].indices {
      let bound = settlements[year][place]
      let result = history.measured[bound.period].result
      let settlement = result.settlement(under: bound.terms)
      earned[place] = Earned(
        cents: settlement.earned, limitHit: settlement.limitHit,
        isOverrun: result.isOverrun(under: bound.terms), benchmark: result.benchmark.amount)
    }
    return history.figures
  }

  private mutating func read(_ year: Int, from years: SettledYears) -> YearFigures {
    for place in settlements[year].indices {
      earned[place] = Earned(
        cents: years.cents(year, place, of: trial),
        limitHit: years.limitHit(year, place, of: trial),
        isOverrun: years.isOverrun(year, place, of: trial),
        benchmark: years.benchmark(year, place, of: trial))
    }
    return years.figures(year, of: trial)
  }

  /// Adds the year just made, of a trial by itself, as the agreement to be signed measures it.
  func addMeasured(to sums: inout HistorySums) { sums.add(history.measured[0]) }
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
