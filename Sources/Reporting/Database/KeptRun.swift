import Foundation
import GRDB
import Projection

/// A kept run opened for reading; nothing is written to it or beside it.
public struct KeptRun: Sendable {
  /// What it says of itself.
  public struct Facts: Hashable, Sendable {
    public var scenarioDigest, rulebookDigest, engineVersion, seed, paymentsChecksum: String
    /// As run.json names them.
    public var sampler, sampling: String
    public var trials: Int
    /// First performance year.
    public var firstYear: Int
    /// Keys, in the scenario's order.
    public var options: [String]
  }

  public let path: String
  public let facts: Facts
  let queue: DatabaseQueue

  /// - Throws: `KeptRunFault` where it is missing, or no run that this version keeps.
  public init(path: String) throws(KeptRunFault) {
    guard FileManager.default.fileExists(atPath: path) else {
      throw KeptRunFault(path, "there is no such file", isMissing: true)
    }
    guard Self.hasOwnHeader(path) else {
      throw KeptRunFault(path, "it is no run that this version of glidepath keeps")
    }
    do {
      var configuration = Configuration()
      configuration.readonly = true
      queue = try DatabaseQueue(path: path, configuration: configuration)
      facts = try queue.read(Self.facts)
    } catch {
      throw KeptRunFault(path, "it is damaged")
    }
    self.path = path
    guard (100...10_000_000).contains(facts.trials), (1...9_000).contains(facts.firstYear) else {
      throw KeptRunFault(path, "it is damaged")
    }
  }

  /// The first hundred bytes of the file: a database of ours, with no journal or log to apply.
  private static func hasOwnHeader(_ path: String) -> Bool {
    guard
      case .typeRegular? = try? FileManager.default.attributesOfItem(
        atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)[.type]
        as? FileAttributeType,
      let file = FileHandle(forReadingAtPath: path),
      let bytes = try? file.read(upToCount: 100), bytes.count == 100
    else { return false }
    func number(at place: Int) -> Int32 {
      bytes[place..<place + 4].reduce(0) { $0 << 8 | Int32($1) }
    }
    return bytes.starts(with: Array("SQLite format 3\0".utf8)) && bytes[18] == 1 && bytes[19] == 1
      && number(at: 60) == RunDatabase.format && number(at: 68) == RunDatabase.applicationID
  }

  private static func facts(_ database: Database) throws -> Facts {
    guard let row = try Row.fetchOne(database, sql: "SELECT * FROM runs"),
      let scenario: String = row["scenarioDigest"], let rules: String = row["rulebookDigest"],
      let engine: String = row["engineVersion"], let seed: String = row["seed"],
      let sampler: String = row["sampler"], let sampling: String = row["sampling"],
      let checksum: String = row["paymentsChecksum"], let trials: Int = row["trials"],
      let year: Int = row["firstYear"]
    else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
    return Facts(
      scenarioDigest: scenario, rulebookDigest: rules, engineVersion: engine, seed: seed,
      paymentsChecksum: checksum, sampler: sampler, sampling: sampling, trials: trials,
      firstYear: year,
      options: try String.fetchAll(database, sql: "SELECT option FROM options ORDER BY place"))
  }
}

/// A kept run that cannot be used: where it is, and why.
public struct KeptRunFault: Error, Hashable, Sendable, CustomStringConvertible {
  public var path, reason: String
  public var isMissing: Bool
  init(_ path: String, _ reason: String, isMissing: Bool = false) {
    self.path = path
    self.reason = reason
    self.isMissing = isMissing
  }
  /// Of a report whose run was not kept.
  public static func keepsNone(_ folder: ReportFolder) -> KeptRunFault {
    KeptRunFault(folder.path, "its run kept no trials")
  }

  public var description: String {
    "\(path): \(reason). Run glidepath project with --keep-trials, or name another."
  }
}
