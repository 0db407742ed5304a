import Crypto
import Foundation

/// The rows of a portfolio that are done, kept as they come, so that a run that is stopped goes on
/// where it was.
///
/// A line a row: a digest of the rest, the row's identity and the row as JSON. A line is forced to disk
/// before the next; one that a killed run left torn is cut off.
public struct PortfolioJournal: Sendable {
  static let firstLine = "glidepath portfolio, unfinished\n"

  public let path: String
  private let file: Int32
  private var rows: [Key: PortfolioRow] = [:]

  private struct Key: Hashable {
    var place, identity: String
  }

  /// Opens the file, made where it is missing, and reads what it holds.
  ///
  /// - Throws: `CannotWrite`: also where another run holds it, or it is a file of another kind.
  public init(path: String) throws(CannotWrite) {
    self.path = path
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard file >= 0 else { throw CannotWrite(path: path, errno: errno) }
    if flock(file, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      _ = close(file)
      throw CannotWrite(path: path, errno: EWOULDBLOCK)
    }
    let text = FileManager.default.contents(atPath: path) ?? Data()
    let head = Data(Self.firstLine.utf8)
    guard text.starts(with: head) || head.starts(with: text) else {
      _ = close(file)
      throw CannotWrite(path: path, reason: "a file of another kind stands under that name")
    }
    let whole = text.starts(with: head) ? read(text.dropFirst(head.count)) + head.count : 0
    guard ftruncate(file, off_t(whole)) == 0, lseek(file, 0, SEEK_END) >= 0 else {
      let code = errno
      _ = close(file)
      throw CannotWrite(path: path, errno: code)
    }
    guard whole == 0 else { return }
    do throws(CannotWrite) {
      try append(head)
    } catch {
      _ = close(file)
      if text.isEmpty { _ = unlink(path) }
      throw error
    }
  }

  /// A row that was kept; `nil` where none of this place and identity was.
  public func row(at place: String, of identity: PortfolioIdentity) -> PortfolioRow? {
    rows[Key(place: place, identity: identity.text)]
  }

  /// Keeps a row.
  ///
  /// - Throws: `CannotWrite`.
  public func keep(_ row: PortfolioRow, of identity: PortfolioIdentity) throws {
    let json = String(decoding: try PortfolioCoding.bytes(of: row), as: UTF8.self)
    let told = "\(identity.text)\t\(json)"
    try append(Data("\(Self.digest(of: told)) \(told)\n".utf8))
  }

  /// The hold on the file ends; what it holds stays.
  public func release() { _ = close(file) }

  public func remove() { _ = unlink(path) }

  /// How many bytes are whole lines.
  private mutating func read(_ text: Data) -> Int {
    var count = 0
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
      let parts = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 1)
      guard parts.count == 2, parts[0] == Self.digest(of: String(parts[1])) else { break }
      let told = parts[1].split(separator: "\t", maxSplits: 1)
      guard told.count == 2,
        let row = try? PortfolioCoding.decoded(PortfolioRow.self, from: Data(told[1].utf8))
      else { break }
      rows[Key(place: row.place, identity: String(told[0]))] = row
      count += line.count + 1
    }
    return count
  }

  private func append(_ bytes: Data) throws(CannotWrite) {
    var left = bytes[...]
    while !left.isEmpty {
      let count = left.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count >= 0 {
        left = left.dropFirst(count)
      } else if errno != EINTR {
        throw CannotWrite(path: path, errno: errno)
      }
    }
    guard fsync(file) == 0 else { throw CannotWrite(path: path, errno: errno) }
  }

  private static func digest(of text: String) -> String {
    RunManifest.mark(of: text)
  }
}

/// Rows as JSON on one line: the same text for the same row, numbers exact.
enum PortfolioCoding {
  static func bytes(of value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
  }

  static func decoded<Value: Decodable>(_ type: Value.Type, from bytes: Data) throws -> Value {
    try JSONDecoder().decode(type, from: bytes)
  }
}
