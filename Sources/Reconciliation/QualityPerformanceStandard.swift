import Regulation

extension QualityMeasurement {
  /// How the ACO stands against the quality performance standard, 42 CFR 425.512(a), (c).
  ///
  /// Measures, where there are any, are scored first. The standard is met by score, by the reporting
  /// incentive, or, in the first year of a first agreement, by reporting. A large share of
  /// beneficiaries in a disaster area lifts the score to the standard's own, and so meets it.
  public func result(
    under terms: QualityTerms, inFirstYearOfFirstAgreement isFirstYear: Bool,
    extremeCircumstances: ExtremeCircumstances
  ) -> QualityResult {
    let facts = scored(under: terms.measures)
    let isRelieved =
      extremeCircumstances.months > 0
      && extremeCircumstances.shareOfBeneficiaries >= terms.extremeCircumstancesShare
    let lifted = isRelieved ? max(facts.score, facts.standardScore) : facts.score
    guard facts.reported || isRelieved else {
      return QualityResult(standing: .notMet, score: .zero)
    }
    if isRelieved || lifted >= facts.standardScore || facts.meetsIncentive
      || (isFirstYear && terms.firstYearMeetsByReporting)
    {
      return QualityResult(standing: .standardMet, score: lifted)
    }
    return QualityResult(
      standing: facts.reachesAlternative ? .alternativeMet : .notMet, score: lifted)
  }
}
