import ArgumentParser
import Evidence
import Foundation
import Regulation
import Reporting
import Scenarios

struct BacktestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Forecasts of years already published, made from earlier ones, scored.",
    discussion: """
      Each of the latest years is forecast from the files of one and of two years before with the
      product's own projection, and scored beside three baselines. Later files run unchanged.

      EXAMPLES
        glidepath backtest cms-files
        glidepath backtest cms-files --through 2021 --json
      """)

  @Argument(help: "A folder of Performance Year Financial and Quality Results files (.csv).")
  var folder: String

  @Option(help: "The last performance year to forecast. Default: the newest.")
  var through: Int?

  @Option(help: "How many performance years to forecast, ending there.")
  var targets = 3

  @Option(help: "Histories drawn for each ACO.")
  var trials = Backtest.usualTrials

  @Option(
    name: .customLong("aco"), parsing: .singleValue,
    help: "An ACO to tell of by itself, with and without its own record; may be repeated.")
  var acos: [String] = []

  @Flag(help: "Print JSON instead of tables.")
  var json = false

  func run() throws {
    try Leaving.onFault {
      try refuseBadArguments()
      let url = URL(filePath: folder)
      let read = try PanelFolder(url) { RunManifest.digest(of: $0) }
      for name in read.leftAside {
        Leaving.say("\(name): no column of ACO ids; left aside.")
      }
      if let through, !read.panel.years.contains(through) {
        let held = read.panel.years.map(String.init).joined(separator: ", ")
        throw ValidationError("--through is \(through). Allowed: a year of the files, \(held).")
      }
      let backtest = try Backtest(
        read.panel, in: url, through: through, targets: targets, trials: trials,
        acos: Set(acos.map { $0.uppercased() }), under: .current())
      try show(json ? backtest.json.document : backtest.table)
    }
  }

  private func refuseBadArguments() throws {
    guard (1...100).contains(targets) else {
      throw ValidationError("--targets is \(targets). Allowed: 1 through 100.")
    }
    guard (100...1_000_000).contains(trials) else {
      throw ValidationError("--trials is \(trials). Allowed: 100 through 1000000.")
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
      Leaving.say("\(folder): there is no such folder. Check the path.")
      throw Leaving.missingInput
    }
    guard isFolder.boolValue else {
      Leaving.say("\(folder): is a file. Allowed: a folder of public-use files. Name its folder.")
      throw Leaving.badInput
    }
  }
}

extension Backtest {
  /// One JSON object; rates are fractions.
  fileprivate var json: JSONText {
    .object([
      "trials": JSONText(Double(trials)), "runs": .array(runs.map(\.json)),
      "notes": .array(notes.map { .text($0) }),
      "inputs": .array(
        inputs.map { .object(["file": .text($0.file), "sha256": .text($0.digest)]) }),
    ])
  }
}

extension Backtest.Run {
  fileprivate var json: JSONText {
    .object([
      "known": JSONText(Double(known)), "target": JSONText(Double(target)),
      "horizon": JSONText(Double(horizon)), "prior": prior.json,
      "effect": effect.json,
      "commonError": JSONText(commonError),
      "groups": .array(
        table.groups.map { $0.json($0.band?.description ?? "all sizes") }
          + parts.map { $0.group.json($0.name) }),
      "lessCommonError": withoutCommonError.json,
      "leavers": .object([
        "stayers": JSONText(Double(leavers.stayers)), "leavers": JSONText(Double(leavers.leavers)),
        "meanRateOfStayers": JSONText(leavers.meanRateOfStayers),
        "meanRateOfLeavers": JSONText(leavers.meanRateOfLeavers),
        "weightedCRPS": JSONText(leavers.weightedCRPS),
        "weightedCoverage": JSONText(leavers.weightedCoverage),
      ]),
      "own": .array(own.map(\.json)), "payments": payments?.json ?? .null,
    ])
  }
}

extension StartingPosition {
  fileprivate var json: JSONText {
    .object([
      "means": .array(means.map { JSONText($0) }), "latestMean": JSONText(Double(latestMean)),
      "drift": JSONText(drift), "yearStandardDeviation": JSONText(yearStandardDeviation),
      "standardDeviation": JSONText(standardDeviation), "scale": JSONText(scale),
      "persistence": JSONText(persistence), "keptAtRebasing": JSONText(keptAtRebasing),
      "benchmarkScale": JSONText(benchmarkScale),
      "transitoryStandardDeviation": JSONText(transitoryStandardDeviation),
      "transitoryScale": JSONText(transitoryScale),
    ])
  }
}

extension ExpenditureEffect {
  fileprivate var json: JSONText {
    .object([
      "persistentStandardDeviation": JSONText(persistentStandardDeviation),
      "persistentScale": JSONText(persistentScale), "persistence": JSONText(persistence),
      "transitoryStandardDeviation": JSONText(transitoryStandardDeviation),
      "transitoryScale": JSONText(transitoryScale), "degreesOfFreedom": JSONText(degreesOfFreedom),
    ])
  }
}

extension OwnRecordForecast {
  fileprivate var json: JSONText {
    .object([
      "aco": .text(id), "newAgreement": .boolean(isRebased), "came": JSONText(came),
      "without": .array([without.lowerBound, without.upperBound].map { JSONText($0) }),
      "with": .array([with.lowerBound, with.upperBound].map { JSONText($0) }),
      "meanWithout": JSONText(meanWithout), "meanWith": JSONText(meanWith),
      "weights": .array(weights.map { JSONText($0) }), "priorWeight": JSONText(priorWeight),
    ])
  }
}

extension BacktestTable.Group {
  fileprivate func json(_ name: String) -> JSONText {
    .object([
      "name": .text(name), "acos": JSONText(Double(acos)), "targets": JSONText(Double(targets)),
      "forecasters": .array(rows.map(\.json)),
    ])
  }
}

extension BacktestTable.Row {
  fileprivate var json: JSONText {
    .object([
      "forecaster": .text(forecaster), "bias": bias.json, "crps": crps.json,
      "logScore": logScore.json, "coverage50": coverage[0].json, "coverage80": coverage[1].json,
      "coverage90": coverage[2].json, "crpsOverFirst": crpsOverFirst.json,
      "pitTenths": .array(pitTenths.map { JSONText($0) }),
    ])
  }
}

extension PaymentScores {
  fileprivate var json: JSONText {
    .object([
      "targets": JSONText(Double(targets)), "covered80": covered.json,
      "notZero": JSONText(Double(notZero)), "covered80WhereNotZero": coveredWhereNotZero.json,
      "chanceToEarn": .array(
        bins.map {
          .object([
            "from": JSONText($0.low), "acos": JSONText(Double($0.acos)),
            "predicted": JSONText($0.predicted), "realised": JSONText($0.realised),
          ])
        }),
    ])
  }
}

extension Evidence.Estimate {
  fileprivate var json: JSONText {
    .object(["value": JSONText(value), "standardError": JSONText(standardError)])
  }
}
