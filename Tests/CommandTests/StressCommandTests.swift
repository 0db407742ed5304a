import Foundation
import Testing

@Suite struct StressCommandTests {
  static let hospital = "Scenarios/hospital-network.yaml"

  @Test func `every test is told and has its row in every table, in 80 columns`() throws {
    let run = try Command.run("stress", Self.hospital, "--trials", "200")
    #expect(run.status == 0 && run.errors.isEmpty)
    let lines = run.output.split(separator: "\n").map(String.init)
    let library = lines.prefix { !$0.hasPrefix("TORNADO") }
    #expect(library.allSatisfy { $0.count <= 80 } && lines.allSatisfy { $0.count <= 100 })
    for title in ["TORNADO", "WHERE THE CHOICE CHANGES", "REVERSE STRESS"] {
      #expect(lines.contains { $0.hasPrefix(title) }, "\(title)")
    }
    #expect(
      lines[1].hasPrefix("10 stress tests, 1 of the scenario's own, on the same 200 trials"))
    for title in [
      "High churn", "Loss of the largest pra…", "All at once", "Skilled nursing savings…",
    ] {
      // Two tables of means and changes, two of bad cases, one of chances, one of paths.
      #expect(lines.count { $0.hasPrefix(String(title.prefix(23))) } >= 5, "\(title)")
    }
    #expect(run.output.contains("skilledNursingLost"))
    #expect(run.output.contains("Best of 212 paths (200 trials)"))
    #expect(run.output.contains("Source: Illustrative judgement"))
  }

  @Test func `only the tests named are run, in the library's order`() throws {
    let run = try Command.run(
      "stress", Self.hospital, "--trials", "200", "--only", "allAtOnce", "--only", "trendShock",
      "--json")
    #expect(run.status == 0)
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let tests = try #require(object?["stresses"] as? [[String: Any]])
    #expect(tests.map { $0["name"] as? String } == ["trendShock", "allAtOnce"])
    let options = try #require(tests[0]["options"] as? [[String: Any]])
    let calm = try #require(object?["unstressed"] as? [[String: Any]])
    for (option, before) in zip(options, calm) {
      func value(_ option: [String: Any], _ key: String) -> Double? {
        (option[key] as? [String: Any])?["value"] as? Double
      }
      let change = try #require((option["change"] as? [String: Any]))
      let mean = try #require(value(change, "mean"))
      let (after, first) = (
        try #require(value(option, "mean")), try #require(value(before, "mean"))
      )
      #expect(abs(mean - (after - first)) < 0.01)
    }
    let choice = try #require(tests[1]["choice"] as? [String: Any])
    #expect(choice["tried"] as? Int == 212)
    #expect(["stays", "unclear", "changes"].contains(tests[1]["verdict"] as? String))
  }

  @Test func `an unknown test is refused with those there are`() throws {
    let run = try Command.run("stress", Self.hospital, "--only", "trendshock")
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(
      run.faults == [
        "Error: --only is trendshock. Allowed: trendShock, trendShockWithoutGuardrail, highChurn, "
          + "largestPracticeLeaves, qualityFailure, riskScoreCap, pandemicYear, "
          + "pandemicYearWithoutRelief, allAtOnce, skilledNursingLost."
      ])
    #expect(try Command.run("stress", "Scenarios/nowhere.yaml").status == 66)
    #expect(try Command.run("stress", "Scenarios/refused/stress-changes-nothing.yaml").status == 65)
  }

  @Test func `Ctrl-C ends a run with 130`() throws {
    let process = Command.process(["stress", Self.hospital, "--trials", "1000000"])
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: 1)
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
  }
}
