import Foundation
import Testing

@Suite struct PortfolioCommandTests {
  static let scenarios = ["rural-first-agreement", "small-rural", "renewing-aco"]
  static let trials = ["--trials", "300", "--seed", "7"]

  /// A folder `many` of shipped scenarios, and of files that are refused.
  private func inPortfolio(
    refused: [String] = [], _ body: (URL) throws -> Void
  ) throws {
    try inTemporaryFolder { folder in
      let many = folder.appending(path: "many")
      try FileManager.default.createDirectory(at: many, withIntermediateDirectories: true)
      for path in Self.scenarios.map({ "\($0).yaml" }) + refused.map({ "refused/\($0).yaml" }) {
        let from = Command.root.appending(path: "Scenarios/\(path)")
        try FileManager.default.copyItem(
          at: from, to: many.appending(path: from.lastPathComponent))
      }
      try Data("no scenario".utf8).write(to: many.appending(path: "notes.txt"))
      try body(folder)
    }
  }

  static func run(
    _ arguments: String..., environment: [String: String] = [:], in folder: URL
  ) throws -> Command {
    try Command.run(
      ["portfolio"] + trials + arguments, environment: environment, in: folder)
  }

  static func contents(of folder: URL) throws -> [String: Data] {
    try Dictionary(
      uniqueKeysWithValues: FileManager.default.contentsOfDirectory(atPath: folder.path).map {
        ($0, try Data(contentsOf: folder.appending(path: $0)))
      })
  }

  /// Rows of plain cells, by the names in the first row.
  static func rows(_ file: URL) throws -> [[String: String]] {
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\r\n")
    func cells(_ line: Substring) -> [String] {
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let head = cells(lines[0])
    return lines.dropFirst().map {
      Dictionary(zip(head, cells($0))) { first, _ in first }
    }
  }

  @Test func `each row holds the figures of that scenario's own report`() throws {
    try inPortfolio { folder in
      let done = try Self.run("many", "--output", "out", in: folder)
      #expect(done.status == 0, "\(done.errors)")
      let rows = try Self.rows(folder.appending(path: "out/portfolio.csv"))
      #expect(rows.map { $0["name"] } == Self.scenarios.sorted())
      let alone = try Command.run(
        ["project", "many/small-rural.yaml", "--quiet", "--output", "alone"] + Self.trials,
        in: folder)
      #expect(alone.status == 0)
      let row = try #require(rows.first { $0["name"] == "small-rural" })
      let report = folder.appending(path: "alone/small-rural/outcomes.csv")
      let outcomes = try Self.rows(report)
      for outcome in outcomes where outcome["performanceYear"] == "net" {
        let option = try #require(outcome["option"])
        for figure in ["standing", "mean", "meanStandardError", "p5", "p5Low", "p5High"] {
          #expect(row["\(option).\(figure)"] == outcome[figure], "\(option).\(figure)")
        }
      }
      for outcome in outcomes where outcome["performanceYear"] == "total" {
        let option = try #require(outcome["option"])
        for figure in ["", "Low", "High"].map({ "chanceOfAnyRepayment\($0)" }) {
          #expect(row["\(option).\(figure)"] == outcome[figure], "\(option).\(figure)")
        }
      }
      #expect(outcomes.count { $0["performanceYear"] == "net" } == 7)
    }
  }

  @Test func `each row is drawn with its own scenario's seed and with the command's sampler`()
    throws
  {
    try inTemporaryFolder { folder in
      let text = try Data(
        contentsOf: Command.root.appending(path: "Scenarios/small-rural.yaml"))
      for seed in ["1", "2", "3"] {
        try (text + Data("seed: \(seed)\n".utf8)).write(
          to: folder.appending(path: "seed-\(seed).yaml"))
      }
      for sampler in [[], ["--sampler", "gsl"]] {
        let options = ["--trials", "300", "--quiet"] + sampler
        let all = try Command.run(
          ["portfolio", ".", "--output", "all", "--workers", "1"] + options, in: folder)
        let one = try Command.run(
          ["project", "seed-2.yaml", "--output", "one"] + options, in: folder)
        #expect(all.status == 0 && one.status == 0, "\(all.errors)\(one.errors)")
        let rows = try Self.rows(folder.appending(path: "all/portfolio.csv"))
        #expect(rows.map { $0["seed"] } == ["1", "2", "3"])
        let means = rows.map { $0["enhanced.mean"] }
        #expect(Set(means).count == 3)
        let net = try Self.rows(folder.appending(path: "one/seed-2/outcomes.csv")).first {
          $0["option"] == "enhanced" && $0["performanceYear"] == "net"
        }
        #expect(means[1] == net?["mean"])
      }
    }
  }

  @Test func `faults stand in their rows, all of them, and the others are done`() throws {
    try inPortfolio(refused: ["bad-date", "duplicate-key"]) { folder in
      let done = try Self.run("many", "--output", "out", "--quiet", in: folder)
      #expect(done.status == 65)
      let first =
        "many/bad-date.yaml:7:10: agreement.start is 2027-13-01. Allowed: the first of "
        + "January of 2020 through 2030 (42 CFR 425.200). Write year-month-day, such as 2027-01-01."
      let second =
        "many/duplicate-key.yaml:13:3: population.measuredIn is given twice, first on line 12. "
        + "Allowed: each key once. Keep the one that is meant."
      #expect(done.errors == "\(first)\n\(second)\n")
      let out = folder.appending(path: "out")
      #expect(
        names(in: out) == ["portfolio.csv", "portfolio.html", "portfolio.md", "run.json"])
      let csv = try String(contentsOf: out.appending(path: "portfolio.csv"), encoding: .utf8)
      #expect(csv.contains(",\"\(first)\"\r\n") && csv.contains(",\"\(second)\"\r\n"))
      #expect(csv.split(separator: "\r\n").count == 6)
      let page = try String(contentsOf: out.appending(path: "portfolio.html"), encoding: .utf8)
      #expect(page.contains("2 scenarios could not be run; every fault is listed."))
      #expect(page.contains(second))
    }
  }

