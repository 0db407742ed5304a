import CSettlement
import CWidths
import Regulation

/// How a measured year of many trials is settled: `TrackTerms` as the kernel reads them.
public struct SettlingTerms {
  fileprivate var terms = cs_track_terms()

  public init(_ track: TrackTerms) {
    if let elected = track.minimumRates.elected {
      terms.has_elected = 1
      terms.elected = elected.fraction
      terms.fewest_for_election = Double(track.minimumRates.fewestForElection)
    }
    terms.sharing = track.maximumSharingRate.fraction
    terms.met_times_score = track.sharingByQuality == .timesScore ? 1 : 0
    terms.shares_alternative = track.sharingByQuality == .standardOnly ? 0 : 1
    terms.payment_limit = track.performancePaymentLimit.fraction
    terms.sequestration = track.sequestration.fraction
    if let reduced = track.reducedSharing {
      terms.has_reduced = 1
      terms.reduced_factor = reduced.factor.fraction
      terms.reduced_fewest = Double(reduced.fewestBeneficiaries)
    }
    terms.months_in_year = Double(track.monthsInYear)
    if let losses = track.losses { set(losses) }
  }

  private mutating func set(_ losses: LossTerms) {
    terms.is_two_sided = 1
    switch losses.sharedLossRate {
    case .fixed(let rate):
      terms.has_fixed_loss = 1
      terms.loss_rate = rate.fraction
    case .complementOfSharing(let bounds):
      terms.loss_lower = bounds.lowerBound.fraction
      terms.loss_upper = bounds.upperBound.fraction
    }
    if let share = losses.recoupmentLimit.ofBenchmark {
      terms.has_benchmark_limit = 1
      terms.loss_of_benchmark = share.fraction
    }
    if let share = losses.recoupmentLimit.ofRevenue {
      terms.has_revenue_limit = 1
      terms.loss_of_revenue = share.fraction
    }
  }
}

/// A settlement of every year of one kind: its terms, and the columns that it reads and writes, which
/// others keep: as long as they do. To ask them at every settlement costs a tenth of it.
public struct SettlingColumns {
  private var terms: cs_track_terms
  private let measured: UnsafePointer<cs_measured>
  private let rates: UnsafePointer<Double>
  private let settled: UnsafeMutablePointer<cs_settled>

  /// - Parameter place: Of the settlement in its year.
  public init(
    _ terms: SettlingTerms, _ measured: MeasuredColumns, _ rates: VariableRates,
    into settled: SettledColumns, at place: Int
  ) {
    self.terms = terms.terms
    self.measured = UnsafePointer(measured.values)
    self.rates = UnsafePointer(rates.column)
    self.settled = settled.values + place
  }

  /// The year settled: `PerformanceYearResult.settlement(under:)` of every trial, to the same cent.
  ///
  /// - Parameters:
  ///   - factor: What a cent settled is worth in net.
  ///   - beside: What the year adds to net besides, in unrounded cents.
  public func settle(factor: Double, beside: Double, width: Int32 = cw_widest()) {
    var terms = terms
    cs_settle(width, &terms, measured, rates, factor, beside, settled)
  }
}

/// The minimum rates of a table for every trial of a batch.
public final class VariableRates {
  private let table: UnsafeMutablePointer<cs_rate_table>
  let column: UnsafeMutablePointer<Double>

  /// `nil` for a table of more bands than the kernel has room for.
  public init?(_ table: MinimumSavingsRateTable) {
    guard table.bands.count <= cs_most_bands else { return nil }
    self.table = .allocate(capacity: 1)
    self.table.initialize(to: cs_rate_table())
    column = cw_new_columns(Int32(ObservedColumns.trials))
    column.initialize(repeating: 0, count: ObservedColumns.trials)
    self.table.pointee.count = Int32(table.bands.count)
    for (place, band) in table.bands.enumerated() {
      Self.set(&self.table.pointee.fewest, place, Double(band.fewest))
      Self.set(&self.table.pointee.most, place, Double(band.most))
      Self.set(&self.table.pointee.at_fewest, place, band.atFewest.fraction)
      Self.set(&self.table.pointee.at_most, place, band.atMost.fraction)
    }
  }

  deinit {
    table.deallocate()
    cw_free_columns(column)
  }

  /// One value of a row that C declares as an array.
  private static func set<Row>(_ row: inout Row, _ place: Int, _ value: Double) {
    withUnsafeMutableBytes(of: &row) { $0.bindMemory(to: Double.self)[place] = value }
  }

  /// Of the beneficiaries in these columns; as `SettlingColumns`.
  public func lookup(in measured: MeasuredColumns) -> RateLookup {
    RateLookup(table: table, measured: measured.values, column: column)
  }
}

/// Minimum rates looked up every year in columns that others keep.
public struct RateLookup {
  fileprivate let table: UnsafePointer<cs_rate_table>
  fileprivate let measured: UnsafePointer<cs_measured>
  fileprivate let column: UnsafeMutablePointer<Double>

  /// Of this year's beneficiaries.
  public func look(width: Int32 = cw_widest()) {
    cs_variable_rates(width, table, measured, column)
  }
}
