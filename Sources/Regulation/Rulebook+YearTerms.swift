/// The terms of a performance year that no track changes.
extension Rulebook {
  /// How the benchmark moves to a performance year, 42 CFR 425.601(b), 425.652(b).
  public func benchmarkTerms(
    in year: PerformanceYear, of agreement: AgreementPeriod
  ) throws -> BenchmarkTerms {
    let reading = reading(year, agreement)
    let blend = try reading.word("benchmark.updateBlend", as: UpdateBlend.self)
    let weight: Rate =
      switch blend {
      case .twoWay: .zero
      case .threeWay: try reading.rate("benchmark.prospectiveTrend.weight")
      }
    return BenchmarkTerms(
      prospectiveTrendWeight: weight, riskRatioCap: try riskRatioCap(reading),
      hasGuardrail: try reading.isYes("benchmark.guardrail"),
      regionalRiskCap: try reading.optionalRate("risk-adjustment.cap.regional"),
      prospectiveGrowthBelow: try limit("mostBelowNational", blend, reading),
      prospectiveGrowthAbove: try limit("mostAboveNational", blend, reading))
  }

  private func limit(
    _ side: String, _ blend: UpdateBlend, _ reading: RuleReading
  ) throws -> Rate? {
    switch blend {
    case .twoWay: nil
    case .threeWay: try reading.optionalRate("benchmark.prospectiveTrend.\(side)")
    }
  }

  /// The words of `benchmark.updateBlend`.
  enum UpdateBlend: String { case twoWay, threeWay }

  private func riskRatioCap(_ reading: RuleReading) throws -> RiskRatioCap {
    let perType = try reading.optionalRate("risk-adjustment.cap.perType")
    let aggregate = try reading.optionalRate("risk-adjustment.cap.aggregate")
    switch (perType, aggregate) {
    case (let cap?, nil): return .perType(cap)
    case (nil, let cap?): return .aggregate(cap)
    case (nil, nil): return .none
    case (_?, _?):
      throw RuleFault("risk-adjustment.cap holds two caps in \(reading.year). Keep one.")
    }
  }

  /// What ends a year early, 42 CFR 425.221(b).
  public func terminationTerms(
    in year: PerformanceYear, of agreement: AgreementPeriod
  ) throws -> TerminationTerms {
    let reading = reading(year, agreement)
    return TerminationTerms(
      lastMonthWithoutLosses: try reading.whole("termination.lastMonthWithoutLosses"),
      monthThatKeepsSavings: try reading.whole("termination.monthThatKeepsSavings"))
  }

  /// Below this share of assigned beneficiaries' expenditures, participants' revenue is low,
  /// 42 CFR 425.20.
  public func lowRevenueThreshold(
    in year: PerformanceYear, of agreement: AgreementPeriod
  ) throws -> Rate {
    try reading(year, agreement).rate("low-revenue.threshold")
  }

  /// Weights of benchmark years 1, 2 and 3, in that order, 42 CFR 425.652(a)(7), (c)(2).
  public func benchmarkYearWeights(
    agreementNumber: Int, of agreement: AgreementPeriod
  ) throws -> [Rate] {
    let name = agreementNumber > 1 ? "laterAgreements" : "firstAgreement"
    return try reading(agreement.performanceYear(1), agreement)
      .list("benchmark.weights.\(name)").map { Rate($0) }
  }
}
