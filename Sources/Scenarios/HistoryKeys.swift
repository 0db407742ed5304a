import Regulation

/// The keys under `history`: what an ACO brings to a new agreement.
enum HistoryKeys {
  static let all: [Key] =
    EnrollmentType.allCases.map { type in
      Key(
        type.rawValue, .mapping(stratum(type)), "Three benchmark years: \(type.inWords).",
        .required)
    } + [
      Key(
        "dualShare", .number(BenchmarkBounds.share, \.historyOrBlank.dualShare.fraction),
        "Share of assigned beneficiaries of year 3 who are dually eligible, as a fraction.",
        .required, cite: Paragraph.regionalAdjustment.rawValue),
      Key(
        "lowIncomeOrDualShare",
        .number(BenchmarkBounds.share, \.historyOrBlank.lowIncomeOrDualShare.fraction),
        "Share with the low-income subsidy or dual eligibility, as a fraction.", .required,
        cite: Paragraph.populationAdjustment.rawValue),
      Key(
        "priorSavings", .mapping(priorSavings),
        "Savings of the three years before the agreement; only for an ACO that renews or re-enters.",
        .optional, cite: Paragraph.priorSavings.rawValue),
    ]

  private static func stratum(_ type: EnrollmentType) -> [Key] {
    byYear(type) + [
      Key(
        "marketShare",
        .number(
          BenchmarkBounds.share, \.historyOrBlank.strata[type].marketShare.fraction),
        "The ACO's share of assignable beneficiaries in its region in year 3, as a fraction.",
        .required),
      Key(
        "regionalExpenditure",
        .number(
          BenchmarkBounds.perCapita, \.historyOrBlank.strata[type].regionalExpenditure.amount),
        "The region's for each person-year of year 3, risk adjusted to the ACO, in dollars.",
        .required, cite: Paragraph.regionalAdjustment.rawValue),
      Key(
        "nationalExpenditure",
        .number(
          BenchmarkBounds.perCapita, \.historyOrBlank.strata[type].nationalExpenditure.amount),
        "The nation's for each person-year of year 3, in dollars.", .required,
        cite: Paragraph.prospectiveTrend.rawValue),
      Key(
        "nationalRiskScore",
        .number(
          BenchmarkBounds.riskScore, \.historyOrBlank.strata[type].nationalRiskScore.fraction),
        "The nation's mean risk score of year 3: 1 where scores are renormalised to it."),
    ]
  }

  private static func byYear(_ type: EnrollmentType) -> [Key] {
    [
      Key(
        "personYears",
        .list(3, BenchmarkBounds.personYears, \.historyOrBlank.strata[type].personYearCounts),
        "Person-years of benchmark years 1, 2 and 3.", .required),
      Key(
        "expenditure",
        .list(3, BenchmarkBounds.perCapita, \.historyOrBlank.strata[type].expenditureAmounts),
        "Truncated Parts A and B expenditure for each person-year, benchmark years 1, 2 and 3, in "
          + "dollars.", .required),
      Key(
        "riskScore",
        .list(3, BenchmarkBounds.riskScore, \.historyOrBlank.strata[type].riskScores),
        "Mean prospective HCC risk score of benchmark years 1, 2 and 3, renormalised.", .required),
      Key(
        "nationalGrowth",
        .list(2, BenchmarkBounds.growth, \.historyOrBlank.strata[type].nationalGrowths),
        "The nation's year 3 over year 1, and over year 2: 1.05 is five percent.", .required,
        cite: Paragraph.benchmarkTrend.rawValue),
      Key(
        "regionalGrowth",
        .list(2, BenchmarkBounds.growth, \.historyOrBlank.strata[type].regionalGrowths),
        "The region's year 3 over year 1, and over year 2, risk adjusted.", .required,
        cite: Paragraph.benchmarkTrend.rawValue),
    ]
  }

  private static let priorSavings = [
    Key(
      "perCapita",
      .list(3, BenchmarkBounds.savings, \.historyOrBlank.priorSavingsOrBlank.amounts),
      "Benchmark less expenditure for each person-year, the three years before the agreement, in "
        + "dollars; losses are negative.", .required),
    Key(
      "standing",
      .words(
        3, PriorSavings.Standing.allCases.map(\.rawValue),
        \.historyOrBlank.priorSavingsOrBlank.standingWords),
      "Whether each year was reconciled, and its savings not withheld for noncompliance."),
    Key(
      "populationRatio",
      .number(
        BenchmarkBounds.populationRatio,
        \.historyOrBlank.priorSavingsOrBlank.populationRatio.fraction),
      "Assigned population when those years were reconciled over that of the benchmark years.",
      .required, cite: Paragraph.priorSavings.rawValue),
  ]
}

/// What the figures of a benchmark may be, in a scenario and in a benchmark file.
enum BenchmarkBounds {
  static let personYears = Bounds(0...1e7, .personYears).above()
  static let perCapita = Bounds(0...1e6, .perCapita).above()
  static let riskScore = Bounds(0.2...5, .ratio)
  static let growth = Bounds(0.2...5, .growthRatio)
  static let share = Bounds(0...1, .fraction)
  static let savings = Bounds(-1e5...1e5, .perCapita)
  static let populationRatio = Bounds(0...10, .growthRatio).above()
}
