import Foundation

extension Backtest {
  /// What a terminal shows: each year forecast, from two years before and from one.
  public var table: String {
    var lines = ["Files: \(inputs.map(\.file).joined(separator: ", ")); \(trials) trials each"]
    lines.append("Savings rates in points; errors over resamples of whole ACOs.")
    for run in runs { lines += [""] + run.lines }
    return (lines + notes).map { $0 + "\n" }.joined()
  }
}

extension Backtest.Run {
  fileprivate var lines: [String] {
    var lines = [
      "PERFORMANCE YEAR \(target), known through \(known) (\(horizon) year"
        + "\(horizon == 1 ? "" : "s: signing time") ahead), \(table.groups[0].targets) ACOs",
      Text.header,
    ]
    for group in table.groups {
      lines += Text.rows(group, group.band.map(\.description) ?? "all sizes")
    }
    for part in parts { lines += Text.rows(part.group, part.name) }
    lines += Text.rows(without(commonError), "less common error")
    lines.append(
      "common error \(Text.points(commonError)); tenths of the probability integral transform "
        + pit(table.groups[0].rows[0].pitTenths))
    return lines + leaverLines + paymentLines + own.map(Text.own)
  }

  private func without(_ error: Double) -> BacktestTable.Group {
    var group = table.groups[0]
    group.rows = [withoutCommonError]
    return group
  }

  private func pit(_ tenths: [Double]) -> String {
    tenths.map { String(format: "%.0f", $0 * 100) }.joined(separator: " ")
  }

  private var leaverLines: [String] {
    [
      "left the program or its number: \(leavers.leavers) of "
        + "\(leavers.leavers + leavers.stayers), last known rate "
        + "\(Text.points(leavers.meanRateOfLeavers)) against \(Text.points(leavers.meanRateOfStayers))"
        + " of those who stayed; weighted by the inverse chance of staying: CRPS "
        + "\(Text.points(leavers.weightedCRPS)), 80 percent interval held "
        + "\(Text.percent(leavers.weightedCoverage))"
    ]
  }

  private var paymentLines: [String] {
    guard let payments else { return ["no payment is published"] }
    let bins = payments.bins.map {
      String(
        format: "%.0f-%.0f: %d %.0f/%.0f", $0.low * 100, $0.low * 100 + 10, $0.acos,
        $0.predicted * 100, $0.realised * 100)
    }
    return [
      "payments: \(Text.percent(payments.covered)) of \(payments.targets) inside the 80 percent "
        + "interval; of \(payments.notZero) not zero \(Text.percent(payments.coveredWhereNotZero))",
      "chance to earn, percent: ACOs predicted/earned  " + bins.joined(separator: "  "),
    ]
  }
}

private enum Text {
  static let header =
    padded("group", 30) + led("ACOs", 5) + "  " + padded("forecast", 18) + led("bias", 7)
    + led("CRPS", 8) + led("± se", 7) + led("over ours", 11) + led("± se", 7) + led("log", 8)
    + led("50%", 7) + led("80%", 7) + led("± se", 6) + led("90%", 7)

  static func rows(_ group: BacktestTable.Group, _ name: String) -> [String] {
    group.rows.enumerated().map { place, row in
      padded(place == 0 ? name : "", 30) + led(place == 0 ? String(group.targets) : "", 5) + "  "
        + padded(row.forecaster, 18) + led(points(row.bias.value), 7)
        + led(points(row.crps.value, 3), 8) + led(points(row.crps.standardError, 3), 7)
        + led(place == 0 ? "" : points(row.crpsOverFirst.value, 3), 11)
        + led(place == 0 ? "" : points(row.crpsOverFirst.standardError, 3), 7)
        + led(String(format: "%.3f", row.logScore.value), 8)
        + led(number(row.coverage[0].value * 100), 7) + led(number(row.coverage[1].value * 100), 7)
        + led(number(row.coverage[1].standardError * 100), 6)
        + led(number(row.coverage[2].value * 100), 7)
    }
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
  static func percent(_ share: Double) -> String { number(share * 100) + " percent" }
  static func percent(_ share: Estimate) -> String {
    "\(number(share.value * 100)) ± \(number(share.standardError * 100)) percent"
  }
  private static func number(_ value: Double) -> String { String(format: "%.1f", value) }
  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
  private static func led(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
