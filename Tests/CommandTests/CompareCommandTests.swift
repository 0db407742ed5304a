import Foundation
import Testing

@Suite struct CompareCommandTests {
  private static let first = FrontDoorTests.example
  private static let second = "Scenarios/renewing-aco.yaml"

  private func compare(_ arguments: String...) throws -> Command {
    try inTemporaryFolder { folder in
      try Command.run(["compare"] + arguments + ["--output", folder.path])
    }
  }

  @Test func `a scenario compared with itself differs by nothing`() throws {
    try inTemporaryFolder { folder in
      let run = try Command.run(
        "compare", Self.first, Self.first, "--trials", "500", "--output", folder.path)
      #expect(run.status == 0, "\(run.errors)")
      let text = run.output.replacing("\n", with: " ")
      #expect(text.contains("give the same five-year net under every option"))
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(names == ["compare-rural-first-agreement-rural-first-agreement"])
      let files = try FileManager.default.contentsOfDirectory(
        atPath: folder.appending(path: names[0]).path)
      #expect(Set(["deck.html", "deck.pptx", "outcomes.csv", "run.json"]).isSubset(of: files))
    }
  }

  @Test func `scenarios of two ACOs are compared, and it is said what they share`() throws {
    let run = try compare(Self.first, Self.second, "--trials", "500", "--seed", "7")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("are of different ACOs and regions"))
    #expect(run.output.contains("What they say otherwise, against rural-first-agreement"))
  }

  @Test func `the same bytes on one worker and on seven`() throws {
    let runs = try ["1", "7"].map {
      try compare(
        Self.first, Self.second, "--trials", "1200", "--seed", "7", "--json", "--workers", $0)
    }
    #expect(runs[0].status == 0 && runs[0].output.count > 1_000)
    #expect(runs[0].output == runs[1].output)
  }

  @Test func `seeds and trials that differ are refused, each with its remedy`() throws {
    try inTemporaryFolder { folder in
      let text = try String(
        contentsOf: Command.root.appending(path: Self.first), encoding: .utf8)
      let other = folder.appending(path: "other.yaml")
      try text.replacing(/(?m)^seed: .*$/, with: "seed: 4")
        .replacing(/(?m)^trials: .*$/, with: "trials: 300")
        .write(to: other, atomically: true, encoding: .utf8)
      let run = try Command.run(
        "compare", Self.first, other.path, "--output", folder.appending(path: "R").path)
      #expect(run.status == 65)
      #expect(
        run.errors.contains(
          "\(other.path): trials is 300. Allowed: "), "\(run.errors)")
      #expect(
        run.errors.contains(
          ", as in \(Self.first), so that both see the same draws. Set them alike with --trials."))
      #expect(run.errors.contains("Set them alike with --seed."))
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "R").path))
    }
  }

  @Test func `one file is no comparison`() throws {
    let run = try compare(Self.first)
    #expect(run.status == 64)
    #expect(run.errors.contains("1 scenario file is given. Allowed: two to twelve."))
  }
}
