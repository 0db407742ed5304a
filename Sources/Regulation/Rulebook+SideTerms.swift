/// Amounts beside the settlement: set aside, advanced or prepaid.
extension Rulebook {
  /// 42 CFR 425.204(f)(4).
  public func repaymentMechanismTerms(
    in year: PerformanceYear, of agreement: AgreementPeriod
  ) throws -> RepaymentMechanismTerms {
    let reading = reading(year, agreement)
    let rule = "repayment-mechanism"
    return RepaymentMechanismTerms(
      shareOfExpenditures: try reading.rate("\(rule).shareOfExpenditures"),
      shareOfRevenue: try reading.rate("\(rule).shareOfRevenue"),
      firstYearRecalculated: try reading.whole("\(rule).firstYearRecalculated"),
      smallestRaise: Cents(rounding: try reading.dollars("\(rule).smallestRaise")),
      daysToRaise: try reading.whole("\(rule).daysToRaise"),
      daysToReplenish: try reading.whole("\(rule).daysToReplenish"),
      monthsAfterParticipation: try reading.whole("\(rule).monthsAfterParticipation"))
  }

  /// 42 CFR 425.630; `nil` for agreements that start before the payments did.
  public func advanceInvestmentTerms(
    in year: PerformanceYear, of agreement: AgreementPeriod
  ) throws -> AdvanceInvestmentTerms? {
    let reading = reading(year, agreement)
    let rule = "advance-investment-payments"
    guard let oneTime = try reading.optionalNumber("\(rule).oneTimePayment") else { return nil }
    return AdvanceInvestmentTerms(
      oneTimePayment: Dollars(oneTime),
      quarterlyPayments: try reading.whole("\(rule).quarterlyPayments"),
      mostBeneficiaries: try reading.whole("\(rule).mostBeneficiaries"),
      quarterlyAmounts: try quarterlyAmounts(reading),
      scoreIfLowIncomeOrDual: try reading.whole("\(rule).scoreIfLowIncomeOrDual"),
      scoreIfUnknown: try reading.whole("\(rule).scoreIfUnknown"),
      highestLevels: try ["firstYear", "secondYear", "laterYears"].map {
        try reading.word("\(rule).highestLevel.\($0)", as: Level.self)
      },
      daysToRepay: try reading.whole("\(rule).daysToRepay"))
  }

  private func quarterlyAmounts(
    _ reading: RuleReading
  ) throws -> AdvanceInvestmentTerms.QuarterlyAmounts {
    let rule = "advance-investment-payments"
    if case .none = try reading.value("\(rule).dollarsByScore") {
      return .byNeed(
        lowIncomeDualOrRural: try reading.dollars("\(rule).dollars.lowIncomeDualOrRural"),
        others: try reading.dollars("\(rule).dollars.others"))
    }
    return .byScore(
      try reading.bands("\(rule).dollarsByScore").map {
        .init(lowest: $0.fewest, highest: $0.most, amount: Dollars($0.atFewest))
      })
  }

  /// 42 CFR 425.640; `nil` in years and for agreements to which they are not open.
  public func prepaidSharedSavingsTerms(
    in year: PerformanceYear, of agreement: AgreementPeriod
  ) throws -> PrepaidSharedSavingsTerms? {
    let reading = reading(year, agreement)
    let rule = "prepaid-shared-savings"
    guard try reading.isYes("\(rule).offered"), try reading.isYes("\(rule).openToAgreement") else {
      return nil
    }
    return PrepaidSharedSavingsTerms(
      fractionAdvanced: try reading.rate("\(rule).fractionAdvanced"),
      shareOfSavings: try reading.rate("\(rule).shareOfSavings"),
      benchmarkYearsAveraged: try reading.whole("\(rule).benchmarkYearsAveraged"),
      mostPerCapita: try reading.rate("\(rule).mostPerCapita"),
      partPerQuarter: try reading.rate("\(rule).partPerQuarter"),
      leastOnDirectServices: try reading.rate("\(rule).leastOnDirectServices"),
      lowestLevel: try reading.word("\(rule).lowestLevel", as: Level.self),
      daysToRepay: try reading.whole("\(rule).daysToRepay"))
  }

  /// The score at the quality performance standard's percentile, 0 through 1, where CMS has
  /// published it, 42 CFR 425.512(a); otherwise `nil`.
  public func publishedStandardScore(
    in year: PerformanceYear, of agreement: AgreementPeriod
  ) throws -> Rate? {
    try reading(year, agreement).optionalRate("quality-performance-standard.publishedScore")
  }
}
