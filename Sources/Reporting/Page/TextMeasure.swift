/// How much room a text takes in print, letter by letter, a few percent on the safe side of the
/// page's fonts.
enum TextMeasure {
  /// Pixels of one line at a font size.
  static func width(_ text: some StringProtocol, size: Double) -> Double {
    (sumOfPlain(text) ?? text.reduce(0) { $0 + ems($1) }) * size
  }

  /// By scalar, where each is a letter of its own; `nil` where some may join.
  private static func sumOfPlain(_ text: some StringProtocol) -> Double? {
    let ascii = Self.ascii
    var sum = 0.0
    for scalar in text.unicodeScalars {
      if scalar.value < 128 {
        sum += ascii[Int(scalar.value)]
      } else if let width = printed[scalar] {
        sum += width
      } else {
        return nil
      }
    }
    return sum
  }

  private static let ascii = (0..<128).map { ems(Character(UnicodeScalar(UInt8($0)))) }
  /// What print adds to ASCII.
  private static let printed = Dictionary(
    uniqueKeysWithValues: "\u{2212}–—±·…\u{2007}\u{2008}\u{A0}’“”×≤≥".unicodeScalars.map {
      ($0, ems(Character($0)))
    })

  /// Lines a text takes, broken at spaces, and inside words that are wider than a line.
  static func lines(_ text: String, size: Double, in width: Double) -> Int {
    let space = ems(" ") * size
    var lines = 1
    var used = 0.0
    for word in text.split(separator: " ") {
      let length = Self.width(word, size: size)
      if used > 0, used + space + length > width {
        lines += 1
        used = 0
      }
      used += (used > 0 ? space : 0) + length
      if used > width {
        // A broken word loses up to a letter a line.
        let room = max(size, width - size)
        let whole = Int(used / room)
        lines += whole
        used -= Double(whole) * room
      }
    }
    return lines
  }

  static func longestWord(_ text: String, size: Double) -> Double {
    text.split(separator: " ").map { width($0, size: size) }.max() ?? 0
  }

  private static func ems(_ character: Character) -> Double {
    switch character {
    case "i", "j", "l", "|", "'": 0.245
    case " ", ".", ",", ":", ";", "!", "\u{2008}": 0.285
    case "f", "t", "r", "(", ")", "-", "I", "/": 0.35
    case "c", "k", "s", "v", "x", "y", "z": 0.515
    case "w": 0.74
    case "m": 0.87
    case "%": 0.9
    case "M", "W", "@", "—", "…": 0.96
    case "a"..."z", "0"..."9", "$", "+", "\u{2212}", "–", "±", "·", "?", "_", "\u{2007}": 0.57
    case "A"..."Z", "&": 0.75
    default: 1.1
    }
  }
}
