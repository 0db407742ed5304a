import Foundation
import Regulation

/// Cells by what they hold; what they cannot hold is refused by row and column.
extension PublishedYearReader {
  /// Dollars of any ACO are fewer by far: what is more is a slip, and may not be a whole number of cents.
  private static let most = 1e13

  /// A bare number; `nil` where none is printed. Anything else is refused.
  mutating func number(_ column: PublicUseColumn) -> Double? {
    switch row.figure(column) {
    case .number(let value, isPercent: false) where value.magnitude < Self.most: return value
    case .missing, .suppressed, .noColumn: return nil
    case .number, .payForReporting, .unreadable:
      refuseText(column, "a number, or blank where CMS withholds it")
      return nil
    }
  }

  /// Zero for a blank cell; `nil` only where there is no such column.
  mutating func optionalDollars(_ column: PublicUseColumn) -> Double? {
    row.header.has(column) ? number(column) ?? 0 : nil
  }

  mutating func rate(_ column: PublicUseColumn, _ decimals: Int) -> PrintedRate? {
    switch row.figure(column) {
    case .number:
      return PrintedRate(
        row.text(column) ?? "", leastDecimals: decimals, scale: survey.scale(of: column))
    case .missing, .suppressed, .noColumn: return nil
    case .payForReporting, .unreadable:
      refuseText(column, "a rate, or blank where CMS withholds it")
      return nil
    }
  }

  /// 1 or 0, or a word for either; `nil` where nothing is printed.
  mutating func flag(_ column: PublicUseColumn) -> Bool? {
    guard let text = row.text(column) else { return nil }
    switch PublishedFigure(text) {
    case .number(1, isPercent: false): return true
    case .number(0, isPercent: false): return false
    case .missing, .suppressed, .noColumn: return nil
    case .number, .payForReporting, .unreadable:
      if ["yes", "y", "true"].contains(text.lowercased()) { return true }
      if ["no", "n", "false"].contains(text.lowercased()) { return false }
      refuseText(column, "1 or 0")
      return nil
    }
  }

  mutating func isFlagged(_ column: PublicUseColumn) -> Bool { flag(column) == true }

  func isBlank(_ column: PublicUseColumn) -> Bool {
    switch row.figure(column) {
    case .missing, .suppressed, .noColumn: true
    case .number, .payForReporting, .unreadable: false
    }
  }

  // MARK: - Refusals

  mutating func refuseText(_ column: PublicUseColumn, _ allowed: String) {
    refuse(column, shown(row.text(column) ?? "blank"), allowed)
  }

  mutating func refuse(_ column: PublicUseColumn, _ what: String, _ allowed: String) {
    let name = row.header.place(of: column).map { row.header.names[$0] } ?? column.title
    let problem = row.problem(
      column,
      "\(name.trimmingCharacters(in: .whitespaces)) is \(what). Allowed: \(allowed). "
        + "Correct the row of \(shown(row.id)).")
    if !problems.contains(problem) { problems.append(problem) }
  }

  /// Text from a file as a message may show it: one line, not too long.
  func shown(_ text: String) -> String {
    let plain = String(text.prefix(40).map { $0.isNewline ? " " : $0 })
    return plain.isEmpty ? "blank" : plain
  }
}
