import Regulation

/// One enrollment type's benchmark years brought to the third, 42 CFR 425.652(a)(5), (6).
public struct BenchmarkTrend: Hashable, Sendable {
  /// National and regional growth to benchmark year 3, blended with the market share as the
  /// national weight.
  public var blend: EarlierBenchmarkYears<Rate>
  /// Risk score of benchmark year 3 over that of the earlier year.
  public var risk: EarlierBenchmarkYears<Rate>
  /// Expenditure at the prices and the risk of benchmark year 3.
  public var trended: ByBenchmarkYear<PerCapita>
}

extension BenchmarkStratum {
  public var trend: BenchmarkTrend {
    let blend = EarlierBenchmarkYears(
      first: blended(nationalGrowth.first, regionalGrowth.first),
      second: blended(nationalGrowth.second, regionalGrowth.second))
    let risk = EarlierBenchmarkYears(
      first: riskScore.third / riskScore.first, second: riskScore.third / riskScore.second)
    return BenchmarkTrend(
      blend: blend, risk: risk,
      trended: ByBenchmarkYear(
        first: blend.first * risk.first * expenditure.first,
        second: blend.second * risk.second * expenditure.second, third: expenditure.third))
  }

  private func blended(_ national: Rate, _ regional: Rate) -> Rate {
    marketShare * national + marketShare.complement * regional
  }
}

extension BenchmarkTrend {
  /// 42 CFR 425.652(a)(7): the three years weighed.
  func benchmark(weighing weights: ByBenchmarkYear<Rate>) -> PerCapita {
    weights.first * trended.first + weights.second * trended.second
      + weights.third * trended.third
  }
}
