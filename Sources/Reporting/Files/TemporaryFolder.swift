import Foundation

/// Where workbooks are drawn up before they are packed.
public enum TemporaryFolder {
  static var path: String { FileManager.default.temporaryDirectory.path }

  /// Whether a file can be written there: what a long run asks before it begins. Leaves nothing behind.
  public static func probe() throws(CannotWrite) { unlink(try newFile(in: path)) }

  /// The path of a new, empty file.
  static func newFile(in folder: String) throws(CannotWrite) -> String {
    var name = Array("\(folder)/glidepath-XXXXXX".utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { throw CannotWrite(temporaryIn: folder, errno: errno) }
    close(file)
    return String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
