import Testing

@testable import Regulation

/// How many elections are open, worked by hand.
///
/// BASIC without staying rises every year until Level E. A path of n years that begins above Level A
/// is a choice of some of B, C, D in order, then E for the rest: f(n) = Σ C(3, j) over j ≤ n, so
/// f(0…5) = 1, 4, 7, 8, 8, 8. Six minimum rates: 0, 0.5, 1, 1.5, 2 percent and by size.
@Suite struct ElectionTests {
  private func elections(
    start: Int = 2027, number: Int = 1, experienced: Bool = false, formerlyTwoSided: Bool = false,
    glidePaths: Int = 0, lowRevenue: Bool = true
  ) throws -> [Election] {
    try Rulebook.current().elections(
      of: Applicant(
        agreementStart: january(start), agreementNumber: number, experienced: experienced,
        formerlyTwoSided: formerlyTwoSided, glidePathAgreements: glidePaths,
        lowRevenue: lowRevenue))
  }

  private func letters(_ election: Election) -> String {
    election.years.map { $0.level?.rawValue.uppercased() ?? "N" }.joined()
  }

  /// 42 CFR 425.600(a)(4)(i)(C), (g)(1): k years in Level A, then any of f(5 − k) ways: 8 + 8 + 8 +
  /// 7 + 4 + 1 = 36. AAAAA and AAAAB are wholly one-sided; the other 34 and ENHANCED have six rates
  /// each: 2 + 35 × 6 = 212.
  @Test(arguments: [2024, 2027])
  func `an inexperienced first agreement has 212`(start: Int) throws {
    let all = try elections(start: start)
    #expect(all.count == 212)
    #expect(Set(all).count == 212)
    let oneSided = all.filter { $0.minimumRate == nil }
    #expect(oneSided.map(letters) == ["AAAAA", "AAAAB"])
    let paths = Set(all.map(letters))
    #expect(paths.count == 37)
    for path in paths where path != "AAAAA" && path != "AAAAB" {
      let rates = all.filter { letters($0) == path }.map(\.minimumRate)
      #expect(
        rates == [0, 0.005, 0.01, 0.015, 0.02].map { .elected(Rate($0)) } + [.variable], "\(path)")
    }
  }

  /// 42 CFR 425.600(g)(1): revenue decides nothing from 2024 on.
  @Test func `high revenue changes nothing`() throws {
    #expect(try elections() == elections(lowRevenue: false))
  }

  /// 42 CFR 425.600(g)(2): EEEEE and ENHANCED, 2 × 6.
  @Test(arguments: [true, false])
  func `an experienced ACO has 12`(lowRevenue: Bool) throws {
    #expect(try elections(experienced: true, lowRevenue: lowRevenue).count == 12)
  }

  /// 42 CFR 425.600(a)(4)(i)(C)(3), (g)(1): the second glide path of a start before 2027 does not
  /// stay in Level A: f(5) + f(4) = 16 paths, none one-sided throughout, and ENHANCED: 17 × 6.
  @Test func `a second glide path of 2026 has 102`() throws {
    #expect(try elections(start: 2026, number: 2, glidePaths: 1).count == 102)
  }

  /// 42 CFR 425.600(g)(1) as of 2027: the glide path is open once; Level E or ENHANCED, 2 × 6.
  @Test func `a second glide path of 2027 has 12`() throws {
    #expect(try elections(number: 2, glidePaths: 1).count == 12)
  }

  /// 42 CFR 425.224(a)(4): two-sided years only: CDEEE, CEEEE, DEEEE, EEEEE and ENHANCED, 5 × 6.
  @Test func `a formerly two-sided ACO has 30`() throws {
    let all = try elections(start: 2026, number: 2, formerlyTwoSided: true)
    #expect(all.count == 30)
    #expect(Set(all.map(letters)) == ["CDEEE", "CEEEE", "DEEEE", "EEEEE", "NNNNN"])
  }

  /// 42 CFR 425.600(d) before 2024: ENHANCED only, 1 × 6.
  @Test func `before 2024 an experienced high-revenue ACO has 6`() throws {
    #expect(try elections(start: 2022, experienced: true, lowRevenue: false).count == 6)
  }

  @Test func `agreements from before July 2019 have no rules here`() {
    #expect(throws: NotInForce.self) { try elections(start: 2018) }
  }

  @Test func `monitoring ends agreements as 42 CFR 425.316 says`() throws {
    let agreement = AgreementPeriod(firstDay: january(2027))
    #expect(
      try Rulebook.current().monitoringTerms(in: agreement.performanceYear(1), of: agreement)
        == MonitoringTerms(
          consecutiveFailures: 2, failuresInAgreement: 3, alternativeCountsAsMet: false,
          overrunsUntilTermination: 2))
  }
}
