import Foundation
import Testing

/// The committed sample report is what the program writes today: every number of every file, by the
/// verb its readers would use. Office files are compared part by part, whatever packed them.
@Suite struct ReportsAreCurrentTests {
  @Test func `the committed sample verifies`() throws {
    let name = "rural-first-agreement"
    let folder = Command.root.appending(path: "Reports/\(name)")
    #expect(
      names(in: folder) == [
        "deck.html", "deck.pptx", "documentation.html", "documentation.md", "outcomes.csv",
        "page-1.png", "run.json", "workbook.xlsx",
      ])
    let run = try Command.run("verify", "Reports/\(name)", "--quiet")
    #expect(
      run.status == 0,
      "Reports/\(name) is stale: run glidepath project Scenarios/\(name).yaml\n\(run.output)")
  }
}
