import Regulation
import Testing

@testable import Scenarios

@Suite struct ExitRuleReadingTests {
  private func file(_ option: String) throws -> String {
    try Examples.least("  number: 1", "  number: 1\n  options: [\(option)]")
  }

  @Test func `an exit rule is read with its option and told as an assumption`() throws {
    let leave = "{by: june30, lossYears: 2, lossBeyond: 500_000, lossBeyondShare: 0.01}"
    let scenario = try Examples.read(
      try file(
        "levelE, {name: guarded, years: [levelE, levelE, levelE, levelE, levelE], leave: \(leave)}")
    )
    let options = scenario.agreement.options.map(\.option)
    #expect(options[0].leave == nil)
    #expect(
      options[1].leave
        == ExitRule(
          by: .june30, lossYears: 2, lossBeyond: Dollars(500_000), lossBeyondShare: Rate(0.01)))
    let told = try #require(
      scenario.provenance.first { $0.key == "agreement.options.guarded.leave" })
    #expect(told.status == .assumed && told.value == leave)
  }

  @Test func `a standard option with a rule says so in its title`() throws {
    let scenario = try Examples.read(
      try file("{name: enhanced, leave: {by: december31, lossBeyond: 0}}"))
    let option = scenario.agreement.options[0].option
    #expect(
      option.title == "ENHANCED, may leave"
        && option.years == ParticipationOption.held(.enhanced).years)
    #expect(option.leave == ExitRule(by: .december31, lossBeyond: .zero))
  }

  @Test(arguments: [
    ("lossYears", "0"), ("lossYears", "4"), ("lossYears", "1.5"), ("lossBeyond", "-1"),
    ("lossBeyondShare", "1.001"),
  ])
  func `each condition has its bounds`(key: String, value: String) throws {
    let problems = try Examples.problems(
      try file("{name: levelE, leave: {by: june30, \(key): \(value)}}"))
    #expect(problems.count == 1)
    #expect(problems[0].contains(" agreement.options.leave.\(key) is \(value). Allowed: "))
  }

  @Test func `the day is asked for`() throws {
    let problems = try Examples.problems(try file("{name: levelE, leave: {lossYears: 2}}"))
    #expect(problems.count == 1)
    #expect(problems[0].contains(" agreement.options.leave.by is missing. The day with which"))
    let bare = try Examples.problems(try file("{name: levelE, leave: june30}"))
    #expect(
      bare.count == 1
        && bare[0].contains(" agreement.options.leave is june30. Allowed: a mapping of by, "))
  }
}
