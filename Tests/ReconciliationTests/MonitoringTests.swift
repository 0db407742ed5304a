import Regulation
import Testing

@testable import Reconciliation

/// 42 CFR 425.316, by hand.
@Suite struct MonitoringTests {
  static let terms = MonitoringTerms(
    consecutiveFailures: 2, failuresInAgreement: 3, alternativeCountsAsMet: false,
    overrunsUntilTermination: 2)

  /// `M` met, `A` alternative, `F` failed: whether CMS terminates after each year.
  private func ends(_ years: String, _ terms: MonitoringTerms = terms) -> [Bool] {
    var failures = QualityFailures()
    return years.map { year in
      let standing: QualityResult.Standing =
        year == "M" ? .standardMet : year == "A" ? .alternativeMet : .notMet
      failures.add(QualityResult(standing: standing, score: Rate(0.5)), under: terms)
      return failures.endAgreement(under: terms)
    }
  }

  @Test func `two failures running end it`() {
    #expect(ends("MFFMM") == [false, false, true, false, false])
    #expect(ends("FMFMM") == [false, false, false, false, false])
  }

  @Test func `three failures in an agreement end it`() {
    #expect(ends("FMFMF") == [false, false, false, false, true])
  }

  @Test func `the alternative standard counts as a failure unless read otherwise`() {
    #expect(ends("AFMMM") == [false, true, false, false, false])
    var kind = Self.terms
    kind.alternativeCountsAsMet = true
    #expect(ends("AFMMM", kind) == [false, false, false, false, false])
  }

  private func result(spent: Double, guardrail: Double?, assigned: Int = 10_000)
    -> PerformanceYearResult
  {
    PerformanceYearResult(
      assignedBeneficiaries: assigned, benchmark: Dollars(1_000),
      guardrailBenchmark: guardrail.map { Dollars($0) }, expenditure: Dollars(spent),
      participantRevenue: Dollars(100), isLowRevenue: true,
      quality: QualityResult(standing: .standardMet, score: Rate(0.9)))
  }

  private func inForce(_ track: Track, _ choice: MinimumRateChoice) throws -> TrackTerms {
    let agreement = AgreementPeriod(firstDay: Day(year: 2027, month: 1, day: 1))
    return try Rulebook.current().terms(
      for: track, in: agreement.performanceYear(1), of: agreement, choosing: choice)
  }

  @Test func `an overrun of exactly the minimum loss rate counts, one below does not`() throws {
    let terms = try inForce(.basic(.e), .elected(Rate(0.01)))
    #expect(result(spent: 1_010, guardrail: nil).isOverrun(under: terms))
    #expect(!result(spent: 1_009.99, guardrail: nil).isOverrun(under: terms))
  }

  @Test func `a one-sided model is held to its minimum savings rate, 3 percent at 10,000`() throws {
    let terms = try inForce(.basic(.a), .variable)
    #expect(result(spent: 1_030, guardrail: nil).isOverrun(under: terms))
    #expect(!result(spent: 1_029.9, guardrail: nil).isOverrun(under: terms))
  }

  @Test func `the guardrail benchmark takes an overrun away and never makes one`() throws {
    let terms = try inForce(.enhanced, .elected(Rate(0.02)))
    #expect(!result(spent: 1_030, guardrail: 1_020).isOverrun(under: terms))
    #expect(result(spent: 1_030, guardrail: 900).isOverrun(under: terms))
  }

  @Test func `with no minimum rate spending equal to the benchmark is no overrun`() throws {
    let terms = try inForce(.enhanced, .elected(Rate(0)))
    #expect(!result(spent: 1_000, guardrail: nil).isOverrun(under: terms))
    #expect(result(spent: 1_000.01, guardrail: nil).isOverrun(under: terms))
  }
}
