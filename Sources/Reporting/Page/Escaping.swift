/// Text made safe inside HTML and SVG.
enum Markup {
  /// For text and for attributes in double or single quotes. Characters that XML cannot carry
  /// become the replacement character.
  static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(isAllowed(scalar) ? scalar : "\u{FFFD}")
      }
    }
    return result
  }

  /// For running text: a minus sign stays with its amount, and an amount with its unit.
  static func sentence(_ text: String) -> String {
    escaped(text)
      .replacing("\u{2212}$", with: "\u{2212}\u{2060}$")
      .replacing(" million", with: "\u{A0}million")
      .replacing(" billion", with: "\u{A0}billion")
  }

  /// For running text of slides, whose programs may show the mark that holds a minus to its amount.
  static func slideText(_ text: String) -> String {
    escaped(text)
      .replacing(" million", with: "\u{A0}million")
      .replacing(" billion", with: "\u{A0}billion")
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD: true
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
