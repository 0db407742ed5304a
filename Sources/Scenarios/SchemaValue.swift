/// A value of JSON with its members in the order in which they were written.
indirect enum SchemaValue: Sendable {
  case text(String)
  case number(Double)
  case flag(Bool)
  case list([SchemaValue])
  case object([(String, SchemaValue)])

  static func words(_ words: [String]) -> SchemaValue { .list(words.map { .text($0) }) }

  /// Two spaces a level, one member on a line; short lists on one line.
  func json(indent: String = "") -> String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .number(let number): Self.plain(number)
    case .flag(let flag): flag ? "true" : "false"
    case .list(let items):
      items.allSatisfy(\.isPlain)
        ? "[\(items.map { $0.json() }.joined(separator: ", "))]"
        : Self.block("[", items.map { $0.json(indent: indent + "  ") }, "]", indent)
    case .object(let members):
      Self.block(
        "{", members.map { "\(Self.quoted($0.0)): \($0.1.json(indent: indent + "  "))" }, "}",
        indent)
    }
  }

  /// The schema of a part of what this is the schema of: no key must be there, but in the items of
  /// a list.
  var ofPart: SchemaValue {
    switch self {
    case .object(let members):
      .object(
        members.filter { $0.0 != "required" }.map { ($0.0, $0.0 == "items" ? $0.1 : $0.1.ofPart) })
    case .list(let items): .list(items.map(\.ofPart))
    case .text, .number, .flag: self
    }
  }

  private var isPlain: Bool {
    switch self {
    case .text, .number, .flag: true
    case .list, .object: false
    }
  }

  private static func block(
    _ open: String, _ lines: [String], _ close: String, _ indent: String
  ) -> String {
    guard !lines.isEmpty else { return open + close }
    return open + "\n" + lines.map { "\(indent)  \($0)" }.joined(separator: ",\n")
      + "\n\(indent)\(close)"
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : "\(number)"
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
