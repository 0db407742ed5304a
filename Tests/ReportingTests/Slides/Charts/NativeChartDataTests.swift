import Foundation
import Testing

@testable import Reporting

/// Charts and workbooks read back by programs this project did not write.
@Suite(.enabled(if: Outside.officePython != nil, "python-pptx and openpyxl are not installed"))
struct NativeChartDataTests {
  struct Case: Encodable {
    var file, kind, label: String
    var columns: ChartFigures.Columns
  }

  /// Every chart of a deck as a file, with what it must hold, and `outcomes.csv`.
  static func write(_ name: String, in folder: String) throws {
    var cases: [Case] = []
    for chart in try NativeChartTests.charts(name) {
      let kind = String(String(describing: chart).prefix { $0 != "(" })
      for (native, columns) in zip(
        try ChartFigures.natives(chart), ChartFigures.columns(of: chart))
      {
        let file = "\(cases.count)"
        cases.append(Case(file: file, kind: kind, label: native.label, columns: columns))
        try Data(native.xml.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(file).xml"))
        try native.workbook.write(to: URL(fileURLWithPath: "\(folder)/\(file).xlsx"))
      }
    }
    try JSONEncoder().encode(cases).write(to: URL(fileURLWithPath: folder + "/cases.json"))
    if let comparison = SampleDecks.comparisons[name] {
      try OutcomesCSV(comparison).bytes.write(to: URL(fileURLWithPath: folder + "/outcomes.csv"))
    }
  }

  @Test(arguments: NativeChartTests.names)
  func `every chart's data is its workbook's, and both are the deck's to the cent`(
    _ name: String
  ) throws {
    let python = try #require(Outside.officePython)
    try Outside.withFolder { folder in
      try Self.write(name, in: folder)
      let verdict = try Outside.run(python, ["-c", ChartReaders.data, folder])
      #expect(verdict.status == 0, "\(verdict.out)")
      #expect(verdict.out.contains("read back"))
    }
  }

  @Test(arguments: ["seven", "harmless", "ruinous", "rural-first-agreement"])
  func `a presentation with these charts opens, and gives their series`(_ name: String) throws {
    let python = try #require(Outside.officePython)
    try Outside.withFolder { folder in
      try Self.write(name, in: folder)
      let verdict = try Outside.run(python, ["-c", ChartReaders.presentation, folder])
      #expect(verdict.status == 0, "\(verdict.out)")
      #expect(verdict.out.contains("opened"))
      if let audit = Outside.audit {
        let judged = try Outside.run(audit, [folder + "/charts.pptx"])
        #expect(judged.status == 0, "\(judged.out)")
      }
      if let gallery = ProcessInfo.processInfo.environment["GLIDEPATH_GALLERY"] {
        try? FileManager.default.removeItem(atPath: "\(gallery)/charts-\(name).pptx")
        try FileManager.default.copyItem(
          atPath: folder + "/charts.pptx", toPath: "\(gallery)/charts-\(name).pptx")
      }
    }
  }
}
