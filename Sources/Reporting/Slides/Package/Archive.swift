import CZip
import Foundation

/// A zip archive in memory: the one door to libzip.
enum Archive {
  struct Entry: Hashable, Sendable {
    var name: String
    var bytes: Data
  }

  /// What keeps an archive from being written or read; one clause.
  struct Fault: Error, Hashable {
    var reason: String
  }

  /// The first of January 1980, where the format's time begins: the same bytes on every day.
  private static let date: UInt16 = 0x21

  static func bytes(of entries: [Entry]) throws(Fault) -> Data {
    // The buffers outlive the archive, which reads them when it is closed.
    let buffers = entries.map { UnsafeMutableRawBufferPointer.copy(of: $0.bytes) }
    defer { for buffer in buffers { buffer.deallocate() } }
    var error = zip_error_t()
    guard let source = zip_source_buffer_create(nil, 0, 0, &error) else { throw Fault(error) }
    defer { zip_source_free(source) }
    guard let archive = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
      throw Fault(error)
    }
    zip_source_keep(source)
    for (entry, buffer) in zip(entries, buffers) {
      guard add(entry.name, buffer, to: archive) else {
        defer { zip_discard(archive) }
        throw Fault(zip_get_error(archive).pointee)
      }
    }
    guard zip_close(archive) == 0 else {
      defer { zip_discard(archive) }
      throw Fault(zip_get_error(archive).pointee)
    }
    return try contents(of: source)
  }

  private static func add(
    _ name: String, _ buffer: UnsafeMutableRawBufferPointer, to archive: OpaquePointer
  ) -> Bool {
    let count = UInt64(buffer.count)
    guard let source = zip_source_buffer(archive, buffer.baseAddress, count, 0) else {
      return false
    }
    let index = zip_file_add(archive, name, source, UInt32(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      return false
    }
    return zip_file_set_dostime(archive, UInt64(index), 0, date, 0) == 0
  }

  private static func contents(of source: OpaquePointer) throws(Fault) -> Data {
    guard zip_source_open(source) == 0 else { throw Fault(zip_source_error(source).pointee) }
    defer { zip_source_close(source) }
    var bytes = Data()
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = zip_source_read(source, &chunk, UInt64(chunk.count))
      guard count >= 0 else { throw Fault(zip_source_error(source).pointee) }
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: chunk[..<Int(count)])
    }
  }
}

extension Archive.Fault {
  fileprivate init(_ error: zip_error_t) {
    var error = error
    self.init(reason: String(cString: zip_error_strerror(&error)).lowercased())
  }
}

// MARK: - Reading

extension Archive {
  /// What an archive from elsewhere may hold.
  struct Limits {
    var entries: Int
    /// Unpacked, all together.
    var bytes: Int
  }

  /// Every file of an archive, unpacked; counted as it is unpacked, whatever it says of itself.
  static func entries(of data: Data, within limits: Limits) throws(Fault) -> [Entry] {
    let buffer = UnsafeMutableRawBufferPointer.copy(of: data)
    defer { buffer.deallocate() }
    var error = zip_error_t()
    guard
      let source = zip_source_buffer_create(buffer.baseAddress, UInt64(buffer.count), 0, &error)
    else { throw Fault(error) }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      throw Fault(error)
    }
    defer { zip_discard(archive) }
    let count = zip_get_num_entries(archive, 0)
    guard count <= limits.entries else {
      throw Fault(
        reason: "it holds \(DecimalText.grouped(Int(count))) files. "
          + "Allowed: \(DecimalText.grouped(limits.entries))")
    }
    var left = limits.bytes
    var entries: [Entry] = []
    var names: Set<String> = []
    for index in 0..<max(0, count) {
      let entry = try self.entry(UInt64(index), of: archive, left: &left, limits)
      // Some readers take the first of two, some the last.
      guard names.insert(entry.name).inserted else {
        throw Fault(reason: "it holds \(Names.clamped(entry.name, to: 80)) twice")
      }
      if !entry.name.hasSuffix("/") { entries.append(entry) }
    }
    return entries
  }

  private static func entry(
    _ index: UInt64, of archive: OpaquePointer, left: inout Int, _ limits: Limits
  ) throws(Fault) -> Entry {
    var facts = zip_stat_t()
    guard zip_stat_index(archive, index, 0, &facts) == 0, let name = facts.name else {
      throw Fault(zip_get_error(archive).pointee)
    }
    let title = String(cString: name)
    guard facts.encryption_method == 0 else { throw Fault(reason: "it is encrypted") }
    guard let file = zip_fopen_index(archive, index, 0) else {
      throw Fault(zip_get_error(archive).pointee)
    }
    defer { zip_fclose(file) }
    var bytes = Data()
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = zip_fread(file, &chunk, UInt64(chunk.count))
      guard count >= 0 else {
        throw Fault(reason: "its part \(Names.clamped(title, to: 80)) is damaged")
      }
      guard count > 0 else { return Entry(name: title, bytes: bytes) }
      left -= Int(count)
      guard left >= 0 else {
        throw Fault(
          reason: "it unpacks to more than \(DecimalText.grouped(limits.bytes / 1_000_000)) MB")
      }
      bytes.append(contentsOf: chunk[..<Int(count)])
    }
  }
}

extension UnsafeMutableRawBufferPointer {
  fileprivate static func copy(of data: Data) -> UnsafeMutableRawBufferPointer {
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: Swift.max(1, data.count), alignment: 1)
    data.copyBytes(to: buffer)
    return UnsafeMutableRawBufferPointer(rebasing: buffer[..<data.count])
  }
}
