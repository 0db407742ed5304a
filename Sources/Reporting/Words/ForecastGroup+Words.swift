import Evidence
import Projection

extension Evidence.Estimate {
  /// The same number where reports carry it.
  var told: Projection.Estimate {
    Projection.Estimate(value: value, standardError: standardError)
  }

  /// Hundredths, to a hundredth of one, with the error: `1.98 ± 0.08`.
  var pointsWithError: String {
    DecimalText.printed(value * 100, places: 2) + " ± "
      + DecimalText.printed(standardError * 100, places: 2)
  }

  /// A share with its error, both in whole hundredths: `81% ± 2`.
  var shareWithError: String {
    DecimalText.printed(value * 100, places: 0) + "% ± "
      + DecimalText.printed(max(standardError * 100, 1), places: 0)
  }

  /// Whether it is further from a value than two standard errors: below −1, above 1, else 0.
  func side(of value: Double) -> Int {
    let away = self.value - value
    return away.magnitude > 2 * standardError ? (away < 0 ? -1 : 1) : 0
  }
}

extension ForecastGroup {
  /// As a chart's row names it.
  var title: String {
    switch self {
    case .all: "All forecasts"
    case .newAgreement: "New agreement"
    case .sameAgreement: "Same agreement"
    case .size(let band): band.title + " beneficiaries"
    case .track(.oneSided): "One-sided"
    case .track(.twoSided): "Two-sided BASIC, Track 1+"
    case .track(.highestRisk): "ENHANCED, Tracks 2 and 3"
    }
  }

  /// As a sentence names it: `under a new agreement`.
  var place: String {
    switch self {
    case .all: "in all"
    case .newAgreement: "under a new agreement"
    case .sameAgreement: "within one agreement"
    case .size(let band): "with \(band.title) beneficiaries"
    case .track(.oneSided): "one-sided"
    case .track(.twoSided): "two-sided in BASIC or Track 1+"
    case .track(.highestRisk): "in ENHANCED or Tracks 2 and 3"
    }
  }
}

extension SizeBand {
  /// `under 7,500`, `10,000 to 15,000`, `50,000 or more`.
  var title: String {
    guard let end else { return "\(DecimalText.grouped(lowest)) or more" }
    return lowest == 0
      ? "under \(DecimalText.grouped(end))"
      : "\(DecimalText.grouped(lowest)) to \(DecimalText.grouped(end))"
  }
}
