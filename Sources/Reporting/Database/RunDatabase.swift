import Foundation
import GRDB
import Projection

/// `run.sqlite`: a run kept with every payment of every trial, for anyone who can query it.
///
/// Written in one go with nothing in it that differs between two runs: fixed page size, no time, no
/// vacuum, no journal beside it.
public struct RunDatabase: Sendable {
  public static let name = "run.sqlite"
  /// `user_version`; raised where a reader of the one before could not read it.
  static let format: Int32 = 2
  /// `application_id`, the letters GLID.
  static let applicationID: Int32 = 0x474C_4944

  let report: Report
  let manifest: RunManifest
  let payments: KeptPayments

  /// `nil` where the report keeps no trials.
  ///
  /// - Parameter manifest: Its outputs are not stored: the database is one of them.
  public init?(_ report: Report, _ manifest: RunManifest) {
    guard let payments = report.payments else { return nil }
    self.report = report
    self.manifest = manifest
    self.payments = payments
  }

  /// Writes the database under a path at which nothing stands.
  ///
  /// Throws `CannotWrite`, `Interrupted` once `isCancelled` has answered true, and `RuleFault`.
  ///
  /// - Parameter progress: Called after each block with the payments of that block.
  public func write(
    to path: String, progress: ((Int) -> Void)? = nil, isCancelled: () -> Bool = { false }
  ) throws {
    let tables = try RunTables(report, manifest).all
    do {
      let queue = try DatabaseQueue(path: path, configuration: Self.configuration)
      defer { try? queue.close() }
      try queue.write { database in
        for table in tables { try Self.write(table, to: database) }
        try Self.create(PaymentBlocks.table, in: database)
        try writePayments(to: database, progress: progress, isCancelled: isCancelled)
        try database.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
        try database.execute(sql: "PRAGMA user_version = \(Self.format)")
      }
      try queue.close()
    } catch let fault as DatabaseError {
      throw CannotWrite(path: path, fault)
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { database in
      for setting in [
        "page_size = 8192", "auto_vacuum = NONE", "encoding = 'UTF-8'", "journal_mode = MEMORY",
        "synchronous = OFF",
      ] {
        try database.execute(sql: "PRAGMA \(setting)")
      }
    }
    return configuration
  }

  private static func create(_ table: StoredTable, in database: Database) throws {
    let columns = table.columns.map { "\($0.name.quotedDatabaseIdentifier) \($0.kind.rawValue)" }
    try database.execute(
      sql:
        "CREATE TABLE \(table.name.quotedDatabaseIdentifier) (\(columns.joined(separator: ", ")))"
    )
  }

  private static func write(_ table: StoredTable, to database: Database) throws {
    try create(table, in: database)
    let insert = try database.makeStatement(sql: insertion(into: table))
    for row in table.rows { try insert.execute(arguments: StatementArguments(row.map(\.stored))) }
  }

  private static func insertion(into table: StoredTable) -> String {
    let places = table.columns.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO \(table.name.quotedDatabaseIdentifier) VALUES (\(places))"
  }

  /// Option by option, year by year, block by block.
  private func writePayments(
    to database: Database, progress: ((Int) -> Void)?, isCancelled: () -> Bool
  ) throws {
    let insert = try database.makeStatement(sql: Self.insertion(into: PaymentBlocks.table))
    let period = report.comparison.scenario.agreement.period
    for (option, outlook) in report.comparison.outlooks.enumerated() {
      for year in 0..<5 {
        let column = payments.column(of: option, year: year)
        for block in 0..<PaymentBlocks.count(of: payments.trials) {
          if isCancelled() { throw Interrupted() }
          let trials = PaymentBlocks.trials(of: block, of: payments.trials)
          let cents = column[
            column.startIndex + trials.lowerBound..<column.startIndex + trials.upperBound]
          try insert.execute(arguments: [
            outlook.option.name, period.performanceYear(year + 1).calendarYear, block,
            trials.count, PaymentBlocks.blob(cents),
          ])
          progress?(trials.count)
        }
      }
    }
    try database.execute(
      sql: "CREATE UNIQUE INDEX payments_by_block ON payments (option, year, block)")
  }
}

extension RunDatabase {
  /// Payments written: for a line of progress.
  public var paymentCount: Int { payments.trials * payments.optionCount * 5 }
}

extension StoredValue {
  fileprivate var stored: DatabaseValue {
    switch self {
    case .integer(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .empty: .null
    }
  }
}

extension CannotWrite {
  fileprivate init(path: String, _ fault: DatabaseError) {
    switch fault.resultCode {
    case .SQLITE_FULL: self.init(path: path, errno: ENOSPC)
    case .SQLITE_READONLY, .SQLITE_PERM: self.init(path: path, errno: EACCES)
    default: self.init(path: path, reason: fault.message ?? "the database engine failed")
    }
  }
}
