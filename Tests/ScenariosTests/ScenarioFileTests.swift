import Foundation
import Scenarios
import Testing

@Suite struct ScenarioFileTests {
  private func temporary(_ name: String) -> URL {
    FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString)-\(name)")
  }

  private func message(of url: URL) throws -> String {
    let problems = try #require(throws: Problems.self) {
      try Scenario(contentsOf: url, displayedAs: "given.yaml")
    }
    return problems.description
  }

  @Test func `a file that is not there is another error than a bad one`() throws {
    let missing = try #require(throws: ScenarioFileMissing.self) {
      try Scenario(contentsOf: temporary("none.yaml"), displayedAs: "plans/none.yaml")
    }
    #expect(
      missing.description
        == "plans/none.yaml: there is no such file. Check the path, or write a scenario there.")
  }

  @Test func `a folder is refused as content`() throws {
    #expect(
      try message(of: FileManager.default.temporaryDirectory)
        == "given.yaml:1:1: the file is a folder or a device. Allowed: a scenario file. "
        + "Name a file ending in .yaml.")
  }

  @Test func `a 100 MB file is refused by its size, unread`() throws {
    let url = temporary("large.yaml")
    try Data().write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let handle = try FileHandle(forWritingTo: url)
    try handle.truncate(atOffset: 100_000_000)
    try handle.close()
    let clock = ContinuousClock()
    let start = clock.now
    let says = try message(of: url)
    #expect(clock.now - start < .seconds(1))
    #expect(
      says == "given.yaml:1:1: the file is 100_000_000 bytes long. Allowed: at most 1_048_576 "
        + "bytes. A scenario is a few kilobytes of YAML; check that this is the right file.")
  }

  @Test func `a device without end is refused unread`() throws {
    #expect(try message(of: URL(filePath: "/dev/zero")).contains("is a folder or a device."))
  }

  @Test func `the name is the file's, through a symbolic link too`() throws {
    let url = temporary("rural.yaml")
    let link = temporary("link.yaml")
    try Data(Examples.least.utf8).write(to: url)
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: url)
    defer {
      try? FileManager.default.removeItem(at: url)
      try? FileManager.default.removeItem(at: link)
    }
    #expect(try Scenario(contentsOf: url).name == url.deletingPathExtension().lastPathComponent)
    let linked = try Scenario(contentsOf: link)
    #expect(linked.name == link.deletingPathExtension().lastPathComponent)
    #expect(linked.title == "Mountain valley rural network")
  }

  @Test func `the path printed is the one the user gave`() throws {
    let url = temporary("empty.yaml")
    try Data().write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    #expect(try message(of: url).hasPrefix("given.yaml:1:1: the file is empty."))
  }
}
