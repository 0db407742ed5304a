/// When the results of a performance year move money, 42 CFR 425.605(e).
public struct SettlementTiming: Hashable, Sendable {
  /// Months from the end of the year to its results, earliest and latest.
  public var monthsUntilResults: ClosedRange<Int>
  /// Days after notice within which shared losses are due, 42 CFR 425.605(e)(3).
  public var daysToPay: Int
}

/// What Qualifying APM Participants gain over others, 42 CFR 414.1450.
public struct AdvancedModelTerms: Hashable, Sendable {
  /// Years from the performance year to the payment year.
  public var yearsToPayment: Int
  /// By how much their conversion factor is above that of others in the payment year, a fraction.
  public var conversionFactorGap: Double
  /// The incentive payment of the payment year, a fraction of professional services.
  public var lumpSum: Double
}

/// Money beside the settlement: when it moves, and what clinicians gain.
extension Rulebook {
  /// 42 CFR 425.605(e).
  public func settlementTiming(
    in year: PerformanceYear, of agreement: AgreementPeriod
  ) throws -> SettlementTiming {
    let reading = reading(year, agreement)
    let months = try reading.list("payment.monthsUntilResults")
    guard months.count == 2, let first = Int(exactly: months[0]),
      let last = Int(exactly: months[1]),
      first <= last
    else { throw RuleFault("payment.monthsUntilResults does not hold two months in \(year).") }
    return SettlementTiming(
      monthsUntilResults: first...last, daysToPay: try reading.whole("payment.daysToPay"))
  }

  /// Whether clinicians are in an Advanced Alternative Payment Model in a year under this track, 42 CFR
  /// 414.1415, 425.605(d)(1)(v), 425.610.
  public func isAdvancedModel(
    _ track: Track, in year: PerformanceYear, of agreement: AgreementPeriod
  ) throws -> Bool {
    if case .legacy = track { return false }
    return try reading(year, agreement).isYes("\(track.ruleFile).advancedAPM")
  }

  /// What qualifying status of a performance year is worth in its payment year.
  ///
  /// The gap between the two conversion factors grows by calendar year, from the first payment
  /// year with two updates on, whenever an ACO joins.
  public func advancedModelTerms(
    in year: PerformanceYear, of agreement: AgreementPeriod
  ) throws -> AdvancedModelTerms {
    let years = try reading(year, agreement).whole("advanced-apm.yearsToPayment")
    let paid = PerformanceYear(year.calendarYear + years)
    return AdvancedModelTerms(
      yearsToPayment: years, conversionFactorGap: try conversionFactorGap(in: paid),
      lumpSum: try onItsOwnDate(paid).optionalNumber("advanced-apm.lumpSum") ?? 0)
  }

  private func conversionFactorGap(in year: PerformanceYear) throws -> Double {
    let name = "advanced-apm.conversionFactorUpdate"
    guard let first = byName["\(name).qualifying"]?.values.first?.from.year,
      first <= year.calendarYear
    else { return 0 }
    var ratio = 1.0
    for calendarYear in first...year.calendarYear {
      let reading = onItsOwnDate(PerformanceYear(calendarYear))
      let ours = try reading.number("\(name).qualifying")
      let others = try reading.number("\(name).others")
      ratio *= (1 + ours) / (1 + others)
    }
    return ratio - 1
  }

  /// Rules by payment year are read on its own first day, whatever agreement is in force.
  private func onItsOwnDate(_ year: PerformanceYear) -> RuleReading {
    reading(year, AgreementPeriod(firstDay: year.firstDay))
  }
}
