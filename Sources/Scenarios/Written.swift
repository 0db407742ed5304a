/// A place in a file, both numbers from 1; columns count Unicode scalars.
struct Spot: Hashable, Sendable {
  var line, column: Int
  static let start = Spot(line: 1, column: 1)
}

/// One value as the file writes it, with its place: nothing is interpreted yet.
struct Written: Sendable {
  var spot: Spot
  var content: Content

  enum Content: Sendable {
    /// The text, and whether it stood without quotes.
    case scalar(String, isPlain: Bool)
    case list([Written])
    case mapping([Pair])
    /// Already refused while composing; nothing more is said about it.
    case unreadable
  }

  struct Pair: Sendable {
    var key: String
    var spot: Spot
    var value: Written
  }

  static func mapping(_ pairs: [Pair] = [], at spot: Spot = .start) -> Written {
    Written(spot: spot, content: .mapping(pairs))
  }

  var pairs: [Pair]? {
    guard case .mapping(let pairs) = content else { return nil }
    return pairs
  }

  subscript(key: String) -> Pair? { pairs?.first { $0.key == key } }

  var isUnreadable: Bool {
    if case .unreadable = content { true } else { false }
  }
}

extension Written {
  /// The value on one line, as the file writes it: `[0, 0, 0]`, `{esrd: 90, disabled: 12}`.
  var inOneLine: String {
    switch content {
    case .scalar(let text, _): text
    case .list(let items): "[\(items.map(\.inOneLine).joined(separator: ", "))]"
    case .mapping(let pairs):
      "{\(pairs.map { "\($0.key): \($0.value.inOneLine)" }.joined(separator: ", "))}"
    case .unreadable: ""
    }
  }

  /// What a problem says is there: `2.0`, `"0.5"`, `a list of 4`, `empty`.
  var shown: String {
    switch content {
    case .scalar(let text, let isPlain):
      if isPlain, Self.isNull(text) { "empty" } else { Self.shown(text, isPlain: isPlain) }
    case .list(let items): "a list of \(items.count)"
    case .mapping(let pairs): "a mapping of \(pairs.count) \(pairs.count == 1 ? "key" : "keys")"
    case .unreadable: "unreadable"
    }
  }

  static func shown(_ text: String, isPlain: Bool = true) -> String {
    let most = 60
    var line = text.unicodeScalars.map { isShown($0) ? String($0) : " " }.joined()
    if line.count > most { line = line.prefix(most) + "…" }
    return isPlain && !line.isEmpty ? line : "\"\(line)\""
  }

  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return properties.generalCategory != .control && !properties.isWhitespace
      && !scalar.turnsText && !scalar.isolatesText
  }

  static func isNull(_ text: String) -> Bool {
    ["", "~", "null", "Null", "NULL"].contains(text)
  }
}
