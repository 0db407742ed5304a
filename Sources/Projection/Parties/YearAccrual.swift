import Regulation

/// What to book on 31 December for a performance year that CMS settles in the autumn after.
///
/// By then the settlement of the year before is known, and that is all this uses: trials are told
/// apart by it, and each kind has its own range. Nothing is fitted, so a settlement that is zero in
/// most futures is shown to be. What an ACO's own claims tell of the year by then would narrow it
/// further. Amounts are what changes hands with CMS for the year, undiscounted.
public struct YearAccrual: Hashable, Sendable {
  public var performanceYear: PerformanceYear
  /// Whatever the year before brought.
  public var unconditional: AccrualRange
  /// By what the year before brought, kinds that never occur left out; empty in the first year.
  public var given: [AccrualRange]
  /// Settled less accrued, where the mean of the kind is accrued: mean zero but for a cent's
  /// rounding.
  public var trueUp: Distribution
  /// Standard deviation of the true-up, in dollars.
  public var trueUpSpread: Estimate

  public init(
    performanceYear: PerformanceYear, unconditional: AccrualRange, given: [AccrualRange],
    trueUp: Distribution, trueUpSpread: Estimate
  ) {
    self.performanceYear = performanceYear
    self.unconditional = unconditional
    self.given = given
    self.trueUp = trueUp
    self.trueUpSpread = trueUpSpread
  }
}

/// What the year before brought.
public enum KnownSettlement: String, CaseIterable, Hashable, Sendable {
  /// Below and from the median of what is earned where anything is.
  case owed, nothing, earnedLess, earnedMore

  init(_ settled: Int64, median: Int64) {
    self =
      settled < 0 ? .owed : settled == 0 ? .nothing : settled < median ? .earnedLess : .earnedMore
  }
}

/// The range of a settlement, in dollars.
public struct AccrualRange: Hashable, Sendable {
  /// `nil` for whatever the year before brought.
  public var known: KnownSettlement?
  /// Of this kind of year before.
  public var chance: Chance
  public var mean: Estimate
  /// At levels 0.1, 0.5 and 0.9.
  public var quantiles: [QuantileEstimate]

  public static let levels = [0.1, 0.5, 0.9]

  public init(
    known: KnownSettlement?, chance: Chance, mean: Estimate, quantiles: [QuantileEstimate]
  ) {
    self.known = known
    self.chance = chance
    self.mean = mean
    self.quantiles = quantiles
  }

  /// The amount to accrue: the mean, in whole cents.
  public var accrued: Cents { Cents(rounding: Dollars(mean.value)) }
}

extension AccrualRange {
  /// - Parameters:
  ///   - settled: At least one, in cents.
  ///   - trials: Of all kinds together.
  init(_ known: KnownSettlement?, _ settled: [Int64], of trials: Int) {
    let sorted = settled.sorted()
    self.init(
      known: known, chance: Chance(settled.count, of: trials),
      mean: StudyTable.estimate(of: sorted.map { Double($0) / 100 }),
      quantiles: Self.levels.map { QuantileEstimate(level: $0, of: sorted) })
  }
}

extension YearAccrual {
  /// - Parameters:
  ///   - settled: Of the year, in cents by trial.
  ///   - before: Of the year before; `nil` for the first.
  init(
    _ year: PerformanceYear, settled: ArraySlice<Int64>, knowing before: ArraySlice<Int64>?
  ) {
    let whole = AccrualRange(nil, Array(settled), of: settled.count)
    let kinds = before.map(Self.kinds)
    let given = kinds.map { kinds in
      KnownSettlement.allCases.compactMap { kind -> AccrualRange? in
        let of = zip(settled, kinds).filter { $0.1 == kind }.map(\.0)
        return of.isEmpty ? nil : AccrualRange(kind, of, of: settled.count)
      }
    }
    var accrued = KnownSettlement.allCases.map { _ in whole.accrued.count }
    for range in given ?? [] {
      if let known = range.known { accrued[known.place] = range.accrued.count }
    }
    let first = Array(repeating: KnownSettlement.nothing, count: settled.count)
    let trueUp = zip(settled, kinds ?? first).map { $0 - accrued[$1.place] }
    self.init(
      performanceYear: year, unconditional: whole, given: given ?? [],
      trueUp: Distribution(cents: trueUp),
      trueUpSpread: StudyTable.standardDeviation(of: trueUp.map { Double($0) / 100 }))
  }

  private static func kinds(_ before: ArraySlice<Int64>) -> [KnownSettlement] {
    let earned = before.filter { $0 > 0 }.sorted()
    let median = earned.isEmpty ? 0 : earned[earned.count / 2]
    return before.map { KnownSettlement($0, median: median) }
  }
}

extension KnownSettlement {
  fileprivate var place: Int {
    switch self {
    case .owed: 0
    case .nothing: 1
    case .earnedLess: 2
    case .earnedMore: 3
    }
  }
}
