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
    #expect(command.output.contains(/Paid to the ACO +\$3,920,000\.00  425\.605\(a\)/))
    #expect(try settle(rows, "--explain", "A2").status == 1)
    #expect(try settle(rows, "--explain", "A9").status == 65)
  }

  @Test func `what is not such a file ends with 65, what is not there with 66`() throws {
    #expect(try settle(text: "a,b\n1,2\n", []).status == 65)
    #expect(try settle(text: "", []).status == 65)
    #expect(try Command.run("settle", "gone.csv").status == 66)
    #expect(try settle([], "case.yaml").status == 64)
  }
}
