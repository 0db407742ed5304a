import Foundation
import Scenarios
import Testing

@testable import Evidence

/// CMS's own files, as published.
@Suite(.enabled(if: PublishedFiles.folder != nil, PublishedFiles.absent))
struct PublishedFilesTests {
  @Test(arguments: [
    ("PY2013.csv", 220, 97), ("PY2014.csv", 333, 119), ("PY2015.csv", 392, 119),
    ("PY2016.csv", 432, 164), ("PY2017.csv", 472, 164), ("PY2018.csv", 548, 172),
    ("PY2019-subset.csv", 475, 6), ("PY2020.csv", 513, 162), ("PY2021.csv", 475, 171),
    ("PY2022.csv", 482, 164),
  ])
  func `every row and column is read`(_ name: String, _ rows: Int, _ columns: Int) throws {
    let file = try PublishedFiles.file(name)
    var count = 0
    try file.forEachRow { row in
      count += 1
      #expect(row.problem == nil)
      #expect(row.text(.id)?.isEmpty == false)
    }
    #expect(count == rows)
    #expect(file.header.names.count == columns)
  }

  @Test(arguments: [
    "PY2013.csv", "PY2014.csv", "PY2015.csv", "PY2016.csv", "PY2017.csv", "PY2018.csv",
    "PY2020.csv", "PY2021.csv", "PY2022.csv",
  ])
  func `every row of every whole file is drafted as a scenario that can be read`(_ name: String)
    throws
  {
    let file = try PublishedFiles.file(name)
    try file.forEachRow { row in
      #expect(row.track != nil)
      if let count = row.figure(.assignedBeneficiaries).count, count < 500 {
        #expect(throws: PublicUseProblems.self) { _ = try Draft(row, of: file) }
        return
      }
      let draft = try Draft(row, of: file)
      #expect(draft.yaml.contains("aco: \"\(row.id)\""))
      let scenario = try Scenario(yaml: draft.yaml, file: row.id, name: "draft")
      #expect(scenario.population.measuredIn == file.performanceYear.calendarYear)
    }
  }

  @Test func `the figures of one row are the printed ones`() throws {
    let file = try PublishedFiles.file("PY2022.csv")
    let draft = try Draft(try file.row(ofACO: "A1001"), of: file)
    for figure in [
      "assignedBeneficiaries: 74_992", "personYears: 262", "expenditure: 88_476",
      "personYears: 67_273", "expenditure: 11_946", "riskScore: 1.121", "mean: 0.8941",
      "number: 4", "formerlyTwoSided: true",
    ] { #expect(draft.yaml.contains(" \(figure) "), "\(figure)") }
  }

  @Test func `a subset of columns is refused, each missing one named`() throws {
    let file = try PublishedFiles.file("PY2019-subset.csv")
    let row = try file.row(ofACO: "A1001")
    let error = #expect(throws: PublicUseProblems.self) { _ = try Draft(row, of: file) }
    #expect(error?.problems.count == 12)
  }

  @Test func `the savings rate of the totals is the printed one`() throws {
    for name in ["PY2014.csv", "PY2016.csv", "PY2020.csv", "PY2022.csv"] {
      let file = try PublishedFiles.file(name)
      let scale = try file.scale(of: .savingsRate)
      try file.forEachRow { row in
        let printed = try #require(row.figure(.savingsRate).fraction(on: scale))
        #expect(abs(printed - (row.savingsRateOfTotals ?? 9)) < 1e-4, "\(name) \(row.id)")
      }
    }
  }
}
