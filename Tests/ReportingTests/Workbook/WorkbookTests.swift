import Foundation
import Projection
import Testing

@testable import Reporting

@Suite struct WorkbookTests {
  static let always = [
    "Summary", "Paths", "Yearly", "Percentiles", "Pairwise", "Stress", "Cash", "Rules in force",
    "Assumptions", "Manifest",
  ]

  @Test(arguments: SampleDecks.all.map(\.name))
  func `ten sheets are always there, and hold something or say why not`(name: String) throws {
    let workbook = try Workbook(try #require(WorkbookExamples.reports[name]))
    let names = workbook.sheets.map(\.name)
    #expect(Set(Self.always).isSubset(of: names))
    #expect(Set(names.map { $0.lowercased() }).count == names.count)
    for sheet in workbook.sheets {
      #expect(!sheet.title.isEmpty && !sheet.says.isEmpty)
      #expect((sheet.absence == nil) == sheet.tables.contains { $0.rowCount > 0 }, "\(sheet.name)")
      for table in sheet.tables {
        #expect(Set(table.columns.map(\.title)).count == table.columns.count, "\(table.name)")
        #expect(
          table.columns.allSatisfy { $0.cells.count == table.rowCount }, "\(table.name)")
      }
    }
  }

  @Test func `what a comparison has stands on a sheet of its own`() throws {
    let workbook = try Workbook(WorkbookExamples.full.get())
    let names = workbook.sheets.map(\.name)
    for name in [
      "Tornado", "Flip points", "Maps", "Reverse stress", "Luck or skill", "Leaving", "Parties",
      "Benchmark", "Track record", "Checks",
    ] { #expect(names.contains(name), "\(name)") }
    for sheet in workbook.sheets where Self.always.contains(sheet.name) && sheet.name != "Cash" {
      #expect(sheet.absence == nil, "\(sheet.name)")
    }
  }

  @Test func `every check of a true comparison holds, the net by definition too`() throws {
    for report in [try WorkbookExamples.full.get(), try WorkbookExamples.plain.get()] {
      let workbook = try Workbook(report)
      let checks = try #require(workbook.sheets.last?.tables.last)
      #expect(checks.name == "Checks" && checks.rowCount > 40)
      for (row, cell) in (checks.columns.last?.cells ?? []).enumerated() {
        guard case .verdict(_, "OK") = cell else {
          Issue.record("row \(row): \(checks.columns.map { $0.cells[row] })")
          continue
        }
      }
    }
    let plain = try Workbook(WorkbookExamples.plain.get()).sheets.last
    #expect(plain?.tables.first?.name == "NetByYear")
  }

  @Test func `a total that is wrong is said to be, and by how much`() throws {
    var report = try WorkbookExamples.plain.get()
    report.comparison.outlooks[0].total.mean.value += 12.5
    let workbook = try Workbook(report)
    let verdicts = try #require(workbook.sheets.last?.tables.last?.columns.last).cells
    let wrong = verdicts.compactMap { cell -> String? in
      guard case .verdict(_, let value) = cell, value != "OK" else { return nil }
      return value
    }
    #expect(wrong.count == 1)
    #expect(wrong.first?.hasPrefix("differs by -12.") == true, "\(wrong)")
    let summary = try #require(workbook.sheets.first?.tables[1].columns.last?.cells.first)
    guard case .verdict(_, "1 differ: see sheet Checks") = summary else {
      Issue.record("\(summary)")
      return
    }
  }

  @Test func `the same comparison gives the same bytes`() throws {
    let report = try #require(WorkbookExamples.reports["hostile"])
    #expect(try Workbook(report).bytes() == Workbook(report).bytes())
  }

  @Test func `a workbook is one of the files of a report`() throws {
    let files = try #require(WorkbookExamples.reports["three"]).files()
    #expect(files.map(\.name).contains("workbook.xlsx"))
  }

  @Test func `numbers that are none leave an empty cell`() throws {
    var report = try #require(WorkbookExamples.reports["three"])
    report.comparison.outlooks[0].net.mean.value = .nan
    report.comparison.outlooks[1].net.mean.standardError = .infinity
    #expect(try Workbook(report).bytes().count > 10_000)
  }
}
