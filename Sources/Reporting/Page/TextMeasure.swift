/// How much room a text takes in print, letter by letter, a few percent on the safe side of the
/// page's fonts.
enum TextMeasure {
  /// Pixels of one line at a font size.
  static func width(_ text: String, size: Double) -> Double {
    text.reduce(0) { $0 + ems($1) } * size
  }

  /// Lines a text takes, broken at spaces, and inside words that are wider than a line.
  static func lines(_ text: String, size: Double, in width: Double) -> Int {
    let space = ems(" ") * size
    var lines = 1
    var used = 0.0
    for word in text.split(separator: " ") {
      let length = Self.width(String(word), size: size)
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
    text.split(separator: " ").map { width(String($0), size: size) }.max() ?? 0
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
