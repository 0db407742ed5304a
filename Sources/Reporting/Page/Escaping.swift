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

  /// For running text: a minus sign stays with its amount, an amount with its unit, and the levels
  /// of a path such as `A-A-C-D-E` on one line.
  static func sentence(_ text: String) -> String {
    escaped(text)
      .replacing(/\b[A-E](?:-[A-E])+\b/) { $0.0.replacing("-", with: "\u{2060}-\u{2060}") }
      .replacing("\u{2212}$", with: "\u{2212}\u{2060}$")
      .replacing(" million", with: "\u{A0}million")
      .replacing(" billion", with: "\u{A0}billion")
  }

  /// Text of any length straight from a file, on one line, without what could turn its neighbours.
  static func line(_ text: String) -> String { escaped(Names.clamped(text, to: .max)) }

  /// The same for running text.
  static func lineOfText(_ text: String) -> String { sentence(Names.clamped(text, to: .max)) }

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
