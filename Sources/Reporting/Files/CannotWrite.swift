import Foundation

/// A file or folder that cannot be written: one sentence naming it.
public struct CannotWrite: Error, Hashable, CustomStringConvertible {
  public static let exitCode: Int32 = 73
  public var path: String
  /// Such as `no space left on the device`.
  public var reason: String
  public var remedy = "Choose another folder with --output, or mend this one."

  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  init(path: String, errno code: Int32) {
    self.init(path: path, reason: Self.words(for: code))
  }

  /// A file in the folder for temporary ones.
  init(temporaryIn folder: String, errno code: Int32) {
    self.init(path: "a temporary file in \(folder)", errno: code)
    remedy = "Set TMPDIR to a folder with room that can be written."
  }

  public var description: String { "\(path) cannot be written: \(reason). \(remedy)" }

  private static func words(for code: Int32) -> String {
    switch code {
    case EACCES, EPERM: "permission is denied"
    case ENOSPC: "no space is left on the device"
    case EDQUOT: "the disk quota is used up"
    case EFBIG: "the file would be larger than the limit of this process or of the file system"
    case EROFS: "the file system is read-only"
    case ENOTDIR: "part of the path is a file, not a folder"
    case EISDIR: "a folder stands under that name"
    case ENOENT: "the folder it belongs in does not exist"
    case ENAMETOOLONG: "the name is too long"
    case EWOULDBLOCK: "another run is writing to it"
    default: String(cString: strerror(code))
    }
  }
}
