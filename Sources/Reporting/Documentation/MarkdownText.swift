/// Text made safe inside Markdown: it shows as it is and is never markup, a link, HTML or the end of
/// a table's cell.
enum MarkdownText {
  /// On one line. Characters that no page can carry are left out; text that reads from right to left
  /// is isolated.
  static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in Names.clamped(text, to: .max).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      // A word joiner after it keeps an address from becoming a link.
      case "@": result += "@\u{2060}"
      case "\\", "`", "*", "_", "{", "}", "[", "]", "#", "|", "~", "^":
        result += "\\"
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return withoutAddresses(result)
  }

  /// `https\://` and `www\.` show the same and become no link.
  private static func withoutAddresses(_ text: String) -> String {
    text.replacing("://", with: "\\://").replacing("www.", with: "www\\.")
      .replacing("WWW.", with: "WWW\\.")
  }

  /// A paragraph, whose first character could otherwise begin a list or a rule.
  static func paragraph(_ text: String) -> String {
    let line = escaped(text)
    guard let first = line.first else { return line }
    if ["-", "+", "="].contains(first) { return "\\" + line }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count)
    guard !digits.isEmpty, let mark = rest.first, [".", ")"].contains(mark) else { return line }
    return "\(digits)\\\(rest)"
  }
}
