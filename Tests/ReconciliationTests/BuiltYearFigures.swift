import Reconciliation
import Regulation

extension GoldenBenchmarkYear {
  func updating(
    _ historical: HistoricalBenchmark, of history: BenchmarkHistory,
    under terms: HistoricalBenchmarkTerms
  ) -> BuiltFigures {
    var figures = BuiltFigures()
    var year = observed
    for type in EnrollmentType.allCases {
      year.strata[type].historicalBenchmark = historical.adjusted[type]
    }
    if let prospectiveGrowth, let divisor = terms.prospectiveTrendDivisor {
      let trend = history.prospectiveTrend(
        growing: prospectiveGrowth, on: historical, over: divisor)
      for type in EnrollmentType.allCases {
        year.strata[type].prospectiveTrend = trend.factor[type]
      }
      figures.add("flatDollars", trend.flatDollars)
      figures.add("trendDivisor", trend.divisor)
      figures.add("trendFactor", trend.factor)
    }
    figures.add(year, year.updatedBenchmark(under: self.terms.benchmark))
    if let trackTerms {
      let result = year.result(under: self.terms)
      figures.add(result.settlement(under: trackTerms).figures)
    }
    return figures
  }
}

extension BuiltFigures {
  fileprivate mutating func add(_ year: ObservedYear, _ updated: UpdatedBenchmark) {
    let personYears = PersonYears(year.strata.sum { $0.personYears.count })
    let spent = Dollars(year.strata.sum { ($0.expenditure * $0.personYears).amount })
    add("ratio", year.strata.map(\.riskRatio))
    add("risk", updated.risk.ratio)
    add("twoWay", updated.twoWayUpdate)
    add("update", updated.update)
    add("updated", updated.perCapita)
    add([
      "aggregateRisk": .rate(updated.risk.aggregateRatio),
      "aggregateDemographic": .rate(updated.risk.aggregateDemographicRatio),
      "capped": .word(String(updated.risk.isCapped)), "total": .dollars(updated.total),
      "guardrailTotal": updated.guardrailTotal.map { .dollars($0) } ?? .nothing,
      "updated": .perCapita(updated.total / personYears), "spent": .dollars(spent),
      "spentPerCapita": .perCapita(spent / personYears),
      "savings": .dollars(updated.total - spent),
    ])
    guard let regional = updated.regionalRisk else {
      return add(["regionalFactor": .nothing])
    }
    add("regionalFactor", regional.factor)
    add([
      "regionalAggregateRisk": .rate(regional.aggregateRatio),
      "regionalAggregateDemographic": .rate(regional.aggregateDemographicRatio),
      "regionalMarketShare": .rate(regional.marketShare), "regionalCap": .rate(regional.cap),
      "regionalCapped": .word(String(regional.isCapped)),
    ])
  }
}

extension Settlement {
  fileprivate var figures: [String: SettledFigure] {
    var figures: [String: SettledFigure] = [
      "earned": .dollars(earned.dollars),
      "savingsRate": .rate(savingsRate),
      "guardrailSavings": guardrail.map { .dollars($0.savings) } ?? .nothing,
    ]
    switch outcome {
    case .sharedSavings(let savings):
      figures["sharingRate"] = .rate(savings.finalSharingRate)
      figures["sharedBeforeLimit"] = .dollars(savings.beforeLimit)
      figures["limit"] = .dollars(savings.limit)
      figures["sequestration"] = .dollars(savings.sequestration)
    case .sharedLosses(let losses):
      figures["lossRate"] = .rate(losses.sharedLossRate)
      figures["sharedBeforeLimit"] = .dollars(losses.beforeLimit)
    case .noShare(let reason): figures["reason"] = .word(reason.rawValue)
    }
    return figures
  }
}
