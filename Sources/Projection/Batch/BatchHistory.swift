import CWidths
import Probability
import Reconciliation
import Regulation
import Sampling

/// Histories of `ObservedColumns.trials` trials at once, each year measured under every agreement:
/// what `MeasuredHistory` does one trial at a time, with the same bits.
final class BatchHistory {
  private let basis: BenchmarkBasis
  private let periods: [BoundPeriod]
  let batch: HistoryBatch
  /// `terms[period][year]`.
  private let terms: [[MeasuringTerms]]
  private let signed: [SignedColumns]
  /// What every agreement is signed at; `nil` where the law builds it trial by trial.
  private let stated: StatedTerms?
  /// The nation before the first year, four columns.
  private let still: UnsafeMutablePointer<Double>
  /// The year just written, by place in `periods`.
  let measured: [MeasuredColumns]
  /// Years written.
  private(set) var year = 0

  /// `nil` where histories or the law have to be read one trial at a time: what `HistoryBatch` does
  /// not write, and agreements signed within the projection.
  ///
  /// - Parameter histories: Of this agreement's model, sampled as somebody else reads them; `nil` for
  ///   some of its own.
  init?(
    _ agreement: Agreement, periods: [BoundPeriod], borrowing histories: HistoryBatch? = nil
  ) {
    guard periods.allSatisfy({ $0.firstYear == 0 }),
      let batch = histories ?? HistoryBatch(agreement.model)
    else { return nil }
    self.batch = batch
    terms = periods.map { period in
      (0..<5).map { MeasuringTerms(period.terms($0), growing: period.growth($0)) }
    }
    self.periods = periods
    basis = agreement.basis
    signed = periods.map { _ in SignedColumns() }
    stated = agreement.basis.stated.map {
      StatedTerms(
        historical: $0.historical, prospective: $0.prospectiveDollars, weights: $0.weights)
    }
    measured = periods.map { _ in MeasuredColumns() }
    let values = EnrollmentType.allCases.count * ObservedColumns.trials
    still = cw_new_columns(Int32(values))
    still.initialize(repeating: 1, count: values)
  }

  deinit { cw_free_columns(still) }

  /// Whether chance of some purposes can be drawn from the second seed.
  var canRedraw: Bool { batch.canRedraw }

  /// - Parameters:
  ///   - first: The batch's first trial, a multiple of `ObservedColumns.trials`.
  ///   - redrawn: Of each trial the purposes drawn from the second seed; `nil` for none.
  func start(at first: Int, redrawing redrawn: [PurposeSet]? = nil) {
    if let redrawn {
      batch.start(at: first, redrawing: redrawn)
    } else {
      batch.start(at: first)
    }
    year = 0
    for place in periods.indices { signed[place].start() }
    if let stated {
      for columns in signed { columns.sign(stated, luck: batch.benchmarkLuck) }
    } else {
      for trial in 0..<ObservedColumns.trials { sign(batch.benchmarkLuck(at: trial), in: trial) }
    }
  }

  func nextYear() {
    let before =
      year == 0 ? UnsafePointer(still) : batch.columns(of: year).nationalGrowth
    let observed = batch.columns(of: year + 1)
    if let stated {
      // The benchmark years of a list that did not change come to what they did.
      let luck = batch.benchmarkLuck(in: year + 1)
      for columns in signed { columns.sign(stated, luck: luck) }
    } else {
      batch.eachRebased(in: year + 1) { trial, luck in sign(luck, in: trial) }
    }
    for place in periods.indices {
      terms[place][year].measure(
        observed, against: signed[place], nationBefore: before, into: measured[place])
    }
    year += 1
  }

  private func sign(_ luck: ByEnrollmentType<ByBenchmarkYear<Double>>, in trial: Int) {
    for place in periods.indices {
      signed[place].sign(basis.signed(luck, under: periods[place].historicalTerms), in: trial)
    }
  }
}
