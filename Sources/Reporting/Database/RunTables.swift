import Projection
import Regulation

/// Every plain table of a kept run but the payments, and the notes on all of them.
struct RunTables {
  var all: [StoredTable]

  /// - Throws: `RuleFault` where the rules are faulty.
  init(_ report: Report, _ manifest: RunManifest) throws {
    let comparison = report.comparison
    let scenario = comparison.scenario
    let rules = try Rulebook.current().adopting(scenario.editions)
    let tables = [
      StoredTable.runs(manifest, comparison), .scenarios(manifest), .options(comparison),
      .outcomes(comparison), .differences(comparison), .paths(comparison.paths),
      .stresses(report.stresses), .stressChoices(report.stresses), .flips(comparison),
      .assumptions(scenario), .rules(rules, scenario.agreement.period), .manifest(manifest),
    ]
    all = tables + [Self.notes(on: tables + [PaymentBlocks.table])]
  }

  /// A row a table, its `columnName` empty, and one a column.
  private static func notes(on tables: [StoredTable]) -> StoredTable {
    typealias Note = (table: StoredTable, column: StoredTable.Column?)
    let notes = tables.flatMap { table in
      [(table, nil) as Note] + table.columns.map { (table, $0) as Note }
    }
    return StoredTable(
      "schema_notes", "What every table and column means.", source: "this program", of: notes,
      [
        StoredField.text("tableName", "Name of the table.") { $0.table.name },
        StoredField.text("columnName", "Name of the column; empty for the table itself.") {
          $0.column?.name ?? ""
        },
        StoredField.text("unit", "Unit of the column.") { $0.column?.unit ?? "" },
        StoredField.text("meaning", "What it holds.") { $0.column?.meaning ?? $0.table.meaning },
        StoredField.text("source", "Where its figures come from.") { $0.table.source },
      ])
  }
}
