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

extension Scenario {
  /// The same scenario, its options judged by other rules than those it was read under.
  ///
  /// Throws `NotInForce` for agreements that start before the rules do.
  public func judged(under rules: Rulebook) throws -> Scenario {
    var scenario = self
    let applicant = try applicant(under: rules)
    scenario.agreement.options = try agreement.options.map {
      let refusal = try rules.refusal(of: $0.option, for: applicant)
      return RequestedOption(option: $0.option, whatIf: refusal.map(\.sentence))
    }
    return scenario
  }
}

extension Refusal {
  /// As one sentence that ends with its paragraph.
  var sentence: String {
    "\(says.hasSuffix(".") ? String(says.dropLast()) : says) (\(cite))."
  }
}
