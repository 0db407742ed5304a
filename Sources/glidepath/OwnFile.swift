import Foundation
import Reporting

/// A file of figures that the program writes and may replace, and which says so in its first line.
struct OwnFile {
  var path: String
  var firstLine: String
  /// As in `is no calibration`.
  var kind: String
  /// The option that names the path.
  var option: String

  /// A slip of the keyboard must not replace anything but an earlier file of the same kind.
  private func refuseToOverwrite() throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    let bytes = FileManager.default.contents(atPath: path) ?? Data()
    guard !bytes.starts(with: Data(firstLine.utf8)) else { return }
    Leaving.say(
      "\(path): is there already, and is no \(kind). Choose another \(option), or move it away.")
    throw Leaving.cannotWrite
  }

  /// What a long run asks before it begins.
  func refuseUnwritable() throws {
    try refuseToOverwrite()
    let folder = path.contains("/") ? (path as NSString).deletingLastPathComponent : "."
    guard FileManager.default.isWritableFile(atPath: folder) else { throw cannotWrite }
  }

  /// The file appears whole or not at all.
  func write(_ text: String) throws {
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw cannotWrite
    }
  }

  private var cannotWrite: CannotWrite {
    var fault = CannotWrite(path: path, reason: "its folder is missing, full or closed to writing")
    fault.remedy = "Choose another file with \(option), or mend its folder."
    return fault
  }
}
