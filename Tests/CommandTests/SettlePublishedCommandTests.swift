import Foundation
import Testing

/// `glidepath settle` on files in the shape of CMS's results.
@Suite struct SettlePublishedCommandTests {
  private static let header =
    "ACO_ID,ACO_Name,Current_Start_Date,Current_Track,N_AB,MinSavPerc,BnchmkMinExp,EarnSaveLoss,"
    + "Met_QPS,Met_30pctl,QualScore,ABtotBnchmk,ABtotExp,Rev_Exp_Cat"

  /// Level E, 4 percent of 200 million saved: 0.98 x 50% x 8,000,000 = 3,920,000.
  private static func row(_ id: String, earned: String = "3920000") -> String {
    "\(id),Sample,01/01/2022,E,16000,1.00%,8000000,\(earned),1,1,85.25%,200000000,192000000,"
      + "Low Revenue"
  }

  /// The command on a file of these rows, which stands in a folder of its own.
  private func settle(_ rows: [String], _ arguments: String...) throws -> Command {
    try settle(text: ([Self.header] + rows).joined(separator: "\n") + "\n", arguments)
  }

  private func settle(text: String, _ arguments: [String]) throws -> Command {
    try inTemporaryFolder { folder in
      try Data(text.utf8).write(to: folder.appending(path: "results.csv"))
      return try Command.run(["settle", "results.csv"] + arguments, in: folder)
    }
  }

  @Test func `files that agree end with 0, and the year is told by the file`() throws {
    let command = try settle([Self.row("A1"), Self.row("A2")])
    #expect(command.status == 0)
    #expect(command.output.contains("2022     2          2"))
  }

  @Test func `a difference that nothing explains ends with 1 and is named`() throws {
    let command = try settle([Self.row("A1"), Self.row("A2", earned: "3920009")])
    #expect(command.status == 1)
    #expect(command.output.contains("A2 3920000 for 3920009."))
  }

