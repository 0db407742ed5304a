import Evidence
import Foundation
import Regulation
import Testing

/// Small files in the shape of CMS's results of performance year 2024, for tests.
enum ResultsSample {
  /// Level E: 4 percent saved of 200 million; 0.98 x 50% x 8 million is paid.
  static let row: KeyValuePairs = [
    "ACO_ID": "A9001", "ACO_Name": "Sample", "Current_Start_Date": "01/01/2024",
    "Current_Track": "E", "N_AB": "16000", "Sav_rate": "4.00%", "MinSavPerc": "1.00%",
    "BnchmkMinExp": "8000000", "GenSaveLoss": "8000000", "DisAdj": "",
    "Impact_Mid_Year_Termination": "0", "EarnSaveLoss": "3920000", "Met_QPS": "1",
    "Met_AltQPS": "", "Met_40pctl": "1", "Met_Incentive": "0", "Met_FirstYear": "0",
    "QualScore": "85.25%", "Recvd40p": "0", "AIP": "0", "AIPBalance": "", "AIPRecoup": "",
    "AIPOwe": "", "RegAdj": "12", "PriorSavAdj": "", "FinalAdjCat": "Regional",
    "Guardrail": "0", "ABtotBnchmk": "200000000", "ABtotExp": "192000000",
    "FinalShareRate": "50.00%", "ReducedSS": "0", "FinalLossRate": "", "Rev_Exp_Cat": "Low Revenue",
  ]

  /// A file of that row, some cells written otherwise in each of its copies; copies after the
  /// first get ids of their own unless they say which.
  static func file(
    _ rows: [[String: String]], without left: Set<String> = [], with extra: [String: String] = [:],
    name: String = "PY2024.csv"
  ) throws -> PublicUseFile {
    try PublicUseFile(
      bytes: Array(text(rows, without: left, with: extra).utf8), name: name)
  }

  static func text(
    _ rows: [[String: String]], without left: Set<String> = [], with extra: [String: String] = [:]
  ) -> String {
    let columns = row.filter { !left.contains($0.key) } + extra.sorted { $0.key < $1.key }
    var lines = [columns.map(\.key).joined(separator: ",")]
    for (place, changes) in rows.enumerated() {
      let own = ["ACO_ID": "A\(9001 + place)"].merging(changes) { _, new in new }
      lines.append(columns.map { own[$0.key] ?? $0.value }.joined(separator: ","))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The rows of a file, settled.
  static func settled(_ file: PublicUseFile) throws -> (PublishedTally, [PublishedRow]) {
    var results = PublishedResults(under: try Rulebook.current())
    var rows: [PublishedRow] = []
    let tally = try results.settle(file) { _, came in rows.append(came) }
    return (tally, rows)
  }

  /// One row with these cells, settled.
  static func one(
    _ changes: [String: String], without left: Set<String> = [], with extra: [String: String] = [:]
  ) throws -> PublishedSettlement {
    let name = left.contains("Met_40pctl") ? "PY2023.csv" : "PY2024.csv"
    let (_, rows) = try settled(try file([changes], without: left, with: extra, name: name))
    guard case .settled(let settled) = try #require(rows.first) else {
      Issue.record("\(rows) is not settled")
      throw CancellationError()
    }
    return settled
  }
}
