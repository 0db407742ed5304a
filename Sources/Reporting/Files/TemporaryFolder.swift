import Foundation

/// Where workbooks are drawn up before they are packed.
public enum TemporaryFolder {
  static var path: String { FileManager.default.temporaryDirectory.path }

  /// Whether a file can be written there: what a long run asks before it begins. Leaves nothing behind.
  public static func probe() throws(CannotWrite) {
    var name = Array("\(path)/glidepath-XXXXXX".utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { throw CannotWrite(temporaryIn: path, errno: errno) }
    close(file)
    unlink(name)
  }
}
