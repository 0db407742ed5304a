/// The terms one track applies in one performance year, every dated rule already looked up.
///
/// A one-sided model (BASIC Levels A and B) has no `losses`: there is no way to ask it what is owed.
public struct TrackTerms: Hashable, Sendable {
  public var track: Track
  public var minimumRates: MinimumRateTerms
  public var maximumSharingRate: Rate
  /// How quality bears on the sharing rate in this performance year.
  public var sharingByQuality: SharingByQuality
  /// Share of the updated benchmark that shared savings may not exceed.
  public var performancePaymentLimit: Rate
  /// Taken from shared savings before the limit is tested; never from losses.
  public var sequestration: Rate
  /// The low-revenue rule of 42 CFR 425.605(h), where the track and agreement have it.
  public var reducedSharing: ReducedSharingTerms?
  public var losses: LossTerms?
  /// Months in a performance year, by which losses are prorated.
  public var monthsInYear: Int

  public init(
    track: Track, minimumRates: MinimumRateTerms, maximumSharingRate: Rate,
    sharingByQuality: SharingByQuality, performancePaymentLimit: Rate, sequestration: Rate,
    reducedSharing: ReducedSharingTerms?, losses: LossTerms?, monthsInYear: Int
  ) {
    self.track = track
    self.minimumRates = minimumRates
    self.maximumSharingRate = maximumSharingRate
    self.sharingByQuality = sharingByQuality
    self.performancePaymentLimit = performancePaymentLimit
    self.sequestration = sequestration
    self.reducedSharing = reducedSharing
    self.losses = losses
    self.monthsInYear = monthsInYear
  }
}

/// Which minimum savings and loss rate holds, 42 CFR 425.605(b), 425.610(b), 425.110(b)(3)(iii).
public struct MinimumRateTerms: Hashable, Sendable {
  /// The table by number of assigned beneficiaries.
  public var table: MinimumSavingsRateTable
  /// The symmetric rate elected for two-sided years; `nil` in one-sided models and where the
  /// ACO chose the variable rate.
  public var elected: Rate?
  /// Below this many assigned beneficiaries the table replaces an elected rate for the year.
  public var fewestForElection: Int

  public init(table: MinimumSavingsRateTable, elected: Rate?, fewestForElection: Int) {
    self.table = table
    self.elected = elected
    self.fewestForElection = fewestForElection
  }
}

/// The election of MSR and MLR made before the first two-sided year.
public enum MinimumRateChoice: Hashable, Sendable {
  case variable
  case elected(Rate)
}

/// The variable minimum savings rate, 42 CFR 425.605(b)(1): linear within each band.
public struct MinimumSavingsRateTable: Hashable, Sendable {
  /// From `fewest` through `most` assigned beneficiaries, both included.
  public struct Band: Hashable, Sendable {
    public var fewest, most: Int
    public var atFewest, atMost: Rate
    public init(fewest: Int, most: Int, atFewest: Rate, atMost: Rate) {
      self.fewest = fewest
      self.most = most
      self.atFewest = atFewest
      self.atMost = atMost
    }
  }
  /// Ascending and without a gap; the last band's rate holds beyond its end.
  public var bands: [Band]
  public init(bands: [Band]) { self.bands = bands }
}

/// How quality decides the final sharing rate; it has changed by performance year.
public enum SharingByQuality: String, Hashable, Sendable {
  /// Maximum rate times the quality score (performance years through 2020).
  case timesScore
  /// The maximum rate where the standard is met, otherwise nothing (2021 and 2022).
  case standardOnly
  /// The maximum rate where the standard is met; times the score under the alternative
  /// standard; otherwise nothing (2023 on).
  case standardOrAlternative
}

/// 42 CFR 425.605(h): a low-revenue ACO with savings below its minimum savings rate.
public struct ReducedSharingTerms: Hashable, Sendable {
  /// The part of the otherwise applicable sharing rate.
  public var factor: Rate
  /// The fewest assigned beneficiaries with which the rule is open.
  public var fewestBeneficiaries: Int
  public init(factor: Rate, fewestBeneficiaries: Int) {
    self.factor = factor
    self.fewestBeneficiaries = fewestBeneficiaries
  }
}

/// What a two-sided model asks of an ACO that overspends its benchmark.
public struct LossTerms: Hashable, Sendable {
  public var sharedLossRate: SharedLossRate
  public var recoupmentLimit: LossRecoupmentLimit
  public init(sharedLossRate: SharedLossRate, recoupmentLimit: LossRecoupmentLimit) {
    self.sharedLossRate = sharedLossRate
    self.recoupmentLimit = recoupmentLimit
  }
}

