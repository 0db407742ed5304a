import Foundation
import Testing

/// The committed sample report is what the program writes today, byte for byte: the trials'
/// arithmetic is our own, so a machine makes no difference.
@Suite struct ReportsAreCurrentTests {
  @Test func `the committed sample equals the one regenerated`() throws {
    let name = "rural-first-agreement"
    let committed = Command.root.appending(path: "Reports/\(name)")
    try inTemporaryFolder { folder in
      let run = try Command.run(
        "project", "Scenarios/\(name).yaml", "--quiet", "--output", folder.path)
      #expect(run.status == 0)
      for file in ["outcomes.csv", "deck.html", "run.json"] {
        let fresh = try Data(contentsOf: folder.appending(path: "\(name)/\(file)"))
        let kept = try Data(contentsOf: committed.appending(path: file))
        #expect(
          fresh == kept,
          "Reports/\(name)/\(file) is stale: run glidepath project Scenarios/\(name).yaml")
      }
    }
  }
}
