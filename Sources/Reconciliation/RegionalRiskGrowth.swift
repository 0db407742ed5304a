import Regulation

/// How far a region's growth is raised because its risk scores grew beyond their cap,
/// 42 CFR 425.655.
public struct RegionalRiskGrowth: Hashable, Sendable {
  /// Of the region, weighted by adjusted historical benchmark times performance-year person-years.
  public var aggregateRatio: Rate
  public var aggregateDemographicRatio: Rate
  /// Weighted by performance-year person-years alone.
  public var marketShare: Rate
  /// What the aggregate ratio may reach; the larger the ACO in its region, the higher.
  public var cap: Rate
  /// Multiplies the regional growth of each type; one where the region is under its cap.
  public var factor: ByEnrollmentType<Rate>

  public var isCapped: Bool { aggregateRatio > cap }
}

extension ByEnrollmentType<Stratum> {
  public func regionalRiskGrowth(over excess: Rate) -> RegionalRiskGrowth {
    let benchmark = Dollars(sum { ($0.historicalBenchmark * $0.personYears).amount })
    let ratio = weightedByBenchmark { $0.regionalRiskRatio } / benchmark
    let demographic = weightedByBenchmark { $0.regionalDemographicRatio } / benchmark
    let share = Rate(
      sum { $0.marketShare.fraction * $0.personYears.count } / sum { $0.personYears.count })
    let ceiling = demographic + excess
    let cap = ceiling + share * max(.zero, ratio - ceiling)
    return RegionalRiskGrowth(
      aggregateRatio: ratio, aggregateDemographicRatio: demographic, marketShare: share, cap: cap,
      factor: map { ratio > cap ? max(.one, $0.regionalRiskRatio / cap) : .one })
  }

  private func weightedByBenchmark(_ ratio: (Stratum) -> Rate) -> Dollars {
    Dollars(sum { (ratio($0) * ($0.historicalBenchmark * $0.personYears)).amount })
  }
}
