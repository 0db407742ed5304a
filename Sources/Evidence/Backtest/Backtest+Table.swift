import Foundation

private typealias Text = BacktestText

extension Backtest {
  /// What a terminal shows: all years by horizon, sums of years, then each year forecast.
  public var table: String {
    var lines = [
      "Files: \(inputs.map(\.file).joined(separator: ", ")); \(trials) trials each",
      "Savings rates in points; sizes as last known; errors over resamples of whole ACOs.",
      "\"less common error\": the same forecasts less the mean error of all ACOs in the year.",
    ]
    for pool in pools { lines += [""] + pool.lines }
    for sum in sums { lines += [""] + sum.lines }
    for run in runs { lines += [""] + run.lines }
    return (lines + notes).map { $0 + "\n" }.joined()
  }
}

extension Backtest.Pool {
  fileprivate var lines: [String] {
    let title =
      (horizon == 2 ? "TWO YEARS AHEAD, AS AT SIGNING: " : "ONE YEAR AHEAD: ")
      + "performance years \(targets.map(String.init).joined(separator: ", ")), "
      + "\(table.groups.first?.acos ?? 0) ACOs"
    return [title, Text.header] + table.groups.flatMap { Text.rows($0) }
      + Text.pit(table) + Text.payments(payments)
  }
}

extension ObservedSums {
  fileprivate var lines: [String] {
    [
      "SUMS OF \(first) TO \(last) in one agreement, known through \(known), points added over "
        + "\(years) years; left out, rebased within: \(rebasedWithin)", Text.header,
    ] + Text.rows(group, "sums of \(years) years")
  }
}

extension Backtest.Run {
  fileprivate var lines: [String] {
    [
      "PERFORMANCE YEAR \(target), known through \(known) (\(horizon) year"
        + "\(horizon == 1 ? "" : "s: signing time") ahead)", Text.header,
    ] + table.groups.flatMap { Text.rows($0) }
      + ["common error of the year \(Text.points(commonError))"] + Text.pit(table)
      + leavers.lines + Text.payments(payments) + own.map(Text.own)
  }
}

extension Leavers {
  fileprivate var lines: [String] {
    [
      "left the program or its number: \(leavers) of \(leavers + stayers), last known rate "
        + "\(Text.estimate(rateOfLeavers)) against \(Text.estimate(rateOfStayers)) of those who "
        + "stayed, difference \(Text.estimate(difference)); weighting by the inverse chance of "
        + "staying changes the CRPS by \(Text.estimate(crpsChange, 3))",
      Text.header,
    ]
      + (BacktestTable.Group(
        name: .all, targets: stayers, acos: stayers, rows: weighted, lessCommonError: nil
      ).nonEmpty.map { Text.rows($0, "weighted by inverse chance") } ?? [])
  }
}

extension BacktestTable.Group {
  fileprivate var nonEmpty: Self? { rows.isEmpty ? nil : self }
}

extension BacktestText {
  fileprivate static func pit(_ table: BacktestTable) -> [String] {
    guard let row = table[.all]?.rows.first else { return [] }
    let tenths = row.pitTenths.map { String(format: "%.0f", $0 * 100) }
    return [
      "tenths of the probability integral transform, percent: " + tenths.joined(separator: " ")
    ]
  }

  fileprivate static func payments(_ payments: PaymentScores?) -> [String] {
    guard let payments else { return ["no payment is published"] }
    let bins = payments.bins.map {
      String(
        format: "%.0f-%.0f: %d %.0f/%.0f±%.0f", $0.low * 100, $0.low * 100 + 10, $0.acos,
        $0.predicted * 100, $0.realised.value * 100, $0.realised.standardError * 100)
    }
    return [
      "payments: \(percent(payments.covered)) of \(payments.targets) inside the 80 percent "
        + "interval; of \(payments.notZero) not zero \(percent(payments.coveredWhereNotZero))",
      "chance to earn, percent: ACOs predicted/earned  " + bins.joined(separator: "  "),
    ]
  }

  fileprivate static func estimate(_ estimate: Estimate, _ places: Int = 2) -> String {
    "\(points(estimate.value, places)) ± \(points(estimate.standardError, places))"
  }
}
