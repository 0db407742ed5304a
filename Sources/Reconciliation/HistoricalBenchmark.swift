import Regulation

/// The historical benchmark of an agreement with every step to it, in dollars of benchmark year 3
/// for each person-year, 42 CFR 425.601(a), 425.652(a).
public struct HistoricalBenchmark: Hashable, Sendable {
  public var trend: ByEnrollmentType<BenchmarkTrend>
  /// The weighted benchmark years, without adjustment.
  public var beforeAdjustment: ByEnrollmentType<PerCapita>
  /// Person-years of each type in benchmark year 3 over those of all.
  public var proportions: ByEnrollmentType<Rate>
  public var regional: RegionalAdjustment
  /// `nil` where the agreement has none, or the ACO neither renews nor re-enters.
  public var priorSavings: PriorSavingsAdjustment?
  /// `nil` where the agreement has none.
  public var population: PopulationAdjustment?
  public var adjustment: HighestAdjustment
  /// With the adjustment.
  public var adjusted: ByEnrollmentType<PerCapita>

  /// One value over all types, in the mix of benchmark year 3.
  public var perCapitaBeforeAdjustment: PerCapita {
    beforeAdjustment.singleValue(by: proportions)
  }
  public var perCapita: PerCapita { adjusted.singleValue(by: proportions) }
}

extension BenchmarkHistory {
  public func historicalBenchmark(under terms: HistoricalBenchmarkTerms) -> HistoricalBenchmark {
    let trend = strata.map(\.trend)
    let benchmark = trend.map { $0.benchmark(weighing: terms.weights) }
    let proportions = self.proportions
    let national = strata.map(\.nationalExpenditure).singleValue(by: proportions)
    let regional = regionalAdjustment(of: benchmark, proportions, under: terms.regional)
    let prior = terms.priorSavings.flatMap { terms in
      priorSavings?.adjustment(national: national, under: terms)
    }
    let population = terms.population.map {
      populationAdjustment(national: national, regional, prior, under: $0)
    }
    let adjustment = HighestAdjustment(
      regional, prior, population, appliedIfNegative: terms.regional.appliedIfNegative)
    return HistoricalBenchmark(
      trend: trend, beforeAdjustment: benchmark, proportions: proportions, regional: regional,
      priorSavings: prior, population: population, adjustment: adjustment,
      adjusted: ByEnrollmentType<PerCapita> { benchmark[$0] + adjustment.byType[$0] })
  }

  /// 42 CFR 425.652(a)(6): the mix of benchmark year 3.
  private var proportions: ByEnrollmentType<Rate> {
    let all = PersonYears(strata.sum { $0.personYears.third.count })
    return strata.map { $0.personYears.third / all }
  }
}

extension ByEnrollmentType<PerCapita> {
  /// The four values as one, weighted by each type's part of person-years.
  func singleValue(by proportions: ByEnrollmentType<Rate>) -> PerCapita {
    EnrollmentType.allCases.reduce(PerCapita.zero) { sum, type in
      sum + proportions[type] * self[type]
    }
  }
}
