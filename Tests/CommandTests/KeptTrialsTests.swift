import Foundation
import Testing

@Suite struct KeptTrialsTests {
  static let explain = [
    "explain", "Scenarios/rural-first-agreement.yaml", "--percentile", "5", "--option", "enhanced",
    "--trials", "100",
  ]
  static let report = "Reports/rural-first-agreement"
  static let run = "\(report)/run.sqlite"

  @Test func `the trial at a percentile is the same from a kept run, and the reason is told`()
    throws
  {
    try VerifyCommandTests.withReport(["--keep-trials"]) { folder in
      let seed = ["--seed", "18446744073709551615"]
      let kept = try Command.run(Self.explain + seed, in: folder)
      #expect(kept.status == 0)
      #expect(kept.errors.isEmpty)
      let again = try Command.run(Self.explain + seed)
      #expect(again.output == kept.output)
      let other = try Command.run(Self.explain + ["--seed", "7"], in: folder)
      #expect(other.status == 0)
      #expect(
        other.errors
          == "\(Self.run) is not used: it keeps seed 18446744073709551615, not 7. Simulating "
          + "again.\n")
      #expect(try Command.run(Self.explain + ["--seed", "7"]).output == other.output)
      let garbage = try Command.run(
        Self.explain + seed + ["--run", "\(Self.report)/deck.html"], in: folder)
      #expect(garbage.output == kept.output)
      #expect(
        garbage.errors
          == "\(Self.report)/deck.html is not used: it is no run that this version of glidepath "
          + "keeps. Simulating again.\n")
      let missing = try Command.run(Self.explain + ["--run", "x.sqlite"], in: folder)
      #expect(missing.status == 66)
      #expect(missing.faults.count == 1)
      try Self.exported(in: folder)
    }
  }

  @Test func `a kept run tells its trials only where sampler and sampling are today's`() throws {
    let explain = [
      "explain", FrontDoorTests.example, "--percentile", "5", "--option", "enhanced",
    ]
    let sobol = ["--trials", "2048", "--sampling", "sobol"]
    try inTemporaryFolder { folder in
      let kept = try Command.run(
        ["project", FrontDoorTests.example, "--keep-trials", "--quiet", "--output", folder.path]
          + sobol)
      #expect(kept.status == 0, "\(kept.errors)")
      let run = folder.appending(path: "rural-first-agreement/run.sqlite").path
      let found = try Command.run(explain + sobol + ["--run", run])
      #expect(found.status == 0 && found.errors.isEmpty, "\(found.errors)")
      #expect(found.output == (try Command.run(explain + sobol).output))
      #expect(try Command.run(explain + sobol + ["--run", "x.sqlite"]).status == 66)
      for (other, reason) in [
        ([], "it keeps sampling sobol, not plain"),
        (
          ["--sampler", "gsl"], "it keeps sampler quantiles, not gsl and sampling sobol, not plain"
        ),
      ] {
        let plain = explain + ["--trials", "2048"] + other
        let again = try Command.run(plain + ["--run", run])
        #expect(again.errors == "\(run) is not used: \(reason). Simulating again.\n")
        #expect(again.status == 0)
        #expect(again.output == (try Command.run(plain).output))
        #expect(again.output != found.output)
      }
    }
  }

  /// The text of the trials, from the folder and from the file.
  private static func exported(in folder: URL) throws {
    let all = try Command.run("trials", Self.report, in: folder)
    #expect(all.status == 0)
    let lines = all.output.split(separator: "\r\n")
    #expect(lines.count == 1 + 100 * 7 * 5)
    #expect(lines[0] == "trial,option,year,payment")
    #expect(lines[1].hasPrefix("0,levelA,2027,"))
    let one = try Command.run("trials", Self.run, "--option", "enhanced", in: folder)
    #expect(one.output.split(separator: "\r\n").dropFirst() == lines.suffix(100 * 5))
    let early = try Command.shell(
      "$glidepath trials \(Self.report) | head -n 1; exit ${PIPESTATUS[0]}", in: folder)
    #expect([0, 141].contains(early.status))
    #expect(early.errors.isEmpty)
    let full = try Command.shell("$glidepath trials \(Self.report) > /dev/full", in: folder)
    #expect(full.status == 73)
    let unknown = try Command.run("trials", Self.report, "--option", "levelF", in: folder)
    #expect(unknown.status == 64)
    #expect(unknown.errors.hasPrefix("Error: --option is levelF. Allowed in this run: levelA,"))
  }

  /// One option's payments in another's place, which only the checksum can tell.
  @Test func `payments that are not those of their checksum are not told`() throws {
    try VerifyCommandTests.withReport(["--keep-trials"]) { folder in
      let change = try Command.shell(
        """
        python3 -c "import sqlite3
        run = sqlite3.connect('\(Self.run)')
        cents = run.execute('SELECT year, block, cents FROM payments WHERE option = ?',
                            ('levelE',)).fetchall()
        for year, block, bytes in cents:
            run.execute('UPDATE payments SET cents = ? WHERE option = ? AND year = ? AND block = ?',
                        (bytes, 'enhanced', year, block))
        assert cents
        run.commit()"
        """, in: folder)
      #expect(change.status == 0, "\(change.errors)")
      let told = try Command.run("trials", Self.run, in: folder)
      #expect(told.status == 65 && told.output.isEmpty)
      #expect(
        told.errors
          == "\(Self.run): it is damaged: its payments are not those of its checksum. Run glidepath "
          + "project with --keep-trials, or name another.\n")
    }
  }

  @Test func `a report that kept no trials, and a file that is not there, are one sentence`() throws
  {
    try VerifyCommandTests.withReport { folder in
      let none = try Command.run("trials", Self.report, in: folder)
      #expect(none.status == 65)
      #expect(
        none.errors
          == "\(Self.report): its run kept no trials. Run glidepath project with --keep-trials, or "
          + "name another.\n")
      let missing = try Command.run("trials", Self.run, in: folder)
      #expect(missing.status == 66)
      #expect(missing.faults.count == 1)
    }
  }

  @Test func `a run killed while it keeps its trials leaves none under their name`() throws {
    try inTemporaryFolder { folder in
      let process = Command.process([
        "project", FrontDoorTests.example, "--trials", "2000", "--keep-trials", "--quiet",
        "--output", folder.path,
      ])
      try process.run()
      let report = folder.appending(path: "rural-first-agreement").path
      let partial = report + "/.glidepath-partial-run.sqlite"
      while process.isRunning, access(partial, F_OK) != 0 { usleep(300) }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(process.terminationReason == .uncaughtSignal)
      #expect(access(partial, F_OK) == 0)
      #expect(access(report + "/run.sqlite", F_OK) != 0)
      #expect(access(report + "/run.json", F_OK) != 0)
    }
  }
}
