import CSettlement
import CWidths
import Regulation

/// How one year of many trials is measured under one agreement: `YearTerms`, and the year's growth of
/// the prospective trend, as the kernel reads them.
public struct MeasuringTerms {
  private var terms = cs_year_terms()
  /// Scores measures, where there are any.
  private let measures: ScoredColumns?

  /// - Parameter growth: Of the prospective trend in the year, by type.
  public init(_ year: YearTerms, growing growth: ByEnrollmentType<Rate>) {
    measures = year.quality.measures.map(ScoredColumns.init)
    let benchmark = year.benchmark
    terms.prospective_weight = benchmark.prospectiveTrendWeight.fraction
    switch benchmark.riskRatioCap {
    case .none: terms.risk_cap = Int32(cs_cap_none)
    case .perType(let most): setCap(cs_cap_per_type, most)
    case .aggregate(let most): setCap(cs_cap_aggregate, most)
    }
    terms.has_guardrail = benchmark.hasGuardrail ? 1 : 0
    if let excess = benchmark.regionalRiskCap {
      terms.has_regional_cap = 1
      terms.regional_excess = excess.fraction
    }
    terms.growth_below = benchmark.prospectiveGrowthBelow?.fraction ?? .infinity
    terms.growth_above = benchmark.prospectiveGrowthAbove?.fraction ?? .infinity
    terms.low_revenue_threshold = year.lowRevenueThreshold.fraction
    terms.circumstances_share = year.quality.extremeCircumstancesShare.fraction
    terms.first_year_by_reporting =
      year.isFirstYearOfFirstAgreement && year.quality.firstYearMeetsByReporting ? 1 : 0
    terms.growth = growth.map(\.fraction).row
  }

  private mutating func setCap(_ kind: Int, _ most: Rate) {
    terms.risk_cap = Int32(kind)
    terms.risk_growth = most.fraction
  }

  /// The year measured: `ObservedYear.result(under:)` of every trial, the same bits.
  ///
  /// - Parameters:
  ///   - signed: What the agreement was signed at; its trend moves on by this year.
  ///   - nationBefore: The nation's growth through the year before, four columns.
  public func measure(
    _ observed: ObservedColumns, against signed: SignedColumns,
    nationBefore: UnsafePointer<Double>, into measured: MeasuredColumns, width: Int32 = cw_widest()
  ) {
    var terms = terms
    var facts = cs_observed(measures?.scored(observed) ?? observed)
    var held = cs_signed(
      historical: signed.historical, leverage: signed.leverage, nation_before: nationBefore,
      prospective: signed.prospective)
    cs_measure(width, &terms, &facts, &held, measured.values)
  }
}

extension cs_observed {
  fileprivate init(_ columns: ObservedColumns) {
    self.init(
      person_years: columns.personYears, expenditure: columns.expenditure,
      risk: columns.riskRatio, demographic: columns.demographicRatio,
      nation: columns.nationalGrowth, region: columns.regionalGrowth,
      share: columns.marketShare, region_risk: columns.regionalRiskRatio,
      region_demographic: columns.regionalDemographicRatio,
      assigned: columns.assignedBeneficiaries, revenue: columns.participantRevenue,
      reported: columns.reported, score: columns.score, standard: columns.standardScore,
      alternative: columns.reachesAlternative, incentive: columns.meetsIncentive,
      months: columns.months, months_share: columns.shareOfBeneficiaries)
  }
}
