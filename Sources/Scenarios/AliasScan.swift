/// A first look for alias bombs, before anything is expanded: an alias of aliases of aliases is
/// small as text and endless as a tree.
///
/// It counts what could be aliases by what stands before and behind them, in quotes and comments too,
/// since telling those apart is the parser's work. Ten aliases expand to fewer than fifty copies; a file
/// with few of them is read, and each is refused with its place.
struct AliasScan {
  static let mostAliases = 10

  /// The first anchor of a text that could be a bomb.
  let anchorOfBomb: Spot?

  init(_ text: String) {
    let bytes = Array(text.utf8)
    let aliases = bytes.indices.count { Self.isMark("*", at: $0, in: bytes) }
    guard aliases > Self.mostAliases,
      let anchor = bytes.indices.first(where: { Self.isMark("&", at: $0, in: bytes) })
    else {
      anchorOfBomb = nil
      return
    }
    let before = String(decoding: bytes[..<anchor], as: UTF8.self).unicodeScalars
    let line = before.count { $0 == "\n" } + 1
    let column = before.reversed().prefix { $0 != "\n" }.count + 1
    anchorOfBomb = Spot(line: line, column: column)
  }

  /// Whether `&` or `*` stands here before a letter, digit, dash or underscore, and where YAML may begin a
  /// node: not after a letter or digit, as in `R&D` and `2*3`.
  private static func isMark(_ mark: Unicode.Scalar, at index: Int, in bytes: [UInt8]) -> Bool {
    guard bytes[index] == UInt8(ascii: mark), index + 1 < bytes.count else { return false }
    if index > 0 {
      switch bytes[index - 1] {
      case 48...57, 65...90, 97...122: return false
      default: break
      }
    }
    switch bytes[index + 1] {
    case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "_"): return true
    default: return false
    }
  }
}
