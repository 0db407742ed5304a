import Regulation

/// The keys under `assumptions`: one mapping for each purpose of the chance model.
enum AssumptionKeys {
  static let all: [Key] =
    [
      Key("nationalGrowth", .assumption(nationalGrowth), "National expenditure growth."),
      Key("prospectiveTrend", .assumption(prospectiveTrend), "The prospective trend at signing."),
      Key("regionalDeviation", .assumption(regionalDeviation), "The region against the nation."),
      Key("expenditureEffect", .assumption(expenditureEffect), "The ACO against its region."),
      Key(
        "claimsNoise", .assumption(claimsNoise, shorthand: "law"),
        "Luck of the claims; a bare law is its shipped setting."),
      Key(
        "historicalBenchmarkNoise", .assumption(historicalBenchmarkNoise),
        "Luck of the benchmark years."),
    ] + PopulationKeys.all + BeneficiaryKeys.all + [
      Key(
        "startingPosition", .assumption(RecordKeys.startingPosition),
        "Where ACOs stand before their own record is known; of no effect without one."),
      Key("correlation", .assumption(correlation), "Correlation of the yearly normal scores."),
      Key(
        "parameterUncertainty", .flag(\.assumptions.parameterUncertainty),
        "Whether the parameters themselves are drawn once per trial."),
    ]

  static let growth = Bounds(-0.5...0.5, .growth)
  static let spread = Bounds(0...0.5, .spread)
  static let fraction = Bounds(0...1, .fraction)
  static let remaining = Bounds(0...1, .fraction).below()
  static let relative = Bounds(0.2...5, .ratio)

  private static let nationalGrowth: [Key] = [
    Key(
      "mean", .byTypeAndYear(growth, \.assumptions.nationalGrowth.mean),
      "Mean growth a year, as a fraction: one number, five, or either by type."),
    Key(
      "standardDeviation", .number(spread, \.assumptions.nationalGrowth.standardDeviation),
      "Of the common shock of one year, as a fraction."),
    Key(
      "autocorrelation", .number(remaining, \.assumptions.nationalGrowth.autocorrelation),
      "First-order autocorrelation of the common shock, as a fraction."),
    Key(
      "typeStandardDeviation",
      .number(spread, \.assumptions.nationalGrowth.typeStandardDeviation),
      "Of each type's own yearly shock, as a fraction."),
    Key(
      "meanStandardError", .number(spread, \.assumptions.nationalGrowth.meanStandardError),
      "Uncertainty of the mean, as a fraction a year."),
  ]

  private static let prospectiveTrend: [Key] = [
    Key(
      "growth", .byTypeAndYear(growth, \.assumptions.prospectiveTrend.growth),
      "Growth a year fixed at signing, as a fraction: one number, five, or either by type.",
      cite: "42 CFR 425.660(b)")
  ]

  private static let regionalDeviation: [Key] = [
    Key(
      "standardDeviation", .number(spread, \.assumptions.regionalDeviation.standardDeviation),
      "Of one year's innovation, as a fraction."),
    Key(
      "persistence", .number(remaining, \.assumptions.regionalDeviation.persistence),
      "Part of last year's deviation that remains, as a fraction."),
    Key(
      "drift", .number(growth, \.assumptions.regionalDeviation.drift),
      "Growth a year beyond the nation's that is expected, as a fraction; 0 where left out.",
      .optional),
  ]

  private static let expenditureEffect: [Key] = [
    Key(
      "plan", .five(Bounds(-0.5...0.5, .fraction), \.assumptions.expenditureEffect.plan),
      "Planned cumulative effect by year: -0.01 is one percent below the base year's position."),
    Key(
      "besidePlan",
      .number(Bounds(-0.5...0.5, .fraction), \.assumptions.expenditureEffect.besidePlan),
      "Expected beside the plan, in every year alike; 0 where left out.", .optional),
    Key(
      "planStandardDeviation",
      .number(Bounds(0...5, .multiple), \.assumptions.expenditureEffect.planStandardDeviation),
      "Standard deviation of the fraction of the plan that is achieved."),
    Key(
      "persistentStandardDeviation",
      .number(spread, \.assumptions.expenditureEffect.persistentStandardDeviation),
      "Of the yearly persistent shock, whatever the size, as a fraction."),
    Key(
      "persistentScale",
      .number(RecordKeys.scale, \.assumptions.expenditureEffect.persistentScale),
      "Its part by size: \(RecordKeys.sized)"),
    Key(
      "persistence", .number(fraction, \.assumptions.expenditureEffect.persistence),
      "Part of the accumulated shock that remains after a year, as a fraction."),
    Key(
      "transitoryStandardDeviation",
      .number(spread, \.assumptions.expenditureEffect.transitoryStandardDeviation),
      "Of the transitory shock of one year, whatever the size, as a fraction."),
    Key(
      "transitoryScale",
      .number(RecordKeys.scale, \.assumptions.expenditureEffect.transitoryScale),
      "Its part by size: \(RecordKeys.sized)"),
    Key(
      "degreesOfFreedom",
      .number(
        Bounds(2...1_000, .degreesOfFreedom).above(),
        \.assumptions.expenditureEffect.degreesOfFreedom),
      "Of the effect's Student-t law; above 2."),
    StandardErrorKeys.expenditureEffect,
  ]

  private static let claimsNoise: [Key] = [
    Key(
      "law", .word(ClaimsNoise.Law.allCases.map(\.rawValue), \.assumptions.claimsNoise.lawWord),
      "The distribution of a year's mean claims."),
    Key(
      "scale", .number(Bounds(0...20, .multiple).above(), \.assumptions.claimsNoise.scale),
      "Standard deviation of the savings rate is scale/√(assigned beneficiaries)."),
    Key(
      "relativeSize",
      .byType(Bounds(0...20, .multiple).above(), \.assumptions.claimsNoise.relativeSize),
      "Relative sizes of one beneficiary's coefficient of variation, by type."),
    Key(
      "correlation", .number(remaining, \.assumptions.claimsNoise.correlation),
      "Of consecutive years through those who stay, as a fraction."),
    StandardErrorKeys.claimsNoise,
  ]

  private static let historicalBenchmarkNoise: [Key] = [
    Key("drawn", .flag(\.assumptions.historicalBenchmarkNoise.drawn), "Whether it is drawn."),
    Key(
      "regionalWeight", .number(fraction, \.assumptions.historicalBenchmarkNoise.regionalWeight),
      "Weight of the regional adjustment in force, as a fraction; damps the noise. A history's own "
        + "follows from its build.", only: .finished),
  ]

  private static let correlation: [Key] =
    CorrelationMatrix.order.enumerated().map { row, name -> Key in
      Key(
        name,
        .five(Bounds(-1...1, .correlation), \.assumptions.correlation[row: row]),
        "Row of \(name): five correlations, columns in the order "
          + "\(CorrelationMatrix.order.joined(separator: ", ")).")
    } + [StandardErrorKeys.correlation]
}
