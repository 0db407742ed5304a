import Foundation
import Testing

/// What is wrong with a command line is told all at once.
@Suite struct MisuseTests {
  @Test(arguments: [
    (
      [
        "project", FrontDoorTests.example, "--trials", "5", "--workers", "0",
        "--checkpoint-every=-1", "--precision", "90%", "--until-decided", "10%", "--keep-trials",
        "--output", "",
      ],
      [
        "--trials is 5. Allowed: 100 through 10,000,000.",
        "--workers is 0. Allowed: 1 through 1024.",
        "--checkpoint-every is -1.0. Allowed: 0 through 86,400 seconds.",
        "--precision is 90%. Allowed: 0.1% through 50%, or as a fraction 0.001 through 0.5. Write 1% "
          + "for one percent.",
        "--until-decided is 10%. Allowed: 50% through 99.99%, or as a fraction 0.5 through 0.9999. "
          + "Write 99% for ninety-nine percent.",
        "--output is empty. Allowed: the name of a folder.",
        "--keep-trials cannot be had with --precision and --until-decided. Allowed: with a number of "
          + "trials. Give --trials the number at which the run ended without it.",
      ]
    ),
    (
      ["shard", "--of", "0", "--workers", "2000"],
      [
        "--workers is 2000. Allowed: 1 through 1024.", "--of is 0. Allowed: 1 through 100,000.",
        "The scenario file is missing. Name one, or give --template.",
        "--output is missing. Allowed: the name of a file. Give --output.",
      ]
    ),
    (
      ["explain", FrontDoorTests.example, "--percentile", "101", "--trial", "-1"],
      [
        "Give either --trial or --percentile.", "--trial is -1. Allowed: 0 through 4,294,967,294.",
        "--percentile is 101.0. Allowed: 0 through 100.",
      ]
    ),
    (
      ["portfolio", "--output", "", "--trials", "1"],
      [
        "--trials is 1. Allowed: 100 through 10,000,000.",
        "Neither a folder nor --public-use-file is given. Allowed: one of them.",
        "--output is empty. Allowed: the name of a folder.",
      ]
    ),
    (
      ["compare", FrontDoorTests.example, "--output", "", "--workers", "0"],
      [
        "--workers is 0. Allowed: 1 through 1024.",
        "1 scenario file is given. Allowed: two to twelve.",
        "--output is empty. Allowed: the name of a folder.",
      ]
    ),
    (
      ["backtest", "nowhere", "--targets", "0", "--trials", "99", "--record", ""],
      [
        "--targets is 0. Allowed: 1 through 100.",
        "--trials is 99. Allowed: 100 through 1,000,000.",
        "--record is empty. Allowed: the name of a file.",
      ]
    ),
  ])
  func `all of it is told at once`(arguments: [String], sentences: [String]) throws {
    let run = try Command.run(arguments)
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.faults.map(String.init).sorted() == sentences.map { "Error: \($0)" }.sorted())
  }

  @Test func `faults of every case file are told, and nothing is settled`() throws {
    try inTemporaryFolder { folder in
      try Data("format: 1\n".utf8).write(to: folder.appending(path: "one.yaml"))
      let good = Command.root.appending(path: "Scenarios/cases/loss-at-level-e.yaml").path
      let run = try Command.run("settle", "one.yaml", good, "nowhere.yaml", in: folder)
      #expect(run.status == 65 && run.output.isEmpty)
      #expect(run.errors.contains("one.yaml:") && run.errors.contains("nowhere.yaml:"))
    }
  }

  @Test func `what parts of a portfolio cannot be merged into is refused`() throws {
    try inTemporaryFolder { folder in
      let scenario = Command.root.appending(path: FrontDoorTests.example)
      try FileManager.default.createDirectory(
        at: folder.appending(path: "many"), withIntermediateDirectories: false)
      try FileManager.default.copyItem(at: scenario, to: folder.appending(path: "many/a.yaml"))
      let part = try Command.run(
        "portfolio", "many", "--trials", "200", "--of", "1", "--index", "0", "--output", "part",
        "--quiet", in: folder)
      #expect(part.status == 0, "\(part.errors)")
      let run = try Command.run("merge", "part", "--json", "--scenarios", "x", in: folder)
      #expect(run.status == 64)
      #expect(
        run.errors
          == "Error: --json and --scenarios cannot be had with parts of a portfolio. Allowed: with "
          + "parts of one scenario. Leave it out.\n")
    }
  }

  @Test(arguments: ["-1", "18446744073709551616", "1_000", "1e3", "٣"])
  func `a seed is a whole number`(text: String) throws {
    let run = try Command.run("project", FrontDoorTests.example, "--seed=\(text)")
    #expect(run.status == 64)
    let said = String(run.faults.first ?? "")
    let expected =
      "Error: The value '\(text)' is invalid for '--seed <seed>': Allowed: 0 through "
      + "18446744073709551615, in digits."
    #expect(said == expected)
  }
}
