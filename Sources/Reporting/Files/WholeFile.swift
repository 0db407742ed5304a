import Foundation

/// Bytes that appear under their name all at once or not at all.
///
/// They are written beside it under a temporary name and forced to disk; `rename` then moves them.
struct WholeFile {
  /// What every temporary name starts with, so that a killed run's leftovers can be told.
  static let temporaryPrefix = ".glidepath-partial-"

  let folder, name: String
  let bytes: Data
  var path: String { folder + "/" + name }
  var temporaryPath: String { folder + "/" + Self.temporaryPrefix + name }

  /// Writes the temporary file; the caller removes it where this throws.
  func writeBeside() throws(CannotWrite) {
    let file = open(temporaryPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard file >= 0 else { throw CannotWrite(path: path, errno: errno) }
    let failure = Self.put(bytes, in: file)
    let closing = close(file) == 0 ? nil : errno
    if let code = failure ?? closing { throw CannotWrite(path: path, errno: code) }
  }

  func moveIntoPlace() throws(CannotWrite) {
    guard rename(temporaryPath, path) == 0 else { throw CannotWrite(path: path, errno: errno) }
  }

  func removeTemporary() { _ = unlink(temporaryPath) }

  /// Writes all bytes and forces them to disk; the error number where that fails.
  private static func put(_ bytes: Data, in file: Int32) -> Int32? {
    let failure = bytes.withUnsafeBytes { buffer -> Int32? in
      var done = 0
      while done < buffer.count {
        let count = write(file, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        if count >= 0 {
          done += count
        } else if errno != EINTR {
          return errno
        }
      }
      return nil
    }
    if let failure { return failure }
    return fsync(file) == 0 ? nil : errno
  }
}
