import Reconciliation
import Regulation
import Sampling

/// What `BenchmarkBasis.signed` makes of a stated benchmark, for every trial of a batch at once and with
/// the same bits.
final class StatedColumns {
  private let stated: BenchmarkBasis.StatedBenchmark
  /// `type · trials + trial`.
  private let historical, leverage: UnsafeMutablePointer<Double>

  private static let values = EnrollmentType.allCases.count * ObservedColumns.trials

  init(_ stated: BenchmarkBasis.StatedBenchmark) {
    self.stated = stated
    historical = .allocate(capacity: Self.values)
    historical.initialize(repeating: 0, count: Self.values)
    leverage = .allocate(capacity: Self.values)
    leverage.initialize(repeating: 0, count: Self.values)
  }

  deinit {
    historical.deallocate()
    leverage.deallocate()
  }

  /// - Parameters:
  ///   - luck: Twelve columns, as a `HistoryBatch` has them.
  ///   - signed: Of every agreement: none states another benchmark.
  func sign(_ luck: UnsafePointer<Double>, into signed: [SignedColumns]) {
    for (place, type) in EnrollmentType.allCases.enumerated() {
      let (amount, prospective) = (
        stated.historical[type].amount, stated.prospectiveDollars[type].amount
      )
      let first = luck + 3 * place * ObservedColumns.trials
      let (second, third) = (first + ObservedColumns.trials, first + 2 * ObservedColumns.trials)
      let start = place * ObservedColumns.trials
      for trial in 0..<ObservedColumns.trials {
        let dollars = stated.factor(first[trial], second[trial], third[trial]) * amount
        historical[start + trial] = dollars
        leverage[start + trial] = prospective / dollars
      }
    }
    for columns in signed { columns.sign(historical: historical, leverage: leverage) }
  }
}
