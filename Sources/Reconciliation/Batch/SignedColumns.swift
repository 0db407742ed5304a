import CSettlement
import CWidths
import Regulation

/// What one agreement was signed at in each trial of a batch, and what its prospective trend has come
/// to since.
public final class SignedColumns {
  /// `type · trials + trial`.
  let historical, leverage, prospective: UnsafeMutablePointer<Double>

  private static let values = EnrollmentType.allCases.count * ObservedColumns.trials

  public init() {
    historical = cw_new_columns(Int32(Self.values))
    leverage = cw_new_columns(Int32(Self.values))
    prospective = cw_new_columns(Int32(Self.values))
    historical.initialize(repeating: 0, count: Self.values)
    leverage.initialize(repeating: 0, count: Self.values)
    prospective.initialize(repeating: 1, count: Self.values)
  }

  deinit {
    cw_free_columns(historical)
    cw_free_columns(leverage)
    cw_free_columns(prospective)
  }

  /// The trend starts anew, in every trial.
  public func start() { prospective.update(repeating: 1, count: Self.values) }

  /// What every trial makes of a stated benchmark.
  ///
  /// - Parameter luck: Claims of the benchmark years over what was to be expected: of each type three
  ///   columns, one a benchmark year.
  public func sign(_ stated: StatedTerms, luck: UnsafePointer<Double>) {
    withUnsafePointer(to: stated.terms) {
      cs_sign(cw_widest(), $0, luck, historical, leverage)
    }
  }

  /// - Parameter trial: Its place in the batch.
  @inline(__always)
  public func sign(_ benchmark: SignedBenchmark, in trial: Int) {
    let (amount, lever) = (benchmark.historical, benchmark.prospectiveLeverage)
    var place = trial
    func put(_ type: PerCapita, _ leverage: Rate) {
      historical[place] = type.amount
      self.leverage[place] = leverage.fraction
      place += ObservedColumns.trials
    }
    put(amount.esrd, lever.esrd)
    put(amount.disabled, lever.disabled)
    put(amount.agedDual, lever.agedDual)
    put(amount.agedNonDual, lever.agedNonDual)
  }
}
