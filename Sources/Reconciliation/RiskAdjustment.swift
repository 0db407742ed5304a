import Regulation

/// The risk ratios that adjust the benchmark, and the cap they were held to,
/// 42 CFR 425.605(a)(1), 425.610(a)(2).
public struct RiskAdjustment: Hashable, Sendable {
  /// After the cap, performance year over benchmark year 3.
  public var ratio: ByEnrollmentType<Rate>
  /// Weighted by adjusted historical benchmark times performance-year person-years.
  public var aggregateRatio: Rate
  public var aggregateDemographicRatio: Rate
  public var isCapped: Bool
}

extension ObservedYear {
  public func riskAdjustment(under cap: RiskRatioCap) -> RiskAdjustment {
    strata.riskAdjustment(under: cap)
  }
}

extension ByEnrollmentType<Stratum> {
  /// Risk ratios under the cap in force.
  ///
  /// For agreements from 2024 the cap is tested once, on the aggregate; only where the aggregate
  /// exceeds it is each type's ratio held to it. Decreases are never limited.
  public func riskAdjustment(under cap: RiskRatioCap) -> RiskAdjustment {
    let weight = sum { ($0.historicalBenchmark * $0.personYears).amount }
    let ratio = Rate(sum { $0.weightedByBenchmark($0.riskRatio) } / weight)
    let demographic = Rate(sum { $0.weightedByBenchmark($0.demographicRatio) } / weight)
    var adjustment = RiskAdjustment(
      ratio: map(\.riskRatio), aggregateRatio: ratio,
      aggregateDemographicRatio: demographic, isCapped: false)
    switch cap {
    case .none: break
    case .perType(let growth): adjustment.hold(to: Rate.one + growth)
    case .aggregate(let growth):
      let ceiling = demographic + growth
      if ratio > ceiling { adjustment.hold(to: ceiling) }
    }
    return adjustment
  }
}

extension Stratum {
  fileprivate func weightedByBenchmark(_ ratio: Rate) -> Double {
    (ratio * (historicalBenchmark * personYears)).amount
  }
}

extension RiskAdjustment {
  fileprivate mutating func hold(to ceiling: Rate) {
    let held = ratio.map { min($0, ceiling) }
    isCapped = held != ratio
    ratio = held
  }
}