  @Test func `a faulty row ends with 65, the rest settled`() throws {
    let command = try settle([Self.row("A1"), "A2,Sample,soon"], "--json")
    #expect(command.status == 65)
    #expect(command.errors.contains("results.csv:3:3: the row has 3 cells"))
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(command.output.utf8)) as? [String: Any])
    let rows = try #require(json["rows"] as? [[String: Any]])
    #expect(rows.map { $0["verdict"] as? String } == ["matched", "refused"])
  }

  @Test func `comma-separated output has a row for each row`() throws {
    let command = try settle([Self.row("A1"), Self.row("A2")], "--csv")
    #expect(command.status == 0)
    #expect(command.output.split(separator: "\r\n").count == 3)
  }

  @Test func `one ACO is stated with its paragraphs`() throws {
    let rows = [Self.row("A1"), Self.row("A2", earned: "1")]
    let command = try settle(rows, "--explain", "a1")
    #expect(command.status == 0)
    #expect(command.output.contains(/Paid to the ACO +\$3,920,000\.00  425\.605\(e\), 425\.610/))
    #expect(try settle(rows, "--explain", "A2").status == 1)
    #expect(try settle(rows, "--explain", "A9").status == 65)
  }

  @Test func `what is not such a file ends with 65, what is not there with 66`() throws {
    #expect(try settle(text: "a,b\n1,2\n", []).status == 65)
    #expect(try settle(text: "", []).status == 65)
    #expect(try Command.run("settle", "gone.csv").status == 66)
    #expect(try settle([], "case.yaml").status == 64)
  }

  /// The command on several files of one folder; `nil` stands for a folder.
  private func settle(_ files: KeyValuePairs<String, String?>, _ arguments: String...) throws
    -> Command
  {
    try inTemporaryFolder { folder in
      for (name, text) in files {
        let file = folder.appending(path: name)
        if let text {
          try Data(text.utf8).write(to: file)
        } else {
          try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
        }
      }
      return try Command.run(["settle"] + files.map(\.key) + arguments, in: folder)
    }
  }

  private static let good = "\(header)\n\(row("A1"))\n"

  @Test func `a folder, an empty file and a header alone are named, and the rest is settled`()
    throws
  {
    let run = try settle([
      "folder": nil, "empty.csv": "", "header.csv": Self.header + "\n", "good.csv": Self.good,
    ])
    #expect(run.status == 65)
    #expect(
      run.faults.map { $0.prefix { $0 != "." } } == ["folder: is a folder", "empty", "header"])
    #expect(run.faults[1].hasPrefix("empty.csv: the file is empty."))
    #expect(run.faults[2].hasPrefix("header.csv: no row follows the header."))
    #expect(run.output.contains("2022     1          1"))
  }

  @Test func `a missing file is named with 66, and the rest is settled`() throws {
    try inTemporaryFolder { folder in
      try Data(Self.good.utf8).write(to: folder.appending(path: "good.csv"))
      let run = try Command.run("settle", "gone.csv", "good.csv", in: folder)
      #expect(run.status == 66)
      #expect(run.faults == ["gone.csv: there is no such file. Check the path."])
      #expect(run.output.contains("2022     1          1"))
    }
  }

  @Test(.enabled(if: geteuid() != 0, "No file is closed to the superuser."))
  func `a file that may not be read ends with 66`() throws {
    let run = try Command.shell(
      "folder=$(mktemp -d); touch $folder/a.csv; chmod 000 $folder/a.csv; "
        + "$glidepath settle $folder/a.csv; status=$?; rm -rf $folder; exit $status")
    #expect(run.status == 66)
    #expect(run.faults.count == 1)
  }

  @Test func `a pipe, which can be read once only, is refused`() throws {
    let run = try Command.shell("$glidepath settle <(echo ACO_ID)")
    #expect(run.status == 65)
    #expect(run.faults.count == 1)
    #expect(run.errors.contains(": is a pipe or a device."))
  }

  @Test func `every fault is said, however many`() throws {
    let run = try settle((0..<200).map { "B\($0),short" } + [Self.row("A1")])
    #expect(run.status == 65)
    #expect(run.faults.count == 200)
    #expect(run.output.contains("2022   201          1"))
  }

  @Test func `rows alone leave what the file lacks to standard error`() throws {
    let text = Self.good.replacing("MinSavPerc", with: "Other")
    let run = try settle(text: text, ["--csv"])
    #expect(run.status == 0)
    #expect(run.errors.contains("results.csv: no column MinSavPerc. No minimum savings rate can"))
    #expect(!run.errors.contains("no column Met_QPS"))
  }

  /// Interrupts the command while its output waits for a reader.
  private func interrupted(_ arguments: String) throws -> Command {
    try inTemporaryFolder { folder in
      let rows = (0..<5_000).map { Self.row("A\($0)") }
      let text = ([Self.header] + rows).joined(separator: "\n") + "\n"
      try Data(text.utf8).write(to: folder.appending(path: "results.csv"))
      return try Command.shell(
        """
        mkfifo out; $glidepath settle results.csv \(arguments) > out & exec 3< out
        head -c 1 <&3; kill -INT $!; cat <&3; wait $!
        """, in: folder)
    }
  }

  @Test func `an interrupt leaves whole rows, and JSON that says it is cut short`() throws {
    let json = try interrupted("--json")
    #expect(json.status == 130)
    #expect(json.faults == ["Interrupted; nothing was left half-written."])
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let rows = try #require(document["rows"] as? [[String: Any]])
    #expect((1..<5_000).contains(rows.count))
    #expect(document["interrupted"] as? Bool == true)

    let csv = try interrupted("--csv")
    #expect(csv.status == 130)
    #expect(csv.output.hasSuffix("\r\n"))
    let cells = Set(
      csv.output.split(separator: "\r\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).count
      })
    #expect(cells.count == 1)
  }
}
