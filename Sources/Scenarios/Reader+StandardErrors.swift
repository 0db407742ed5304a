import Regulation

/// Standard errors belong to the shipped estimates.
extension Reader {
  /// A figure that the file states itself is taken as known, unless the file states its error.
  mutating func forgetErrorsOfStatedFigures() {
    for assumption in AssumptionKeys.all {
      guard case .assumption(let keys, _) = assumption.form,
        let errors = keys.first(where: { $0.name == StandardErrorKeys.name }),
        case .mapping(let inner) = errors.form
      else { continue }
      let path = "assumptions.\(assumption.name)"
      for key in inner where spots["\(path).\(key.name)"] != nil {
        let place = "\(path).\(errors.name).\(key.name)"
        guard spots[place] == nil else { continue }
        switch key.form {
        case .number(_, let target): scenario[keyPath: target] = 0
        case .byType(_, let target): scenario[keyPath: target] = .init(repeating: 0)
        default: continue
        }
        provenance.removeAll { $0.key == place || $0.key.hasPrefix("\(place).") }
      }
    }
  }

  /// A share has little room near 0 and 1.
  mutating func checkShareErrors() {
    let assumptions = scenario.assumptions
    checkShareError(
      "expenditureEffect", "persistence", assumptions.expenditureEffect.persistence,
      assumptions.expenditureEffect.standardErrors.persistence)
    checkShareError(
      "claimsNoise", "correlation", assumptions.claimsNoise.correlation,
      assumptions.claimsNoise.standardErrors.correlation)
    checkShareError(
      "participantChange", "probability", assumptions.participantChange.probability,
      assumptions.participantChange.standardErrors.probability)
    checkShareError(
      "riskScore", "commonShare", assumptions.riskScore.commonShare,
      assumptions.riskScore.standardErrors.commonShare)
    checkShareError(
      "riskScore", "healthShare", assumptions.riskScore.healthShare,
      assumptions.riskScore.standardErrors.healthShare)
    checkShareError(
      "quality", "autocorrelation", assumptions.quality.autocorrelation,
      assumptions.quality.standardErrors.autocorrelation)
    checkShareError(
      "startingPosition", "persistence", assumptions.startingPosition.persistence,
      assumptions.startingPosition.standardErrors.persistence)
    checkShareError(
      "startingPosition", "keptAtRebasing", assumptions.startingPosition.keptAtRebasing,
      assumptions.startingPosition.standardErrors.keptAtRebasing)
  }

  private mutating func checkShareError(
    _ assumption: String, _ name: String, _ share: Double, _ error: Double
  ) {
    let path = "assumptions.\(assumption)"
    let place = "\(path).\(StandardErrorKeys.name).\(name)"
    guard isSound(place, "\(path).\(name)") else { return }
    // Beyond five times share × (1 − share) a logit-normal share is nearly always 0 or 1.
    let room = max(0, share * (1 - share))
    let most = min(room.squareRoot(), 5 * room)
    guard error > most else { return }
    let shown = Double(Int(most * 1_000)) / 1_000
    note(
      place, spot(place), "is \(Bounds.text(error)).",
      "Allowed: at most \(Bounds.text(shown)), the widest spread about \(name), which is "
        + "\(Bounds.text(share)). Write a smaller error.")
  }
}
