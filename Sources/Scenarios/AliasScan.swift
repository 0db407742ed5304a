/// A first look for anchors with aliases, before anything is expanded: an alias of aliases of
/// aliases is small as text and endless as a tree.
///
/// It sees words that begin with `&` and `*` where a value or key may begin, outside quotes and
/// comments. An anchor without an alias is harmless and is refused later, with its place.
struct AliasScan {
  private(set) var anchorWithAlias: Spot?

  init(_ text: String) {
    guard text.utf8.contains(UInt8(ascii: "&")), text.utf8.contains(UInt8(ascii: "*")) else {
      return
    }
    var anchor: Spot?
    var hasAlias = false
    for (number, line) in text.unicodeScalars.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" }
    ).enumerated() {
      let marks = Self.marks(in: Array(line))
      if anchor == nil, let column = marks.anchor {
        anchor = Spot(line: number + 1, column: column + 1)
      }
      hasAlias = hasAlias || marks.hasAlias
    }
    if hasAlias { anchorWithAlias = anchor }
  }

  private static func marks(in line: [Unicode.Scalar]) -> (anchor: Int?, hasAlias: Bool) {
    var anchor: Int?
    var hasAlias = false
    var quote: Unicode.Scalar?
    var mayBegin = true
    for (column, scalar) in line.enumerated() {
      if let open = quote {
        if scalar == open { quote = nil }
        continue
      }
      let next = column + 1 < line.count ? line[column + 1] : " "
      let isWord = next.properties.isAlphabetic || ("0"..."9").contains(next) || next == "_"
      switch scalar {
      case "#" where column == 0 || line[column - 1] == " ": return (anchor, hasAlias)
      case "\"" where mayBegin, "'" where mayBegin: quote = scalar
      case "&" where mayBegin && isWord: anchor = anchor ?? column
      case "*" where mayBegin && isWord: hasAlias = true
      default: break
      }
      mayBegin = [" ", "\t"].contains(scalar) ? mayBegin : "[{,:-?".unicodeScalars.contains(scalar)
    }
    return (anchor, hasAlias)
  }
}
