/// Goes through the tags of a drawing, one after the other.
struct SVGScan {
  private let bytes: ArraySlice<UInt8>
  private var place: Int
  private var open: [String] = []
  /// Attributes of the outermost element.
  private(set) var root: [String: String]?

  private static let mostDepth = 200

  init(bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  mutating func run() throws(LogoFault) {
    while place < bytes.endIndex {
      if bytes[place] == UInt8(ascii: "<") { try tag() } else { try characters() }
    }
    guard open.isEmpty, root != nil else { throw SVGFile.notAPicture }
  }

  // MARK: - Between tags

  private mutating func characters() throws(LogoFault) {
    let text = upTo { $0 == UInt8(ascii: "<") }
    try SVGRule.check(text: try decoded(text))
    if open.isEmpty, text.contains(where: { !$0.isWhitespace }) { throw SVGFile.notAPicture }
  }

  // MARK: - Tags

  private mutating func tag() throws(LogoFault) {
    if skips("<!--") { return try pass("-->") }
    if skips("<![CDATA[") {
      let start = place
      try pass("]]>")
      return try SVGRule.check(text: String(decoding: bytes[start..<place], as: UTF8.self))
    }
    if skips("<!") { throw SVGFile.unsafe("a document type or an entity") }
    if skips("<?") {
      guard root == nil, skips("xml ") else { throw SVGFile.unsafe("a processing instruction") }
      return try pass("?>")
    }
    if skips("</") { return try close() }
    place += 1
    try element()
  }

  private mutating func close() throws(LogoFault) {
    let name = name()
    skipSpace()
    guard skips(">"), open.popLast() == name else { throw SVGFile.notAPicture }
  }

  private mutating func element() throws(LogoFault) {
    let name = name()
    guard !name.isEmpty, open.count < Self.mostDepth, !open.isEmpty || root == nil else {
      throw SVGFile.notAPicture
    }
    try SVGRule.check(element: name)
    var attributes: [String: String] = [:]
    while true {
      skipSpace()
      if skips("/>") { break }
      if skips(">") {
        open.append(name)
        break
      }
      let (key, value) = try attribute()
      guard attributes.updateValue(value, forKey: key) == nil else { throw SVGFile.notAPicture }
      try SVGRule.check(attribute: key, value)
    }
    guard root == nil else { return }
    guard SVGRule.local(name) == "svg" else { throw SVGFile.notAPicture }
    root = attributes
  }

  private mutating func attribute() throws(LogoFault) -> (String, String) {
    let key = name()
    skipSpace()
    guard !key.isEmpty, skips("=") else { throw SVGFile.notAPicture }
    skipSpace()
    guard place < bytes.endIndex, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[place])
    else { throw SVGFile.notAPicture }
    let quote = bytes[place]
    place += 1
    let text = upTo { $0 == quote || $0 == UInt8(ascii: "<") }
    guard place < bytes.endIndex, bytes[place] == quote else { throw SVGFile.notAPicture }
    place += 1
    return (key, try decoded(text))
  }

  // MARK: - Letters

  private mutating func upTo(_ isEnd: (UInt8) -> Bool) -> String {
    let end = bytes[place...].firstIndex(where: isEnd) ?? bytes.endIndex
    defer { place = end }
    return String(decoding: bytes[place..<end], as: UTF8.self)
  }

  private mutating func name() -> String {
    upTo { byte in
      let isLetter = byte >= 0x80 || (0x30...0x3A).contains(byte) || (0x41...0x5A).contains(byte)
      return !(isLetter || (0x61...0x7A).contains(byte) || [0x2D, 0x2E, 0x5F].contains(byte))
    }
  }

  private mutating func skipSpace() {
    while place < bytes.endIndex, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
  }

  private mutating func skips(_ word: String) -> Bool {
    guard bytes[place...].starts(with: word.utf8) else { return false }
    place += word.utf8.count
    return true
  }

  /// Passes what comes before a word, and the word.
  private mutating func pass(_ word: String) throws(LogoFault) {
    while place < bytes.endIndex {
      if skips(word) { return }
      place += 1
    }
    throw SVGFile.notAPicture
  }

  /// With the five entities of XML and numbered characters in their place.
  private func decoded(_ text: String) throws(LogoFault) -> String {
    guard text.contains("&") else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      guard let end = rest[start...].firstIndex(of: ";") else { throw SVGFile.notAPicture }
      result += try Self.character(rest[rest.index(after: start)..<end])
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func character(_ name: Substring) throws(LogoFault) -> String {
    let known = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
    if let letter = known[String(name)] { return letter }
    let digits = name.dropFirst(name.hasPrefix("#x") ? 2 : 1)
    guard name.hasPrefix("#"), let code = UInt32(digits, radix: name.hasPrefix("#x") ? 16 : 10),
      let scalar = Unicode.Scalar(code)
    else { throw SVGFile.unsafe("an entity") }
    return String(scalar)
  }
}
