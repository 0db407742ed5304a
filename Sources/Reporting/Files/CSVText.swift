/// One comma-separated file as RFC 4180 has it: CRLF, quotes doubled.
struct CSVText {
  private(set) var text = ""

  mutating func row(_ cells: [String]) {
    text += cells.map(Self.cell).joined(separator: ",") + "\r\n"
  }

  /// Text from a file, made harmless to a spreadsheet: what could be read as a formula gets a
  /// leading apostrophe.
  static func harmless(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    return ["=", "+", "-", "@", "\t", "\r", "\n"].contains(first) ? "'" + text : text
  }

  /// In quotes where it must be.
  static func cell(_ cell: String) -> String {
    guard cell.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  /// The cells of a text of this kind, row by row, quotes taken off.
  static func rows(of text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var wasQuote = false
    func isEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "," || scalar == "\n" }
    for scalar in text.unicodeScalars {
      if scalar == "\"" {
        if wasQuote { cell.append(scalar) }
        wasQuote = !wasQuote && isQuoted
        isQuoted.toggle()
        continue
      }
      wasQuote = false
      guard !isQuoted, isEnd(scalar) || scalar == "\r" else {
        cell.append(scalar)
        continue
      }
      guard isEnd(scalar) else { continue }
      row.append(String(cell))
      cell = .init()
      guard scalar == "\n" else { continue }
      rows.append(row)
      row = []
    }
    return rows
  }
}
