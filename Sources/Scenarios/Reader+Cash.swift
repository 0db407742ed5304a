import Regulation

/// What must hold of the cash calendar beside its single keys.
extension Reader {
  mutating func checkCash() throws {
    checkStopLoss()
    try checkProfessionalRevenue()
  }

  /// A cover has a price; that of five years together must be quoted.
  private mutating func checkStopLoss() {
    let place = "cash.stopLoss"
    guard let cover = scenario.cash?.stopLoss, isSound(place), cover.premium == nil else { return }
    if cover.loading == nil {
      note(
        place, spot(place), "has no price.",
        "Allowed: premium, quoted for each two-sided year, or loading on the expected recovery. "
          + "Write one of the two.")
    } else if cover.basis == .fiveYears {
      note(
        place, spot(place), "has a loading and no premium.",
        "Allowed: a premium where basis is fiveYears, because the recovery comes after all premiums. "
          + "Write the premium quoted for each two-sided year, or basis: yearly.")
    }
  }

  /// The payments of Advanced APM status are known from one payment year on.
  private mutating func checkProfessionalRevenue() throws {
    let place = "cash.professionalRevenue"
    guard let spot = spots[place], isSound("agreement.start", "rules.editions", place) else {
      return
    }
    let period = scenario.agreement.period
    do {
      _ = try rulebook.adopting(scenario.editions).advancedModelTerms(
        in: period.performanceYear(1), of: period)
    } catch is NotInForce {
      note(
        place, spot, "is given for an agreement that starts on \(period.firstDay).",
        "Allowed: professionalRevenue for agreements that start on 2023-01-01 or later "
          + "(\(Paragraph.advancedModel)). Leave it out.")
    }
  }
}
