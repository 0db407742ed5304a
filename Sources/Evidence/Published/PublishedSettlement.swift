import Reconciliation
import Regulation

/// One published row settled by the law, beside what CMS printed.
public struct PublishedSettlement: Hashable, Sendable {
  public var year: PublishedYear
  public var terms: TrackTerms
  public var result: PerformanceYearResult
  public var settlement: Settlement
  /// Dollars paid, or owed where negative, after relief and before recoupment; unrounded.
  public var predicted: Dollars
  /// Predicted at either end of the score's rounding.
  public var band: ClosedRange<Dollars>
  public var checks: Checks
  public var verdict: Verdict

  /// Figures compared beside the payment; `nil` where there is nothing to compare.
  public struct Checks: Hashable, Sendable {
    public var minimumRate: MinimumRateCheck?
    /// Whether the minimum rate is met, against the savings or losses printed as generated.
    public var test: Bool?
    public var finalSharingRate: Bool?
    public var finalLossRate: Bool?
    public init() {}
  }

  /// Whether the printed minimum savings rate has the digits of the table's.
  public enum MinimumRateCheck: String, CaseIterable, Hashable, Sendable {
    case oneSidedEqual, oneSidedDiffers, variableEqual, variableDiffers
    /// Read, not compared.
    case elected
    /// Fewer beneficiaries than the table begins with.
    case belowTable
  }

  /// The loss before relief, positive; `nil` where none is owed.
  public var lossBeforeRelief: Dollars? {
    guard case .sharedLosses(let losses) = settlement.outcome else { return nil }
    return losses.afterProration
  }

  /// The printed loss before relief, positive.
  public var printedLossBeforeRelief: Dollars? {
    year.printed.earned.map { -$0 + (year.disasterAdjustment ?? .zero) }
  }
}

/// How a published payment compares with ours.
public enum Verdict: Hashable, Sendable {
  /// Within one dollar.
  case matched
  /// Inside what the rounding of the printed quality score leaves open.
  case insideBand
  /// The loss is smaller than ours, as the share of ACO participants' revenue would make it.
  /// - Parameter implied: The revenue that would make it so.
  case needsParticipantRevenue(implied: Dollars)
  case notCheckable(NotCheckable)
  case missed(Miss)

  public enum NotCheckable: Hashable, Sendable {
    /// The result turns on what these columns do not print.
    case notPrinted([PublicUseColumn])
    /// No payment is printed.
    case noPayment
    /// CMS printed nothing paid, and the file does not print whether quality allowed it.
    case standingNotPrinted
    /// CMS printed a smaller loss, and the file prints no relief for circumstances.
    case reliefNotPrinted
    /// The guardrail leaves a smaller loss, of a benchmark that is not printed.
    case guardrailBenchmarkNotPrinted
    /// The agreement ended in the year, after months that are not printed.
    case monthsNotPrinted
  }

  /// What disagrees first, in the order of the law.
  public enum Miss: String, CaseIterable, Hashable, Sendable {
    case minimumRateTest, finalSharingRate, finalLossRate, amount
  }

  /// Explained by the law and what the file withholds.
  public var isExplained: Bool {
    if case .missed = self { false } else { true }
  }
}
