/// One comma-separated file as RFC 4180 has it: CRLF, quotes doubled.
struct CSVText {
  private(set) var text = ""

  mutating func row(_ cells: [String]) {
    text += cells.map(Self.quoted).joined(separator: ",") + "\r\n"
  }

  /// Text from a file, made harmless to a spreadsheet: what could be read as a formula gets a
  /// leading apostrophe.
  static func harmless(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    return ["=", "+", "-", "@", "\t", "\r", "\n"].contains(first) ? "'" + text : text
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
