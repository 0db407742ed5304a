import Regulation
import Testing

@testable import Scenarios

@Suite struct ParticipationTests {
  private func file(_ facts: String, number: Int = 1) throws -> String {
    try Examples.least("number: 1\n", "number: \(number)\n" + facts)
  }

  private func whatIfs(_ yaml: String) throws -> [String] {
    try Examples.read(yaml).agreement.options.filter { $0.whatIf != nil }.map(\.option.name)
  }

  @Test func `left out, the seven options are settled and those nobody can hold are what-ifs`()
    throws
  {
    let options = try Examples.read(Examples.least).agreement.options
    #expect(options.map(\.option) == ParticipationOption.standard)
    #expect(try whatIfs(Examples.least) == ["levelB", "levelC", "levelD"])
    #expect(
      options[1].whatIf
        == "Year 2 holds Level B; an ACO advances at least one level each year, and may elect to "
        + "stay only in Level A (42 CFR 425.600(a)(4)(i)(C)(3)).")
  }

  @Test func `of the seven, an experienced ACO can sign Level E and ENHANCED`() throws {
    let names = try whatIfs(try file("  experienced: true\n"))
    #expect(names == ["levelA", "levelB", "levelC", "levelD", "glidePath"])
  }

  @Test func `levels B, C and D asked for by name are what-ifs`() throws {
    #expect(try whatIfs(try file("  options: [levelD, levelB]\n")) == ["levelD", "levelB"])
  }

  @Test func `any other path that cannot be signed is refused where it is asked for`() throws {
    #expect(
      try Examples.problems(try file("  formerlyTwoSided: true\n  options: [levelE, glidePath]\n"))
        == [
          "x.yaml:8:21: agreement.options is glidePath. Year 1 is one-sided (Level A); an ACO that "
            + "was in a two-sided model may sign only two-sided years (42 CFR 425.224(a)(4)). "
            + "Choose a path the ACO may sign, or write {name: glidePath, whatIf: true} to settle "
            + "it all the same."
        ])
  }

  @Test func `asked for as a what-if, it is settled and says why it cannot be signed`() throws {
    let text = try file("  experienced: true\n  options: [{name: levelA, whatIf: true}]\n")
    let option = try #require(try Examples.read(text).agreement.options.first)
    #expect(option.option == .held(.basic(.a)))
    #expect(
      option.whatIf
        == "An experienced ACO may sign only Level E or ENHANCED, for every year of the agreement "
        + "(42 CFR 425.600(g)(2)).")
  }

  @Test func `a path that can be signed is none, whatever the file asks`() throws {
    let text = try file("  options: [{name: levelA, whatIf: true}]\n")
    #expect(try whatIfs(text) == [])
  }

  @Test func `a second agreement from 2027 has no glide path`() throws {
    let text = try file("  glidePathAgreements: 1\n  options: [levelE, glidePath]\n", number: 2)
    let problems = try Examples.problems(text)
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("x.yaml:8:21: agreement.options is glidePath.") == true)
  }

  @Test func `low revenue is below 35 percent of expenditure, and decided before 2024`() throws {
    // 90 × 92,000 + 1,610 × 12,900 + 1,100 × 18,400 + 8,900 × 11,300 = 149,859,000 dollars.
    func problems(_ revenue: Int) throws -> [String] {
      let text = try file("  experienced: true\n  options: [levelE]\n")
        .replacingOccurrences(of: "2027-01-01", with: "2023-01-01")
        .replacingOccurrences(of: "64_000_000", with: "\(revenue)")
      return try Examples.problems(text)
    }
    #expect(try problems(52_450_000) == [])
    #expect(try problems(52_460_000).first?.contains("may sign only ENHANCED") == true)
  }

  @Test func `a name of one's own needs its years and a standard name has them`() throws {
    #expect(
      try Examples.problems(try file("  options: [{name: levelF}]\n")).first?
        .contains("agreement.options.years is missing. Did you mean level") == true)
    let held = "[levelA, levelA, levelA, levelA, levelA]"
    #expect(
      try Examples.problems(try file("  options: [{name: levelA, years: \(held)}]\n"))
        == [
          "x.yaml:7:35: agreement.options.years is given for levelA, which has its own. Allowed: "
            + "years for a name of your own. Choose another name, or leave years out."
        ])
    let own = try Examples.read(try file("  options: [{name: stay, years: \(held)}]\n"))
    #expect(own.agreement.options.first?.option.title == "stay")
  }

  @Test(arguments: ["7up", "two words", "naïve", "a/b"])
  func `an option's name is a word`(name: String) throws {
    let held = "[levelA, levelA, levelA, levelA, levelA]"
    let problems = try Examples.problems(
      try file("  options: [{name: \(name), years: \(held)}]\n"))
    #expect(problems.count == 1)
    #expect(problems.first?.contains("agreement.options.name is \(name). Allowed: a word") == true)
  }

  @Test func `an early renewal is a path of its own, and its reading is named as ours`() throws {
    let years = "[levelA, levelB, enhanced, enhanced, enhanced]"
    let scenario = try Examples.read(
      try file("  options: [{name: leap, years: \(years), renewsIn: 3}]\n"))
    let option = try #require(scenario.agreement.options.first)
    #expect(option.option.renewsIn == 3)
    #expect(option.whatIf == nil)
    let entry = try #require(
      scenario.provenance.first { $0.key == "agreement.options.leap.renewsIn" })
    #expect(entry.status == .assumed)
    #expect(entry.value == "3")
    #expect(entry.source.hasPrefix("our reading of 42 CFR 425.224, 425.20 (renewing ACO)"))
  }

  @Test func `a renewal in another year is refused even as a what-if`() throws {
    let years = "[levelA, levelB, enhanced, enhanced, enhanced]"
    let problems = try Examples.problems(
      try file("  options: [{name: leap, years: \(years), renewsIn: 2, whatIf: true}]\n"))
    #expect(problems.count == 1)
    #expect(problems.first?.contains("agreement.options.renewsIn is 2. Allowed: the first") == true)
    let standard = try Examples.problems(try file("  options: [{name: levelE, renewsIn: 2}]\n"))
    #expect(standard.count == 1)
  }

  @Test func `an empty list of options is refused`() throws {
    #expect(try Examples.problems(try file("  options: []\n")).count == 1)
  }
}
