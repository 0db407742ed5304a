import Foundation
import Testing

@Suite struct RulesDiffCommandTests {
  private static let scenario = FrontDoorTests.example

  private func diff(_ arguments: String...) throws -> Command {
    try Command.run(["rules", "diff"] + arguments)
  }

  @Test func `a proposal is priced rule by rule`() throws {
    let run = try diff(
      "cfr", "cy2027Proposed", "--scenario", Self.scenario, "--trials", "1000")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("\n1 basic-level-e.maximumSharingRate"))
    #expect(run.output.contains("Level E: mean five-year net"))
    #expect(run.output.contains("1,000 trials, seed "))
    #expect(run.output.contains("Moves nothing here"))
    #expect(
      run.output.components(separatedBy: "\n\n").allSatisfy { $0.hasPrefix("PROPOSED RULES") })
  }

  /// The lines of README's example, of the shipped scenario over its own trials.
  @Test func `what README shows is what it prints`() throws {
    let readme = try String(contentsOf: Command.root.appending(path: "README.md"), encoding: .utf8)
    let start = try #require(readme.range(of: "Level E: mean five-year net, $ million\n"))
    let end = try #require(readme.range(of: "\n```", range: start.lowerBound..<readme.endIndex))
    let shown = String(readme[start.lowerBound..<end.lowerBound])
    let run = try diff("cfr", "cy2027Proposed", "--scenario", Self.scenario)
    #expect(run.status == 0 && shown.contains("under cy2027Proposed"))
    #expect(run.output.replacing("\u{A0}", with: " ").contains(shown))
  }

  @Test func `the same bytes on one worker and on seven`() throws {
    let runs = try ["1", "7"].map { workers in
      try diff(
        "cfr", "cy2027Proposed", "--scenario", Self.scenario, "--trials", "2500", "--workers",
        workers, "--json")
    }
    #expect(runs[0].status == 0 && runs[0].output.count > 1000)
    #expect(runs[0].output == runs[1].output)
  }

  @Test func `the popular summary prices no recommendation`() throws {
    for form in [[], ["--json"]] {
      let run = try Command.run(
        ["rules", "diff", "cfr", "popularSummary", "--scenario", Self.scenario, "--trials", "500"]
          + form)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains("NOT THE REGULATION"))
      #expect(!run.output.contains("highest mean"))
      if form.isEmpty {
        #expect(
          run.output.components(separatedBy: "\n\n").allSatisfy {
            $0.hasPrefix("NOT THE REGULATION")
          })
      }
    }
  }

  @Test func `two performance years are two laws on one agreement`() throws {
    let run = try diff("2024", "2027", "--scenario", Self.scenario, "--trials", "500")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("under the rules of 2024"))
    let same = try diff("2026", "2026", "--scenario", Self.scenario, "--trials", "500")
    #expect(same.output.contains("No rule differs between the rules of 2026 and the rules of 2026"))
  }

  @Test func `cfr against cfr says that no rule differs`() throws {
    let run = try diff("cfr", "regulation", "--scenario", Self.scenario, "--trials", "500")
    #expect(run.status == 0)
    #expect(
      run.output.contains("No rule differs between cfr and regulation: every payment stays as it"))
  }

  @Test func `two editions are told for one track where one is asked`() throws {
    let all = try diff("cfr", "popularSummary")
    let one = try diff("cfr", "popularSummary", "--track", "enhanced")
    #expect(all.status == 0 && one.status == 0)
    #expect(all.output.contains("basic-level-d") && !one.output.contains("basic-level-"))
    #expect(one.output.split(separator: "\n").count > 2)
  }

  @Test func `what cannot be compared is refused in one sentence`() throws {
    let cases: [(arguments: [String], status: Int32, fault: String)] = [
      (
        ["cfr", "cy2028", "--scenario", Self.scenario], 64,
        "Error: There is no edition named cy2028. Allowed: cy2027Proposed, popularSummary, "
          + "withoutGuardrail."
      ),
      (
        ["2026", "cfr", "--scenario", Self.scenario], 64,
        "Error: 2026 and cfr are not alike. Allowed: two performance years, or two editions."
      ),
      (
        ["2026", "2100", "--scenario", Self.scenario], 64,
        "Error: The performance year is 2100. Allowed: 2019 through 2099."
      ),
      (
        ["cfr", "cfr", "--scenario", Self.scenario, "--track", "levelE"], 64,
        "Error: --track is given beside --scenario, whose own options and agreement are settled. "
          + "Leave one of the two."
      ),
      (
        ["cfr", "cy2027Proposed", "--trials", "1000"], 64,
        "Error: --trials is given without --scenario. Name a scenario, or leave it."
      ),
      (
        ["cfr", "cy2027Proposed", "--sampler", "gsl"], 64,
        "Error: --sampler is given without --scenario. Name a scenario, or leave it."
      ),
      (
        ["cfr", "cy2027Proposed", "--agreement-start", "2027-01-01"], 64,
        "Error: --agreement-start is given beside two editions, which are told for agreements of "
          + "every day. Allowed: with two performance years. Leave it out."
      ),
      (
        ["cfr", "cfr", "--scenario", "Scenarios/stress/trend-shock-without-guardrail.yaml"], 65,
        "Scenarios/stress/trend-shock-without-guardrail.yaml: rules.editions is "
          + "[withoutGuardrail]. Allowed: none, since both sets of rules are named on the command "
          + "line. Leave the key out."
      ),
      (
        ["cfr", "cfr", "--scenario", "Scenarios/nowhere.yaml"], 66,
        "Scenarios/nowhere.yaml: there is no such file. Check the path, or write a scenario there."
      ),
    ]
    for refused in cases {
      let run = try Command.run(["rules", "diff"] + refused.arguments)
      #expect(run.status == refused.status, "\(refused.arguments)")
      #expect(run.faults.map(String.init) == [refused.fault], "\(refused.arguments)")
      #expect(run.output.isEmpty)
    }
  }
}
