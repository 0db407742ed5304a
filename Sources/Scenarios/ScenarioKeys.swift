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
    Key("question", .text(\.question.orEmpty), "What leadership asks, in their words.", .optional),
    Key("trials", .whole(100...10_000_000, \.trials), "Number of five-year histories drawn."),
    Key("seed", .seed(\.seed), "Seed of all random numbers, 0 through 2^64 - 1."),
    Key("detail", .word(Detail.allCases.map(\.rawValue), \.detailWord), "How finely to draw."),
    Key("rules", .mapping(rules), "The rules to settle under.", .optional),
    Key("agreement", .mapping(agreement), "The agreement to be signed.", .required),
    Key(
      "population", .mapping(BaseYearKeys.all), "Who is assigned and what they cost.", .required),
    Key(
      "history", .mapping(HistoryKeys.all),
      "What the historical benchmark is built from, in place of a finished one.", .required,
      cite: "42 CFR 425.652(a)", only: .history),
    Key(
      "record", .assumption(RecordKeys.all),
      "The ACO's own past savings rates, which then decide where it starts.", .optional),
    Key("finances", .mapping(finances), "The ACO's own money.", .optional),
    Key(
      "programs", .programs,
      "What the ACO does to spend less or serve better: cost, effect and fees of each.", .optional),
    Key(
      "appetite", .mapping(AppetiteKeys.all),
      "How much risk is acceptable: the best path within it is named.", .optional),
    Key(
      "cash", .mapping(CashKeys.all),
      "When money moves, and what the repayment mechanism, clinicians' revenue and stop-loss cover "
        + "add.", .optional),
    PartyKeys.sponsor, PartyKeys.sharing, PartyKeys.reopening,
    Key("assumptions", .mapping(AssumptionKeys.all), "What is random and how much.", .optional),
    Key(
      "stresses", .stresses, "The author's own stresses, which stand beside the library's.",
      .optional),
    Key("provenance", .mapping(provenance), "Where figures come from.", .optional),
    PresentationKeys.presentation, DocumentationKeys.documentation,
  ]

  private static let rules = [
    Key(
      "editions", .editions,
      "Names of rule editions laid over the regulation; empty for the regulation itself."),
    Key(
      "readings", .mapping(readings), "Readings of what the regulation's text does not settle.",
      .optional),
  ]

  private static let readings = [
    Key(
      "timesCounted",
      .word(RegionalTimesCounted.allCases.map(\.rawValue), \.readings.timesCountedWord),
      "Which earlier agreements count as times of a regional adjustment.", .optional,
      cite: Paragraph.regionalAdjustment.rawValue),
    Key(
      "prospectiveTrendDivisor",
      .word(ProspectiveTrendDivisor.allCases.map(\.rawValue), \.readings.divisorWord),
      "The historical benchmark by which the prospective trend's dollars are divided.", .optional,
      cite: Paragraph.prospectiveTrend.rawValue),
  ]

  private static let agreement: [Key] = [
    Key(
      "start", .agreementStart(\.agreement.period.firstDay),
      "First day of the agreement: a first of January.", .required,
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
      "regionalAdjustments", .mapping(regionalAdjustments),
      "Earlier agreements with and without a regional adjustment; together below `number`.",
      .optional, cite: Paragraph.regionalAdjustment.rawValue),
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
      "The ACO's share of assignable beneficiaries in its region, as a fraction.",
      only: .finished),
    Key(
      "advanceInvestmentPayments", .five(cash, \.agreement.advanceInvestmentAmounts),
      "Advance investment payments received by performance year, in dollars."),
    Key(
      "prepaidSharedSavings", .five(cash, \.agreement.prepaidAmounts),
      "Prepaid shared savings received by performance year, in dollars."),
    Key("options", .options, "The participation options to settle, in the order of the reports."),
    Key(
      "presentOption", .text(\.agreement.presentOption.orEmpty),
      "The name of the option the ACO is on or means to sign, which the others are held against.",
      .optional),
  ]

  private static let regionalAdjustments = [
    Key(
      "applied", .whole(0...19, \.agreement.regionalAdjustmentsApplied),
      "Earlier agreements in which one was applied; left out, every one not named here.",
      .optional),
    Key(
      "notApplied", .whole(0...19, \.agreement.regionalAdjustmentsPassed),
      "Earlier agreements in which none was applied."),
  ]

  private static let cash = Bounds(0...1e12, .dollars)

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
