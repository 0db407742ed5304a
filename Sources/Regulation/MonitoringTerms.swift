/// When the record of an ACO ends its agreement, 42 CFR 425.316.
public struct MonitoringTerms: Hashable, Sendable {
  /// CMS terminates after the quality performance standard is failed in this many years running, or
  /// in this many of one agreement, 42 CFR 425.316(c)(2)(ii).
  public var consecutiveFailures, failuresInAgreement: Int
  /// Whether the alternative quality performance standard counts as meeting the standard; the text
  /// read does not settle it.
  public var alternativeCountsAsMet: Bool
  /// CMS may terminate after this many years of expenditure beyond the benchmark by the minimum
  /// loss rate, 42 CFR 425.316(d).
  public var overrunsUntilTermination: Int

  public init(
    consecutiveFailures: Int, failuresInAgreement: Int, alternativeCountsAsMet: Bool,
    overrunsUntilTermination: Int
  ) {
    self.consecutiveFailures = consecutiveFailures
    self.failuresInAgreement = failuresInAgreement
    self.alternativeCountsAsMet = alternativeCountsAsMet
    self.overrunsUntilTermination = overrunsUntilTermination
  }
}

extension Rulebook {
  /// 42 CFR 425.316(c)(2)(ii), (d).
  public func monitoringTerms(
    in year: PerformanceYear, of agreement: AgreementPeriod
  ) throws -> MonitoringTerms {
    let reading = reading(year, agreement)
    return MonitoringTerms(
      consecutiveFailures: try reading.whole("termination.quality.consecutiveFailures"),
      failuresInAgreement: try reading.whole("termination.quality.failuresInAgreement"),
      alternativeCountsAsMet: try reading.isYes("termination.quality.alternativeCountsAsMet"),
      overrunsUntilTermination: try reading.whole("termination.financial.yearsUntilTermination"))
  }
}
