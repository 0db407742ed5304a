import Regulation

/// How large a standard error may be beside its figure.
extension Reader {
  private typealias Figure = KeyPath<Assumptions, Double> & Sendable

  /// A fitted figure and its error, by their path below `assumptions`.
  private struct Fitted: Sendable {
    var assumption, name: String
    var figure, error: Figure

    init(_ assumption: String, _ name: String, _ figure: Figure, _ error: Figure) {
      (self.assumption, self.name, self.figure, self.error) = (assumption, name, figure, error)
    }
  }

  private static let shares = [
    Fitted(
      "expenditureEffect", "persistence", \.expenditureEffect.persistence,
      \.expenditureEffect.standardErrors.persistence),
    Fitted(
      "claimsNoise", "correlation", \.claimsNoise.correlation,
      \.claimsNoise.standardErrors.correlation),
    Fitted(
      "participantChange", "probability", \.participantChange.probability,
      \.participantChange.standardErrors.probability),
    Fitted(
      "riskScore", "commonShare", \.riskScore.commonShare, \.riskScore.standardErrors.commonShare),
    Fitted(
      "riskScore", "healthShare", \.riskScore.healthShare, \.riskScore.standardErrors.healthShare),
    Fitted(
      "quality", "autocorrelation", \.quality.autocorrelation,
      \.quality.standardErrors.autocorrelation),
    Fitted(
      "startingPosition", "persistence", \.startingPosition.persistence,
      \.startingPosition.standardErrors.persistence),
    Fitted(
      "startingPosition", "keptAtRebasing", \.startingPosition.keptAtRebasing,
      \.startingPosition.standardErrors.keptAtRebasing),
  ]

  private static let spreads =
    [
      Fitted(
        "expenditureEffect", "persistentStandardDeviation",
        \.expenditureEffect.persistentStandardDeviation,
        \.expenditureEffect.standardErrors.persistentStandardDeviation),
      Fitted(
        "expenditureEffect", "persistentScale", \.expenditureEffect.persistentScale,
        \.expenditureEffect.standardErrors.persistentScale),
      Fitted(
        "joining", "dispersion", \.joining.dispersion, \.joining.standardErrors.dispersion),
      Fitted(
        "participantChange", "standardDeviation", \.participantChange.standardDeviation,
        \.participantChange.standardErrors.standardDeviation),
      Fitted(
        "quality", "standardDeviation", \.quality.standardDeviation,
        \.quality.standardErrors.standardDeviation),
      Fitted(
        "startingPosition", "standardDeviation", \.startingPosition.standardDeviation,
        \.startingPosition.standardErrors.standardDeviation),
      Fitted(
        "startingPosition", "scale", \.startingPosition.scale,
        \.startingPosition.standardErrors.scale),
      Fitted(
        "startingPosition", "transitoryScale", \.startingPosition.transitoryScale,
        \.startingPosition.standardErrors.transitoryScale),
    ]
    + EnrollmentType.allCases.flatMap { type in
      [
        Fitted(
          "riskScore", "standardDeviation.\(type)", \.riskScore.standardDeviation[type],
          \.riskScore.standardErrors.standardDeviation[type]),
        Fitted(
          "riskScore", "personStandardDeviation.\(type)",
          \.riskScore.personStandardDeviation[type],
          \.riskScore.standardErrors.personStandardDeviation[type]),
      ]
    }

  /// A share has little room near 0 and 1: beyond five times share × (1 − share) a logit-normal one
  /// is nearly always 0 or 1.
  mutating func checkShareErrors() {
    for fitted in Self.shares {
      let share = scenario.assumptions[keyPath: fitted.figure]
      let room = max(0, share * (1 - share))
      let most = min(room.squareRoot(), 5 * room)
      let shown = Double(Int(most * 1_000)) / 1_000
      refuseError(
        of: fitted, above: most,
        "at most \(Bounds.text(shown)), the widest spread about \(fitted.name), which is "
          + "\(Bounds.text(share)).")
    }
  }

  /// The error of a spread is no larger than the spread: a lognormal further out has draws of any
  /// size.
  mutating func checkSpreadErrors() {
    for fitted in Self.spreads {
      let spread = scenario.assumptions[keyPath: fitted.figure]
      refuseError(
        of: fitted, above: spread,
        "at most \(Bounds.text(spread)), which is \(fitted.name) itself.")
    }
  }

  private mutating func refuseError(of fitted: Fitted, above most: Double, _ allowed: String) {
    let path = "assumptions.\(fitted.assumption)"
    let place = "\(path).\(StandardErrorKeys.name).\(fitted.name)"
    let error = scenario.assumptions[keyPath: fitted.error]
    guard isSound(place, "\(path).\(fitted.name)"), error > most else { return }
    note(
      place, spot(place), "is \(Bounds.text(error)).",
      "Allowed: \(allowed) Write a smaller error.")
  }
}
