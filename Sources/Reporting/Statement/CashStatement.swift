import Foundation
import Projection
import Regulation

/// One history's cash calendar as a person reads it: what moves on which day, with its paragraph.
public struct CashStatement: Hashable, Sendable {
  public var calendar: CashCalendar

  public init(_ calendar: CashCalendar) { self.calendar = calendar }

  /// Eighty columns, cash at the end of each half-year; what moves monthly is one line of it.
  public var text: String {
    var rows = [
      "Cash calendar", String(repeating: "=", count: Statement.width),
      Self.row("", "", "", "42 CFR"),
    ]
    var start: Day?
    for end in calendar.halfYears {
      rows += lines(after: start, through: end).map(Self.printed)
      let balance = calendar.balance(through: end)
      rows.append(Self.row(end.description, "Cash since the start", Self.money(balance), ""))
      start = end
    }
    return (rows + closing).joined(separator: "\n") + "\n"
  }

  private var closing: [String] {
    let held = calendar.held.map { Self.money($0) }.joined(separator: ", ")
    let lowest =
      calendar.lowest == .zero
      ? "Cash is at no month's end below what was at hand at first."
      : "Least cash at a month's end: \(Self.money(calendar.lowest)), \(calendar.lowestDay)."
    let setAside =
      calendar.isSetAside
      ? "What is in escrow cannot be spent and is not in cash."
      : "Nothing is set aside from cash for it."
    return
      (Statement.wrapped(lowest, to: Statement.width)
      + Statement.wrapped(
        "Repayment mechanism at the end of each performance year: \(held). \(setAside)",
        to: Statement.width)
      + Statement.wrapped(
        "Value on the first day: \(Self.money(Cents(Int64(calendar.presentValue.rounded())))).",
        to: Statement.width))
  }

  private func lines(
    after start: Day?, through end: Day
  ) -> [(date: String, label: String, amount: String, paragraph: String)] {
    let within = calendar.movements.filter { $0.day <= end && $0.day > start ?? .first }
    let monthly = CashKind.allCases.filter(\.isMonthly).flatMap { kind -> [CashLine] in
      let parts = within.filter { $0.kind == kind }
      return parts.last.map { last in
        [
          CashLine(
            day: last.day, label: "\(kind.title), \(parts.count) months",
            year: last.performanceYear,
            amount: parts.reduce(.zero) { $0 + $1.amount }, kind: kind)
        ]
      } ?? []
    }
    let others = within.filter { !$0.kind.isMonthly }.map {
      CashLine(
        day: $0.day, label: $0.kind.title, year: $0.performanceYear, amount: $0.amount,
        kind: $0.kind)
    }
    return (others + monthly).enumerated()
      .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map { line in
        let one = line.element
        let cite = one.kind.paragraph?.rawValue.dropFirst(7) ?? ""
        return (
          one.day.description, "\(one.label), \(one.year)", Self.money(one.amount), String(cite)
        )
      }
  }

  private struct CashLine {
    var day: Day
    var label: String
    var year: PerformanceYear
    var amount: Cents
    var kind: CashKind
  }

  private static func money(_ amount: Cents) -> String { StatementNumbers.money(amount.dollars) }

  private static func printed(
    _ line: (date: String, label: String, amount: String, paragraph: String)
  ) -> String {
    // Each track has a paragraph of its own: one below the other.
    let paragraphs = line.paragraph.components(separatedBy: ", ")
    return
      ([row(line.date, line.label, line.amount, paragraphs[0])]
      + paragraphs.dropFirst().map { row("", "", "", $0) }).joined(separator: "\n")
  }

  private static func row(
    _ date: String, _ label: String, _ amount: String, _ paragraph: String
  ) -> String {
    func padded(_ text: String, to width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.count))
    }
    let figure = String(repeating: " ", count: max(0, 16 - amount.count)) + amount
    let whole = padded(date, to: 11) + padded(label, to: 38) + figure + "  " + paragraph
    return String(whole.reversed().drop { $0 == " " }.reversed())
  }

  /// Movements by day, exact.
  public var json: String {
    JSONText.object([
      "movements": .array(
        calendar.movements.map { movement in
          .object([
            "day": .text(movement.day.description), "kind": .text("\(movement.kind)"),
            "performanceYear": JSONText(reflecting: movement.performanceYear),
            "amount": JSONText(reflecting: movement.amount),
            "paragraph": movement.kind.paragraph.map { .text($0.rawValue) } ?? .null,
          ])
        }),
      "mechanism": .array(calendar.held.map { JSONText(reflecting: $0) }),
      "lowest": JSONText(reflecting: calendar.lowest),
      "lowestDay": .text(calendar.lowestDay.description),
      "presentValue": JSONText(reflecting: Cents(Int64(calendar.presentValue.rounded()))),
    ]).document
  }
}

extension Day {
  /// Before any agreement.
  fileprivate static let first = Day(year: 1, month: 1, day: 1)
}
