import Regulation

/// Every key of the scenario file, format 1, in the order in which an author writes them.
enum ScenarioKeys {
  static let all: [Key] = [
    Key("format", .version, "Version of this format: 1.", .required),
    Key("title", .text(\.title), "The organisation as reports print it.", .required),
    Key(
      "aco", .text(\.aco),
      "Whom the random numbers belong to: scenarios of one ACO share every draw.", .required),
    Key(
      "region", .text(\.region),
      "Whom regional random numbers belong to; the ACO's own where left out.", .optional),
    Key("question", .text(\.questionText), "What leadership asks, in their words.", .optional),
    Key("trials", .whole(100...10_000_000, \.trials), "Number of five-year histories drawn."),
    Key("seed", .seed(\.seed), "Seed of all random numbers, 0 through 2^64 - 1."),
    Key("detail", .word(Detail.allCases.map(\.rawValue), \.detailWord), "How finely to draw."),
    Key("rules", .mapping(rules), "The rules to settle under.", .optional),
    Key("agreement", .mapping(agreement), "The agreement to be signed.", .required),
    Key("population", .mapping(population), "Who is assigned and what they cost.", .required),
    Key("finances", .mapping(finances), "The ACO's own money.", .optional),
    Key("assumptions", .mapping(AssumptionKeys.all), "What is random and how much.", .optional),
    Key("provenance", .mapping(provenance), "Where figures come from.", .optional),
  ]

  private static let rules = [
    Key(
      "editions", .editions,
      "Names of rule editions laid over the regulation; empty for the regulation itself.")
  ]

  private static let agreement: [Key] = [
    Key(
      "start", .agreementStart(\.agreement.period.firstDay),
      "First day of the agreement: 2019-07-01, or a first of January.", .required,
      cite: "42 CFR 425.200"),
    Key(
      "number", .whole(1...20, \.agreement.number), "1 for an ACO's first agreement.", .required,
      cite: "42 CFR 425.600(f)"),
    Key(
      "experienced", .flag(\.agreement.experienced),
      "Whether experienced with performance-based risk Medicare ACO initiatives, 42 CFR 425.20."),
    Key(
      "formerlyTwoSided", .flag(\.agreement.formerlyTwoSided),
      "Whether the ACO was in a two-sided model before, 42 CFR 425.224(a)(4)."),
    Key(
      "glidePathAgreements", .whole(0...19, \.agreement.glidePathAgreements),
      "Number of earlier agreements entered on the glide path; below `number`.",
      cite: "42 CFR 425.600(g)"),
    Key(
      "assignment",
      .word(AgreementFacts.Assignment.allCases.map(\.rawValue), \.agreement.assignmentWord),
      "How beneficiaries are assigned.", cite: "42 CFR 425.226"),
    Key(
      "minimumRateChoice", .minimumRate(\.agreement.minimumRateChoice),
      "The minimum savings and loss rate elected for two-sided years, as a fraction of the "
        + "benchmark, or `variable`.", .required, cite: "42 CFR 425.605(b)(2)(i)"),
    Key(
      "participantRevenue",
      .number(Bounds(0...1e12, .dollars).above(), \.agreement.participantRevenue.amount),
      "ACO participants' Medicare Parts A and B revenue in the year measured, in dollars.",
      .required),
    Key(
      "marketShare", .byType(Bounds(0...1, .fraction), \.agreement.marketShareFractions),
      "The ACO's share of assignable beneficiaries in its region, as a fraction."),
    Key(
      "advanceInvestmentPayments", .five(cash, \.agreement.advanceInvestmentAmounts),
      "Advance investment payments received by performance year, in dollars."),
    Key(
      "prepaidSharedSavings", .five(cash, \.agreement.prepaidAmounts),
      "Prepaid shared savings received by performance year, in dollars."),
    Key("options", .options, "The participation options to settle, in the order of the reports."),
  ]

  private static let cash = Bounds(0...1e12, .dollars)

  private static let population: [Key] =
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
    ]
    + EnrollmentType.allCases.map { type in
      Key(
        type.rawValue, .mapping(stratum(type)), "Assigned beneficiaries: \(type.inWords).",
        .required)
    }

  private static func stratum(_ type: EnrollmentType) -> [Key] {
    [
      Key(
        "personYears",
        .number(Bounds(0...1e7, .personYears), \.population.strata[type].personYears.count),
        "Person-years in the year measured.", .required),
      Key(
        "expenditure",
        .number(Bounds(0...1e6, .perCapita).above(), \.population.strata[type].expenditure.amount),
        "Truncated Parts A and B expenditure for each person-year, in dollars.", .required),
      Key(
        "historicalBenchmark",
        .number(
          Bounds(0...1e6, .perCapita).above(), \.population.strata[type].historicalBenchmark.amount),
        "Historical benchmark for each person-year, after adjustments, in dollars.", .required),
      Key(
        "riskScore", .number(Bounds(0.2...5, .ratio), \.population.strata[type].riskScore),
        "Mean prospective HCC risk score; 1 is the national mean of the type.", .required),
    ]
  }

  private static let finances: [Key] = [
    Key(
      "programCost", .byYear(cash, \.finances.programCostAmounts),
      "What running the program costs a year, in dollars; one number or five."),
    Key(
      "discountRate", .number(Bounds(0...0.5, .growth), \.finances.discountRate),
      "Yearly discount rate, as a fraction; 0 leaves sums undiscounted."),
  ]

  private static let provenance: [Key] = [
    Key("real", .marks(.real), "Figures taken as published.", .optional),
    Key("assumed", .marks(.assumed), "Figures that stand in for ones not known.", .optional),
  ]
}
