import Foundation
import Regulation
import Testing

@testable import Projection
@testable import Reporting

@Suite struct CashStatementTests {
  private static func movement(_ day: String, _ kind: CashKind, _ cents: Int64)
    -> CashCalendar.Movement
  {
    .init(
      day: Day(day) ?? Day(year: 1, month: 1, day: 1), kind: kind,
      performanceYear: PerformanceYear(2027), amount: Cents(cents))
  }

  private let statement = CashStatement(
    CashCalendar(
      movements: [
        Self.movement("2027-01-01", .advanceOnce, 25_000_000),
        Self.movement("2027-01-31", .programCost, -10_000_000),
        Self.movement("2027-02-28", .programCost, -10_000_000),
        Self.movement("2028-12-29", .settlementBilled, -100_000_050),
      ], held: [0, 0, 5, 5, 5].map { Cents($0) }, isSetAside: true, lowest: Cents(-95_000_050),
      lowestDay: Day(year: 2028, month: 12, day: 31), presentValue: -95_000_050,
      halfYears: [Day(year: 2027, month: 6, day: 30), Day(year: 2028, month: 12, day: 31)]))

  @Test func `each line has its day, its amount and its paragraph`() {
    let rows = statement.text.split(separator: "\n").map(String.init)
    #expect(rows.contains { $0.hasPrefix("2027-01-01 Advance investment, one-time, 2027") })
    #expect(rows.contains { $0.hasSuffix("$250,000.00  425.630(f)") })
    #expect(rows.contains { $0.hasPrefix("2027-02-28 Program costs, 2 months, 2027") })
    #expect(
      rows.contains {
        $0.hasPrefix("2027-06-30 Cash since the start") && $0.hasSuffix("$50,000.00")
      })
    let bill = rows.firstIndex { $0.hasSuffix("-$1,000,000.50  425.605(e)(3)") } ?? 0
    #expect(rows[bill + 1] == String(repeating: " ", count: 67) + "425.610(h)(3)")
    #expect(rows.contains { $0 == "Least cash at a month's end: -$950,000.50, 2028-12-31." })
    #expect(rows.allSatisfy { $0.count <= 80 })
  }

  @Test func `the JSON holds every movement exactly`() throws {
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(statement.json.utf8)) as? [String: Any])
    let movements = try #require(object["movements"] as? [[String: Any]])
    #expect(movements.count == 4)
    #expect(movements[3]["day"] as? String == "2028-12-29")
    #expect(movements[3]["kind"] as? String == "settlementBilled")
    #expect(movements[3]["amount"] as? Double == -1_000_000.5)
    #expect(movements[1]["paragraph"] is NSNull)
    #expect(object["lowestDay"] as? String == "2028-12-31")
  }
}
