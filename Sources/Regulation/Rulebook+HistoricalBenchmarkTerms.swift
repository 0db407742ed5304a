/// The terms of a benchmark that is made when an agreement is signed.
extension Rulebook {
  /// How the historical benchmark is made, 42 CFR 425.601 and 425.652 through 425.662.
  ///
  /// `timesCounted` and `divisor` replace the rulebook's own reading of what the text does not
  /// settle.
  public func historicalBenchmarkTerms(
    for standing: BenchmarkStanding, of agreement: AgreementPeriod,
    timesCounted: RegionalTimesCounted? = nil, divisor: ProspectiveTrendDivisor? = nil
  ) throws -> HistoricalBenchmarkTerms {
    let reading = reading(agreement.performanceYear(1), agreement)
    let weights = try benchmarkYearWeights(
      agreementNumber: standing.agreementNumber, of: agreement)
    guard let weights = ByBenchmarkYear(weights) else {
      throw RuleFault("benchmark.weights does not hold three weights in \(reading.year).")
    }
    let counted =
      try timesCounted
      ?? reading.word("benchmark.regionalAdjustment.timesCounted", as: RegionalTimesCounted.self)
    return HistoricalBenchmarkTerms(
      weights: weights,
      regional: try regionalTerms(standing, counting: counted, reading),
      priorSavings: try priorSavingsTerms(reading), population: try populationTerms(reading),
      prospectiveTrendDivisor: try trendDivisor(reading).map { divisor ?? $0 })
  }

  private func regionalTerms(
    _ standing: BenchmarkStanding, counting counted: RegionalTimesCounted, _ reading: RuleReading
  ) throws -> RegionalAdjustmentTerms {
    let rule = "benchmark.regionalAdjustment"
    let time = standing.time(counting: counted)
    var weight = try reading.rate(at: time, in: "\(rule).lowerSpendingWeights")
    if standing.track == .enhanced {
      weight = min(weight, try reading.rate("enhanced.regionalAdjustment.greatestWeight"))
    }
    return RegionalAdjustmentTerms(
      time: time, timesCounted: counted, weightIfLower: weight,
      weightIfHigher: try reading.rate(at: time, in: "\(rule).higherSpendingWeights"),
      mostAbove: try reading.rate("\(rule).mostAbove"),
      mostBelow: try reading.rate("\(rule).mostBelow"),
      offsetBounds: try offsetBounds(reading),
      appliedIfNegative: try reading.isYes("\(rule).appliedIfNegative"))
  }

  private func offsetBounds(_ reading: RuleReading) throws -> ClosedRange<Rate>? {
    let rule = "benchmark.regionalAdjustment.offsetBounds"
    if case .none = try reading.value(rule) { return nil }
    let bounds = try reading.list(rule)
    guard bounds.count == 2, bounds[0] <= bounds[1] else {
      throw RuleFault("\(rule) does not hold two bounds in \(reading.year).")
    }
    return Rate(bounds[0])...Rate(bounds[1])
  }

  private func priorSavingsTerms(_ reading: RuleReading) throws -> PriorSavingsTerms? {
    guard let share = try reading.optionalRate("benchmark.priorSavings.share") else { return nil }
    return PriorSavingsTerms(
      share: share, yearsAveraged: try reading.whole("benchmark.priorSavings.yearsAveraged"),
      mostAbove: try reading.rate("benchmark.priorSavings.mostAbove"))
  }

  private func populationTerms(_ reading: RuleReading) throws -> PopulationAdjustmentTerms? {
    let rule = "benchmark.populationAdjustment"
    guard let smallest = try reading.optionalRate("\(rule).smallestShare") else { return nil }
    return PopulationAdjustmentTerms(
      smallestShare: smallest, mostAbove: try reading.rate("\(rule).mostAbove"))
  }

  private func trendDivisor(_ reading: RuleReading) throws -> ProspectiveTrendDivisor? {
    switch try reading.word("benchmark.updateBlend", as: UpdateBlend.self) {
    case .twoWay: nil
    case .threeWay:
      try reading.word("benchmark.prospectiveTrend.divisor", as: ProspectiveTrendDivisor.self)
    }
  }
}

extension BenchmarkStanding {
  /// The agreement at hand included.
  func time(counting counted: RegionalTimesCounted) -> Int {
    switch counted {
    case .onlyApplied: regionalAdjustmentsApplied + 1
    case .everyAgreement: regionalAdjustmentsApplied + regionalAdjustmentsPassed + 1
    }
  }
}

extension RuleReading {
  /// The value for the first, second, … time; the last holds for all later times.
  fileprivate func rate(at time: Int, in name: String) throws -> Rate {
    let list = try list(name)
    guard let last = list.last else { throw RuleFault("\(name) is empty in \(year).") }
    return Rate(time <= list.count ? list[max(1, time) - 1] : last)
  }
}
