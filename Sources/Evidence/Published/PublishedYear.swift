import Foundation
import Regulation

/// What one row prints of one ACO's performance year: the facts a settlement needs, and CMS's own
/// results to hold it against.
public struct PublishedYear: Hashable, Sendable {
  public var id: String
  public var name: String
  public var line: Int
  public var performanceYear: PerformanceYear
  public var track: PublishedTrack
  /// First day of the agreement; `nil` where none is printed.
  public var agreementStart: Day?
  public var assignedBeneficiaries: Int
  public var money: Money?
  /// The quality score; `nil` where none is printed.
  public var score: PrintedRate?
  /// `nil` where the file has no column that tells.
  public var standing: QualityResult.Standing?
  /// `nil` where the revenue category is not printed.
  public var isLowRevenue: Bool?
  /// Losses forgiven for extreme and uncontrollable circumstances, positive dollars; `nil` where
  /// the file has no such column.
  public var disasterAdjustment: Dollars?
  public var guardrailRelieves: Bool
  public var endsMidYear: Bool
  public var lossesAreProrated: Bool
  /// Columns of these years that the file lacks, and that can make a payment smaller.
  public var lacks: [PublicUseColumn]
  public var printed: Printed

  /// The totals a settlement begins with.
  public struct Money: Hashable, Sendable {
    public var benchmark: Dollars
    /// Benchmark less expenditure; negative for an overrun.
    public var savings: Dollars
  }

  /// CMS's results, never an input of the settlement. `nil` where not printed.
  public struct Printed: Hashable, Sendable {
    /// Read as the election of a two-sided ACO; otherwise only compared.
    public var minimumSavingsRate: PrintedRate?
    /// The savings or losses where the minimum rate is met.
    public var generated: Dollars?
    /// Earned, or owed where negative, before recoupment of advances.
    public var earned: Dollars?
    public var finalSharingRate: PrintedRate?
    public var finalLossRate: PrintedRate?
  }

  /// The agreement as the rules count its years. Agreements of 2012 had a first performance year
  /// that ran through 2013.
  public var agreement: AgreementPeriod? {
    agreementStart.map { AgreementPeriod(firstDay: max($0, Self.firstYear)) }
  }

  private static let firstYear = Day(year: 2013, month: 1, day: 1)
}
