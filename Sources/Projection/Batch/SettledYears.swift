import Probability
import Reconciliation
import Regulation
import Sampling

/// Five years of `ObservedColumns.trials` trials, written and settled at once, to be read one trial at a
/// time: for whoever adds up what hangs on a trial's own past, such as cash, exits and who gains.
///
/// What `MeasuredHistory` and the readable law do one trial at a time, to the same cents.
final class SettledYears {
  private let settlements: BatchSettlements
  private let periods: Int
  private let hasPrograms: Bool
  /// `year · trials + trial`.
  private let written: UnsafeMutablePointer<YearFigures>
  /// `(year · periods + period) · trials + trial`, in dollars.
  private let benchmarks: UnsafeMutablePointer<Double>
  /// `places[year]`: the period of each settlement.
  private let places: [[Int]]
  private var first = -1

  /// `nil` where trials have to be settled one by one: see `BatchSettlements`.
  ///
  /// - Parameter settlements: Five, each with those of its year.
  init?(
    _ agreement: Agreement, _ settlements: [[Agreement.BoundSettlement]], of periods: [BoundPeriod]
  ) {
    guard let batch = BatchSettlements(agreement, settlements, of: periods) else { return nil }
    self.settlements = batch
    self.periods = periods.count
    hasPrograms = !agreement.scenario.programs.isEmpty
    places = settlements.map { $0.map(\.period) }
    written = .allocate(capacity: 5 * ObservedColumns.trials)
    benchmarks = .allocate(capacity: 5 * periods.count * ObservedColumns.trials)
  }

  // Neither holds anything but numbers, so that nothing is there to be deinitialized.
  deinit {
    written.deallocate()
    benchmarks.deallocate()
  }

  /// Whether chance of some purposes can be drawn from the second seed.
  var canRedraw: Bool { settlements.history.canRedraw }

  /// Writes the batch of a trial, where it is not the one written last.
  func seek(_ trial: Int) {
    let first = trial / ObservedColumns.trials * ObservedColumns.trials
    if first != self.first { write(at: first) }
  }

  /// - Parameters:
  ///   - first: The batch's first trial, a multiple of `ObservedColumns.trials`.
  ///   - redrawn: Of each trial the purposes drawn from the second seed; `nil` for none.
  ///   - tell: Called with each year as the agreement to be signed measures it.
  func write(
    at first: Int, redrawing redrawn: [PurposeSet]? = nil,
    _ tell: (_ year: Int, MeasuredColumns) -> Void = { _, _ in }
  ) {
    let lanes = ObservedColumns.trials
    self.first = redrawn == nil ? first : -1
    settlements.start(at: first, redrawing: redrawn)
    for year in 0..<5 {
      settlements.nextYear()
      let history = settlements.history
      let avoided = history.batch.avoidedShare(in: year + 1)
      for trial in 0..<lanes {
        let result = history.measured[0].result(of: trial)
        (written + year * lanes + trial).initialize(
          to: YearFigures(
            result, participantRevenue: result.participantRevenue ?? .zero,
            avoidedShare: avoided[trial],
            hasPrograms ? history.batch.programs(in: year + 1, at: trial) : .none))
      }
      for period in 0..<periods {
        (benchmarks + (year * periods + period) * lanes).initialize(
          from: history.measured[period].benchmark, count: lanes)
      }
      tell(year, history.measured[0])
    }
  }

  /// Of a trial of the batch written last.
  @inline(__always)
  func figures(_ year: Int, of trial: Int) -> YearFigures {
    written[year * ObservedColumns.trials + trial % ObservedColumns.trials]
  }

  /// Earned in whole cents by a settlement, negative where owed.
  @inline(__always)
  func cents(_ year: Int, _ settlement: Int, of trial: Int) -> Cents {
    let cents = settlements.settled[year].cents(of: settlement)
    return Cents(Int64(cents[trial % ObservedColumns.trials]))
  }

  @inline(__always)
  func isOverrun(_ year: Int, _ settlement: Int, of trial: Int) -> Bool {
    settlements.settled[year].overruns(of: settlement)[trial % ObservedColumns.trials] != 0
  }

  /// 1 where the payment limit bound, 16 where the loss recoupment limit did.
  @inline(__always)
  func limitHit(_ year: Int, _ settlement: Int, of trial: Int) -> UInt8 {
    UInt8(settlements.settled[year].limitHits(of: settlement)[trial % ObservedColumns.trials])
  }

  /// In dollars.
  @inline(__always)
  func benchmark(_ year: Int, _ settlement: Int, of trial: Int) -> Double {
    let row = year * periods + places[year][settlement]
    return benchmarks[row * ObservedColumns.trials + trial % ObservedColumns.trials]
  }
}