public enum SharedLossRate: Hashable, Sendable {
  /// BASIC Levels C, D and E: whatever the quality.
  case fixed(Rate)
  /// ENHANCED: one minus the maximum sharing rate times the quality score, within bounds;
  /// the upper bound when quality bars the ACO from sharing.
  case complementOfSharing(within: ClosedRange<Rate>)
}

/// The most an ACO can owe: a share of the updated benchmark and, under the BASIC track,
/// the lesser of that and a share of ACO participants' Medicare revenue.
public struct LossRecoupmentLimit: Hashable, Sendable {
  /// `nil` only under an edition that lifts the limit.
  public var ofBenchmark: Rate?
  public var ofRevenue: Rate?
  public init(ofBenchmark: Rate?, ofRevenue: Rate? = nil) {
    self.ofBenchmark = ofBenchmark
    self.ofRevenue = ofRevenue
  }
}

/// How the benchmark moves from benchmark year 3 to a performance year,
/// 42 CFR 425.601(b), 425.652(b), 425.605(a)(1).
public struct BenchmarkTerms: Hashable, Sendable {
  /// Weight of the prospective trend in the three-way blend; zero for a two-way blend.
  public var prospectiveTrendWeight: Rate
  public var riskRatioCap: RiskRatioCap
  /// Whether losses are tested again against the two-way blend, 42 CFR 425.652(b)(5).
  public var hasGuardrail: Bool
  /// How far the region's risk ratio may exceed its demographic ratio before its growth is raised,
  /// 42 CFR 425.655; `nil` where its growth is never raised.
  public var regionalRiskCap: Rate?
  /// How far the prospective growth of a year may fall below and rise above national growth, in
  /// the text proposed for 42 CFR 425.660; `nil` where it may by any amount.
  public var prospectiveGrowthBelow, prospectiveGrowthAbove: Rate?
  public init(
    prospectiveTrendWeight: Rate, riskRatioCap: RiskRatioCap, hasGuardrail: Bool,
    regionalRiskCap: Rate? = nil, prospectiveGrowthBelow: Rate? = nil,
    prospectiveGrowthAbove: Rate? = nil
  ) {
    self.prospectiveTrendWeight = prospectiveTrendWeight
    self.riskRatioCap = riskRatioCap
    self.hasGuardrail = hasGuardrail
    self.regionalRiskCap = regionalRiskCap
    self.prospectiveGrowthBelow = prospectiveGrowthBelow
    self.prospectiveGrowthAbove = prospectiveGrowthAbove
  }
}

/// How far risk scores may lift the benchmark.
public enum RiskRatioCap: Hashable, Sendable {
  /// Each type's ratio is held to one plus this (agreements starting before 2024).
  case perType(Rate)
  /// Where the aggregate ratio exceeds the aggregate demographic ratio plus this, each type's
  /// ratio is held to that sum (agreements starting 2024 on).
  case aggregate(Rate)
  /// Only under an edition.
  case none
}

/// The quality rules of one performance year, 42 CFR 425.512.
public struct QualityTerms: Hashable, Sendable {
  /// Whether a first-year ACO that reports meets the standard by reporting.
  public var firstYearMeetsByReporting: Bool
  /// Share of assigned beneficiaries in an affected area from which the score is lifted.
  public var extremeCircumstancesShare: Rate
  /// `nil` where quality is not measured measure by measure.
  public var measures: MeasureTerms?
  public init(
    firstYearMeetsByReporting: Bool, extremeCircumstancesShare: Rate,
    measures: MeasureTerms? = nil
  ) {
    self.firstYearMeetsByReporting = firstYearMeetsByReporting
    self.extremeCircumstancesShare = extremeCircumstancesShare
    self.measures = measures
  }
}

/// What ends a year early, 42 CFR 425.221(b).
public struct TerminationTerms: Hashable, Sendable {
  /// A voluntary termination effective in this month or earlier owes no losses.
  public var lastMonthWithoutLosses: Int
  /// Savings are shared only if a voluntary termination takes effect in this month.
  public var monthThatKeepsSavings: Int
  public init(lastMonthWithoutLosses: Int, monthThatKeepsSavings: Int) {
    self.lastMonthWithoutLosses = lastMonthWithoutLosses
    self.monthThatKeepsSavings = monthThatKeepsSavings
  }
}
