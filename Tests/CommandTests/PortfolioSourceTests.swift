import Foundation
import Testing

/// What a portfolio may be made of: the rows of a public-use file, and what is refused.
@Suite struct PortfolioSourceTests {
  static let header =
    "ACO_ID,ACO_Name,Agreement_Period_Num,Current_Start_Date,Current_Track,Assign_Type,N_AB,Sav_rate,"
    + "MinSavPerc,QualScore,Recvd30p,ABtotBnchmk,ABtotExp,Rev_Exp_Cat,Per_Capita_Exp_ALL_ESRD_PY,"
    + "Per_Capita_Exp_ALL_DIS_PY,Per_Capita_Exp_ALL_AGDU_PY,Per_Capita_Exp_ALL_AGND_PY,"
    + "Per_Capita_Exp_TOTAL_PY,CMS_HCC_RiskScore_ESRD_PY,CMS_HCC_RiskScore_DIS_PY,"
    + "CMS_HCC_RiskScore_AGDU_PY,CMS_HCC_RiskScore_AGND_PY,N_AB_Year_PY,N_AB_Year_ESRD_PY,"
    + "N_AB_Year_DIS_PY,N_AB_Year_AGED_Dual_PY,N_AB_Year_AGED_NonDual_PY"

  static func row(_ id: String, _ name: String, beneficiaries: String = "12000") -> String {
    "\(id),\(name),1,01/01/2022,B,Prospective,\(beneficiaries),4.00%,2.88%,78.20%,0,125000000,"
      + "120000000,Low Revenue,85000,11000,17000,9500,10256,1.02,1.05,1.08,0.97,11700,60,1000,700,9940"
  }

