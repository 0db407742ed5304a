import Foundation

/// Figures of a back-test as columns of text.
enum BacktestText {
  private static let nameWidth = 30

  static let header =
    padded("group", nameWidth) + led("ACOs", 5) + "  " + padded("forecast", 18) + led("bias", 7)
    + led("CRPS", 8) + led("± se", 7) + led("over ours", 11) + led("± se", 7) + led("log", 8)
    + led("± se", 7) + ["50%", "80%", "90%"].map { led($0, 7) + led("± se", 5) }.joined()

  static func rows(_ group: BacktestTable.Group, _ name: String? = nil) -> [String] {
    let first = padded(name ?? group.name.words, nameWidth) + led(String(group.targets), 5)
    let rows = group.rows.enumerated().map { place, row in
      (place == 0 ? first : padded("", nameWidth + 5)) + line(row, isFirst: place == 0)
    }
    return rows + (group.lessCommonError.map { [padded("", nameWidth + 5) + line($0)] } ?? [])
  }

  /// Without the name of a group before it.
  private static func line(_ row: BacktestTable.Row, isFirst: Bool = false) -> String {
    let over = row.crpsOverFirst
    return "  " + padded(row.forecaster, 18) + led(points(row.bias.value), 7)
      + led(points(row.crps.value, 3), 8) + led(points(row.crps.standardError, 3), 7)
      + led(isFirst ? "" : points(over.value, 3), 11)
      + led(isFirst ? "" : points(over.standardError, 3), 7)
      + led(String(format: "%.3f", row.logScore.value), 8)
      + led(String(format: "%.3f", row.logScore.standardError), 7)
      + row.coverage.map {
        led(number($0.value * 100), 7) + led(number($0.standardError * 100), 5)
      }.joined()
  }

  static func own(_ aco: OwnRecordForecast) -> String {
    func interval(_ range: ClosedRange<Double>, _ mean: Double) -> String {
      "\(points(mean, 1)) (\(points(range.lowerBound, 1)) to \(points(range.upperBound, 1)))"
    }
    let weights = aco.weights.map { String(format: "%.2f", $0) }.joined(separator: " ")
    return "\(aco.id), \(aco.isRebased ? "new" : "same") agreement: without its record "
      + "\(interval(aco.without, aco.meanWithout)), with it \(interval(aco.with, aco.meanWith)), "
      + "came \(points(aco.came, 1)); weights \(weights), mean of all "
      + String(format: "%.2f", aco.priorWeight)
  }

  static func points(_ value: Double, _ places: Int = 2) -> String {
    String(format: "%.\(places)f", value * 100)
  }
  static func percent(_ share: Estimate) -> String {
    "\(number(share.value * 100)) ± \(number(share.standardError * 100)) percent"
  }
  static func number(_ value: Double) -> String { String(format: "%.1f", value) }
  static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
  static func led(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

extension ForecastGroup {
  /// As a table's row names it.
  var words: String {
    switch self {
    case .all: "all ACOs"
    case .newAgreement: "new agreement (rebased)"
    case .sameAgreement: "same agreement"
    case .size(let band): band.description
    case .track(.oneSided): "one-sided"
    case .track(.twoSided): "two-sided BASIC and Track 1+"
    case .track(.highestRisk): "ENHANCED, Tracks 2 and 3"
    }
  }
}
