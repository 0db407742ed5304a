import Foundation
import Testing

@Suite struct StoppingCommandTests {
  static let example = "Scenarios/rural-first-agreement.yaml"
  static let report = "rural-first-agreement"

  /// Two rounds or more, at most 20,000 trials: half of what the first look knows.
  static let rule = ["--precision", "8%", "--until-decided", "0.99", "--trials", "20000"]

  private static func project(_ arguments: [String], in folder: URL) throws -> Command {
    try Command.run(["project", example, "--output", folder.path] + arguments)
  }

  private static func trials(of folder: URL) throws -> String {
    let manifest = folder.appending(path: "\(report)/run.json")
    let text = try String(contentsOf: manifest, encoding: .utf8)
    return String(try #require(text.firstMatch(of: /"trials": (\d+)/)).1)
  }

  private static func file(_ name: String, of folder: URL) throws -> String {
    try String(contentsOf: folder.appending(path: "\(report)/\(name)"), encoding: .utf8)
  }

  @Test func `what is no share is refused in one sentence`() throws {
    func says(_ option: String, _ value: String) throws -> String {
      let run = try Command.run("project", Self.example, "\(option)=\(value)")
      #expect(run.status == 64)
      return String(run.errors.prefix { $0 != "\n" })
    }
    for value in ["0", "-1", "101%", "1", "nan", "abc", "1e-2", "50.1%", "0.0009", "1%%", "٪1"] {
      #expect(
        try says("--precision", value)
          == "Error: --precision is \(value). Allowed: 0.1% through 50%, or as a fraction 0.001 through "
          + "0.5. Write 1% for one percent.")
    }
    for value in ["0", "-1", "101%", "1", "nan", "abc", "100%", "49%", "99"] {
      #expect(
        try says("--until-decided", value)
          == "Error: --until-decided is \(value). Allowed: 50% through 99.99%, or as a fraction 0.5 "
          + "through 0.9999. Write 99% for ninety-nine percent.")
    }
  }

  @Test func `what cannot be had together is refused in one sentence`() throws {
    func says(_ arguments: [String]) throws -> String {
      let run = try Command.run(["project", Self.example] + arguments)
      #expect(run.status == 64)
      return String(run.errors.prefix { $0 != "\n" })
    }
    #expect(
      try says(["--precision", "1%", "--keep-trials"])
        == "Error: --keep-trials cannot be had with --precision. Allowed: with a number of trials. Give "
        + "--trials the number at which the run ended without it.")
    #expect(
      try says(["--until-decided", "99%", "--engine", "slurm"])
        == "Error: --until-decided cannot be had with --engine slurm. Allowed: on one machine. Leave out "
        + "one or the other.")
  }

  @Test func `the figures are those of as many trials, and verify runs the rule again`() throws {
    try inTemporaryFolder { folder in
      let ruled = folder.appending(path: "ruled")
      let run = try Self.project(Self.rule, in: ruled)
      #expect(run.status == 0, "\(run.errors)")
      let trials = try Self.trials(of: ruled)
      #expect(trials != "4096")
      #expect(run.output.contains("every headline figure is known to 8%"))
      #expect(run.errors.hasPrefix("Simulated \(trials) trials in "), "\(run.errors)")
      #expect(run.errors.hasSuffix(" seconds.\n") && run.errors.contains(" rounds, "))
      let given = folder.appending(path: "given")
      #expect(try Self.project(["--trials", trials, "--quiet"], in: given).status == 0)
      #expect(try Self.file("outcomes.csv", of: ruled) == Self.file("outcomes.csv", of: given))
      func checksum(_ run: URL) throws -> String {
        let line = try Self.file("run.json", of: run).split(separator: "\n")
          .first { $0.contains("paymentsChecksum") }
        return String(try #require(line))
      }
      #expect(try checksum(ruled) == checksum(given))
      let path = ruled.appending(path: Self.report).path
      let green = try Command.run("verify", path, "--workers", "3")
      #expect(green.status == 0, "\(green.output)")
      // Half as well known would have been enough at the first look.
      let manifest = ruled.appending(path: "\(Self.report)/run.json")
      try Self.file("run.json", of: ruled)
        .replacing("\"precision\": 0.08", with: "\"precision\": 0.25")
        .write(to: manifest, atomically: true, encoding: .utf8)
      let red = try Command.run("verify", path)
      #expect(red.status == 1)
      let said = "trials; by its rule it ends after 4,096."
      #expect(red.output.contains(said), "\(red.output)")
    }
  }

  @Test func `what cannot be decided is said by name, and is no failure`() throws {
    try inTemporaryFolder { folder in
      let run = try Command.run(
        "project", "Scenarios/renewing-aco.yaml", "--output", folder.path, "--until-decided",
        "99.99%",
        "--trials", "100")
      #expect(run.status == 0, "\(run.errors)")
      let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(
        text.contains(
          /Which option is best is NOT decided with 99\.99% confidence after 100 trials: the mean net of \w.+ less that of \w.+ is .+, between .+ and .+; at this rate some [\d,]+ trials would tell\./
        ), "\(text)")
      let manifest = try String(
        contentsOf: folder.appending(path: "renewing-aco/run.json"), encoding: .utf8)
      #expect(manifest.contains("\"reached\": false"))
    }
  }

  @Test func `after kill -9 the same rule goes on to the same report, another begins anew`() throws
  {
    try inTemporaryFolder { folder in
      let arguments =
        ["project", Self.example, "--quiet", "--checkpoint-every", "0", "--output", folder.path]
        + ["--precision", "0.1%", "--trials", "60000"]
      let checkpoint = folder.appending(path: "\(Self.report)/.glidepath-checkpoint")
      #expect(try CheckpointTests.kill(arguments, 0.05, after: checkpoint))
      let kept = try Data(contentsOf: checkpoint)
      let again = try Command.run(arguments)
      #expect(again.status == 0 && again.errors.isEmpty, "\(again.errors)")
      #expect(!FileManager.default.fileExists(atPath: checkpoint.path))
      let resumed = try ShardCommandTests.contents(of: folder)
      let fresh = folder.appending(path: "fresh")
      #expect(
        try Command.run(arguments.dropLast(4) + ["--output", fresh.path] + arguments.suffix(4))
          .status == 0)
      #expect(try ShardCommandTests.contents(of: fresh) == resumed)
      try kept.write(to: checkpoint)
      let other = try Command.run(
        arguments.dropLast(4) + ["--precision", "40%", "--trials", "60000"])
      #expect(other.status == 0)
      #expect(
        other.errors
          == "\(checkpoint.path) is not used: it is of stopping rule precision 0.001, not precision 0.4. "
          + "Simulating from the first trial.\n")
      #expect(try Self.trials(of: folder) == "4096")
    }
  }
}
