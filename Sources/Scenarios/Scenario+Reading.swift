import Crypto
import Foundation
import Regulation

extension Scenario {
  /// Reads and checks a scenario file.
  ///
  /// `displayedAs` is the path as the user gave it, printed in every problem. Throws
  /// `ScenarioFileMissing` where the file is not there or cannot be opened, `Problems`, all of
  /// them at once, where its content is not a scenario, and `RuleFault` where the rules
  /// themselves are faulty.
  public init(contentsOf url: URL, displayedAs: String? = nil) throws {
    let file = displayedAs ?? url.relativePath
    try self.init(
      yaml: ScenarioFile.bytes(of: url, displayedAs: file), file: file,
      name: url.deletingPathExtension().lastPathComponent, folder: url.deletingLastPathComponent())
  }

  /// Reads and checks the text of a scenario; `file` is printed in every problem, `name` names
  /// the report folder. Images are looked for below `folder`; without one they are left out, so that
  /// a text kept elsewhere can be read again. Throws `Problems`, and `RuleFault` where the rules are
  /// faulty.
  public init(yaml bytes: [UInt8], file: String, name: String, folder: URL? = nil) throws {
    let composition = Composition(try ScenarioText(bytes, file: file), file: file)
    var reader = try Reader(file: file, rulebook: .current(), defaults: .shipped())
    reader.folder = folder
    reader.scenario.name = name
    reader.scenario.digest = SHA256.hash(data: bytes).hexadecimal
    var stresses: [Stress] = []
    if let root = composition.root {
      try reader.read(root)
      stresses = try reader.readStresses(over: root)
    }
    if let problems = Problems(composition.problems + reader.problems) { throw problems }
    self = reader.finished
    self.stresses = stresses
  }

  /// Reads and checks the text of a scenario.
  public init(yaml text: String, file: String, name: String, folder: URL? = nil) throws {
    try self.init(yaml: Array(text.utf8), file: file, name: name, folder: folder)
  }
}

/// Getting at the bytes of a scenario file without reading one that cannot be a scenario.
enum ScenarioFile {
  static func bytes(of url: URL, displayedAs file: String) throws -> [UInt8] {
    let attributes: [FileAttributeKey: Any]
    do {
      let path = url.resolvingSymlinksInPath().path
      attributes = try FileManager.default.attributesOfItem(atPath: path)
    } catch {
      throw ScenarioFileMissing(
        file: file,
        description: "\(file): there is no such file. Check the path, or write a scenario there.")
    }
    guard attributes[.type] as? FileAttributeType == .typeRegular else {
      throw Problems(
        ScenarioText.problem(
          file, .start, "is a folder or a device.",
          "Allowed: a scenario file. Name a file ending in .yaml."))
    }
    if let size = attributes[.size] as? NSNumber, size.intValue > ScenarioText.mostBytes {
      throw Problems(ScenarioText.tooLarge(size.intValue, file: file))
    }
    guard let data = try? Data(contentsOf: url) else {
      throw ScenarioFileMissing(
        file: file,
        description: "\(file): the file cannot be read. Check its permissions.")
    }
    return [UInt8](data)
  }
}
