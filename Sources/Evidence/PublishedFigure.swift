import Foundation

/// A cell of a public-use file that should hold a number.
///
/// Printed numbers may carry thousands commas, `$`, a percent sign, a minus sign or accountants'
/// parentheses, according to the year.
public enum PublishedFigure: Hashable, Sendable {
  /// The number as printed: `6.46%` is 6.46 with `isPercent`.
  case number(Double, isPercent: Bool)
  /// `*`: withheld because it counts fewer than eleven people.
  case suppressed
  /// Blank, `-`, `.`, `N/A` and CMS's footnote signs `^` and `~`.
  case missing
  /// `P4R`: pay for reporting, a score that counts as one.
  case payForReporting
  /// The file has no such column.
  case noColumn
  /// Anything else, as it stands.
  case unreadable(String)

  public init(_ cell: String) {
    let text = cell.withoutBlanksAround
    if let first = text.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first),
      let number = Self.number(text)
    {
      self = number
      return
    }
    switch text.uppercased() {
    case "", "-", "--", ".", "–", "—", "N/A", "NA", "#N/A", "NULL", "^", "~": self = .missing
    case "*", "**": self = .suppressed
    case "P4R": self = .payForReporting
    default:
      self = Self.number(text) ?? .unreadable(text)
    }
  }

  /// The number with percents as fractions; `nil` where there is none.
  public var fraction: Double? {
    guard case .number(let value, let isPercent) = self else { return nil }
    return isPercent ? value / 100 : value
  }

  /// The number as printed; `nil` where there is none, and for a percentage.
  public var count: Double? {
    guard case .number(let value, isPercent: false) = self else { return nil }
    return value
  }

  private static func number(_ text: String) -> Self? {
    var rest = text[...]
    var isNegative = false
    if rest.hasPrefix("("), rest.hasSuffix(")") {
      rest = rest.dropFirst().dropLast()
      isNegative = true
    }
    let isPercent = rest.hasSuffix("%")
    if isPercent { rest = rest.dropLast() }
    var signs = 0
    while let first = rest.first, "$-−+ ".contains(first), signs < 4 {
      if first == "-" || first == "−" { isNegative.toggle() }
      rest = rest.dropFirst()
      signs += 1
    }
    while rest.hasSuffix(" ") { rest = rest.dropLast() }
    guard let digits = ungrouped(rest), let value = Double(digits), value.isFinite else {
      return nil
    }
    return .number(isNegative ? -value : value, isPercent: isPercent)
  }

  /// Digits without thousands commas; `nil` unless the text is a plain decimal number whose
  /// commas, if any, part groups of three: 74992, 1,234.5, .5, 7., 1.2E+05.
  private static func ungrouped(_ text: Substring) -> String? {
    var scan = DecimalScan(text.utf8)
    let hasWhole = scan.takeWhole()
    let hasPart = scan.takePart()
    guard hasWhole || hasPart, scan.takeExponent(), scan.isAtEnd else { return nil }
    return scan.plain
  }
}

/// Walks the bytes of a printed number: regular expressions take most of the time of a large file.
private struct DecimalScan {
  private var rest: Substring.UTF8View
  /// What has been read, without commas.
  private(set) var plain = ""
  private var isBroken = false

  init(_ text: Substring.UTF8View) { rest = text }

  var isAtEnd: Bool { rest.isEmpty }

  /// Digits before the point, in one run or in groups of three after the first.
  mutating func takeWhole() -> Bool {
    let first = takeDigits()
    guard first > 0 else { return false }
    while rest.first == UInt8(ascii: ",") {
      guard first <= 3 else { return true }
      rest = rest.dropFirst()
      guard takeDigits() == 3 else {
        isBroken = true
        return false
      }
    }
    return true
  }

  /// A point and the digits after it; alone, there must be one.
  mutating func takePart() -> Bool {
    guard !isBroken, rest.first == UInt8(ascii: ".") else { return false }
    let isAlone = plain.isEmpty
    rest = rest.dropFirst()
    plain += isAlone ? "0." : "."
    let digits = takeDigits()
    if digits == 0 { plain += "0" }
    return digits > 0 || !isAlone
  }

  /// Whether an exponent, if there is one, has one to three digits.
  mutating func takeExponent() -> Bool {
    guard let mark = rest.first, mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else {
      return !isBroken
    }
    rest = rest.dropFirst()
    plain += "e"
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      plain.unicodeScalars.append(Unicode.Scalar(sign))
      rest = rest.dropFirst()
    }
    return (1...3).contains(takeDigits())
  }

  private mutating func takeDigits() -> Int {
    var count = 0
    while let byte = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      plain.unicodeScalars.append(Unicode.Scalar(byte))
      rest = rest.dropFirst()
      count += 1
    }
    return count
  }
}
