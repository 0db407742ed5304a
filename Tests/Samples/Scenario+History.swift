import Regulation
import Scenarios

extension Scenario {
  /// The quiet ACO with a history in place of its stated benchmark: three benchmark years alike,
  /// no growth, every type at national mean risk.
  ///
  /// - Parameters:
  ///   - region: The region's expenditure over the ACO's, by type alike.
  ///   - nation: The nation's over the ACO's.
  ///   - savings: Prior savings for each person-year and benchmark year, dollars; `nil` for none.
  public func withHistory(
    region: Double = 1, nation: Double = 1, savings: Double? = nil
  ) -> Scenario {
    var scenario = self
    let market = agreement.marketShare
    scenario.history = BenchmarkHistory(
      strata: ByEnrollmentType { type in
        let stratum = population.strata[type]
        let growth = EarlierBenchmarkYears(first: Rate.one, second: Rate.one)
        return BenchmarkStratum(
          personYears: .init(repeating: stratum.personYears),
          expenditure: .init(repeating: stratum.expenditure), riskScore: .init(repeating: .one),
          nationalGrowth: growth, regionalGrowth: growth, marketShare: market[type],
          regionalExpenditure: Rate(region) * stratum.expenditure,
          nationalExpenditure: Rate(nation) * stratum.expenditure)
      },
      dualShare: Rate(0.06), lowIncomeOrDualShare: Rate(0.06),
      priorSavings: savings.map {
        PriorSavings(
          years: .init(repeating: .init(perCapita: PerCapita($0))), populationRatio: .one)
      })
    for type in EnrollmentType.allCases {
      scenario.population.strata[type].historicalBenchmark = .zero
    }
    return scenario
  }
}
