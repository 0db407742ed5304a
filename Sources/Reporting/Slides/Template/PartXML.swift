import Foundation

/// An element of a part's XML, with the bytes it was written as. Text between elements is not
/// kept: nothing that is asked of a template stands there.
struct PartElement {
  /// As written, prefix included.
  var name: String
  var attributes: [String: String]
  var children: [PartElement] = []
  /// From `<` of its start to after `>` of its end; and of its start tag.
  var bytes: Range<Int>
  var startTag: Range<Int>

  /// Without its prefix.
  var kind: String { String(name.split(separator: ":").last ?? "") }

  func first(_ kind: String) -> PartElement? { children.first { $0.kind == kind } }

  func all(_ kind: String) -> [PartElement] { children.filter { $0.kind == kind } }

  /// The element and all below it, in order.
  var tree: [PartElement] { [self] + children.flatMap(\.tree) }

  /// The relationship an element names: `r:id`, whatever its prefix.
  var reference: String? { attributes.first { $0.key.hasSuffix(":id") }?.value }

  func number(_ attribute: String) -> Int? { attributes[attribute].flatMap(Int.init) }
}

/// Reads the XML of office parts: UTF-8, no document type, so nothing is ever fetched or expanded.
struct PartXML {
  struct Fault: Error, Hashable {
    var reason: String
  }

  private let bytes: [UInt8]
  private var place = 0
  private static let deepest = 200

  static func root(of data: Data) throws(Fault) -> PartElement {
    var reader = PartXML(bytes: Array(data))
    return try reader.root()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func root() throws(Fault) -> PartElement {
    guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else {
      throw Fault(reason: "is not in UTF-8")
    }
    var open: [PartElement] = []
    while let start = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      place = start
      if skips("<?", to: "?>") || skips("<!--", to: "-->") || skips("<![CDATA[", to: "]]>") {
        continue
      }
      guard !begins("<!") else { throw Fault(reason: "declares a document type") }
      if begins("</") {
        guard var element = open.popLast(), closes(element.name) else { throw Self.malformed }
        element.bytes = element.bytes.lowerBound..<place
        if open.isEmpty { return element }
        open[open.count - 1].children.append(element)
        continue
      }
      let (element, isEmpty) = try startTag()
      if !isEmpty {
        guard open.count < Self.deepest else { throw Self.malformed }
        open.append(element)
      } else if open.isEmpty {
        return element
      } else {
        open[open.count - 1].children.append(element)
      }
    }
    throw Self.malformed
  }

  private static let malformed = Fault(reason: "is not well-formed XML")

  private func begins(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[place...].starts(with: $0) }
  }

  /// Passes over what begins and ends so.
  private mutating func skips(_ start: StaticString, to end: StaticString) -> Bool {
    guard begins(start) else { return false }
    while place < bytes.count, !begins(end) { place += 1 }
    place = min(bytes.count, place + end.utf8CodeUnitCount)
    return true
  }

  private mutating func closes(_ name: String) -> Bool {
    guard let end = bytes[place...].firstIndex(of: UInt8(ascii: ">")) else { return false }
    let written = String(decoding: bytes[(place + 2)..<end], as: UTF8.self)
    place = end + 1
    return written.trimmingCharacters(in: .whitespacesAndNewlines) == name
  }

  /// Of the element at `place`, and whether it closes itself.
  private mutating func startTag() throws(Fault) -> (PartElement, isEmpty: Bool) {
    let start = place
    place += 1
    let name = word()
    guard !name.isEmpty else { throw Self.malformed }
    var attributes: [String: String] = [:]
    while true {
      skipSpace()
      guard place < bytes.count else { throw Self.malformed }
      let isEmpty = begins("/>")
      if isEmpty || bytes[place] == UInt8(ascii: ">") {
        place += isEmpty ? 2 : 1
        let range = start..<place
        return (
          PartElement(name: name, attributes: attributes, bytes: range, startTag: range), isEmpty
        )
      }
      let key = word()
      skipSpace()
      guard !key.isEmpty, place < bytes.count, bytes[place] == UInt8(ascii: "=") else {
        throw Self.malformed
      }
      place += 1
      skipSpace()
      attributes[key] = try value()
    }
  }

  private mutating func skipSpace() {
    while place < bytes.count, [9, 10, 13, 32].contains(bytes[place]) { place += 1 }
  }

  private mutating func word() -> String {
    let start = place
    let ends = Set("=<>/ \t\r\n\"'".utf8)
    while place < bytes.count, !ends.contains(bytes[place]) { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func value() throws(Fault) -> String {
    guard place < bytes.count, [0x22, 0x27].contains(bytes[place]),
      let end = bytes[(place + 1)...].firstIndex(of: bytes[place])
    else { throw Self.malformed }
    let text = String(decoding: bytes[(place + 1)..<end], as: UTF8.self)
    place = end + 1
    guard text.contains("&") else { return text }
    return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
      .reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
