/// One row of a comma-separated file.
public struct CommaSeparatedRow: Hashable, Sendable {
  /// The line on which the row begins, 1 for the first of the file.
  public var line: Int
  /// The place, 1 for the first, of a cell whose quote is never closed.
  public var unclosedQuote: Int?
  /// Whether the row did not end within `CommaSeparatedRows.longestRow` bytes; it then has no cells.
  public var isTooLong = false
  private var bytes: [UInt8]
  private var ends: [Int]

  init(line: Int, unclosedQuote: Int?, bytes: [UInt8], ends: [Int]) {
    self.line = line
    self.unclosedQuote = unclosedQuote
    self.bytes = bytes
    self.ends = ends
  }

  init(tooLongOn line: Int) {
    self.init(line: line, unclosedQuote: nil, bytes: [], ends: [])
    isTooLong = true
  }

  public var count: Int { ends.count }

  /// Whether no cell holds anything but blanks.
  public var isBlank: Bool { !isTooLong && bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

  /// The place, 1 for the first, of the first cell with a byte of zero, which no text holds.
  public var zeroByte: Int? {
    bytes.firstIndex(of: 0).flatMap { zero in ends.firstIndex { zero < $0 } }.map { $0 + 1 }
  }

  /// The text of a cell, 0 for the first, without the quotes around it.
  ///
  /// A cell that is not UTF-8 is read as Windows-1252, which holds Latin-1: files pass through
  /// spreadsheets, and one file may hold both.
  public subscript(place: Int) -> String {
    let cell = bytes[(place == 0 ? 0 : ends[place - 1])..<ends[place]]
    if let text = String(validating: cell, as: UTF8.self) { return text }
    return String(String.UnicodeScalarView(cell.map(Self.windows1252)))
  }

  private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return upperControls[Int(byte - 0x80)]
  }

  /// Bytes 80 through 9F; the five that Windows-1252 leaves out are the replacement character.
  private static let upperControls = Array(
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)
}

/// Reads the bytes of one row, one after another, and parts them into cells.
struct CellScanner {
  enum Step: Equatable {
    case continues
    /// The line end is this many bytes long.
    case rowEnds(Int)
    /// A quoted cell ran over a line end and was then closed in the middle of other text: its
    /// quote was never meant to reach that far.
    case isMalformed
  }
  /// Which cells may open with a quote.
  enum Quotes {
    case everywhere
    case everywhereBut(cell: Int)
    case nowhere
  }
  private enum Place { case cellStart, plain, quoted, afterQuote }

  let line: Int
  let quotes: Quotes
  private(set) var lineEnds = 0
  private var place = Place.cellStart
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var isEscaped = false
  private var cellSpansLines = false
  private var unclosedQuote: Int?

  init(line: Int, quotes: Quotes) {
    self.line = line
    self.quotes = quotes
  }

  var isInsideQuotes: Bool { place == .quoted }

  /// How to read the row again once the quote of the present cell is known to be astray.
  var withoutThisQuote: Quotes {
    if case .everywhere = quotes { .everywhereBut(cell: ends.count + 1) } else { .nowhere }
  }

  mutating func read(_ byte: UInt8, _ following: UInt8?) -> Step {
    if place == .quoted { return readQuoted(byte, following) }
    switch byte {
    case UInt8(ascii: ","):
      endCell()
    case UInt8(ascii: "\n"):
      return endRow(1)
    case UInt8(ascii: "\r"):
      return endRow(following == UInt8(ascii: "\n") ? 2 : 1)
    case UInt8(ascii: "\"") where place == .cellStart:
      openQuote(byte)
    case UInt8(ascii: " ") where place == .afterQuote:
      break
    default:
      if place == .afterQuote, cellSpansLines { return .isMalformed }
      place = .plain
      bytes.append(byte)
    }
    return .continues
  }

  func row() -> CommaSeparatedRow {
    CommaSeparatedRow(
      line: line, unclosedQuote: unclosedQuote, bytes: bytes, ends: ends + [bytes.count])
  }

  private mutating func openQuote(_ byte: UInt8) {
    let cell = ends.count + 1
    let opens =
      switch quotes {
      case .everywhere: true
      case .everywhereBut(let other): other != cell
      case .nowhere: false
      }
    if opens {
      place = .quoted
      cellSpansLines = false
    } else {
      place = .plain
      bytes.append(byte)
      unclosedQuote = unclosedQuote ?? cell
    }
  }

  private mutating func readQuoted(_ byte: UInt8, _ following: UInt8?) -> Step {
    if isEscaped {
      isEscaped = false
      bytes.append(byte)
    } else if byte == UInt8(ascii: "\"") {
      if following == byte { isEscaped = true } else { place = .afterQuote }
    } else {
      let isLineEnd = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      if isLineEnd { cellSpansLines = true }
      if byte == UInt8(ascii: "\n") || (isLineEnd && following != UInt8(ascii: "\n")) {
        lineEnds += 1
      }
      bytes.append(byte)
    }
    return .continues
  }

  private mutating func endCell() {
    ends.append(bytes.count)
    place = .cellStart
  }

  private mutating func endRow(_ length: Int) -> Step {
    lineEnds += 1
    return .rowEnds(length)
  }
}
