import Testing

@testable import Regulation

@Suite struct ParticipationTests {
  private func applicant(
    start: Int = 2027, number: Int = 1, experienced: Bool = false, formerlyTwoSided: Bool = false,
    glidePaths: Int = 0, lowRevenue: Bool = true
  ) -> Applicant {
    Applicant(
      agreementStart: january(start), agreementNumber: number, experienced: experienced,
      formerlyTwoSided: formerlyTwoSided, glidePathAgreements: glidePaths, lowRevenue: lowRevenue)
  }

  /// `ABCDE`, with `N` for ENHANCED.
  private func option(_ letters: String) throws -> ParticipationOption {
    let years = try letters.map { letter in
      letter == "N" ? .enhanced : try #require(Track(key: String(letter)))
    }
    return ParticipationOption(name: letters, title: letters, years: years)
  }

  private func refusal(_ letters: String, _ applicant: Applicant) throws -> String? {
    try Rulebook.current().refusal(of: try option(letters), for: applicant)?.description
  }

  private func legalPaths(_ applicant: Applicant) throws -> Set<String> {
    let rules = try Rulebook.current()
    let paths = (1...5).reduce([""]) { paths, _ in
      paths.flatMap { path in "ABCDEN".map { path + String($0) } }
    }
    #expect(paths.count == 7_776)
    return Set(try paths.filter { try rules.refusal(of: try option($0), for: applicant) == nil })
  }

  @Test func `a new inexperienced ACO of 2027 has 37 legal paths`() throws {
    let legal = try legalPaths(applicant())
    #expect(legal.count == 37)
    let oneSided = legal.filter { $0.allSatisfy("AB".contains) }
    #expect(oneSided == ["AAAAA", "AAAAB"])
    let twoSidedBasic = legal.filter { !$0.contains("N") && !oneSided.contains($0) }
    #expect(twoSidedBasic.count == 34)
    #expect(legal.contains("NNNNN"))
    for first in ["ABCDE", "ACDEE", "AAACD", "BCDEE", "CDEEE", "DEEEE", "EEEEE", "AAAAE"] {
      #expect(legal.contains(first))
    }
  }

  @Test func `its revenue makes no difference from 2024 on`() throws {
    #expect(try legalPaths(applicant()) == legalPaths(applicant(lowRevenue: false)))
  }

  @Test(arguments: [2024, 2025, 2026, 2027, 2029])
  func `an experienced ACO may sign Level E or ENHANCED, for every year`(start: Int) throws {
    #expect(try legalPaths(applicant(start: start, experienced: true)) == ["EEEEE", "NNNNN"])
  }

  @Test func `a second glide path from 2027 is closed`() throws {
    #expect(try legalPaths(applicant(number: 2, glidePaths: 1)) == ["EEEEE", "NNNNN"])
  }

  @Test func `a second glide path of 2025 is open, without staying in Level A`() throws {
    let legal = try legalPaths(applicant(start: 2025, number: 2, glidePaths: 1))
    #expect(legal.contains("ABCDE"))
    #expect(!legal.contains { $0.hasPrefix("AA") })
    #expect(legal.allSatisfy { path in path.count { "AB".contains($0) } <= 2 })
    #expect(legal.count == 17)
  }

  @Test func `a formerly two-sided ACO signs only two-sided years`() throws {
    let legal = try legalPaths(applicant(start: 2026, number: 2, formerlyTwoSided: true))
    #expect(legal == ["CDEEE", "CEEEE", "DEEEE", "EEEEE", "NNNNN"])
  }

