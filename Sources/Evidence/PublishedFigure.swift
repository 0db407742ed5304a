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
    let text = cell.trimmingCharacters(in: .whitespacesAndNewlines)
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
  /// commas, if any, part groups of three.
  private static func ungrouped(_ text: Substring) -> String? {
    let plain = /((\d+|\d{1,3}(,\d{3})+)(\.\d*)?|\.\d+)([eE][-+]?\d{1,3})?/
    guard text.wholeMatch(of: plain) != nil else { return nil }
    return text.filter { $0 != "," }
  }
}
