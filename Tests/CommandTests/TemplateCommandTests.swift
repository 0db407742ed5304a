import Foundation
import Testing

@Suite struct TemplateCommandTests {
  private func project(_ template: String, to folder: URL) throws -> Command {
    try Command.run(
      "project", FrontDoorTests.example, "--trials", "100", "--output",
      folder.appending(path: "out").path, "--template", template)
  }

  @Test func `a template that cannot be used is told before anything is simulated`() throws {
    try inTemporaryFolder { folder in
      let text = folder.appending(path: "house.pptx")
      try Data("hello".utf8).write(to: text)
      let refused = try project(text.path, to: folder)
      #expect(refused.status == 65)
      #expect(
        refused.errors == "\(text.path): is no office file. Allowed: .pptx or .potx. Save the "
          + "template from PowerPoint or Impress.\n")
      #expect(names(in: folder) == ["house.pptx"])
      let missing = try project(folder.appending(path: "nowhere.pptx").path, to: folder)
      #expect(missing.status == 66 && missing.faults.count == 1)
      #expect(try project(folder.path, to: folder).status == 65)
    }
  }

  @Test func `a deck of ours serves as a template`() throws {
    try inTemporaryFolder { folder in
      let first = try Command.run(
        "project", FrontDoorTests.example, "--trials", "100", "--quiet", "--output", folder.path)
      #expect(first.status == 0)
      let deck = folder.appending(path: "rural-first-agreement/deck.pptx")
      let second = try project(deck.path, to: folder)
      #expect(second.status == 0, "\(second.errors)")
    }
  }
}