  @Test func `a one-sided year after a two-sided one`() throws {
    #expect(
      try refusal("CBCDE", applicant())
        == "Year 2 is one-sided (Level B) after a two-sided year (Level C); an ACO never returns "
        + "to a one-sided model. (42 CFR 425.226(a))")
  }

  @Test func `a return to a one-sided model is said before anything else`() throws {
    #expect(
      try refusal("EDCBA", applicant(experienced: true))
        == "Year 4 is one-sided (Level B) after a two-sided year (Level C); an ACO never returns "
        + "to a one-sided model. (42 CFR 425.226(a))")
  }

  @Test func `levels never fall`() throws {
    #expect(
      try refusal("CDEED", applicant())
        == "Year 5 is Level D after Level E; levels never fall. (42 CFR 425.226(a))")
    #expect(
      try refusal("BABCD", applicant())
        == "Year 2 is Level A after Level B; levels never fall. (42 CFR 425.226(a))")
  }

  @Test func `an agreement has five years`() throws {
    #expect(
      try refusal("ABCD", applicant())
        == "An agreement has 5 performance years; this option names 4. (42 CFR 425.200)")
    #expect(
      try refusal("", applicant())
        == "An agreement has 5 performance years; this option names 0. (42 CFR 425.200)")
  }

  @Test func `BASIC and ENHANCED are not mixed`() throws {
    #expect(
      try refusal("AANNN", applicant())
        == "BASIC and ENHANCED cannot be mixed in one agreement; moving to ENHANCED means ending "
        + "this agreement and signing a new one. (42 CFR 425.226(a))")
  }

  @Test func `Level B is not held`() throws {
    #expect(
      try refusal("ABBCD", applicant())
        == "Year 3 holds Level B; an ACO advances at least one level each year, and may elect to "
        + "stay only in Level A. (42 CFR 425.600(a)(4)(i)(C)(3))")
    for held in ["BBBBB", "CCCCC", "DDDDD", "ABCCD", "ABCDD"] {
      #expect(try refusal(held, applicant()) != nil)
    }
  }

  @Test func `an experienced ACO at Level A`() throws {
    #expect(
      try refusal("ABCDE", applicant(experienced: true))
        == "An experienced ACO may sign only Level E or ENHANCED, for every year of the "
        + "agreement. (42 CFR 425.600(g)(2))")
  }

  @Test func `a formerly two-sided ACO at Level B`() throws {
    #expect(
      try refusal("BCDEE", applicant(formerlyTwoSided: true))
        == "Year 1 is one-sided (Level B); an ACO that was in a two-sided model may sign only "
        + "two-sided years. (42 CFR 425.224(a)(4))")
  }

  @Test func `another glide path in 2027`() throws {
    #expect(
      try refusal("CDEEE", applicant(number: 2, glidePaths: 1))
        == "The glide path is open in one agreement only, and this ACO has had 1; it may sign "
        + "Level E or ENHANCED for every year. (42 CFR 425.600(g)(1))")
    #expect(
      try refusal("ABCDE", applicant(start: 2025, number: 3, glidePaths: 2))
        == "The glide path is open in 2 agreements only, and this ACO has had 2; it may sign "
        + "Level E or ENHANCED for every year. (42 CFR 425.600(g)(1)(i)-(iii))")
  }

  @Test func `staying in Level A in a second glide path`() throws {
    #expect(
      try refusal("AAAAA", applicant(start: 2025, number: 2, glidePaths: 1))
        == "Year 2 holds Level A; only an ACO in its first glide-path agreement may elect to "
        + "stay, and this one has had 1. (42 CFR 425.600(a)(4)(i)(C)(3))")
  }

  @Test func `before 2024 an experienced high-revenue ACO signs ENHANCED only`() throws {
    let high = applicant(start: 2022, experienced: true, lowRevenue: false)
    #expect(try legalPaths(high) == ["NNNNN"])
    #expect(
      try refusal("EEEEE", high)
        == "An experienced high-revenue ACO may sign only ENHANCED. (42 CFR 425.600(d))")
    #expect(try legalPaths(applicant(start: 2022, experienced: true)) == ["EEEEE", "NNNNN"])
  }

  @Test func `before 2024 two BASIC agreements are the most`() throws {
    #expect(
      try refusal("EEEEE", applicant(start: 2023, number: 3, glidePaths: 2))
        == "An ACO that has had 2 BASIC agreements may sign only ENHANCED; 2 are allowed. "
        + "(42 CFR 425.600(d))")
  }

  @Test func `before 2024 staying began with performance year 2023, in Level A or B`() throws {
    let early = applicant(start: 2021)
    #expect(try refusal("ABBBB", early) == nil)
    #expect(
      try refusal("AABCD", early)
        == "Year 2 holds Level A in 2022; the election to stay could first be made for 2023. "
        + "(42 CFR 425.600(a)(4)(i)(B)(2)(vi))")
    #expect(try refusal("AAAAA", applicant(start: 2022)) == nil)
    #expect(try refusal("BBBBB", applicant(start: 2022)) == nil)
    #expect(try refusal("BBBBB", applicant(start: 2023)) == nil)
    #expect(
      try refusal("BCCDE", applicant(start: 2022))
        == "Year 3 holds Level C; an ACO advances at least one level each year, and may elect to "
        + "stay only in Level A or B. (42 CFR 425.600(a)(4)(i)(B)(2)(vi)-(vii))")
  }

  @Test func `agreements from before July 2019 have no rules here`() {
    #expect(throws: NotInForce.self) { try refusal("EEEEE", applicant(start: 2018)) }
  }

  @Test(arguments: agreements)
  func `ENHANCED is open to everyone`(start: Day) throws {
    for experienced in [false, true] {
      for lowRevenue in [false, true] {
        for count in 0...3 {
          let anyone = Applicant(
            agreementStart: start, agreementNumber: count + 1, experienced: experienced,
            formerlyTwoSided: count > 0, glidePathAgreements: count, lowRevenue: lowRevenue)
          let option = ParticipationOption.held(.enhanced)
          #expect(try Rulebook.current().refusal(of: option, for: anyone) == nil)
        }
      }
    }
  }
}
