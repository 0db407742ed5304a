import Crypto
import Foundation

/// SHA-256 of a file, read a mebibyte at a time, or why it has none.
enum FileDigest: Hashable {
  /// Lower-case hexadecimal.
  case digest(String)
  case missing
  /// Such as `it is a folder or a device`.
  case unreadable(String)

  /// Follows links, and opens nothing but files: a pipe would wait for a writer.
  init(of path: String) {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      self = errno == ENOENT ? .missing : .unreadable(String(cString: strerror(errno)))
      return
    }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      self = .unreadable("it is a folder or a device")
      return
    }
    self = Self.hash(file)
  }

  private static func hash(_ file: Int32) -> FileDigest {
    var hash = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count == 0 { return .digest(RunManifest.hexadecimal(hash.finalize())) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return .unreadable(String(cString: strerror(errno))) }
      buffer.withUnsafeBytes { hash.update(bufferPointer: .init(rebasing: $0[..<count])) }
    }
  }

  /// - Throws: What `fault` makes of the reason.
  func get<Fault: Error>(_ fault: (_ reason: String) -> Fault) throws(Fault) -> String {
    switch self {
    case .digest(let digest): return digest
    case .missing: throw fault("it is not there")
    case .unreadable(let reason): throw fault(reason)
    }
  }
}

extension RunManifest {
  /// Of a file's bytes, read a piece at a time; `nil` where it cannot be read.
  public static func digest(ofFile path: String) -> String? {
    if case .digest(let digest) = FileDigest(of: path) { digest } else { nil }
  }
}
