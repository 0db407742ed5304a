import Regulation

/// What the next agreement is built from, once years of this one have become its benchmark years,
/// 42 CFR 425.652(a), 425.656, 425.658.
extension BenchmarkHistory {
  /// The history of an agreement whose benchmark years are these, all measured from benchmark
  /// year 3 of this history.
  ///
  /// The region's level is carried on by its growth, which holds the ACO's own spending at its
  /// market share; shares of low income are this history's.
  public func renewed(
    by years: ByBenchmarkYear<ByEnrollmentType<Stratum>>,
    _ savings: ByBenchmarkYear<PriorSavings.Year>
  ) -> BenchmarkHistory {
    BenchmarkHistory(
      strata: ByEnrollmentType<BenchmarkStratum> { type in
        strata[type].renewed(by: years.map { $0[type] })
      },
      dualShare: dualShare, lowIncomeOrDualShare: lowIncomeOrDualShare,
      priorSavings: PriorSavings(years: savings, populationRatio: .one))
  }

  /// This history's own benchmark years as strata, each growth measured from the third of them.
  ///
  /// - Parameter luck: Claims over what was to be expected, by type and year; multiplies
  ///   expenditure.
  public func benchmarkYears(
    luck: ByEnrollmentType<ByBenchmarkYear<Double>>
  ) -> ByBenchmarkYear<ByEnrollmentType<Stratum>> {
    let years = ByEnrollmentType<ByBenchmarkYear<Stratum>> { strata[$0].years(luck: luck[$0]) }
    return ByBenchmarkYear(
      first: years.map(\.first), second: years.map(\.second), third: years.map(\.third))
  }

  /// This history with the luck of its claims put on top.
  public func lucky(_ luck: ByEnrollmentType<ByBenchmarkYear<Double>>) -> BenchmarkHistory {
    var history = self
    for type in EnrollmentType.allCases {
      let (spent, luck) = (strata[type].expenditure, luck[type])
      history.strata[type].expenditure = ByBenchmarkYear(
        first: Rate(luck.first) * spent.first, second: Rate(luck.second) * spent.second,
        third: Rate(luck.third) * spent.third)
    }
    return history
  }
}

extension BenchmarkStratum {
  fileprivate func renewed(by years: ByBenchmarkYear<Stratum>) -> BenchmarkStratum {
    let last = years.third
    return BenchmarkStratum(
      personYears: years.map(\.personYears), expenditure: years.map(\.expenditure),
      riskScore: years.map { $0.riskRatio * riskScore.third },
      nationalGrowth: EarlierBenchmarkYears(
        first: last.nationalGrowth / years.first.nationalGrowth,
        second: last.nationalGrowth / years.second.nationalGrowth),
      regionalGrowth: EarlierBenchmarkYears(
        first: last.regionalGrowth / years.first.regionalGrowth,
        second: last.regionalGrowth / years.second.regionalGrowth),
      marketShare: last.marketShare,
      regionalExpenditure: last.regionalGrowth * (last.riskRatio * regionalExpenditure),
      nationalExpenditure: last.nationalGrowth * nationalExpenditure,
      nationalRiskScore: nationalRiskScore)
  }

  fileprivate func years(luck: ByBenchmarkYear<Double>) -> ByBenchmarkYear<Stratum> {
    ByBenchmarkYear(
      first: stratum(
        personYears.first, Rate(luck.first) * expenditure.first, riskScore.first,
        national: .one / nationalGrowth.first, regional: .one / regionalGrowth.first),
      second: stratum(
        personYears.second, Rate(luck.second) * expenditure.second, riskScore.second,
        national: .one / nationalGrowth.second, regional: .one / regionalGrowth.second),
      third: stratum(
        personYears.third, Rate(luck.third) * expenditure.third, riskScore.third, national: .one,
        regional: .one))
  }

  private func stratum(
    _ personYears: PersonYears, _ expenditure: PerCapita, _ score: Rate, national: Rate,
    regional: Rate
  ) -> Stratum {
    Stratum(
      personYears: personYears, expenditure: expenditure, historicalBenchmark: .zero,
      riskRatio: score / riskScore.third, demographicRatio: .one, nationalGrowth: national,
      regionalGrowth: regional, prospectiveTrend: .zero, marketShare: marketShare)
  }
}
