import Foundation
import Testing

/// `--sampling`: what it cannot be had with, to the letter.
@Suite struct PointOptionsTests {
  /// The first line on standard error of a command that is refused before anything is written.
  private func refusal(_ arguments: [String]) throws -> String {
    try inTemporaryFolder { folder in
      let output = arguments[0] == "explain" ? [] : ["--output", folder.path + "/out"]
      let run = try Command.run(arguments + output)
      #expect(run.status == 64, "\(arguments)")
      #expect(run.output.isEmpty && names(in: folder).isEmpty)
      return String(run.faults.first ?? "")
    }
  }

  private static let gsl =
    "Error: --sampling is sobol with --sampler gsl, which draws no quantiles. Leave one of them out."
  private static let few =
    "Error: --sampling is sobol with 2047 trials. Allowed: 2,048 through 10,000,000 trials. Give "
    + "--trials 2048 or more."

  @Test(arguments: [
    ["project"], ["shard", "--of", "2", "--index", "0"], ["explain", "--trial", "0"],
  ])
  func `points are refused where they cannot be had`(command: [String]) throws {
    func says(_ sampling: String...) throws -> String {
      try refusal(command + [FrontDoorTests.example, "--sampling"] + sampling)
    }
    #expect(
      try says("halton")
        == "Error: The value 'halton' is invalid for '--sampling <sampling>'. Please provide one of "
        + "'plain' and 'sobol'.")
    #expect(try says("sobol", "--sampler", "gsl") == Self.gsl)
    #expect(try says("sobol", "--trials", "2047") == Self.few)
    // Both at once: the sampler, whatever the trials.
    #expect(try says("sobol", "--trials", "2047", "--sampler", "gsl") == Self.gsl)
  }

  @Test func `too few trials in the scenario itself are refused alike, the fewest are taken`()
    throws
  {
    try inTemporaryFolder { folder in
      let text = try String(
        contentsOf: Command.root.appending(path: FrontDoorTests.example), encoding: .utf8)
      let file = folder.appending(path: "few.yaml")
      for (trials, fault) in [("2047", Self.few + "\n"), ("2048", "")] {
        try Data(text.replacing("trials: 100_000", with: "trials: \(trials)").utf8).write(to: file)
        let run = try Command.run(
          "shard", "few.yaml", "--sampling", "sobol", "--of", "2", "--index", "1", "--output",
          "part-\(trials)", "--quiet", in: folder)
        #expect(run.errors == fault)
        #expect(run.status == (fault.isEmpty ? 0 : 64))
      }
      #expect(names(in: folder) == ["few.yaml", "part-2048"])
    }
  }

  @Test func `points are refused on Slurm, and by what knows none`() throws {
    #expect(
      try refusal(["project", FrontDoorTests.example, "--sampling", "sobol", "--engine", "slurm"])
        == "Error: --sampling sobol cannot be had with --engine slurm. Allowed: on one machine. Leave "
        + "out one or the other.")
    for command in ["portfolio", "compare"] {
      #expect(
        try refusal([command, "Scenarios", "--sampling", "sobol"])
          == "Error: Unknown option '--sampling'. Did you mean '--sampler'?")
    }
  }

  @Test func `a part on points and a plain one are not added up`() throws {
    try inTemporaryFolder { folder in
      for (index, sampling) in [("0", "sobol"), ("1", "plain")] {
        let part = try Command.run(
          "shard", Command.root.appending(path: FrontDoorTests.example).path, "--trials", "2048",
          "--sampling", sampling, "--of", "2", "--index", index, "--output", "p\(index)", "--quiet",
          in: folder)
        #expect(part.status == 0, "\(part.errors)")
      }
      let merged = try Command.run("merge", "p0", "p1", "--output", "out", in: folder)
      #expect(merged.status == 65)
      let digest = try #require(merged.errors.firstMatch(of: /points none, not ([0-9a-f]{8}), as/))
      #expect(
        merged.errors
          == "p1: is of sampling plain, not sobol and points none, not \(digest.1), as p0 is. Allowed: "
          + "partials of one run. Leave it out, or run its shard again.\n")
      #expect(!names(in: folder).contains("out"))
    }
  }
}
