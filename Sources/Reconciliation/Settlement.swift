import Regulation

/// How one performance year came out under one track.
///
/// Every amount the regulation names on the way to the payment is a stored property, so a
/// report can show the working without recomputing it. Amounts are unrounded; `earned` is rounded
/// once, to whole cents.
public struct Settlement: Hashable, Sendable {
  public var benchmark: Dollars
  public var expenditure: Dollars
  /// Benchmark less expenditure; negative for an overrun.
  public var savings: Dollars
  public var minimumSavingsRate: Rate
  public var minimumRateBasis: MinimumRateBasis
  public var isTwoSided: Bool
  /// Set where losses were tested again against the two-way benchmark.
  public var guardrail: Guardrail?
  public var outcome: Outcome

  public var savingsRate: Rate { savings / benchmark }

  public enum MinimumRateBasis: String, Hashable, Sendable {
    /// The table by number of assigned beneficiaries.
    case table
    case elected
    /// The table in place of the elected rate: too few beneficiaries for a fixed one.
    case tableBelowFewest
  }

  /// The second test of 42 CFR 425.652(b)(5).
  public struct Guardrail: Hashable, Sendable {
    public var benchmark: Dollars
    /// Against that benchmark.
    public var savings: Dollars
    public var savingsRate: Rate { savings / benchmark }
  }

  public enum Outcome: Hashable, Sendable {
    case sharedSavings(SharedSavings)
    case sharedLosses(SharedLosses)
    case noShare(Reason)
  }

  public enum Reason: String, CaseIterable, Hashable, Sendable {
    case belowMinimumSavingsRate, qualityStandardNotMet, endedBeforeSavings
    case oneSidedModel, belowMinimumLossRate, guardrailRemovesLosses, endedWithoutLosses
  }

  /// Dollars earned from CMS before recoupment; negative when the ACO owes CMS.
  public var amount: Dollars {
    switch outcome {
    case .sharedSavings(let savings): savings.amount
    case .sharedLosses(let losses): -losses.owed
    case .noShare: .zero
    }
  }

  /// `amount` in whole cents, half a cent away from zero.
  public var earned: Cents { Cents(rounding: amount) }
}

/// Savings shared, from the first dollar.
public struct SharedSavings: Hashable, Sendable {
  public var finalSharingRate: Rate
  /// Whether the low-revenue rule of 42 CFR 425.605(h) gave a reduced rate below the minimum
  /// savings rate.
  public var isReduced: Bool
  public var beforeLimit: Dollars
  public var sequestration: Dollars
  public var limit: Dollars

  /// The limit is tested after sequestration, as CMS's published payments show.
  public var afterSequestration: Dollars { beforeLimit - sequestration }
  public var isLimited: Bool { afterSequestration > limit }
  public var amount: Dollars { min(afterSequestration, limit) }
}

/// Losses shared: rate, limit, months of participation, relief, in that order.
public struct SharedLosses: Hashable, Sendable {
  public var sharedLossRate: Rate
  public var beforeLimit: Dollars
  /// `nil` where the track has none, or where participant revenue is not known.
  public var limitOfRevenue: Dollars?
  /// `nil` only under an edition that lifts it.
  public var limitOfBenchmark: Dollars?
  /// The track has a revenue leg and the revenue is not known.
  public var needsParticipantRevenue: Bool
  /// Months of losses owed over months in the year; one for a full year.
  public var partOfYear: Rate
  /// Months affected over months in the year, times the share of beneficiaries affected.
  public var extremeCircumstancesPart: Rate

  public var limit: Dollars? {
    switch (limitOfRevenue, limitOfBenchmark) {
    case (let revenue?, let benchmark?): min(revenue, benchmark)
    case (let revenue?, nil): revenue
    case (nil, let benchmark): benchmark
    }
  }
  /// The leg the limit is taken from: revenue, unless that comes to more than the share of the
  /// benchmark, 42 CFR 425.605(d)(1)(iii)(D).
  public var limitBasis: LimitBasis? {
    guard let limit else { return nil }
    return limit == limitOfRevenue ? .revenue : .benchmark
  }
  public enum LimitBasis: String, CaseIterable, Hashable, Sendable {
    case revenue, benchmark
  }
  public var afterLimit: Dollars { limit.map { min($0, beforeLimit) } ?? beforeLimit }
  public var isLimited: Bool { afterLimit < beforeLimit }
  public var isLimitedByRevenue: Bool { isLimited && limitBasis == .revenue }
  public var afterProration: Dollars { partOfYear * afterLimit }
  public var extremeCircumstancesReduction: Dollars { extremeCircumstancesPart * afterProration }
  public var owed: Dollars { afterProration - extremeCircumstancesReduction }
}
