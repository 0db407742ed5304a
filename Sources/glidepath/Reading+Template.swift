import ArgumentParser
import Foundation
import Reporting

extension Reading {
  /// The office file that slides are to stand on.
  ///
  /// - Throws: `ExitCode`, after one sentence, where it cannot be opened; `SlideTemplateProblems`.
  static func template(_ file: String) throws -> SlideTemplate {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else {
      Leaving.say("\(file): there is no such file. Check the path given with --template.")
      throw Leaving.missingInput
    }
    let path = URL(filePath: file).resolvingSymlinksInPath().path
    let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    guard type == .typeRegular else {
      Leaving.say("\(file): is no file. Allowed: a .pptx or .potx. Name one with --template.")
      throw Leaving.badInput
    }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      Leaving.say("\(file): the file cannot be read. Check its permissions.")
      throw Leaving.missingInput
    }
    return try SlideTemplate(bytes, named: file)
  }

  /// What a manifest says of a file that was read.
  static func readFile(_ file: String, for use: String) throws -> RunManifest.ReadFile {
    RunManifest.ReadFile(
      use: use, path: file, bytes: FileManager.default.contents(atPath: file) ?? Data())
  }
}
