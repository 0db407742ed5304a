import Foundation

/// A colour of the screen, and how it stands out from paper.
public struct Colour: Hashable, Sendable {
  /// 0 through 255.
  public var red, green, blue: Int

  /// Reads `#16395C`; `nil` for anything else.
  public init?(_ text: String) {
    guard text.utf8.first == UInt8(ascii: "#") else { return nil }
    self.init(digits: String(text.dropFirst()))
  }

  /// Reads `16395C`; `nil` for anything else.
  public init?(digits: String) {
    guard digits.utf8.count == 6, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }),
      let number = Int(digits, radix: 16)
    else { return nil }
    (red, green, blue) = (number / 65_536, number / 256 % 256, number % 256)
  }

  /// `16395C`.
  public var digits: String {
    [red, green, blue].map { part in
      let text = String(part, radix: 16, uppercase: true)
      return text.count == 1 ? "0" + text : text
    }.joined()
  }

  /// Mixed with white: 0 leaves it, 1 gives white.
  public func lightened(by share: Double) -> Colour {
    func mixed(_ part: Int) -> Int { part + Int((share * Double(255 - part)).rounded()) }
    var colour = self
    (colour.red, colour.green, colour.blue) = (mixed(red), mixed(green), mixed(blue))
    return colour
  }

  /// (1 + 0.05)/(L + 0.05), L being the relative luminance of WCAG 2.1: 1 for white, 21 for black.
  public var contrastToWhite: Double { 1.05 / (luminance + 0.05) }

  private var luminance: Double {
    func linear(_ part: Int) -> Double {
      let share = Double(part) / 255
      return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
