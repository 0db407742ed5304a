import Regulation

extension Scenario {
  /// The ACO as the rules of participation see it.
  ///
  /// Throws `NotInForce` for agreements that start before the rules do.
  public func applicant(under rules: Rulebook) throws -> Applicant {
    let spent = population.strata.sum { ($0.expenditure * $0.personYears).amount }
    let threshold = try rules.lowRevenueThreshold(
      in: agreement.period.performanceYear(1), of: agreement.period)
    return Applicant(
      agreementStart: agreement.period.firstDay, agreementNumber: agreement.number,
      experienced: agreement.experienced, formerlyTwoSided: agreement.formerlyTwoSided,
      glidePathAgreements: agreement.glidePathAgreements,
      lowRevenue: agreement.participantRevenue.amount < threshold.fraction * spent)
  }
}
