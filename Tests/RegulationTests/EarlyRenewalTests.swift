import Testing

@testable import Regulation

@Suite struct EarlyRenewalTests {
  private func applicant(
    start: Int = 2027, number: Int = 1, experienced: Bool = false, formerlyTwoSided: Bool = false,
    glidePaths: Int = 0
  ) -> Applicant {
    Applicant(
      agreementStart: january(start), agreementNumber: number, experienced: experienced,
      formerlyTwoSided: formerlyTwoSided, glidePathAgreements: glidePaths, lowRevenue: true)
  }

  /// `ABCDE`, with `N` for ENHANCED.
  private func option(_ letters: String, renewsIn: Int?) throws -> ParticipationOption {
    let years = try letters.map { letter in
      letter == "N" ? .enhanced : try #require(Track(key: String(letter)))
    }
    return ParticipationOption(name: letters, title: letters, years: years, renewsIn: renewsIn)
  }

  private func refusal(
    _ letters: String, _ renewsIn: Int?, _ applicant: Applicant
  ) throws -> String? {
    try Rulebook.current().refusal(of: option(letters, renewsIn: renewsIn), for: applicant)?
      .description
  }

  @Test(arguments: [
    ("ANNNN", 2), ("ABNNN", 3), ("AANNN", 3), ("ABCNN", 4), ("EEEEN", 5), ("DENNN", 3),
  ])
  func `BASIC years that may be signed end early in ENHANCED`(path: String, year: Int) throws {
    #expect(try refusal(path, year, applicant()) == nil)
  }

  @Test func `exactly the beginnings of legal BASIC paths may end early`() throws {
    let rules = try Rulebook.current()
    func paths(_ count: Int) -> [String] {
      (0..<count).reduce([""]) { paths, _ in
        paths.flatMap { path in "ABCDE".map { path + "\($0)" } }
      }
    }
    let whole = try paths(5).filter {
      try rules.refusal(of: option($0, renewsIn: nil), for: applicant()) == nil
    }
    for place in 2...5 {
      let tail = String(repeating: "N", count: 6 - place)
      let open = try paths(place - 1).filter { try refusal($0 + tail, place, applicant()) == nil }
      #expect(Set(open) == Set(whole.map { String($0.prefix(place - 1)) }), "year \(place)")
    }
  }

  @Test func `without its year the move is refused as before`() throws {
    #expect(try refusal("ABNNN", nil, applicant())?.contains("cannot be mixed") == true)
  }

  @Test(arguments: [
    ("ABNNN", 2), ("ABNNN", 4), ("NNNNN", 3), ("ABCDE", 3), ("ABNNE", 3), ("NABCD", 2),
    ("ABNEN", 3),
  ])
  func `the year named is the move from BASIC to ENHANCED`(path: String, year: Int) throws {
    #expect(
      try refusal(path, year, applicant())
        == "An early renewal in year \(year), as this program reads the paragraphs, has BASIC in "
        + "every year before it and ENHANCED from it on. (42 CFR 425.224, 425.20)")
  }

  @Test func `the first part is judged by BASIC's rules for the years held`() throws {
    #expect(
      try refusal("ABBNN", 4, applicant())
        == "Year 3 holds Level B; an ACO advances at least one level each year, and may elect to "
        + "stay only in Level A. (42 CFR 425.600(a)(4)(i)(C)(3))")
    #expect(
      try refusal("ABNNN", 3, applicant(formerlyTwoSided: true))
        == "Year 1 is one-sided (Level A); an ACO that was in a two-sided model may sign only "
        + "two-sided years. (42 CFR 425.224(a)(4))")
    #expect(
      try refusal("CDNNN", 3, applicant(experienced: true))
        == "An experienced ACO may sign only Level E or ENHANCED, for every year of the "
        + "agreement. (42 CFR 425.600(g)(2))")
    #expect(try refusal("EENNN", 3, applicant(experienced: true)) == nil)
    #expect(
      try refusal("CBNNN", 3, applicant())
        == "Year 2 is one-sided (Level B) after a two-sided year (Level C); an ACO never returns "
        + "to a one-sided model. (42 CFR 425.226(a))")
  }

  @Test func `no new agreement begins before 2024`() throws {
    #expect(
      try refusal("ABNNN", 3, applicant(start: 2021))
        == "The new agreement would begin in 2023; early renewal, as this program reads the "
        + "paragraphs, is settled for new agreements from 2024 on. (42 CFR 425.224)")
    #expect(try refusal("ABCNN", 4, applicant(start: 2021)) == nil)
  }

  @Test func `an agreement that renews has five years all the same`() throws {
    #expect(
      try refusal("ABNN", 3, applicant())
        == "An agreement has 5 performance years; this option names 4. (42 CFR 425.200)")
  }

  @Test func `who signs again has one more agreement behind it`() throws {
    let agreement = AgreementPeriod(firstDay: january(2027))
    let rules = try ParticipationRules(
      applicant: applicant(),
      reading: Rulebook.current().reading(agreement.performanceYear(1), agreement))
    let climbed = try rules.applicantRenewing(after: [.a, .b, .c])
    #expect(climbed.agreementStart == january(2030))
    #expect(climbed.agreementNumber == 2)
    #expect(climbed.glidePathAgreements == 1)
    #expect(climbed.formerlyTwoSided)
    let oneSided = try rules.applicantRenewing(after: [.a, .b])
    #expect(oneSided.agreementStart == january(2029))
    #expect(!oneSided.formerlyTwoSided)
    let held = try rules.applicantRenewing(after: [.e])
    #expect(held.agreementStart == january(2028))
    #expect(held.glidePathAgreements == 0)
    #expect(held.formerlyTwoSided)
  }

  @Test func `only one place of a path moves from BASIC to ENHANCED`() throws {
    #expect(try option("ABNNN", renewsIn: nil).yearOfMoveToEnhanced == 3)
    #expect(try option("AAAAN", renewsIn: nil).yearOfMoveToEnhanced == 5)
    #expect(try option("NNNNN", renewsIn: nil).yearOfMoveToEnhanced == nil)
    #expect(try option("ABCDE", renewsIn: nil).yearOfMoveToEnhanced == nil)
    #expect(try option("ANANN", renewsIn: nil).yearOfMoveToEnhanced == nil)
  }
}
