/// A text in which keys given twice get names of their own, of the same length, so that the text
/// can be read on and every place in it stays where it was.
struct KeyRenaming {
  private(set) var text: String
  private var originals: [String: String] = [:]
  private var left: Int

  init(_ text: String) {
    self.text = text
    // Each renaming reads the text again: few for a large text.
    left = max(2, min(50, 4_000_000 / max(1, text.utf8.count)))
  }

  func original(_ key: String) -> String { originals[key] ?? key }

  /// Whether the key could be renamed; not where it is empty, folded or escaped.
  mutating func rename(_ key: String, at spot: Spot) -> Bool {
    guard left > 0, !key.isEmpty, originals[key] == nil, var start = index(of: spot) else {
      return false
    }
    let scalars = text.unicodeScalars
    if scalars[start] == "\"" || scalars[start] == "'" { start = scalars.index(after: start) }
    let count = key.unicodeScalars.count
    guard let end = scalars.index(start, offsetBy: count, limitedBy: scalars.endIndex),
      scalars[start..<end].elementsEqual(key.unicodeScalars),
      let name = freshName(count)
    else { return false }
    text.unicodeScalars.replaceSubrange(start..<end, with: name.unicodeScalars)
    originals[name] = key
    left -= 1
    return true
  }

  func isTab(at spot: Spot) -> Bool {
    index(of: spot).map { text.unicodeScalars[$0] == "\t" } ?? false
  }

  /// A name no author writes: characters of a private-use plane.
  private func freshName(_ count: Int) -> String? {
    guard let first = Unicode.Scalar(0xF0001 + UInt32(originals.count)),
      let rest = Unicode.Scalar(UInt32(0xF0000))
    else { return nil }
    return String(first) + String(repeating: String(rest), count: count - 1)
  }

  private func index(of spot: Spot) -> String.Index? {
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    for _ in 1..<max(1, spot.line) {
      guard let end = scalars[index...].firstIndex(of: "\n") else { return nil }
      index = scalars.index(after: end)
    }
    guard let found = scalars.index(index, offsetBy: spot.column - 1, limitedBy: scalars.endIndex),
      found < scalars.endIndex
    else { return nil }
    return found
  }
}
