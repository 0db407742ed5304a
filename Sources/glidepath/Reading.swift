import ArgumentParser
import Foundation
import Reporting
import Scenarios

/// Scenario files and public-use files as a command line names them.
enum Reading {
  /// Gives every scenario to `body`; every fault of every file is said before this throws.
  static func each(_ files: [String], _ body: (Scenario, _ file: String) throws -> Void) throws {
    try Leaving.onFault(ofEach: files) { try body(try scenario($0), $0) }
  }

  /// Every file read, or every fault of every file.
  ///
  /// - Parameter final: Whether each must state what a final report needs.
  static func scenarios(
    _ files: [String], _ simulation: SimulationOptions, final: Bool = false
  ) throws -> [Scenario] {
    var scenarios: [Scenario] = []
    try each(files) { scenario, file in
      if final { try scenario.requireFinal(file: file) }
      scenarios.append(simulation.applied(to: scenario))
    }
    if let twice = firstRepeated(scenarios.map(\.name)) {
      throw ValidationError(
        "Two scenario files are named \(twice); their reports would overwrite each other.")
    }
    return scenarios
  }

  /// A scenario as its file writes it.
  struct Text {
    /// Without its folder.
    var fileName: String
    var text: String
  }

  /// The text a scenario was read from.
  ///
  /// - Throws: `ExitCode`, after one sentence, where the file is no longer that text.
  static func text(of file: String, read scenario: Scenario) throws -> Text {
    let bytes = FileManager.default.contents(atPath: file) ?? Data()
    guard RunManifest.digest(of: bytes) == scenario.digest else {
      Leaving.say("\(file): was changed while it was read. Run the program again.")
      throw Leaving.badInput
    }
    return Text(
      fileName: URL(filePath: file).lastPathComponent,
      text: String(decoding: bytes, as: UTF8.self))
  }

  static func scenario(_ file: String) throws -> Scenario {
    try Scenario(contentsOf: URL(filePath: file), displayedAs: file)
  }

  /// - Throws: `ExitCode`, after one sentence, where a public-use file cannot be opened.
  private static func findPublished(_ file: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else {
      Leaving.say("\(file): there is no such file. Check the path.")
      throw Leaving.missingInput
    }
    guard !isFolder.boolValue else {
      Leaving.say("\(file): is a folder. Allowed: a public-use file. Name a file ending in .csv.")
      throw Leaving.badInput
    }
    guard FileManager.default.isReadableFile(atPath: file) else {
      Leaving.say("\(file): the file cannot be read. Check its permissions.")
      throw Leaving.missingInput
    }
  }

  /// The same, and where a file is a pipe, which could be read once only.
  static func findPublishedFile(_ file: String) throws {
    try findPublished(file)
    let path = URL(filePath: file).resolvingSymlinksInPath().path
    let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    guard type == .typeRegular else {
      Leaving.say(
        "\(file): is a pipe or a device. Allowed: a file, which is read more than once. Save it to "
          + "one first.")
      throw Leaving.badInput
    }
  }

  private static func firstRepeated(_ names: [String]) -> String? {
    var seen: Set<String> = []
    return names.first { !seen.insert($0).inserted }
  }
}
