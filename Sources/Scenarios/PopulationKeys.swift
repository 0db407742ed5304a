import Regulation

/// The assumptions about who is assigned, how sick they are, and how they are served.
enum PopulationKeys {
  static let all: [Key] = [
    Key("retention", .assumption(retention), "Who stays assigned from year to year."),
    Key("joining", .assumption(joining), "Who becomes assigned."),
    Key("participantChange", .assumption(participantChange), "Practices joining or leaving."),
    Key("trueUp", .assumption(trueUp), "The list worked against the list settled."),
    Key("riskScore", .assumption(riskScore), "Risk scores against the nation's."),
    Key("quality", .assumption(quality), "The quality score and its standard."),
    Key(
      "extremeCircumstances", .assumption(extremeCircumstances),
      "Extreme and uncontrollable circumstances.", cite: "42 CFR 425.605(f)"),
  ]

  private static let spread = AssumptionKeys.spread
  private static let growth = AssumptionKeys.growth
  private static let fraction = AssumptionKeys.fraction
  private static let relative = AssumptionKeys.relative
  private static let inside = Bounds(0...1, .fraction).above().below()
  private static let concentration = Bounds(0...1e6, .concentration).above()

  private static let retention: [Key] = [
    Key(
      "mean", .number(inside, \.assumptions.retention.mean),
      "Part that stays assigned from one year to the next, as a fraction."),
    Key(
      "planned", .number(inside, \.assumptions.retention.countedOn),
      "Part that the planned size counts on staying, as a fraction; the mean where left out.",
      .optional),
    Key(
      "concentration", .number(concentration, \.assumptions.retention.concentration),
      "Beta concentration, a + b, of the yearly retention."),
    Key(
      "voluntaryShare", .number(fraction, \.assumptions.retention.voluntaryShare),
      "Share voluntarily aligned, as a fraction."),
    Key(
      "voluntaryRetention", .number(fraction, \.assumptions.retention.voluntaryRetention),
      "Retention of the voluntarily aligned, as a fraction."),
    Key(
      "leaverExpenditure", .number(relative, \.assumptions.retention.leaverExpenditure),
      "Leavers' expenditure as a ratio to the population's mean."),
    Key(
      "leaverRisk", .number(relative, \.assumptions.retention.leaverRisk),
      "Leavers' risk score as a ratio to the population's mean."),
    Key(
      "meanStandardError", .number(spread, \.assumptions.retention.meanStandardError),
      "Uncertainty of the mean, as a fraction."),
  ]

  private static let joining: [Key] = [
    Key(
      "sizePlan", .byYear(Bounds(-1...1, .growth), \.assumptions.joining.sizePlan),
      "Planned yearly change of ln assigned beneficiaries; one number or five."),
    Key(
      "dispersion", .number(Bounds(0...2, .spread), \.assumptions.joining.dispersion),
      "Relative standard deviation of the number of joiners beyond Poisson, as a fraction."),
    Key(
      "joinerExpenditure", .number(relative, \.assumptions.joining.joinerExpenditure),
      "Joiners' expenditure as a ratio to the population's mean."),
    Key(
      "joinerRisk", .number(relative, \.assumptions.joining.joinerRisk),
      "Joiners' risk score as a ratio to the population's mean."),
    StandardErrorKeys.joining,
  ]

  private static let participantChange: [Key] = [
    Key(
      "probability", .number(fraction, \.assumptions.participantChange.probability),
      "Chance in one year, as a fraction."),
    Key(
      "mean", .number(Bounds(-2...2, .multiple), \.assumptions.participantChange.mean),
      "Mean jump of ln size."),
    Key(
      "standardDeviation",
      .number(Bounds(0...2, .multiple), \.assumptions.participantChange.standardDeviation),
      "Standard deviation of the jump of ln size."),
    Key(
      "planned", .five(Bounds(-2...2, .multiple), \.assumptions.participantChange.planned),
      "Certain changes of ln size by practices that join or leave, five by year; the benchmark years "
        + "are made again for the new list. None where left out.", .optional,
      cite: "42 CFR 425.652(a)(9)"),
    StandardErrorKeys.participantChange,
  ]

  private static let trueUp: [Key] = [
    Key(
      "standardDeviation", .number(spread, \.assumptions.trueUp.standardDeviation),
      "Preliminary prospective: extra standard deviation of ln size."),
    Key(
      "expenditureSlope",
      .number(Bounds(-5...5, .multiple), \.assumptions.trueUp.expenditureSlope),
      "Preliminary prospective: change of ln mean expenditure for each unit of ln size."),
    Key(
      "inYearLoss", .number(AssumptionKeys.remaining, \.assumptions.trueUp.inYearLoss),
      "Prospective: part of the list that becomes ineligible in the year, as a fraction."),
  ]

