/// JSON with one spelling for each value: keys sorted, two spaces, the shortest exact numbers.
public indirect enum JSONText: Hashable, Sendable {
  case object([String: JSONText])
  case array([JSONText])
  case text(String)
  /// Already spelled, such as `12` or `-0.05`.
  case number(String)
  case boolean(Bool)
  case null

  /// A number, or `null` where JSON has no word for it.
  public init(_ value: Double) {
    guard value.isFinite else {
      self = .null
      return
    }
    let isWhole = value == value.rounded() && value.magnitude < 1e15
    self = .number(isWhole ? String(Int64(value)) : value.description)
  }

  /// The whole document, ending in a line feed.
  public var document: String { spelled(indent: "") + "\n" }

  private func spelled(indent: String) -> String {
    let inner = indent + "  "
    switch self {
    case .object(let members):
      guard !members.isEmpty else { return "{}" }
      let lines = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        .map { "\(inner)\(Self.quoted($0.key)): \($0.value.spelled(indent: inner))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    case .array(let values):
      guard !values.isEmpty else { return "[]" }
      if values.allSatisfy(\.isScalar) {
        return "[" + values.map { $0.spelled(indent: inner) }.joined(separator: ", ") + "]"
      }
      let lines = values.map { inner + $0.spelled(indent: inner) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(indent)]"
    case .text(let text): return Self.quoted(text)
    case .number(let digits): return digits
    case .boolean(let value): return value ? "true" : "false"
    case .null: return "null"
    }
  }

  private var isScalar: Bool {
    switch self {
    case .object, .array, .text: false
    case .number, .boolean, .null: true
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _
      where scalar.value < 0x20 || scalar.value == 0x7F
        || scalar.value == 0x2028 || scalar.value == 0x2029:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
