import Projection
import Regulation
import Scenarios

/// `workbook.xlsx`: every figure of one run at full precision, each estimate beside its error, with
/// formulas that add up what a reader would.
///
/// Ten sheets are always there and say so where their part is absent; the others stand where the
/// comparison has them.
struct Workbook: Sendable {
  var title: String
  var look: Presentation
  /// The third line of every sheet.
  var simulated: String
  /// Below every printed page.
  var footer: String
  var sheets: [WorkbookSheet]
  /// Names of single columns, beside one for each table.
  var names: [(String, CellRange)] = []

  /// - Throws: `RuleFault` where the rules of the scenario's editions cannot be read.
  init(_ report: Report) throws {
    let comparison = report.comparison
    let board = Board(
      comparison: comparison, stresses: report.stresses, trackRecord: report.trackRecord)
    let deck = board.runLine
    title = Names.clamped(comparison.scenario.title, to: 90)
    look = comparison.scenario.presentation
    simulated = deck
    footer = deck
    let rules = try Rulebook.current().adopting(comparison.scenario.editions)
    let told =
      [board.pathsSheet, board.yearlySheet, board.percentilesSheet, board.pairwiseSheet]
      + board.inputSheets + [board.stressSheet, board.cashSheet]
      + [
        board.luckSheet, board.leavingSheet, board.partiesSheet, board.programsSheet,
        board.benchmarkSheet, board.recordSheet,
      ].compactMap { $0 }
      + [
        board.rulesSheet(rules), board.assumptionsSheet,
        board.manifestSheet(engineVersion: report.engineVersion),
      ]
    let checks = WorkbookChecks(board, told)
    sheets = [board.summarySheet(checks, before: told)] + told + [checks.sheet]
    names = sheets.flatMap(Self.columnNames)
  }

  /// Columns that other workbooks will want by name.
  private static func columnNames(_ sheet: WorkbookSheet) -> [(String, CellRange)] {
    let wanted = [
      ("MeanNet", "Summary", "Mean net"), ("ChanceToOwe", "Summary", "Chance to owe in any year"),
      ("ChanceToEarn", "Summary", "Chance to earn"), ("WorstNet", "Summary", "Mean of worst 5%"),
    ]
    return wanted.compactMap { name, table, column in
      sheet.range(table, column).map { (name, $0) }
    }
  }
}

extension Board {
  /// Trials, seed and digests in one line.
  var runLine: String {
    "Simulated: \(DecimalText.grouped(comparison.trials)) trials, seed \(comparison.seed), "
      + "rules \(comparison.rulebookDigest.prefix(8)), "
      + "scenario \(comparison.scenario.digest.prefix(8))"
  }

  /// The unit of every amount of the workbook.
  var workbookUnit: MoneyUnit {
    MoneyUnit(for: outlooks.flatMap { [$0.net.mean.value, $0.net.tailMean.value] })
  }
}