  private static let riskScore: [Key] = [
    Key(
      "mean", .byType(growth, \.assumptions.riskScore.mean),
      "Mean yearly change of ln risk ratio, by type, as a fraction."),
    Key(
      "standardDeviation", .byType(spread, \.assumptions.riskScore.standardDeviation),
      "Of the yearly change for a population of any size, by type, as a fraction."),
    Key(
      "personStandardDeviation",
      .byType(Bounds(0...5, .multiple), \.assumptions.riskScore.personStandardDeviation),
      "One person's part, by type: adds variance, its square divided by person-years."),
    Key(
      "commonShare", .number(fraction, \.assumptions.riskScore.commonShare),
      "Share of the variance common to the four types, as a fraction."),
    Key(
      "healthShare", .number(fraction, \.assumptions.riskScore.healthShare),
      "Part of each change that is true health, and so moves expenditure, as a fraction."),
    Key(
      "persistence", .number(fraction, \.assumptions.riskScore.persistence),
      "Part of the accumulated change that remains after a year, as a fraction."),
    Key(
      "demographicMean", .number(growth, \.assumptions.riskScore.demographicMean),
      "Mean yearly change of ln demographic ratio, as a fraction."),
    Key(
      "demographicStandardDeviation",
      .number(spread, \.assumptions.riskScore.demographicStandardDeviation),
      "Of the yearly change of ln demographic ratio, as a fraction."),
    StandardErrorKeys.riskScore,
  ]

  private static let quality: [Key] = [
    Key(
      "mean", .byYear(inside, \.assumptions.quality.mean),
      "Expected quality performance score, as a fraction; one number or five."),
    Key(
      "standardDeviation",
      .number(Bounds(0...0.5, .spread).below(), \.assumptions.quality.standardDeviation),
      "Of the score across years, as a fraction."),
    Key(
      "autocorrelation",
      .number(AssumptionKeys.remaining, \.assumptions.quality.autocorrelation),
      "First-order autocorrelation of the score's normal score, as a fraction."),
    Key(
      "standard", .number(fraction, \.assumptions.quality.standard),
      "The 40th-percentile score in the first year, as a fraction.",
      cite: "42 CFR 425.512(a)"),
    Key(
      "standardDrift", .number(Bounds(-0.2...0.2, .growth), \.assumptions.quality.standardDrift),
      "Yearly drift of that score, as a fraction."),
    Key(
      "standardStandardDeviation",
      .number(spread, \.assumptions.quality.standardStandardDeviation),
      "Yearly standard deviation of that score, as a fraction."),
    Key(
      "reportingFailure", .number(fraction, \.assumptions.quality.reportingFailure),
      "Chance in a year of failing to report, as a fraction."),
    Key(
      "alternativeProbability", .number(fraction, \.assumptions.quality.alternativeProbability),
      "Chance, given reporting, of reaching the 10th percentile on an outcome measure."),
    Key(
      "incentiveProbability", .number(fraction, \.assumptions.quality.incentiveProbability),
      "Chance of meeting the standard through the eCQM reporting incentive."),
    Key(
      "meanStandardError", .number(spread, \.assumptions.quality.meanStandardError),
      "Uncertainty of the mean, as a fraction."),
    Key(
      "commonShare", .number(fraction, \.assumptions.quality.commonShare),
      "Share of the variance of a measure's rate across years that all measures share; of no effect "
        + "without measures."),
    Key(
      "measures", .measures,
      "The measures that make the score, in place of mean, standardDeviation, meanStandardError, "
        + "alternativeProbability and incentiveProbability.", .optional,
      cite: Paragraph.measurePoints.rawValue),
    StandardErrorKeys.quality,
  ]

  private static let extremeCircumstances: [Key] = [
    Key(
      "probability", .byYear(fraction, \.assumptions.extremeCircumstances.probability),
      "Chance in a year, as a fraction; one number or five."),
    Key(
      "months",
      .number(Bounds(1...12, .months), \.assumptions.extremeCircumstances.months),
      "Mean months affected, given an event."),
    Key(
      "share", .number(inside, \.assumptions.extremeCircumstances.share),
      "Mean share of beneficiaries affected, given an event, as a fraction."),
    Key(
      "shareConcentration",
      .number(concentration, \.assumptions.extremeCircumstances.shareConcentration),
      "Beta concentration, a + b, of that share."),
  ]
}
