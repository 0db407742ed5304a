/// The text of a scenario file, held to what can be read safely: its size, its encoding, its
/// characters and its nesting are checked before any of it is parsed.
struct ScenarioText: Sendable {
  /// One mebibyte; a full scenario is a hundredth of it.
  static let mostBytes = 1_048_576
  /// Brackets and braces in the whole file, and dashes at the start of one line.
  static let mostBrackets = 1_000
  static let mostDashes = 50

  let text: String

  init(_ bytes: [UInt8], file: String) throws(Problems) {
    guard bytes.count <= Self.mostBytes else {
      throw Problems(Self.tooLarge(bytes.count, file: file))
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard let text = String(validating: body, as: UTF8.self) else {
      throw Problems(Self.notUnicode(bytes, file: file))
    }
    self.text = text
    if let problem = Self.unprintable(in: text, file: file) ?? Self.tooDeep(text, file: file) {
      throw Problems(problem)
    }
  }

  static func tooLarge(_ bytes: Int, file: String) -> Problem {
    problem(
      file, .start, "is \(Bounds.text(Double(bytes))) bytes long.",
      "Allowed: at most \(Bounds.text(Double(mostBytes))) bytes. A scenario is a few kilobytes of "
        + "YAML; check that this is the right file.")
  }

  private static func notUnicode(_ bytes: [UInt8], file: String) -> Problem {
    let offset = bytesBeforeFault(bytes)
    let line = 1 + bytes[..<offset].count { $0 == 0x0A }
    let start = bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let column = String(decoding: bytes[start..<offset], as: UTF8.self).unicodeScalars.count + 1
    return problem(
      file, Spot(line: line, column: column), "is not UTF-8 text at byte \(offset + 1).",
      "Allowed: UTF-8 text. Save the file as UTF-8.")
  }

  /// How many bytes come before the first that begins no whole character.
  private static func bytesBeforeFault(_ bytes: [UInt8]) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var before = 0
    while case .valid(let character) = parser.parseScalar(from: &iterator) {
      before += character.count
    }
    return before
  }

  private static func unprintable(in text: String, file: String) -> Problem? {
    var spot = Spot.start
    for scalar in text.unicodeScalars {
      if isRefused(scalar) {
        let code = String(scalar.value, radix: 16, uppercase: true)
        return problem(
          file, spot, "has the control character U+\(code).",
          "Allowed: printable text. Delete the character, or save the file as plain UTF-8 text.")
      }
      spot = scalar == "\n" ? Spot(line: spot.line + 1, column: 1) : spot.next
    }
    return nil
  }

  private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85: false
    case 0..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// A parser that follows every bracket would exhaust its stack on a file made of them.
  private static func tooDeep(_ text: String, file: String) -> Problem? {
    var brackets = 0
    for (index, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      brackets += line.count { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") }
      let dashes = line.prefix { [0x20, 0x09, 0x2D, 0x3F, 0x3A].contains($0) }
        .count { $0 != 0x20 && $0 != 0x09 }
      guard brackets > mostBrackets || dashes > mostDashes else { continue }
      return problem(
        file, Spot(line: index + 1, column: 1), "nests too deeply here.",
        "Allowed: at most \(Bounds.text(Double(mostBrackets))) brackets and braces in the file and "
          + "\(mostDashes) dashes on a line. A scenario needs fewer than a hundred.")
    }
    return nil
  }

  static func problem(_ file: String, _ spot: Spot, _ says: String, _ fix: String) -> Problem {
    Problem(
      file: file, line: spot.line, column: spot.column, key: "the file", says: says, fix: fix)
  }
}

extension Spot {
  var next: Spot { Spot(line: line, column: column + 1) }
}
