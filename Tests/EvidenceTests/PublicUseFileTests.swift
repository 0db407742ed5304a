import Foundation
import Regulation
import Testing

@testable import Evidence

@Suite struct PublicUseFileTests {
  private func message(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "nothing was refused"
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    ("PY2022.csv", 2022), ("PY2019-subset.csv", 2019), ("py 2023 results.csv", 2023),
    ("PY_2024_released_2025.csv", 2024), ("Results_2021_08302022.csv", 2021),
    ("2021-2022.csv", nil), ("results.csv", nil), ("PY20222.csv", nil),
  ])
  func `the year is the one in the file's name`(_ name: String, _ year: Int?) {
    #expect(PublicUseFile.year(inFileName: name) == year)
  }

  @Test func `a year that cannot be told is asked for in one sentence`() throws {
    let bytes = Array("ACO_ID\nA1\n".utf8)
    #expect(
      message { _ = try PublicUseFile(bytes: bytes, name: "results.csv") }
        == "results.csv: neither columns, agreements nor the file's name tell the performance "
        + "year. Allowed: a name with one year, such as PY2022.csv. Name the year with --year, such "
        + "as --year 2022.")
    let file = try PublicUseFile(bytes: bytes, name: "results.csv", performanceYear: 2023)
    #expect(file.performanceYear == PerformanceYear(2023))
  }

  @Test func `an empty file, another file and UTF-16 are refused`() {
    func refusal(_ bytes: [UInt8]) -> String {
      message { _ = try PublicUseFile(bytes: bytes, name: "PY2022.csv") }
    }
    #expect(refusal([]).hasPrefix("PY2022.csv: the file is empty."))
    #expect(refusal(Array("\n\r\n ,\n".utf8)).hasPrefix("PY2022.csv: the file is empty."))
    #expect(refusal([0xFF, 0xFE, 0x41, 0]).hasPrefix("PY2022.csv: the file is UTF-16."))
    #expect(refusal(Array("a,b\n".utf8)).hasPrefix("PY2022.csv:1: no column ACO_ID (or ACO_Num)."))
    #expect(
      refusal([UInt8](repeating: 0, count: 3 << 20)).hasPrefix("PY2022.csv:1: the row does not end")
    )
    #expect(
      refusal(Array("ACO_ID,N_AB,n_ab\n".utf8))
        == "PY2022.csv:1: two columns are named n_ab. Allowed: each name once. Remove one.")
  }

  @Test func `columns are found by each year's names, in any case and order`() throws {
    let text = "Sav_Rate,aco_num, ACO_NAME ,QualScore,Track2\n0.05,A1,\"Ann, LLC\",P4R,0\n"
    let file = try PublicUseFile(bytes: Array(text.utf8), name: "PY2013.csv")
    let row = try #require(try file.rows.first)
    #expect(row.id == "A1")
    #expect(row.name == "Ann, LLC")
    #expect(row.figure(.savingsRate).fraction == 0.05)
    #expect(row.qualityScore == 1)
    #expect(row.track == .track1)
    #expect(row.figure(.historicalBenchmark) == .noColumn)
  }

  @Test(arguments: [
    ("Current_Track\nC", PublishedTrack.basic(.c)), ("Current_Track\nEN", .enhanced),
    ("Current_Track_1,Current_BASIC_E\n0,1", .basic(.e)),
    ("Current_Track_1,Current_Track_1_Plus\n0,1", .track1Plus), ("Track1,Track2\n0,1", .track2),
    ("Track2\n1", .track2), ("Current_Track\n*", nil), ("Track1,Track2\n0,0", nil),
    ("Track1,Track2\n1,1", nil),
  ])
  func `the track is told by a column or by flags`(
    _ text: String, _ track: PublishedTrack?
  ) throws {
    let lines = text.split(separator: "\n")
    let whole = "ACO_ID,\(lines[0])\nA1,\(lines[1])\n"
    let file = try PublicUseFile(
      bytes: Array(whole.utf8), name: "PY.csv", performanceYear: 2020)
    #expect(try file.rows.first?.track == track)
  }

  @Test(arguments: [("89.41%", 0.8941), ("100", 1), ("0.9204", 0.9204), ("97.5", 0.975), ("1", 1)])
  func `a quality score is a percentage or a fraction`(_ cell: String, _ score: Double) throws {
    let row = try #require(try PublicUseSample.file(["QualScore": cell]).rows.first)
    #expect(abs((row.qualityScore ?? 0) - score) < 1e-12)
  }

  @Test func `a column of bare rates is percents where any is above one and a half`() throws {
    func scale(_ cells: String) throws -> PublicUseFile.RateScale {
      let file = try PublicUseFile(
        bytes: Array("ACO_ID,Sav_rate\n\(cells)".utf8), name: "PY2022.csv")
      return try file.scale(of: .savingsRate)
    }
    #expect(try scale("A1,0.9\nA2,-6.1\n") == .percent)
    #expect(try scale("A1,0.09\nA2,-0.061\n") == .fraction)
    #expect(try scale("A1,6.46%\n") == .fraction)
  }

  @Test func `an unknown id suggests the nearest`() throws {
    let text = "ACO_ID,ACO_Name\nA1001,Palm\nA2999,Far\nA1010,Near\nA1002,Next\n"
    let file = try PublicUseFile(bytes: Array(text.utf8), name: "PY2022.csv")
    #expect(
      message { _ = try file.row(ofACO: "A1000") }
        == "PY2022.csv: no ACO has the id A1000. Allowed: one of the file's 4 ids; nearest are "
        + "A1001 (Palm), A1002 (Next), A1010 (Near). Choose one.")
    #expect(try file.row(ofACO: " a1010 ").name == "Near")
  }

  @Test func `an id with two rows and a broken row are refused by line`() throws {
    let text = "ACO_ID,N_AB\nA1,5\nA2,6\nA1,7\nA3\nA4,\"8\nA5,9,x\nA6,9,,\n"
    let file = try PublicUseFile(bytes: Array(text.utf8), name: "PY2022.csv")
    #expect(
      message { _ = try file.row(ofACO: "A1") }
        == "PY2022.csv:2: the id A1 has 2 rows, on lines 2, 4. Allowed: one row for each ACO and "
        + "year. Remove the others.")
    #expect(
      message { _ = try file.row(ofACO: "A3") }
        == "PY2022.csv:5:1: the row has 1 cell where the header has 2. Allowed: one cell for each "
        + "column. Fetch the file again.")
    #expect(
      message { _ = try file.row(ofACO: "A4") }
        == "PY2022.csv:6:2: a quote is opened and never closed. Allowed: quotes in pairs. Close it."
    )
    #expect(
      message { _ = try file.row(ofACO: "A5") }.hasPrefix("PY2022.csv:7:3: the row has 3 cells"))
    #expect(try file.row(ofACO: "A6").figure(.assignedBeneficiaries).count == 9)
  }
}
