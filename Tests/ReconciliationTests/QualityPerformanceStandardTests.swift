import Reconciliation
import Regulation
import Testing

/// 42 CFR 425.512(a), (c), with a standard of 0.7385 and relief from 20 percent affected.
@Suite struct QualityPerformanceStandardTests {
  static let terms = QualityTerms(
    firstYearMeetsByReporting: true, extremeCircumstancesShare: Rate(0.20))
  static let standard = Rate(0.7385)

  private func result(
    _ score: Double, reported: Bool = true, alternative: Bool = true, incentive: Bool = false,
    firstYear: Bool = false, affected: Double = 0, months: Int = 3,
    terms: QualityTerms = QualityPerformanceStandardTests.terms
  ) -> QualityResult {
    QualityMeasurement(
      reported: reported, score: Rate(score), standardScore: Self.standard,
      reachesAlternative: alternative, meetsIncentive: incentive
    ).result(
      under: terms, inFirstYearOfFirstAgreement: firstYear,
      extremeCircumstances: affected > 0
        ? .init(months: months, shareOfBeneficiaries: Rate(affected)) : .none)
  }

  private func outcome(_ standing: QualityResult.Standing, _ score: Double) -> QualityResult {
    QualityResult(standing: standing, score: Rate(score))
  }

  @Test func `a score at the standard meets it and one below does not`() {
    #expect(result(0.7385) == outcome(.standardMet, 0.7385))
    #expect(result(0.7384) == outcome(.alternativeMet, 0.7384))
  }

  @Test func `below the standard without one outcome measure neither is met`() {
    #expect(result(0.70, alternative: false) == outcome(.notMet, 0.70))
  }

  @Test func `the reporting incentive meets the standard at the ACO's own score`() {
    #expect(result(0.50, alternative: false, incentive: true) == outcome(.standardMet, 0.50))
  }

  @Test func `a first year meets the standard by reporting, where the rules say so`() {
    #expect(result(0.50, firstYear: true) == outcome(.standardMet, 0.50))
    let without = QualityTerms(
      firstYearMeetsByReporting: false, extremeCircumstancesShare: Rate(0.20))
    #expect(result(0.50, firstYear: true, terms: without) == outcome(.alternativeMet, 0.50))
  }

  @Test func `an ACO that does not report meets nothing and has no score`() {
    #expect(result(0.90, reported: false, incentive: true) == outcome(.notMet, 0))
    #expect(result(0.90, reported: false, firstYear: true) == outcome(.notMet, 0))
  }

  @Test func `a fifth of beneficiaries affected lifts the score to the standard`() {
    #expect(result(0.50, affected: 0.20) == outcome(.standardMet, 0.7385))
    #expect(result(0.50, affected: 0.1999) == outcome(.alternativeMet, 0.50))
    #expect(result(0, reported: false, affected: 0.20) == outcome(.standardMet, 0.7385))
  }

  @Test func `relief never lowers a score`() {
    #expect(result(0.90, affected: 1) == outcome(.standardMet, 0.90))
  }

  @Test func `no month affected gives no relief`() {
    #expect(result(0.50, affected: 1, months: 0) == outcome(.alternativeMet, 0.50))
  }
}
