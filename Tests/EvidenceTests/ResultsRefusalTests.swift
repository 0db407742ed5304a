import Evidence
import Foundation
import Regulation
import Testing

/// Rows and files that cannot be what they say: named, the rest still settled.
@Suite struct ResultsRefusalTests {
  private func problems(_ rows: [[String: String]], name: String = "PY2024.csv") throws -> (
    PublishedTally, [String]
  ) {
    let (tally, _) = try ResultsSample.settled(try ResultsSample.file(rows, name: name))
    return (tally, tally.problems.map(\.description))
  }

  @Test(arguments: [
    ("N_AB", "many", "5", "many. Allowed: a number, or blank where CMS withholds it"),
    ("N_AB", "12.5", "5", "12.5. Allowed: a whole number of beneficiaries"),
    ("Current_Track", "Q", "4", "Q. Allowed: A, B, C, D, E or EN"),
    (
      "Current_Start_Date", "soon", "3",
      "soon. Allowed: a day no later than the performance year, such as 07/01/2019"
    ),
    ("QualScore", "250%", "18", "250%. Allowed: 0 through 100 percent, or P4R"),
    ("ABtotBnchmk", "-5", "28", "-5. Allowed: dollars above zero"),
    (
      "EarnSaveLoss", "3920000x", "12",
      "3920000x. Allowed: a number, or blank where CMS withholds it"
    ),
    ("Met_QPS", "2", "13", "2. Allowed: 1 or 0"),
    ("Rev_Exp_Cat", "Medium", "33", "Medium. Allowed: Low Revenue or High Revenue"),
    (
      "BnchmkMinExp", "9000000", "8",
      "9000000 beside totals that differ by 8000000. Allowed: the benchmark less the expenditure"
    ),
  ])
  func `a garbage cell is named by row and column, and the rest is settled`(
    _ column: String, _ cell: String, _ place: String, _ says: String
  ) throws {
    let (tally, problems) = try problems([[:], [column: cell], [:]])
    #expect(
      problems == ["PY2024.csv:3:\(place): \(column) is \(says). Correct the row of A9002."])
    #expect(tally.rows == 3)
    #expect(tally.matched == 2)
    #expect(tally.refused == 1)
  }

  @Test func `every fault of a row is named at once`() throws {
    let (_, problems) = try problems([["N_AB": "x", "QualScore": "y", "Rev_Exp_Cat": "z"]])
    #expect(problems.count == 3)
  }

  @Test func `a second row of an ACO and year is refused by the line of the first`() throws {
    let (tally, problems) = try problems([[:], [:], ["ACO_ID": "a9001"]])
    #expect(
      problems == [
        "PY2024.csv:4:1: a9001 has a row for 2024 already, on line 2. Allowed: one row for each "
          + "ACO and year. Remove one."
      ])
    #expect(tally.matched == 2)
  }

  @Test func `a year that stands in two files is settled once`() throws {
    var results = PublishedResults(under: try Rulebook.current())
    _ = try results.settle(try ResultsSample.file([[:]], name: "first.csv"))
    let error = #expect(throws: PublicUseProblems.self) {
      _ = try results.settle(try ResultsSample.file([[:]], name: "second.csv"))
    }
    #expect(
      error?.description
        == "second.csv: performance year 2024 is settled already, from first.csv. Allowed: each "
        + "year once. Leave one of them out.")
  }

  @Test func `a table of years that repeats a year under another label is refused row by row`()
    throws
  {
    let text = ResultsSample.text(
      [["PY": "2024"], ["ACO_ID": "A9001", "PY": "2023"], ["PY": "2023", "N_AB": "15999"]],
      with: ["PY": "2024"])
    let file = try PublicUseFile(bytes: Array(text.utf8), name: "years.csv", performanceYear: 2024)
    let (tally, _) = try ResultsSample.settled(
      try PublicUseFile(
        bytes: Array(text.replacing("01/01/2024", with: "01/01/2023").utf8), name: file.name,
        performanceYear: 2024))
    #expect(
      tally.problems.map(\.description) == [
        "years.csv:3:1: A9001 has the figures of performance year 2024, on line 2, under 2023. "
          + "Allowed: each year under its own label. Remove the copy."
      ])
    #expect(tally.years == [PerformanceYear(2023), PerformanceYear(2024)])
    #expect(tally.matched == 2)
  }

  @Test func `one file may mix encodings`() throws {
    var bytes = Array(ResultsSample.text([["ACO_Name": "Médica"], ["ACO_Name": "Other"]]).utf8)
    let other = try #require(bytes.firstRange(of: Array("Other".utf8)))
    bytes.replaceSubrange(other, with: [0x4D, 0xE9, 0x64])
    let (tally, rows) = try ResultsSample.settled(
      try PublicUseFile(bytes: bytes, name: "PY2024.csv"))
    #expect(tally.matched == 2)
    let names = rows.compactMap { row -> String? in
      if case .settled(let settled) = row { settled.year.name } else { nil }
    }
    #expect(names == ["Médica", "Méd"])
  }

  @Test func `faults without end are counted and the first named`() throws {
    let rows = (0..<100).map { ["ACO_ID": "B\($0)", "N_AB": "?"] }
    let (tally, problems) = try problems(rows)
    #expect(tally.refused == 100)
    #expect(problems.count == PublishedTally.mostProblems)
  }

  @Test func `a header alone is refused, and its year may still be settled`() throws {
    var results = PublishedResults(under: try Rulebook.current())
    let error = #expect(throws: PublicUseProblems.self) {
      _ = try results.settle(try ResultsSample.file([], name: "PY2024.csv"))
    }
    #expect(
      error?.description
        == "PY2024.csv: no row follows the header. Allowed: one row for each ACO. Fetch the file "
        + "again.")
    #expect(try results.settle(try ResultsSample.file([[:]])).matched == 1)
  }

  @Test func `a track of the past is refused after its last year`() throws {
    let text = ResultsSample.text(
      [["Current_Start_Date": "01/01/2018"]], without: ["Current_Track"],
      with: ["Current_Track_1": "1"])
    func problems(_ year: Int) throws -> [String] {
      let file = try PublicUseFile(
        bytes: Array(text.utf8), name: "results.csv", performanceYear: year)
      return try ResultsSample.settled(file).0.problems.map(\.description)
    }
    #expect(try problems(2021).isEmpty)
    #expect(
      try problems(2022) == [
        "results.csv:2: Track 1 has no terms in performance year 2022 for an agreement from "
          + "2018-01-01. Allowed: a track of that year. Correct the row of A9001."
      ])
  }

  @Test func `a row cut short is named and the next is settled`() throws {
    let text = ResultsSample.text([[:], [:]])
    let lines = text.split(separator: "\n").map(String.init)
    let cut = [lines[0], "A7,Cut,01/01/2024", lines[2]].joined(separator: "\r\n")
    let (tally, _) = try ResultsSample.settled(
      try PublicUseFile(bytes: Array(cut.utf8), name: "PY2024.csv"))
    #expect(tally.refused == 1)
    #expect(tally.matched == 1)
    #expect(tally.problems.first?.line == 2)
  }
}
