import Foundation
import Projection

extension WorkbookChecks {
  /// What a year's money is multiplied with, and where that stands.
  struct Factors {
    var settled, within, cost: String
    var values: [(settled: Double, within: Double, cost: Double)]
  }

  /// `nil` where net is more than payments less program costs.
  var factorColumns: Factors? {
    guard let table = factorTable else { return nil }
    var sheet = blank
    sheet.tables = [table]
    guard let settled = sheet.range(table.name, Self.settledTitle),
      let within = sheet.range(table.name, Self.withinTitle),
      let cost = sheet.range(table.name, Self.costTitle)
    else { return nil }
    return Factors(
      settled: settled.reference, within: within.reference,
      cost: cost.reference,
      values: zip(settled.values, zip(within.values, cost.values)).map { ($0, $1.0, $1.1) })
  }

  private static let settledTitle = "Settlement counts"
  private static let withinTitle = "Costs count"
  private static let costTitle = "Program costs"

  /// Discount factors as live formulas; `nil` where net is more than payments less program costs.
  private var factorTable: WorkbookTable? {
    let (scenario, facts) = (board.comparison.scenario, board.comparison.scenario.agreement)
    let advances = facts.advanceInvestmentPayments + facts.prepaidSharedSavings
    guard scenario.cash == nil, scenario.programs.isEmpty,
      advances.allSatisfy({ $0.amount == 0 })
    else { return nil }
    let rate = scenario.finances.discountRate
    func counts(_ after: Double, _ letter: String) -> [WorkbookCell] {
      (0..<5).map { place in
        let line = blank.heading + 3 + place
        return .formula(
          "=(1+B\(line))^-\(letter)\(line)", value: pow(1 + rate, -(Double(place) + after)),
          .count(6))
      }
    }
    let waits = [Comparison.yearsUntilSettlement, Comparison.yearsUntilCosts]
    return WorkbookTable(
      "NetByYear", caption: "What a year's money counts in five-year net",
      [
        .words("Year", board.years.map(\.description)),
        .numbers("Discount rate", (0..<5).map { _ in rate }, .percent(2)),
        .numbers("Settled after, years", (0..<5).map { Double($0) + waits[0] }, .count(2)),
        [WorkbookColumn(title: Self.settledTitle, cells: counts(waits[0], "C"))],
        .numbers("Costs fall after, years", (0..<5).map { Double($0) + waits[1] }, .count(2)),
        [WorkbookColumn(title: Self.withinTitle, cells: counts(waits[1], "E"))],
        .numbers(Self.costTitle, scenario.finances.programCost.map { $0.amount }, .cents),
      ])
  }

  /// The sheet before anything stands on it.
  private var blank: WorkbookSheet {
    WorkbookSheet(
      name: Self.name, title: "Totals computed again, by live formulas",
      says: "Each line sets a printed figure against what other cells come to; amounts are rounded "
        + "to the cent and chances to a millionth, which is all that may lie between.")
  }

  var sheet: WorkbookSheet {
    var sheet = blank
    sheet.tables = factorTable.map { [$0] } ?? []
    let first = sheet.start(of: sheet.tables.count) + 2
    let rows = checks.enumerated().map { $1.cells(row: first + $0) }
    sheet.tables.append(
      WorkbookTable(
        Self.name, caption: "Checks",
        [
          WorkbookCheck.titles.enumerated().map { place, title in
            WorkbookColumn(title: title, cells: rows.map { $0[place] })
          }
        ]))
    return sheet
  }

  /// How many of them hold, for Summary.
  var summaryTable: WorkbookTable {
    let passed = checks.count(where: \.isPassed)
    let verdicts = sheet.range(Self.name, "Verdict")?.reference ?? ""
    let (count, of) = ("COUNTIF(\(verdicts),\"OK\")", "ROWS(\(verdicts))")
    return WorkbookTable(
      "ChecksPassed", caption: "Live checks of this workbook",
      [
        .words("Totals computed again", ["All lines of sheet Checks"]),
        [
          WorkbookColumn(
            title: "OK", cells: [.formula("=\(count)", value: Double(passed), .whole)]),
          WorkbookColumn(
            title: "Of", cells: [.formula("=\(of)", value: Double(checks.count), .whole)]),
          WorkbookColumn(
            title: "Verdict",
            cells: [
              .verdict(
                "=IF(\(count)=\(of),\"OK\",\(of)-\(count)&\" differ: see sheet Checks\")",
                value: passed == checks.count
                  ? "OK" : "\(checks.count - passed) differ: see sheet Checks")
            ]),
        ],
      ])
  }
}
