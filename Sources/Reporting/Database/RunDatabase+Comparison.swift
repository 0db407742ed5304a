import Foundation
import GRDB
import Projection

extension RunDatabase {
  /// What differs between a kept run on disk and this one, cell by cell and payment by payment; the
  /// bytes may differ, as another version of the database engine writes others.
  ///
  /// Throws `Interrupted` once `isCancelled` has answered true, and `RuleFault`.
  func differences(from path: String, isCancelled: () -> Bool) throws -> [String] {
    let kept: KeptRun
    do {
      kept = try KeptRun(path: path)
    } catch {
      // A missing file has been told already.
      return error.isMissing ? [] : ["\(Self.name): \(error.reason)."]
    }
    var found = FewSentences()
    let tables = try RunTables(report, manifest).all
    do {
      for table in tables { try kept.addDifferences(from: table, to: &found) }
      found.add(try kept.strangers(beside: tables.map(\.name) + [PaymentBlocks.table.name]))
      if kept.facts.trials == payments.trials {
        try addDifferences(ofPaymentsIn: kept, to: &found, isCancelled: isCancelled)
      }
    } catch let fault as KeptRunFault {
      found.add(fault.reason)
    } catch is DatabaseError {
      found.add("it is damaged")
    }
    return found.of(Self.name, counting: "figures")
  }

  private func addDifferences(
    ofPaymentsIn kept: KeptRun, to found: inout FewSentences, isCancelled: () -> Bool
  ) throws {
    let period = report.comparison.scenario.agreement.period
    for (option, outlook) in report.comparison.outlooks.enumerated() {
      for year in 0..<5 {
        let column = payments.column(of: option, year: year)
        for block in 0..<kept.blocks {
          if isCancelled() { throw Interrupted() }
          let old = try kept.payments(of: outlook.option.name, year: year, block: block)
          let first = block * PaymentBlocks.trialsOfOne
          let new = column.dropFirst(first).prefix(old.count)
          guard !old.elementsEqual(new) else { continue }
          for (place, pair) in zip(old, new).enumerated() where pair.0 != pair.1 {
            found.add(
              "\(Names.clamped(outlook.option.name, to: 60)), \(period.performanceYear(year + 1)): "
                + "trial \(first + place) was paid \(DecimalText.cents(pair.0)), is paid "
                + DecimalText.cents(pair.1))
          }
        }
      }
    }
  }
}

extension KeptRun {
  /// What differs between a table on disk and what it should be.
  fileprivate func addDifferences(
    from table: StoredTable, to found: inout FewSentences
  ) throws {
    try queue.read { database in
      let name = table.name.quotedDatabaseIdentifier
      guard try database.tableExists(table.name),
        try database.columns(in: table.name).map(\.name) == table.columns.map(\.name)
      else {
        found.add("the table \(table.name) is missing, or has other columns")
        return
      }
      var count = 0
      let rows = try Row.fetchCursor(database, sql: "SELECT * FROM \(name) ORDER BY rowid")
      while let row = try rows.next() {
        if count < table.rows.count {
          found.add(Self.words(Array(row.databaseValues), table.rows[count], count, of: table))
        }
        count += 1
      }
      if count != table.rows.count {
        found.add("\(table.name) has \(count) rows, should have \(table.rows.count)")
      }
    }
  }

  private static func words(
    _ old: [DatabaseValue], _ new: [StoredValue], _ row: Int, of table: StoredTable
  ) -> [String] {
    zip(table.columns, zip(old, new)).filter { StoredValue($0.1.0) != $0.1.1 }.map { column, pair in
      "\(table.name), row \(row + 1): \(column.name) was \(StoredValue(pair.0)?.words ?? "a blob"), "
        + "is \(pair.1.words)"
    }
  }

  /// Tables that nobody wrote.
  fileprivate func strangers(beside names: [String]) throws -> [String] {
    try queue.read { database in
      try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_master WHERE type <> 'index' ORDER BY name")
    }
    .filter { !names.contains($0) }
    .map { "has a table \(Names.clamped($0, to: 60)) that the run does not write" }
  }
}

extension StoredValue {
  /// `nil` for a blob.
  fileprivate init?(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .empty
    case .int64(let number): self = .integer(number)
    case .double(let number): self = .real(number)
    case .string(let text): self = .text(text)
    case .blob: return nil
    }
  }

  fileprivate var words: String {
    switch self {
    case .integer(let number): String(number)
    case .real(let number): number.description
    case .text(let text): "“\(Names.clamped(text, to: 60))”"
    case .empty: "empty"
    }
  }
}
