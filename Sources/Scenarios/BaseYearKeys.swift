import Regulation

/// The keys under `population`: the year from which the simulation starts, and, where the scenario
/// has no history, its finished benchmark.
enum BaseYearKeys {
  static let all: [Key] =
    [
      Key(
        "measuredIn", .whole(2010...2040, \.population.measuredIn),
        "Calendar year of the figures; at the latest the year before the agreement starts.",
        .required),
      Key(
        "assignedBeneficiaries", .whole(500...10_000_000, \.population.assignedBeneficiaries),
        "Headcount of assigned beneficiaries in that year.", .required,
        cite: "42 CFR 425.605(b)(1)"),
      Key(
        "growthToBenchmark",
        .byType(Bounds(-0.5...0.5, .growth), \.population.growthToBenchmark),
        "Growth a year from `measuredIn` to the year before the agreement, as a fraction; "
          + "moves expenditure and benchmark alike."),
      Key(
        "dualShare", .number(BenchmarkBounds.share, \.population.dualFraction),
        "Share of assigned beneficiaries who are dually eligible, as a fraction.", .optional,
        cite: Paragraph.regionalAdjustment.rawValue, only: .finished),
      Key(
        "lowIncomeOrDualShare",
        .number(BenchmarkBounds.share, \.population.lowIncomeOrDualFraction),
        "Share with the low-income subsidy or dual eligibility, as a fraction.", .optional,
        cite: Paragraph.populationAdjustment.rawValue, only: .finished),
      Key(
        "largestPractice",
        .number(Bounds(0...0.8, .fraction).above(), \.population.largestPracticeFraction),
        "Share of assigned beneficiaries assigned through the largest practice, as a fraction: the "
          + "stress in which it leaves takes it, 0.25 where left out.", .optional),
    ]
    + EnrollmentType.allCases.map { type in
      Key(
        type.rawValue, .mapping(stratum(type)), "Assigned beneficiaries: \(type.inWords).",
        .required, only: .finished)
    }

  private static func stratum(_ type: EnrollmentType) -> [Key] {
    [
      Key(
        "personYears",
        .number(Bounds(0...1e7, .personYears).above(), \.population.strata[type].personYears.count),
        "Person-years in the year measured; 0.01 where nobody is of the type.", .required),
      Key(
        "expenditure",
        .number(BenchmarkBounds.perCapita, \.population.strata[type].expenditure.amount),
        "Truncated Parts A and B expenditure for each person-year, in dollars.", .required),
      Key(
        "historicalBenchmark",
        .number(BenchmarkBounds.perCapita, \.population.strata[type].historicalBenchmark.amount),
        "Historical benchmark for each person-year, after adjustments, in dollars.", .required),
      Key(
        "riskScore",
        .number(BenchmarkBounds.riskScore, \.population.strata[type].riskScore),
        "Mean prospective HCC risk score; 1 is the national mean of the type.", .required),
      Key(
        "regionalExpenditure",
        .number(BenchmarkBounds.perCapita, \.population.strata[type].regionalAmount),
        "The region's for each person-year of the year measured, risk adjusted to the ACO, in "
          + "dollars.", .optional),
      Key(
        "nationalExpenditure",
        .number(BenchmarkBounds.perCapita, \.population.strata[type].nationalAmount),
        "The nation's for each person-year of the year measured, at a risk score of 1, in "
          + "dollars.", .optional),
    ]
  }
}