  @Test func `every row of a public-use file becomes a scenario, its names harmless`() throws {
    try inTemporaryFolder { folder in
      let text = [
        Self.header, Self.row("A9001", "\"=HYPERLINK(\"\"x\"\"), LLC\""),
        Self.row("A9002", "<script>alert(1)</script>"),
        Self.row("A9003", "Tiny", beneficiaries: "12"),
      ].joined(separator: "\n")
      try Data((text + "\n").utf8).write(to: folder.appending(path: "PY2022.csv"))
      let done = try PortfolioCommandTests.run(
        "--public-use-file", "PY2022.csv", "--year", "2022", "--output", "out", in: folder)
      #expect(done.status == 65)
      #expect(
        done.errors
          == "PY2022.csv:4:7: N_AB is 12. Allowed: at least 500 assigned beneficiaries, the fewest with "
          + "a minimum savings rate (42 CFR 425.605(b)(1)). Choose a row that has them.\n")
      let csv = try String(
        contentsOf: folder.appending(path: "out/portfolio.csv"), encoding: .utf8)
      #expect(
        csv.contains("\r\nPY2022.csv:2,A9001,\"'=HYPERLINK(\"\"x\"\"), LLC\",A9001,12000,300,7,"))
      let page = try String(
        contentsOf: folder.appending(path: "out/portfolio.html"), encoding: .utf8)
      #expect(page.contains("&lt;script&gt;") && !page.contains("<script"))
      // What the row does not give is named, with its source.
      #expect(page.contains("<td>agreement.participantRevenue</td>"))
      #expect(page.contains("<td>assumptions.retention.mean</td>"))
      // The same scenario drafted by hand has the same figures.
      let draft = try Command.shell(
        "$glidepath draft PY2022.csv --year 2022 --aco A9002 > A9002.yaml", in: folder)
      #expect(draft.status == 0)
      let alone = try Command.run(
        ["project", "A9002.yaml", "--quiet", "--output", "alone"] + PortfolioCommandTests.trials,
        in: folder)
      #expect(alone.status == 0, "\(alone.errors)")
      let row = try #require(
        try PortfolioCommandTests.rows(folder.appending(path: "out/portfolio.csv")).first {
          $0["name"] == "A9002"
        })
      let net = try #require(
        try PortfolioCommandTests.rows(folder.appending(path: "alone/A9002/outcomes.csv")).first {
          $0["option"] == "enhanced" && $0["performanceYear"] == "net"
        })
      #expect(row["enhanced.mean"] == net["mean"] && row["enhanced.p5"] == net["p5"])
    }
  }

  @Test func `an ACO with two rows is refused in both, as draft refuses it`() throws {
    try inTemporaryFolder { folder in
      let text = [
        Self.header, Self.row("A9001", "One"), Self.row("A9002", "Two"), Self.row("a9001", "Three"),
      ].joined(separator: "\n")
      try Data((text + "\n").utf8).write(to: folder.appending(path: "PY2022.csv"))
      let done = try PortfolioCommandTests.run(
        "--public-use-file", "PY2022.csv", "--year", "2022", "--output", "out", in: folder)
      #expect(done.status == 65)
      let rule = "Allowed: one row for each ACO and year. Remove the others."
      #expect(
        done.errors
          == "PY2022.csv:2: the id A9001 has 2 rows, on lines 2, 4. \(rule)\n"
          + "PY2022.csv:4: the id a9001 has 2 rows, on lines 2, 4. \(rule)\n")
      let rows = try PortfolioCommandTests.rows(folder.appending(path: "out/portfolio.csv"))
      #expect(rows.map { $0["name"] } == ["A9001", "A9002", "a9001"])
      #expect(rows.map { $0["enhanced.mean"]?.isEmpty } == [true, false, true])
    }
  }

  @Test func `a file's name makes one line of what is said of it, whatever it holds`() throws {
    try inTemporaryFolder { folder in
      let many = folder.appending(path: "many")
      try FileManager.default.createDirectory(at: many, withIntermediateDirectories: true)
      for name in ["bad\nForged: ok.yaml", "red\u{1B}[31m.yaml"] {
        try Data("format: 1\n".utf8).write(to: many.appending(path: name))
      }
      let done = try PortfolioCommandTests.run("many", "--output", "out", in: folder)
      #expect(done.status == 65)
      #expect(!done.faults.isEmpty && !done.faults.contains { $0.hasPrefix("Forged") })
      let table = try String(
        contentsOf: folder.appending(path: "out/portfolio.csv"), encoding: .utf8)
      #expect(!table.contains("\u{1B}"))
      #expect(table.contains("bad\u{FFFD}Forged: ok") && !table.contains("\nForged"))
    }
  }

  @Test func `what cannot be a portfolio is refused in a sentence`() throws {
    func says(_ status: Int32, _ arguments: String...) throws -> String {
      let run = try Command.run(["portfolio"] + arguments)
      #expect(run.status == status, "\(arguments)")
      return String(run.faults.first ?? "")
    }
    #expect(
      try says(64, "--output", "x")
        == "Error: Neither a folder nor --public-use-file is given. Allowed: one of them.")
    #expect(
      try says(66, "nowhere", "--output", "x")
        == "nowhere: there is no such folder. Check the path.")
    #expect(
      try says(65, "README.md", "--output", "x")
        == "README.md: is a file. Allowed: a folder of scenario files. Name its folder, or give a "
        + "public-use file with --public-use-file.")
    #expect(
      try says(66, "Tests", "--output", "x")
        == "Tests: holds no scenario file. Allowed: files ending in .yaml or .yml. Put some there.")
    #expect(
      try says(64, "Scenarios", "--first-agreement", "--output", "x")
        == "Error: --year, --agreement-start and --first-agreement are of --public-use-file. Allowed: "
        + "with it. Leave them out, as the scenario files say it themselves.")
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "PY2022.csv")
      try Data("ACO_ID,ACO_Name\n".utf8).write(to: file)
      let said = try says(65, "--public-use-file", file.path, "--output", "x")
      #expect(!said.contains("There is no scenario") && !said.isEmpty)
      let pipe = folder.appending(path: "PY2021.csv").path
      #expect(mkfifo(pipe, 0o600) == 0)
      #expect(
        try says(65, "--public-use-file", pipe, "--output", "x")
          == "\(pipe): is a pipe or a device. Allowed: a file, which is read more than once. Save it to "
          + "one first.")
      let merged = try Command.run(["merge", pipe, "--output", folder.path])
      #expect(merged.status == 65)
    }
    #expect(
      try says(64, "Scenarios", "--of", "0", "--output", "x")
        == "Error: --of is 0. Allowed: 1 through 100,000.")
  }
}
