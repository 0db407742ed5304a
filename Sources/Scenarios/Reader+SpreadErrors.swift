import Regulation

/// The error of a spread is no larger than the spread: a lognormal further out has draws of any size.
extension Reader {
  mutating func checkSpreadErrors() {
    let assumptions = scenario.assumptions
    let (effect, change) = (assumptions.expenditureEffect, assumptions.participantChange)
    checkSpreadError(
      "expenditureEffect", "persistentStandardDeviation", effect.persistentStandardDeviation,
      effect.standardErrors.persistentStandardDeviation)
    checkSpreadError(
      "expenditureEffect", "persistentScale", effect.persistentScale,
      effect.standardErrors.persistentScale)
    checkSpreadError(
      "joining", "dispersion", assumptions.joining.dispersion,
      assumptions.joining.standardErrors.dispersion)
    checkSpreadError(
      "participantChange", "standardDeviation", change.standardDeviation,
      change.standardErrors.standardDeviation)
    checkSpreadError(
      "quality", "standardDeviation", assumptions.quality.standardDeviation,
      assumptions.quality.standardErrors.standardDeviation)
    let position = assumptions.startingPosition
    checkSpreadError(
      "startingPosition", "standardDeviation", position.standardDeviation,
      position.standardErrors.standardDeviation)
    checkSpreadError(
      "startingPosition", "scale", position.scale, position.standardErrors.scale)
    checkSpreadError(
      "startingPosition", "transitoryScale", position.transitoryScale,
      position.standardErrors.transitoryScale)
    let risk = assumptions.riskScore
    for type in EnrollmentType.allCases {
      checkSpreadError(
        "riskScore", "standardDeviation.\(type)", risk.standardDeviation[type],
        risk.standardErrors.standardDeviation[type])
      checkSpreadError(
        "riskScore", "personStandardDeviation.\(type)", risk.personStandardDeviation[type],
        risk.standardErrors.personStandardDeviation[type])
    }
  }

  private mutating func checkSpreadError(
    _ assumption: String, _ name: String, _ spread: Double, _ error: Double
  ) {
    let path = "assumptions.\(assumption)"
    let place = "\(path).\(StandardErrorKeys.name).\(name)"
    guard isSound(place, "\(path).\(name)"), error > spread else { return }
    note(
      place, spot(place), "is \(Bounds.text(error)).",
      "Allowed: at most \(Bounds.text(spread)), which is \(name) itself. Write a smaller error.")
  }
}
