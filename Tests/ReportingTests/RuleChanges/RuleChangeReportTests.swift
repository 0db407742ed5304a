import Foundation
import Testing

@testable import Reporting

@Suite struct RuleChangeReportTests {
  /// One rule moves the second option, one nothing.
  static let sample = SampleRuleChange(steps: [
    ("basic-level-e.maximumSharingRate", [0, 250_000, 0]), ("advanced-apm", [0, 0, 0]),
  ])

  private func names() throws -> [String] {
    try Self.sample.make().before.outlooks.map(\.option.title)
  }

  // MARK: - Headlines

  @Test func `where no rule differs it says so`() throws {
    let report = try SampleRuleChange().report(("cfr", "cfr"))
    #expect(
      report.headline.sentence
        == "No rule differs between cfr and cfr: every payment stays as it is.")
    #expect(!report.text.contains("The rules that differ"))
  }

  @Test func `one option that moves is named with its change and error`() throws {
    #expect(
      try Self.sample.report().headline.sentence
        == "Only \(names()[1]) moves: its mean five-year net is $250,000 higher under "
        + "cy2027Proposed than under cfr (± $1,000).")
  }

  @Test func `the option that moves most is named, also where it loses`() throws {
    var sample = Self.sample
    sample.steps[0].means = [100_000, -250_000, 0]
    #expect(
      try sample.report(("2024", "2027"), isHeld: true).headline.sentence
        == "As simulated, \(names()[1]) moves most: its mean five-year net is $250,000 lower "
        + "under the rules of 2027 than under the rules of 2024 (± $1,000).")
  }

  @Test func `options that move alike are named together`() throws {
    var sample = Self.sample
    sample.steps[0].means = [250_000, 250_000, 10_000]
    #expect(
      try sample.report().headline.sentence
        == "As simulated, \(names()[0]) and \(names()[1]) move most: each mean five-year net is "
        + "$250,000 higher under cy2027Proposed than under cfr (± $1,000).")
  }

  @Test func `a change within twice its error is none to speak of`() throws {
    var sample = Self.sample
    sample.error = 125_000
    #expect(
      try sample.report().headline.sentence
        == "No option's mean five-year net changes by more than twice its own simulation error.")
    sample.error = 124_999
    #expect(try sample.report().headline.sentence.hasPrefix("Only"))
  }

  @Test func `rules that move nothing, and changes that cancel`() throws {
    var sample = Self.sample
    sample.steps[0].means = [0, 0, 0]
    #expect(
      try sample.report().headline.sentence
        == "None of the 2 rules that differ moves an option of this scenario by a cent.")
    sample.steps.removeLast()
    #expect(
      try sample.report().headline.sentence
        == "The one rule that differs moves no option of this scenario by a cent.")
    sample.steps = [("a.b", [5, 0, 0]), ("c.d", [-5, 0, 0])]
    #expect(
      try sample.report().headline.sentence
        == "Single changes move options of this scenario; all of them together move none by a cent."
    )
  }

  // MARK: - The choice

  private func choice(_ sample: SampleRuleChange) throws -> [String] {
    try sample.report().choice.map(\.sentence)
  }

  @Test func `a choice that stays, changes, or cannot be told`() throws {
    let names = try names()
    #expect(
      try choice(Self.sample) == [
        "The choice stays: of the options listed, \(names[2]) has the highest mean five-year net "
          + "under both."
      ])
    var sample = Self.sample
    sample.after.means = [1_200_000, 2_900_000, 2_600_000]
    #expect(
      try choice(sample) == [
        "The choice changes: of the options listed, the highest mean five-year net is that of "
          + "\(names[2]) under cfr, and that of \(names[1]) under cy2027Proposed. Under "
          + "cy2027Proposed \(names[1]) then has $300,000 more than \(names[2]) on average "
          + "(± $3,000)."
      ])
    sample.after.means = [1_200_000, 2_605_000, 2_600_000]
    #expect(
      try choice(sample) == [
        "Whether the choice changes cannot be told: of the options listed, the highest mean "
          + "five-year net is that of \(names[2]) under cfr, and that of \(names[1]) and "
          + "\(names[2]) (which cannot be told apart) under cy2027Proposed."
      ])
  }

  @Test func `an option that may be signed under one side only is said`() throws {
    var sample = Self.sample
    sample.after.options[0].whatIf = "No more (42 CFR 425.600)."
    #expect(
      try choice(sample).last
        == "\(names()[0]) can be signed under cfr and not under cy2027Proposed. No more "
        + "(42 CFR 425.600).")
    for option in 0..<3 { sample.after.options[option].whatIf = "No more (42 CFR 425.600)." }
    #expect(
      try choice(sample).first == "None of the options listed can be signed under cy2027Proposed.")
  }

  @Test func `the best of all paths, and what keeping the old one costs`() throws {
    var sample = Self.sample
    sample.paths = (SamplePaths(), SamplePaths())
    sample.keeping = 0
    #expect(
      try choice(sample)[1].hasPrefix(
        "Of 12 elections tried under the one and 12 elections under the other, ENHANCED at 0% "
          + "has the highest mean under both: "))
    sample.paths?.after.means[0] = 3e6
    sample.paths?.after.best = 0
    sample.keeping = -400_000
    #expect(
      try choice(sample)[1].hasSuffix(
        " Under cy2027Proposed ENHANCED at 0% has $400,000 less than Level E at 0% on average "
          + "(± $1,000)."))
    sample.keeping = -2_000
    #expect(
      try choice(sample)[1].hasSuffix(" Under cy2027Proposed the two cannot be told apart."))
    sample.keeping = nil
    #expect(
      try choice(sample)[1].hasSuffix(" Under cy2027Proposed ENHANCED at 0% may not be signed."))
  }

  // MARK: - Rules nobody signs under

  @Test func `every block of the popular summary begins with the banner`() throws {
    var sample = Self.sample
    sample.paths = (SamplePaths(), SamplePaths())
    for editions in [(["popularSummary"], ["cy2027Proposed"]), ([], ["popularSummary"])] {
      (sample.beforeEditions, sample.afterEditions) = editions
      let report = try sample.report(("one", "other"))
      let blocks = report.text.components(separatedBy: "\n\n")
      #expect(blocks.count >= 6)
      for block in blocks {
        #expect(block.hasPrefix("NOT THE REGULATION: figures of popular summaries"), "\(block)")
      }
      #expect(report.text.contains("No option is named to sign"))
      for word in ["highest", "best", "choice", "ENHANCED at"] {
        #expect(!report.text.contains(word), "\(word)")
        #expect(!report.json.replacing("\"choice\": null", with: "").contains(word), "\(word)")
      }
      #expect(report.json.contains("NOT THE REGULATION"))
      #expect(report.json.contains("\"choice\": null"))
    }
  }

  @Test func `without the guardrail no option is named either`() throws {
    var sample = Self.sample
    sample.afterEditions = ["withoutGuardrail"]
    let text = try sample.report(("cfr", "withoutGuardrail")).text
    #expect(text.contains("No option is named to sign"))
    #expect(
      text.components(separatedBy: "\n\n").allSatisfy { $0.hasPrefix("WHAT IF: the guardrail") })
    #expect(!RuleChangeReport.mayRecommend(under: ["withoutGuardrail"]))
    #expect(!RuleChangeReport.mayRecommend(under: ["popularSummary"]))
    #expect(RuleChangeReport.mayRecommend(under: ["cy2027Proposed"]))
  }

  // MARK: - Tables

  @Test func `the waterfall runs from one mean to the other and skips what moves nothing`() throws {
    var sample = Self.sample
    sample.steps.append(("benchmark.priorSavings", [0, -50_000, 0]))
    sample.after.means = [1_200_000, 2_200_000, 2_600_000]
    let report = try sample.report()
    let table = try #require(report.waterfalls.first)
    #expect(report.waterfalls.count == 1)
    #expect(report.unmoved == [0, 2])
    #expect(
      table.rows.map(\.cells) == [
        ["under cfr", "2.00", "± 0.0050", "", ""],
        ["1 basic-level-e.maximumSharingRate", "+0.250", "± 0.0010", "+0.250", "± 0.0010"],
        ["3 benchmark.priorSavings", "−0.050", "± 0.0010", "−0.050", "± 0.0010"],
        ["the whole change", "+0.200", "± 0.0010", "", ""],
        ["under cy2027Proposed", "2.20", "± 0.0050", "", ""],
      ])
  }

  @Test func `every rule is listed, and one that moves nothing says so in a line`() throws {
    let report = try Self.sample.report()
    let name = try names()[1]
    #expect(
      report.ruleLines == [
        "1 basic-level-e.maximumSharingRate: maximumSharingRate.part not in force → not in force. "
          + "Moves \(name).",
        "2 advanced-apm: part not in force → not in force. Moves nothing here: no term of any "
          + "option's settlement changes.",
      ])
    #expect(report.text.contains("\n2 advanced-apm: "))
  }

  @Test func `no line is wider than a terminal`() throws {
    var sample = Self.sample
    sample.afterEditions = ["popularSummary", "withoutGuardrail"]
    for line in try sample.report().text.split(separator: "\n") {
      #expect(TerminalWidth.of(String(line)) <= 80, "\(line)")
    }
  }

  @Test func `JSON holds each step by option`() throws {
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(Self.sample.report().json.utf8))
        as? [String: Any])
    let options = try #require(object["options"] as? [[String: Any]])
    #expect(options.count == 3)
    let steps = try #require(options[1]["steps"] as? [[String: Any]])
    let inOrder = try #require(steps[0]["inOrder"] as? [String: Any])
    let mean = try #require(inOrder["mean"] as? [String: Double])
    #expect(mean == ["value": 250_000, "standardError": 1_000])
    let changes = try #require(object["changes"] as? [[String: Any]])
    #expect(changes.map { $0["movesAnything"] as? Bool } == [true, false])
  }
}