  /// Both rows lack the same columns: each is named once, and the table before stays.
  @Test func `what is wrong with every row of a public-use file is said once, and makes no table`()
    throws
  {
    try inPortfolio { folder in
      #expect(try Self.run("many", "--quiet", "--output", "out", in: folder).status == 0)
      let before = try Self.contents(of: folder.appending(path: "out"))
      let file = folder.appending(path: "PY2022.csv")
      try Data("ACO_ID,ACO_Name,N_AB\nA1,One,9000\nA2,Two,8000\n".utf8).write(to: file)
      for output in ["out", "new"] {
        let run = try Self.run(
          "--public-use-file", "PY2022.csv", "--output", output, in: folder)
        #expect(run.status == 65 && run.output.isEmpty)
        #expect(run.faults.count > 5 && Set(run.faults).count == run.faults.count)
        #expect(run.faults.allSatisfy { $0.hasPrefix("PY2022.csv: no column ") })
      }
      #expect(try Self.contents(of: folder.appending(path: "out")) == before)
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "new").path))
      let table = try Command.run(["verify", "out"], in: folder)
      #expect(table.status == 65)
      #expect(
        table.errors
          == "out/run.json: is of a table over several scenarios. Allowed: the report of one, as "
          + "glidepath project writes it. Make the table again and compare the two.\n")
    }
  }

  @Test func `workers, and parts on several machines, change no byte`() throws {
    try inPortfolio(refused: ["bad-date"]) { folder in
      #expect(try Self.run("many", "--output", "one", "--workers", "1", in: folder).status == 65)
      #expect(try Self.run("many", "--output", "seven", "--workers", "7", in: folder).status == 65)
      let one = try Self.contents(of: folder.appending(path: "one"))
      #expect(one.count == 4)
      #expect(try Self.contents(of: folder.appending(path: "seven")) == one)
      for index in 0..<3 {
        // More parts than that would leave one empty; told as a scheduler tells it.
        let part = try Self.run(
          "many", "--of", "3", "--output", "part-\(index)",
          environment: ["JOB_COMPLETION_INDEX": "\(index)"], in: folder)
        #expect(part.status == 0, "\(part.errors)")
      }
      let merged = try Command.run(
        "merge", "part-2", "part-0", "part-1", "--output", "Reports", "--quiet", in: folder)
      #expect(merged.status == 65)
      #expect(merged.errors.hasPrefix("many/bad-date.yaml:7:10: agreement.start is 2027-13-01."))
      #expect(try Self.contents(of: folder.appending(path: "Reports/portfolio")) == one)
    }
  }

  @Test func `parts that overlap, leave a gap or are of another run are refused by name`() throws {
    try inPortfolio { folder in
      for index in ["0", "2"] {
        #expect(
          try Self.run("many", "--of", "3", "--index", index, "--output", "p\(index)", in: folder)
            .status
            == 0)
      }
      let other = try Command.run(
        "portfolio", "many", "--trials", "300", "--seed", "8", "--of", "3", "--index", "1",
        "--output", "p1", in: folder)
      #expect(other.status == 0)
      func says(_ files: String...) throws -> String {
        let run = try Command.run(["merge"] + files, in: folder)
        #expect(run.status == 65)
        return run.errors
      }
      #expect(
        try says("p0", "p2")
          == "Missing of 3 parts: --index 1. Allowed: every scenario once. Run the part that is "
          + "missing, and name its file.\n")
      #expect(
        try says("p0", "p1", "p2")
          == "p1: is of another portfolio, another number of parts, seed, number of trials or version "
          + "than p0. Allowed: parts of one portfolio. Leave it out, or run its part again.\n")
      // The same command once a scenario was edited.
      let scenario = folder.appending(path: "many/small-rural.yaml")
      let text = try Data(contentsOf: scenario)
      try (text + Data("# edited\n".utf8)).write(to: scenario)
      let late = try Self.run("many", "--of", "3", "--index", "1", "--output", "late", in: folder)
      #expect(late.status == 0)
      try text.write(to: scenario)
      #expect(try says("p0", "late", "p2").hasPrefix("late: is of another portfolio,"))
      try FileManager.default.copyItem(
        at: folder.appending(path: "p2"), to: folder.appending(path: "copy"))
      #expect(
        try says("p0", "p2", "copy")
          == "copy: holds part 2, which p2 holds too. Allowed: each part once. Leave one of them "
          + "out.\nMissing of 3 parts: --index 1. Allowed: every scenario once. Run the part that is "
          + "missing, and name its file.\n")
      var bytes = try Data(contentsOf: folder.appending(path: "copy"))
      bytes[bytes.count / 2] ^= 1
      try bytes.write(to: folder.appending(path: "copy"))
      #expect(
        try says("p0", "copy")
          == "copy: is damaged: its digest is not that of its bytes. Run its part again.\n")
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "Reports").path))
    }
  }

  @Test func `after kill -9 the same command ends with the same bytes, and does nothing twice`()
    throws
  {
    try inPortfolio { folder in
      #expect(try Self.run("many", "--output", "whole", "--quiet", in: folder).status == 0)
      let journal = folder.appending(path: "out/.glidepath-portfolio")
      let arguments = ["portfolio", "many", "--output", "out", "--workers", "1"] + Self.trials
      let process = Command.process(arguments, in: folder)
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      func kept() -> String {
        (try? String(contentsOf: journal, encoding: .utf8)) ?? ""
      }
      while process.isRunning, kept().count(where: { $0 == "\n" }) < 2 {
        Thread.sleep(forTimeInterval: 0.001)
      }
      Foundation.kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(process.terminationReason == .uncaughtSignal)
      #expect(names(in: folder.appending(path: "out")) == [".glidepath-portfolio"])
      try FileManager.default.copyItem(
        at: folder.appending(path: "out"), to: folder.appending(path: "forged"))
      // A torn line is not taken.
      var text = kept()
      text += String(text.split(separator: "\n")[1].prefix(100))
      try Data(text.utf8).write(to: journal)
      let last = try Command.run(arguments + ["--quiet"], in: folder)
      #expect(last.status == 0, "\(last.errors)")
      #expect(
        try Self.contents(of: folder.appending(path: "out"))
          == (try Self.contents(of: folder.appending(path: "whole"))))
      // What is kept is taken and not made again: a row forged there, digest and all, comes through.
      let forge = """
        cd forged; row=$(sed -n 2p .glidepath-portfolio | cut -d' ' -f2-)
        row=${row/\\"assignedBeneficiaries\\":/\\"assignedBeneficiaries\\":9}
        echo "glidepath portfolio, unfinished" > forged
        echo "$(printf %s "$row" | sha256sum | cut -c1-16) $row" >> forged
        mv forged .glidepath-portfolio
        """
      #expect(try Command.shell(forge, in: folder).status == 0)
      let forged = try Self.run("many", "--output", "forged", "--quiet", in: folder)
      #expect(forged.status == 0, "\(forged.errors)")
      let (told, whole) = (
        try Self.rows(folder.appending(path: "forged/portfolio.csv")),
        try Self.rows(folder.appending(path: "whole/portfolio.csv"))
      )
      let counts = zip(told, whole).map {
        ($0["assignedBeneficiaries"], $1["assignedBeneficiaries"])
      }
      #expect(counts.count { $0 == "9\($1 ?? "")" } == 1 && counts.count { $0 == $1 } == 2)
    }
  }
}
