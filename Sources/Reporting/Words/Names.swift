/// Text that came from a file, made fit to stand in a sentence, a cell or a chart.
enum Names {
  /// At most `limit` characters on one line, control and direction-override characters removed;
  /// text that reads from right to left is isolated so that it cannot turn its neighbours.
  static func clamped(_ text: String, to limit: Int) -> String {
    if isPlain(text), text.utf8.count <= limit { return text }
    var kept = ""
    var count = 0
    for character in text {
      guard let clean = cleaned(character) else { continue }
      guard count < limit else {
        kept = kept.trimmingSpaces() + "…"
        break
      }
      kept.append(clean)
      count += 1
    }
    let line = kept.trimmingSpaces()
    return line.unicodeScalars.contains(where: readsFromTheRight)
      ? "\u{2068}\(line)\u{2069}" : line
  }

  /// Whether nothing needs cleaning: printable ASCII without a space at either end.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.first != 0x20 && text.utf8.last != 0x20
      && text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
  }

  /// `A`, `A and B`, `A, B and C`, `A, B, C and 4 others`.
  static func list(_ names: [String], most: Int = 4) -> String {
    guard names.count <= most else {
      return names.prefix(most - 1).joined(separator: ", ")
        + " and \(names.count - most + 1) others"
    }
    guard let last = names.last else { return "none" }
    guard names.count > 1 else { return last }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// One space for any white space; at most eight scalars of one character, so that stacked marks
  /// cannot climb over other lines; `nil` for what has no place in print.
  private static func cleaned(_ character: Character) -> Character? {
    if character.isWhitespace { return " " }
    let scalars = character.unicodeScalars.filter { !isUnprintable($0) }.prefix(8)
    guard !scalars.isEmpty else { return nil }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text).first
  }

  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .surrogate, .privateUse, .unassigned: true
    case .format: scalar.value != 0x200D
    default: false
    }
  }

  static func readsFromTheRight(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      true
    default: false
    }
  }
}

extension String {
  /// The same sentence with a capital first letter.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  fileprivate func trimmingSpaces() -> String {
    let start = drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}
