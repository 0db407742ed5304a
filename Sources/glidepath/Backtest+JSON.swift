import Evidence
import Reporting
import Scenarios

extension Backtest {
  /// One JSON object; rates are fractions.
  var json: JSONText {
    .object([
      "trials": JSONText(Double(trials)), "runs": .array(runs.map(\.json)),
      "pools": .array(pools.map(\.json)), "sums": .array(sums.map(\.json)),
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
      "horizon": JSONText(Double(horizon)), "prior": prior.json, "effect": effect.json,
      "commonError": JSONText(commonError), "groups": .array(table.groups.map(\.json)),
      "leavers": leavers.json, "own": .array(own.map(\.json)),
      "payments": payments?.json ?? .null,
    ])
  }
}

extension Backtest.Pool {
  fileprivate var json: JSONText {
    .object([
      "horizon": JSONText(Double(horizon)), "targets": .array(targets.map { JSONText(Double($0)) }),
      "groups": .array(table.groups.map(\.json)), "payments": payments?.json ?? .null,
    ])
  }
}

extension ObservedSums {
  fileprivate var json: JSONText {
    .object([
      "known": JSONText(Double(known)), "first": JSONText(Double(first)),
      "last": JSONText(Double(last)), "rebasedWithin": JSONText(Double(rebasedWithin)),
      "group": group.json,
    ])
  }
}

extension Leavers {
  fileprivate var json: JSONText {
    .object([
      "stayers": JSONText(Double(stayers)), "leavers": JSONText(Double(leavers)),
      "rateOfStayers": rateOfStayers.json, "rateOfLeavers": rateOfLeavers.json,
      "difference": difference.json, "crpsChange": crpsChange.json,
      "weighted": .array(weighted.map(\.json)),
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
  fileprivate var json: JSONText {
    .object([
      "name": .text(name.description), "acos": JSONText(Double(acos)),
      "targets": JSONText(Double(targets)), "forecasters": .array(rows.map(\.json)),
      "lessCommonError": lessCommonError?.json ?? .null,
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
            "predicted": JSONText($0.predicted), "realised": $0.realised.json,
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
