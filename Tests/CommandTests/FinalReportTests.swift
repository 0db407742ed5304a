import Foundation
import Testing

@Suite struct FinalReportTests {
  private static let example = Command.root.appending(path: FrontDoorTests.example)

  private static let documentation = """

    documentation:
      responsiblePerson: {name: Jane Doe, qualification: "FSA, MAAA"}
      intendedUsers: [The board]
      purpose: To choose an option.
      dataReview: Reconciled to CMS's files.

    """

  @Test func `final refuses every missing field at once and writes nothing`() throws {
    try inTemporaryFolder { folder in
      let run = try Command.run(
        "project", FrontDoorTests.example, FrontDoorTests.example.replacing("rural", with: "no"),
        "--final", "--output", folder.path)
      #expect(run.status == 65)
      let fields = ["dataReview", "intendedUsers", "purpose", "responsiblePerson"]
      #expect(run.faults.count == 5)
      for (fault, field) in zip(run.faults, fields) {
        #expect(
          fault.hasPrefix(
            "\(FrontDoorTests.example):1:1: documentation.\(field) is missing. A final report states "
          ))
      }
      #expect(run.faults.last?.contains("there is no such file") == true)
      #expect(names(in: folder).isEmpty)
    }
  }

  @Test func `a final file is no draft, and any other is`() throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "mine.yaml")
      let text = try String(contentsOf: Self.example, encoding: .utf8) + Self.documentation
      try text.write(to: file, atomically: true, encoding: .utf8)
      func written(_ flags: String...) throws -> String {
        let run = try Command.run(
          ["project", file.path, "--trials", "100", "--output", folder.path] + flags)
        #expect(run.status == 0, "\(run.errors)")
        return try String(
          contentsOf: folder.appending(path: "mine/documentation.md"), encoding: .utf8)
      }
      let final = try written("--final")
      #expect(final.hasPrefix("# Actuarial file: ") && !final.contains("DRAFT"))
      #expect(final.contains("Jane Doe, FSA, MAAA"))
      // What another reading of the prospective trend would do is computed in every run.
      #expect(final.contains("Read as beforeAdjustment, expected five-year net of "))
      #expect(try written().hasPrefix("# DRAFT: Actuarial file: "))
    }
  }
}
