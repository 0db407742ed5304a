import Foundation

/// Where the bytes of a file come from.
public enum ByteSource: Sendable {
  case file(URL)
  case memory([UInt8])
}

/// The rows of a comma-separated file, one at a time: memory holds one row and one chunk,
/// whatever the length of the file.
///
/// A row ends with CR, LF or both. A cell may stand in double quotes and then hold commas, line
/// ends and doubled quotes. A quote inside a cell that does not begin with one is a plain
/// character. A quote that is never closed spoils its own line only: that line is read as if its
/// quotes were plain characters and is marked by `unclosedQuote`, and the next line is a new row.
/// A row too long to be one is marked by `isTooLong`; the next line is a new row here too.
public struct CommaSeparatedRows {
  /// The longest row that is read, in bytes. CMS's longest are near 2,000.
  public static let longestRow = 1 << 20

  private let handle: FileHandle?
  private let chunk: Int
  private var waiting: ArraySlice<UInt8>
  private var buffer: [UInt8] = []
  private var position = 0
  private var line = 1
  private var isAtEnd = false

  /// - Parameter chunk: Bytes fetched at a time.
  /// - Throws: The error of opening the file.
  public init(_ source: ByteSource, chunk: Int = 1 << 18) throws {
    self.chunk = chunk
    switch source {
    case .file(let url):
      handle = try FileHandle(forReadingFrom: url)
      waiting = []
    case .memory(let bytes):
      handle = nil
      waiting = bytes[...]
    }
    try fill()
    while !isAtEnd, buffer.count < 3 { try fill() }
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// Whether the file opens as UTF-16 does, in which commas are two bytes: with its byte-order
  /// mark, or with a letter of which one byte is zero.
  public var isUTF16: Bool {
    guard buffer.count > 1 else { return false }
    return buffer.starts(with: [0xFF, 0xFE]) || buffer.starts(with: [0xFE, 0xFF])
      || (buffer[0] == 0) != (buffer[1] == 0)
  }

  /// The next row, or `nil` after the last.
  /// - Throws: The error of reading the file.
  public mutating func next() throws -> CommaSeparatedRow? {
    while true {
      if position == buffer.count {
        if isAtEnd { return nil }
        try fill()
        continue
      }
      let isTooLong = buffer.count - position > Self.longestRow
      if let scanned = scan(.everywhere, isWhole: isAtEnd || isTooLong) { return take(scanned) }
      if isTooLong { return try passTooLong() }
      try fill()
    }
  }

  private mutating func take(_ scanned: Scanned) -> CommaSeparatedRow {
    position = scanned.end
    line += scanned.lineEnds
    return scanned.row
  }

  /// Leaves out a row up to its first line end.
  private mutating func passTooLong() throws -> CommaSeparatedRow {
    let row = CommaSeparatedRow(tooLongOn: line)
    while true {
      let isEnd: (UInt8) -> Bool = { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      position = buffer[position...].firstIndex(where: isEnd) ?? buffer.count
      if position + 1 >= buffer.count, !isAtEnd {
        try fill()
      } else {
        let isPair = buffer[position...].starts(with: [UInt8(ascii: "\r"), UInt8(ascii: "\n")])
        position = min(position + (isPair ? 2 : 1), buffer.count)
        line += 1
        return row
      }
    }
  }

  private mutating func fill() throws {
    buffer.removeFirst(position)
    position = 0
    if let handle {
      let data = try handle.read(upToCount: chunk) ?? Data()
      buffer.append(contentsOf: data)
      isAtEnd = data.isEmpty
    } else {
      buffer.append(contentsOf: waiting.prefix(chunk))
      waiting = waiting.dropFirst(chunk)
      isAtEnd = waiting.isEmpty
    }
  }

  private struct Scanned {
    var row: CommaSeparatedRow
    var end: Int
    var lineEnds: Int
  }

  /// The row that begins at `position`, or `nil` where its end is not in the buffer.
  ///
  /// Where a quote turns out never to be closed the row is read again without it.
  private func scan(_ quotes: CellScanner.Quotes, isWhole: Bool) -> Scanned? {
    var cells = CellScanner(line: line, quotes: quotes)
    for index in position..<buffer.count {
      let following = index + 1 < buffer.count ? buffer[index + 1] : nil
      if following == nil, !isAtEnd { break }
      switch cells.read(buffer[index], following) {
      case .continues: continue
      case .rowEnds(let length):
        return Scanned(row: cells.row(), end: index + length, lineEnds: cells.lineEnds)
      case .isMalformed:
        return scan(cells.withoutThisQuote, isWhole: isWhole)
      }
    }
    if !isWhole { return nil }
    if cells.isInsideQuotes { return scan(cells.withoutThisQuote, isWhole: true) }
    guard isAtEnd else { return nil }
    return Scanned(row: cells.row(), end: buffer.count, lineEnds: cells.lineEnds)
  }
}
