import Reconciliation
import Regulation

/// Every figure of a built benchmark, under the keys golden cases use.
struct BuiltFigures {
  private(set) var byKey: [String: SettledFigure] = [:]

  subscript(key: String) -> SettledFigure? { byKey[key] }

  mutating func add(_ figures: [String: SettledFigure]) { byKey.merge(figures) { _, new in new } }

  mutating func add(_ key: String, _ values: ByEnrollmentType<PerCapita>) {
    for type in EnrollmentType.allCases {
      byKey["\(key).\(type.rawValue)"] = .perCapita(values[type])
    }
  }

  mutating func add(_ key: String, _ values: ByEnrollmentType<Rate>) {
    for type in EnrollmentType.allCases { byKey["\(key).\(type.rawValue)"] = .rate(values[type]) }
  }
}

extension GoldenBenchmark {
  func built() -> BuiltFigures {
    var figures = BuiltFigures()
    let historical = history.historicalBenchmark(under: terms)
    figures.add(historical, at: terms)
    if let year { figures.add(year.updating(historical, of: history, under: terms)) }
    return figures
  }
}

extension BuiltFigures {
  mutating func add(_ built: HistoricalBenchmark, at terms: HistoricalBenchmarkTerms) {
    let trend = built.trend
    add("blend1", trend.map(\.blend.first))
    add("blend2", trend.map(\.blend.second))
    add("risk1", trend.map(\.risk.first))
    add("risk2", trend.map(\.risk.second))
    add("trended1", trend.map(\.trended.first))
    add("trended2", trend.map(\.trended.second))
    add("trended3", trend.map(\.trended.third))
    add("beforeAdjustment", built.beforeAdjustment)
    add("proportion", built.proportions)
    add("adjusted", built.adjusted)
    add("adjustment", built.adjustment.byType)
    add([
      "perCapitaBeforeAdjustment": .perCapita(built.perCapitaBeforeAdjustment),
      "perCapita": .perCapita(built.perCapita), "choice": .word(built.adjustment.kind.rawValue),
      "adjustment": .perCapita(built.adjustment.singleValue),
      "time": .word(String(terms.regional.time)),
    ])
    add(built.regional)
    add(built.priorSavings)
    add(built.population)
  }

  private mutating func add(_ regional: RegionalAdjustment) {
    add("difference", regional.difference)
    add("beforeCaps", regional.beforeCaps)
    add("afterCaps", regional.afterCaps)
    add("regional", regional.byType)
    add([
      "netDifference": .perCapita(regional.netDifference), "weight": .rate(regional.weight),
      "lowerSpending": .word(String(regional.isLowerSpending)),
      "offsetRiskScore": regional.offset.map { .rate($0.riskScore) } ?? .nothing,
      "offset": regional.offset.map { .rate($0.factor) } ?? .nothing,
      "regional": .perCapita(regional.singleValue),
    ])
  }

  private mutating func add(_ prior: PriorSavingsAdjustment?) {
    guard let prior else { return add(["priorSavings": .nothing]) }
    add([
      "averageSavings": .perCapita(prior.average), "proration": .rate(prior.proration),
      "proratedSavings": .perCapita(prior.proratedAverage),
      "priorSavingsBeforeCap": .perCapita(prior.beforeCap),
      "priorSavingsCap": .perCapita(prior.cap), "priorSavings": .perCapita(prior.value),
      "priorSavingsEligible": .word(String(prior.isEligible)),
    ])
  }

  private mutating func add(_ population: PopulationAdjustment?) {
    guard let population else { return add(["population": .nothing]) }
    add([
      "scaler": .perCapita(population.scaler), "population": .perCapita(population.value),
      "populationEligible": .word(String(population.isEligible)),
    ])
  }

  mutating func add(_ other: BuiltFigures) { add(other.byKey) }
}
