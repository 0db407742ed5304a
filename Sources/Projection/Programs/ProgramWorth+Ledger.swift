/// What programs change, from a ledger with them and one without, trial by trial.
extension ProgramWorth {
  /// - Parameters:
  ///   - with: And `without`: of the same trials and paths.
  ///   - place: Of the recommended path.
  ///   - options: How many of the paths, the first ones, are the comparison's options.
  init(_ with: PathLedger, less without: PathLedger, recommended place: Int, options: Int) {
    let totals = zip(with.programs, without.programs)
    func changes(_ part: (ProgramTotals) -> Double) -> [Double] {
      totals.map { part($0) - part($1) }
    }
    let (cost, fees, saved) = (changes(\.cost), changes(\.fees), changes(\.saved))
    let income = zip(fees, cost).map { $0 - $1 }
    let changes = concurrently(options + 1) { number in
      let path = number < options ? number : place
      return ProgramChange(path, with, without, income: income, saved: saved)
    }
    self.init(
      cost: StudyTable.estimate(of: cost), fees: StudyTable.estimate(of: fees),
      avoided: StudyTable.estimate(of: totals.map { $0.avoided - $1.avoided }),
      saved: StudyTable.estimate(of: saved), recommended: changes[options],
      options: Array(changes.prefix(options)))
  }
}

extension ProgramChange {
  /// - Parameters:
  ///   - income: By trial, fees less cost in dollars; `saved` likewise.
  fileprivate init(
    _ path: Int, _ with: PathLedger, _ without: PathLedger, income: [Double], saved: [Double]
  ) {
    let (after, before) = (with.net(of: path), without.net(of: path))
    var payments: [Double] = []
    payments.reserveCapacity(income.count)
    for ((after, before), income) in zip(zip(after, before), income) {
      payments.append(Double(after - before) / 100 - income)
    }
    self.init(
      net: PairedDifference(after, less: before), payment: StudyTable.estimate(of: payments),
      kept: Self.ratio(of: payments, to: saved),
      chanceOfOwing: Self.change(with.marks(of: path), before: without.marks(of: path)),
      fifthPercentile: Self.fifthPercentile(after, less: before))
  }

  /// The ratio of two means with its standard error (delta method); `nil` where the second is not
  /// above zero by two of its errors.
  private static func ratio(of payments: [Double], to saved: [Double]) -> Estimate? {
    let (paid, base) = (StudyTable.estimate(of: payments), StudyTable.estimate(of: saved))
    guard base.value > 2 * base.standardError else { return nil }
    let ratio = paid.value / base.value
    let residuals = zip(payments, saved).map { $0 - ratio * $1 }
    return Estimate(
      value: ratio, standardError: StudyTable.estimate(of: residuals).standardError / base.value)
  }

  /// Of the chance of owing in any year: trials that come to owe less those that cease to.
  private static func change(
    _ after: ArraySlice<PathMarks>, before: ArraySlice<PathMarks>
  ) -> Estimate {
    StudyTable.estimate(
      of: zip(after, before).map { ($0.hasOwed ? 1.0 : 0) - ($1.hasOwed ? 1.0 : 0) })
  }

  /// Of the 5th percentile. Each quantile errs as the count of trials below it does (Bahadur 1966),
  /// and the two counts are correlated as the trials below both tell.
  private static func fifthPercentile(
    _ after: ArraySlice<Int64>, less before: ArraySlice<Int64>
  ) -> Estimate {
    let level = Distribution.levels[0]
    let first = QuantileEstimate(level: level, of: after.sorted())
    let second = QuantileEstimate(level: level, of: before.sorted())
    let both = zip(after, before).count {
      $0 <= first.value.count && $1 <= second.value.count
    }
    let shared = Double(both) / Double(after.count)
    let correlation = min(1, max(-1, (shared - level * level) / (level * (1 - level))))
    let (a, b) = (first.standardError, second.standardError)
    return Estimate(
      value: first.value.dollars.amount - second.value.dollars.amount,
      standardError: max(0, a * a + b * b - 2 * correlation * a * b).squareRoot())
  }
}
