import Evidence
import Foundation
import Testing

/// Small files in the shape of CMS's, for tests.
enum PublicUseSample {
  /// One ACO as performance year 2022 prints it; `*` and `%` included.
  static let row: KeyValuePairs = [
    "ACO_ID": "A9001", "ACO_Name": "\"Mountain Valley Rural Network, LLC\"",
    "Agreement_Period_Num": "1", "Current_Start_Date": "01/01/2022", "Current_Track": "B",
    "Assign_Type": "Prospective", "N_AB": "\"12,000\"", "Sav_rate": "4.00%",
    "MinSavPerc": "2.88%", "QualScore": "78.20%", "Recvd30p": "0",
    "ABtotBnchmk": "\"$125,000,000\"", "ABtotExp": "120000000", "Rev_Exp_Cat": "\"Low Revenue\"",
    "Per_Capita_Exp_ALL_ESRD_PY": "85000", "Per_Capita_Exp_ALL_DIS_PY": "11000",
    "Per_Capita_Exp_ALL_AGDU_PY": "17000", "Per_Capita_Exp_ALL_AGND_PY": "9500",
    "Per_Capita_Exp_TOTAL_PY": "10256", "CMS_HCC_RiskScore_ESRD_PY": "1.02",
    "CMS_HCC_RiskScore_DIS_PY": "1.05", "CMS_HCC_RiskScore_AGDU_PY": "1.08",
    "CMS_HCC_RiskScore_AGND_PY": "0.97", "N_AB_Year_PY": "11700", "N_AB_Year_ESRD_PY": "60",
    "N_AB_Year_DIS_PY": "1000", "N_AB_Year_AGED_Dual_PY": "700",
    "N_AB_Year_AGED_NonDual_PY": "9940",
  ]

  /// A file of that row, some of its cells written otherwise, some columns left out.
  static func file(
    _ changes: [String: String] = [:], without left: Set<String> = [], name: String = "PY2022.csv"
  ) throws -> PublicUseFile {
    let columns = row.filter { !left.contains($0.key) }
    let header = columns.map(\.key).joined(separator: ",")
    let cells = columns.map { changes[$0.key] ?? $0.value }.joined(separator: ",")
    // The year is the name's: these few columns would tell another.
    return try PublicUseFile(
      bytes: Array("\(header)\n\(cells)\n".utf8), name: name,
      performanceYear: name.firstMatch(of: /PY(\d+)/).flatMap { Int($0.1) })
  }

  static func draft(
    _ changes: [String: String] = [:], without left: Set<String> = [], name: String = "PY2022.csv",
    asFirstAgreement: Bool = false
  ) throws -> Draft {
    let file = try file(changes, without: left, name: name)
    let row = try #require(try file.rows.first)
    return try Draft(row, of: file, asFirstAgreement: asFirstAgreement)
  }
}

extension PublicUseFile {
  /// Every row, in memory.
  var rows: [PublicUseRow] {
    get throws {
      var rows: [PublicUseRow] = []
      try forEachRow { rows.append($0) }
      return rows
    }
  }
}

/// CMS's own files, which are not part of the package.
enum PublishedFiles {
  static let folder: URL? = {
    let package = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let beside = package.appending(path: "../shared/data/cms-puf").standardizedFileURL
    let named = ProcessInfo.processInfo.environment["GLIDEPATH_CMS_DATA"].map {
      URL(filePath: $0)
    }
    return [beside, named].compactMap { $0 }.first {
      FileManager.default.fileExists(atPath: $0.appending(path: "PY2022.csv").path)
    }
  }()

  static let absent: Comment = "no ../shared/data/cms-puf and no GLIDEPATH_CMS_DATA"

  static func file(_ name: String) throws -> PublicUseFile {
    let folder = try #require(folder)
    return try PublicUseFile(contentsOf: folder.appending(path: name))
  }
}
