import Foundation

/// A partial on disk: whole or not there.
public struct PartialFile: Hashable, Sendable {
  public var path: String
  public init(path: String) { self.path = path }

  /// - Throws: `PartialFault` where it is missing or is no partial.
  public func read() throws(PartialFault) -> Partial {
    guard let facts = try? FileManager.default.attributesOfItem(atPath: resolved) else {
      throw PartialFault(
        description: "\(path): there is no such file. Check the path, or run its shard.",
        isMissing: true)
    }
    guard facts[.type] as? FileAttributeType == .typeRegular else {
      throw PartialFault(
        description:
          "\(path): is a folder or a device. Allowed: a file that glidepath shard wrote. "
          + "Name the file.")
    }
    let size = (facts[.size] as? NSNumber)?.intValue ?? 0
    guard size <= Partial.mostBytes else {
      throw PartialFault(
        description: "\(path): is \(DecimalText.grouped(size)) bytes long. Allowed: at most "
          + "\(DecimalText.grouped(Partial.mostBytes)). Leave it out.")
    }
    guard let bytes = FileManager.default.contents(atPath: resolved) else {
      throw PartialFault(
        description: "\(path): the file cannot be read. Check its permissions.", isMissing: true)
    }
    return try Partial(bytes, file: path)
  }

  /// Appears whole, forced to disk, or leaves what was there.
  public func write(_ partial: Partial) throws {
    let url = URL(fileURLWithPath: path)
    let folder = url.deletingLastPathComponent().path
    let file = WholeFile(
      folder: folder, name: url.lastPathComponent, content: .bytes(partial.bytes),
      writer: WholeFile.thisWriter)
    do {
      try file.writeBeside()
      try file.moveIntoPlace()
      WholeFile.settle(folder)
    } catch {
      file.removeTemporary()
      throw error
    }
  }

  /// Removes it, where it is there, and what killed processes of this machine left of it.
  public func remove() {
    _ = unlink(path)
    let url = URL(fileURLWithPath: path)
    WholeFile.removeLeftovers(
      of: url.lastPathComponent, in: url.deletingLastPathComponent().path)
  }

  private var resolved: String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
}

extension WholeFile {
  /// Forces the folder's names to disk.
  fileprivate static func settle(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }
}
