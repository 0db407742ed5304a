import Foundation

/// A file that appears under its name all at once or not at all.
///
/// It is written beside it under a temporary name and forced to disk; `rename` then moves it.
struct WholeFile {
  /// What every temporary name starts with, so that a killed run's leftovers can be told.
  static let temporaryPrefix = ".glidepath-partial-"

  enum Content {
    case bytes(Data)
    /// Too large for memory: writes itself under the path it is given.
    case drawnUp((_ path: String) throws -> Void)
  }

  let folder, name: String
  let content: Content
  /// Set apart by process, for a folder that several write to at once: a scheduler may run a task again
  /// while its first run is still alive somewhere.
  var writer = ""
  var path: String { folder + "/" + name }
  var temporaryPath: String { folder + "/" + Self.temporaryPrefix + writer + name }

  /// This process among those of every machine that writes to the folder: `node7-1234-`.
  static let thisWriter = "\(thisHost)-\(getpid())-"

  private static let thisHost: String = {
    var name = [CChar](repeating: 0, count: 256)
    let host = gethostname(&name, name.count - 1) == 0 ? name : [0]
    let text = String(decoding: host.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return String(text.filter { $0.isLetter || $0.isNumber }.prefix(40))
  }()

  /// Removes what processes of this machine that are no more were writing under a name.
  static func removeLeftovers(of name: String, in folder: String) {
    let (start, end) = ("\(temporaryPrefix)\(thisHost)-", "-\(name)")
    for found in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where found.hasPrefix(start) && found.hasSuffix(end) {
      guard let process = pid_t(found.dropFirst(start.count).dropLast(end.count)), process > 0,
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      _ = unlink("\(folder)/\(found)")
    }
  }

  /// Writes the temporary file; the caller removes it where this throws.
  ///
  /// Throws `CannotWrite`, and what the content's own writing throws.
  func writeBeside() throws {
    switch content {
    case .bytes(let bytes):
      let isNew = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW
      try holding(isNew) { Self.put(bytes, in: $0) }
    case .drawnUp(let write):
      removeTemporary()
      do {
        try write(temporaryPath)
      } catch var fault as CannotWrite {
        fault.path = path
        throw fault
      }
      try holding(O_RDONLY | O_CLOEXEC | O_NOFOLLOW) { fsync($0) == 0 ? nil : errno }
    }
  }

  /// SHA-256 of what was written beside.
  func digest() throws -> String {
    switch content {
    case .bytes(let bytes): RunManifest.digest(of: bytes)
    case .drawnUp:
      try FileDigest(of: temporaryPath).get { CannotWrite(path: path, reason: $0) }
    }
  }

  func moveIntoPlace() throws(CannotWrite) {
    guard rename(temporaryPath, path) == 0 else { throw CannotWrite(path: path, errno: errno) }
  }

  func removeTemporary() { _ = unlink(temporaryPath) }

  private func holding(
    _ flags: Int32, _ body: (_ file: Int32) -> Int32?
  ) throws(CannotWrite) {
    let file = open(temporaryPath, flags, 0o644)
    guard file >= 0 else { throw CannotWrite(path: path, errno: errno) }
    let failure = body(file)
    let closing = close(file) == 0 ? nil : errno
    if let code = failure ?? closing { throw CannotWrite(path: path, errno: code) }
  }

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
