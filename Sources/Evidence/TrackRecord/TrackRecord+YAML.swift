import Foundation

extension TrackRecord {
  /// What every track record begins with.
  public static let firstLine =
    "# Track record: forecasts of published years, scored by glidepath backtest --record."

  /// The record as a file: the same bytes from the same inputs.
  public var yaml: String {
    let lines =
      [
        Self.firstLine,
        "# Savings rates and their scores are fractions, and each pair is [value, standard error",
        "# over resamples of whole ACOs]; coverage is of the ranges for 50, 80 and 90 percent.",
        "format: 1", "version: \(Calibration.quoted(version))", "trials: \(trials)",
      ] + Flow.list("inputs", inputs.map { ["- " + $0.flow] })
      + Flow.list("pools", pools.map(\.lines))
      + Flow.list("sums", sums.map(\.lines)) + Flow.list("runs", runs.map(\.lines))
    return lines.map { $0 + "\n" }.joined()
  }
}

/// YAML on few lines: mappings and lists in braces and brackets.
private enum Flow {
  static func list(_ name: String, _ items: [[String]]) -> [String] {
    guard !items.isEmpty else { return ["\(name): []"] }
    return ["\(name):"] + items.flatMap { $0 }.map { "  " + $0 }
  }

  /// The lines of a mapping as one item of a list.
  static func item(_ lines: [String]) -> [String] {
    lines.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
  }

  static func numbers(_ values: [Double]) -> String {
    "[" + values.map(number).joined(separator: ", ") + "]"
  }

  /// Four significant digits: one more than any error here leaves.
  static func number(_ value: Double) -> String { String(format: "%.4g", value) }

  static func years(_ years: [Int]) -> String {
    "[" + years.map(String.init).joined(separator: ", ") + "]"
  }
}

extension TrackRecord.Input {
  fileprivate var flow: String {
    "{file: \(Calibration.quoted(file)), sha256: \(Calibration.quoted(sha256))}"
  }
}

extension TrackRecord.Pool {
  fileprivate var lines: [String] {
    Flow.item(
      ["horizon: \(horizon)", "targets: \(Flow.years(targets))"]
        + Flow.list("groups", groups.map(\.lines)) + (payments?.lines ?? []))
  }
}

extension ObservedSums {
  fileprivate var lines: [String] {
    Flow.item(
      ["known: \(known)", "first: \(first)", "last: \(last)", "rebasedWithin: \(rebasedWithin)"]
        + ["group:"] + group.members.map { "  " + $0 })
  }
}

extension TrackRecord.Run {
  fileprivate var lines: [String] {
    Flow.item(
      ["known: \(known)", "target: \(target)"] + Flow.list("groups", groups.map(\.lines))
        + leavers.lines + (payments?.lines ?? []))
  }
}

extension BacktestTable.Group {
  fileprivate var members: [String] {
    ["name: \(name)", "targets: \(targets)", "acos: \(acos)"]
      + Flow.list("rows", rows.map { ["- " + $0.flow] })
      + (lessCommonError.map { ["lessCommonError: \($0.flow)"] } ?? [])
  }
  fileprivate var lines: [String] { Flow.item(members) }
}

extension BacktestTable.Row {
  fileprivate var flow: String {
    "{forecaster: \(Calibration.quoted(forecaster)), bias: \(bias.flow), crps: \(crps.flow), "
      + "logScore: \(logScore.flow), coverage: [\(coverage.map(\.flow).joined(separator: ", "))], "
      + "crpsOverFirst: \(crpsOverFirst.flow), pitTenths: \(Flow.numbers(pitTenths))}"
  }
}

extension Leavers {
  fileprivate var lines: [String] {
    ["leavers:"]
      + ([
        "stayers: \(stayers)", "leavers: \(leavers)", "rateOfStayers: \(rateOfStayers.flow)",
        "rateOfLeavers: \(rateOfLeavers.flow)", "difference: \(difference.flow)",
        "crpsChange: \(crpsChange.flow)",
      ] + Flow.list("weighted", weighted.map { ["- " + $0.flow] })).map { "  " + $0 }
  }
}

extension PaymentScores {
  fileprivate var lines: [String] {
    ["payments:"]
      + ([
        "targets: \(targets)", "covered: \(covered.flow)", "notZero: \(notZero)",
        "coveredWhereNotZero: \(coveredWhereNotZero.flow)",
      ]
      + Flow.list(
        "bins",
        bins.map {
          [
            "- {low: \(Flow.number($0.low)), acos: \($0.acos), predicted: "
              + "\(Flow.number($0.predicted)), realised: \($0.realised.flow)}"
          ]
        })).map { "  " + $0 }
  }
}

extension Estimate {
  /// What a sum of floating-point numbers leaves where nothing is, is nothing.
  fileprivate var flow: String {
    Flow.numbers([value.magnitude < 1e-9 * standardError ? 0 : value, standardError])
  }
}
