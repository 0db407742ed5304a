import Reconciliation
import Regulation
import Scenarios

/// What the benchmark of each trial is made from, in dollars of benchmark year 3.
struct BenchmarkBasis: Sendable {
  /// The scenario's history; for a stated benchmark, what is taken for one.
  let history: BenchmarkHistory
  /// `nil` where the law builds the benchmark from the history.
  let stated: StatedBenchmark?

  /// A finished benchmark, and how the luck of the benchmark years bears on it.
  struct StatedBenchmark: Sendable {
    var historical: ByEnrollmentType<PerCapita>
    /// What one unit of prospective growth adds in flat dollars.
    var prospectiveDollars: ByEnrollmentType<PerCapita>
    /// Of benchmark years 1, 2 and 3, damped by one minus the weight of the regional adjustment.
    var weights: ByBenchmarkYear<Double>

    /// What the claims of benchmark years 1, 2 and 3 over what was to be expected make of a benchmark.
    @inline(__always)
    func factor(_ first: Double, _ second: Double, _ third: Double) -> Double {
      1 + weights.first * (first - 1) + weights.second * (second - 1) + weights.third * (third - 1)
    }
  }

  /// What a trial signs.
  ///
  /// - Parameter luck: Claims of the benchmark years over what was to be expected.
  func signed(
    _ luck: ByEnrollmentType<ByBenchmarkYear<Double>>, under terms: HistoricalBenchmarkTerms
  ) -> SignedBenchmark {
    guard let stated else { return history.lucky(luck).signedBenchmark(under: terms) }
    let historical = ByEnrollmentType<PerCapita> { type in
      let luck = luck[type]
      return Rate(stated.factor(luck.first, luck.second, luck.third)) * stated.historical[type]
    }
    return SignedBenchmark(
      historical: historical,
      prospectiveLeverage: ByEnrollmentType { stated.prospectiveDollars[$0] / historical[$0] })
  }
}

extension BenchmarkBasis {
  init(_ scenario: Scenario, weights: ByBenchmarkYear<Rate>) {
    let growth = scenario.population.growthToBenchmarkYearThree(before: scenario.agreement.period)
    if let history = scenario.history {
      self.init(history: history.inDollars(grownBy: growth), stated: nil)
      return
    }
    let noise = scenario.assumptions.historicalBenchmarkNoise
    let historical = ByEnrollmentType<PerCapita> { type in
      Rate(growth[type]) * scenario.population.strata[type].historicalBenchmark
    }
    self.init(
      history: .taken(from: scenario, growth),
      stated: StatedBenchmark(
        historical: historical,
        prospectiveDollars: ByEnrollmentType { type in
          let stratum = scenario.population.strata[type]
          return stratum.nationalExpenditure.map { Rate(growth[type] * stratum.riskScore) * $0 }
            ?? historical[type]
        },
        weights: weights.map { noise.drawn ? $0.fraction * (1 - noise.regionalWeight) : 0 }))
  }
}

extension BenchmarkHistory {
  /// Amounts of the year measured carried to benchmark year 3; savings, which are one value over the
  /// types, by the growth of all expenditure.
  fileprivate func inDollars(grownBy growth: ByEnrollmentType<Double>) -> BenchmarkHistory {
    var history = self
    let spent = strata.map { ($0.expenditure.third * $0.personYears.third).amount }
    let all = ByEnrollmentType<Double> { spent[$0] * growth[$0] }.sum { $0 } / spent.sum { $0 }
    history.priorSavings = priorSavings.map { prior in
      var prior = prior
      prior.years = prior.years.map {
        PriorSavings.Year(perCapita: Rate(all) * $0.perCapita, standing: $0.standing)
      }
      return prior
    }
    for type in EnrollmentType.allCases {
      let factor = Rate(growth[type])
      history.strata[type].expenditure = strata[type].expenditure.map { factor * $0 }
      history.strata[type].regionalExpenditure = factor * strata[type].regionalExpenditure
      history.strata[type].nationalExpenditure = factor * strata[type].nationalExpenditure
    }
    return history
  }

  /// Three benchmark years that look alike but for national growth, where a scenario states a
  /// finished benchmark and says nothing of them: they matter to an early renewal and to the next
  /// agreement only.
  ///
  /// A region or a nation whose level is not stated spends what the ACO does.
  fileprivate static func taken(
    from scenario: Scenario, _ growth: ByEnrollmentType<Double>
  ) -> BenchmarkHistory {
    let population = scenario.population
    let dual =
      population.strata.agedDual.personYears
      / PersonYears(population.strata.sum { $0.personYears.count })
    return BenchmarkHistory(
      strata: ByEnrollmentType { type in
        BenchmarkStratum(
          population.strata[type], grownBy: Rate(growth[type]),
          yearly: Rate(1 + population.growthToBenchmark[type]),
          marketShare: scenario.agreement.marketShare[type])
      },
      dualShare: population.dualShare ?? dual,
      lowIncomeOrDualShare: population.lowIncomeOrDualShare ?? population.dualShare ?? dual,
      priorSavings: nil)
  }
}

extension BenchmarkStratum {
  fileprivate init(
    _ stratum: Population.BaseStratum, grownBy growth: Rate, yearly: Rate, marketShare: Rate
  ) {
    let spent = growth * stratum.expenditure
    let earlier = EarlierBenchmarkYears(first: yearly * yearly, second: yearly)
    let score = Rate(stratum.riskScore)
    self.init(
      personYears: ByBenchmarkYear(repeating: stratum.personYears),
      expenditure: ByBenchmarkYear(
        first: (.one / earlier.first) * spent, second: (.one / earlier.second) * spent,
        third: spent),
      riskScore: ByBenchmarkYear(repeating: score), nationalGrowth: earlier,
      regionalGrowth: earlier, marketShare: marketShare,
      regionalExpenditure: stratum.regionalExpenditure.map { growth * $0 } ?? spent,
      nationalExpenditure: stratum.nationalExpenditure.map { growth * $0 }
        ?? (.one / score) * spent)
  }
}
