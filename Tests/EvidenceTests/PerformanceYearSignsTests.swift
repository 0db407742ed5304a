import Evidence
import Foundation
import Regulation
import Testing

/// A file tells its own year.
@Suite struct PerformanceYearSignsTests {
  @Test(arguments: [
    ("EarnShrSavings", "1/1/13", 2013), ("Track1", "1/1/2014", 2014), ("Track1", "1/1/2015", 2015),
    ("Current_Track_1", "01/01/2016", 2016), ("Current_Track_1,DisAdj", "01/01/2017", 2017),
    ("Current_Track_1_Plus,Current_Track_1", "01/01/2018 12:00:00 AM", 2018),
    ("Current_BASIC_A,RecvdMean", "7/1/2019", 2019),
    ("Current_BASIC_A,RecvdMean", "1/1/2020", 2020),
    ("Current_BASIC_A,Recvd30p", "1/1/2020", 2021), ("Current_Track,Met_30pctl", "7/1/2019", 2022),
    ("Met_30pctl,Met_AltQPS", "1/1/2020", 2023), ("Met_40pctl", "1/1/2024", 2024),
    ("Met_40pctl", "1/1/2025", 2025),
  ])
  func `columns and the newest agreement tell the year`(
    _ columns: String, _ start: String, _ year: Int
  ) throws {
    let zeros = columns.split(separator: ",").map { _ in "0" }.joined(separator: ",")
    let text = "ACO_ID,Current_Start_Date,\(columns)\nA1,\(start),\(zeros)\n"
    let file = try PublicUseFile(bytes: Array(text.utf8), name: "results.csv")
    #expect(file.performanceYear == PerformanceYear(year))
  }

  @Test func `the name decides only among the years the file leaves open`() throws {
    func year(_ name: String) throws -> Int {
      try ResultsSample.file([["Current_Start_Date": "01/01/2022"]], name: name)
        .performanceYear.calendarYear
    }
    #expect(try year("PY2026.csv") == 2026)
    #expect(try year("Results_2025.csv") == 2025)
    #expect(throws: PublicUseProblems.self) { try year("PY2021.csv") }
    let file = try ResultsSample.file([[:]], name: "revised 2026_07_17.csv")
    #expect(file.performanceYear == PerformanceYear(2024))
    #expect(file.otherYearInName == 2026)
  }

  @Test func `a stray start date moves no year`() throws {
    let rows = (0..<100).map { ["Current_Start_Date": $0 == 7 ? "01/01/2098" : "01/01/2024"] }
    let file = try ResultsSample.file(rows, name: "results.csv")
    #expect(file.performanceYear == PerformanceYear(2024))
    let (tally, _) = try ResultsSample.settled(file)
    #expect(tally.refused == 1)
    #expect(tally.matched == 99)
  }
}
