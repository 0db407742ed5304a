import Regulation

/// The keys `standardErrors` of assumptions that come from a fit.
enum StandardErrorKeys {
  static let name = "standardErrors"

  static let expenditureEffect = key([
    of(
      "persistentStandardDeviation",
      \.assumptions.expenditureEffect.standardErrors
        .persistentStandardDeviation),
    of("persistentScale", \.assumptions.expenditureEffect.standardErrors.persistentScale, multiple),
    of("persistence", \.assumptions.expenditureEffect.standardErrors.persistence),
  ])

  static let claimsNoise = key([
    of("correlation", \.assumptions.claimsNoise.standardErrors.correlation)
  ])

  static let joining = key([
    of("sizePlan", \.assumptions.joining.standardErrors.sizePlan),
    of("dispersion", \.assumptions.joining.standardErrors.dispersion),
  ])

  static let participantChange = key([
    of("probability", \.assumptions.participantChange.standardErrors.probability),
    of("standardDeviation", \.assumptions.participantChange.standardErrors.standardDeviation),
  ])

  static let riskScore = key([
    byType("standardDeviation", \.assumptions.riskScore.standardErrors.standardDeviation),
    byType(
      "personStandardDeviation", \.assumptions.riskScore.standardErrors.personStandardDeviation),
    of("commonShare", \.assumptions.riskScore.standardErrors.commonShare),
    of("healthShare", \.assumptions.riskScore.standardErrors.healthShare),
  ])

  static let quality = key([
    of("standardDeviation", \.assumptions.quality.standardErrors.standardDeviation),
    of("autocorrelation", \.assumptions.quality.standardErrors.autocorrelation),
  ])

  static let correlation = key([
    Key(
      "quality", .number(fraction, \.assumptions.correlation.standardErrors.quality),
      "Of the correlation of quality with expenditureEffect.")
  ])

  static let startingPosition = key([
    of("means", \.assumptions.startingPosition.standardErrors.means),
    of("drift", \.assumptions.startingPosition.standardErrors.drift),
    of("standardDeviation", \.assumptions.startingPosition.standardErrors.standardDeviation),
    of("scale", \.assumptions.startingPosition.standardErrors.scale, multiple),
    of("persistence", \.assumptions.startingPosition.standardErrors.persistence),
    of("keptAtRebasing", \.assumptions.startingPosition.standardErrors.keptAtRebasing),
    of("transitoryScale", \.assumptions.startingPosition.standardErrors.transitoryScale, multiple),
  ])

  private static let fraction = Bounds(0...0.5, .spread)
  private static let multiple = Bounds(0...20, .multiple)

  private static func key(_ keys: [Key]) -> Key {
    Key(
      name, .mapping(keys),
      "Standard errors of parameters from a fit; 0 for one that the file states without its own.")
  }

  private static func of(
    _ name: String, _ target: any Form.Target<Double>, _ bounds: Bounds = fraction
  ) -> Key {
    Key(name, .number(bounds, target), "Of \(name), in its unit.")
  }

  private static func byType(
    _ name: String, _ target: any Form.Target<ByEnrollmentType<Double>>
  ) -> Key {
    Key(name, .byType(fraction, target), "Of \(name), by type, in its unit.")
  }
}
