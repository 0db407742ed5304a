import Regulation

/// The benchmark of a performance year, with the steps from benchmark year 3,
/// 42 CFR 425.601(b), 425.652(b).
public struct UpdatedBenchmark: Hashable, Sendable {
  public var risk: RiskAdjustment
  /// `nil` where the region's growth is never raised for its risk scores.
  public var regionalRisk: RegionalRiskGrowth?
  /// National and regional growth, blended with the market share as the national weight.
  public var twoWayUpdate: ByEnrollmentType<Rate>
  /// The two-way update blended with the prospective trend.
  public var update: ByEnrollmentType<Rate>
  public var perCapita: ByEnrollmentType<PerCapita>
  public var total: Dollars
  /// The total had the two-way update been used alone; `nil` where there is no guardrail.
  public var guardrailTotal: Dollars?
}

extension ObservedYear {
  public func updatedBenchmark(under terms: BenchmarkTerms) -> UpdatedBenchmark {
    strata.updatedBenchmark(under: terms)
  }
}

extension ByEnrollmentType<Stratum> {
  public func updatedBenchmark(under terms: BenchmarkTerms) -> UpdatedBenchmark {
    let risk = riskAdjustment(under: terms.riskRatioCap)
    let regionalRisk = terms.regionalRiskCap.map { regionalRiskGrowth(over: $0) }
    let twoWay = ByEnrollmentType<Rate> { type in
      self[type].twoWayUpdate(raisingRegionalGrowthBy: regionalRisk?.factor[type] ?? .one)
    }
    let weight = terms.prospectiveTrendWeight
    let update = ByEnrollmentType<Rate> { type in
      weight.complement * twoWay[type] + weight * self[type].prospectiveTrend
    }
    let perCapita = benchmark(updatedBy: update, risk)
    return UpdatedBenchmark(
      risk: risk, regionalRisk: regionalRisk, twoWayUpdate: twoWay, update: update,
      perCapita: perCapita, total: total(perCapita),
      guardrailTotal: terms.hasGuardrail ? total(benchmark(updatedBy: twoWay, risk)) : nil)
  }

  private func benchmark(
    updatedBy update: ByEnrollmentType<Rate>, _ risk: RiskAdjustment
  ) -> ByEnrollmentType<PerCapita> {
    ByEnrollmentType<PerCapita> { type in
      update[type] * risk.ratio[type] * self[type].historicalBenchmark
    }
  }

  private func total(_ perCapita: ByEnrollmentType<PerCapita>) -> Dollars {
    EnrollmentType.allCases.reduce(Dollars.zero) { sum, type in
      sum + perCapita[type] * self[type].personYears
    }
  }
}

extension Stratum {
  /// The larger the ACO in its region, the more the nation's growth stands for the region's.
  func twoWayUpdate(raisingRegionalGrowthBy factor: Rate) -> Rate {
    marketShare * nationalGrowth + marketShare.complement * (regionalGrowth * factor)
  }
}
