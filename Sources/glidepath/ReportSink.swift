import Projection
import Reporting
import Scenarios

/// Where a report goes, and what the terminal is told of it.
struct ReportSink {
  var folder: ReportFolder
  var template: (file: String, slides: SlideTemplate)?
  var json: Bool
  var quiet: Bool

  /// Every file of the report, whole or not at all.
  func write(_ told: Report, of written: Reading.Text) throws {
    var report = told
    if let template {
      report.template = template.slides
      report.filesRead = [try Reading.readFile(template.file, for: "template")]
    }
    if Interruption.isRequested() { throw Interrupted() }
    let files = try report.files()
    let manifest = try report.manifest(scenarioFile: written.fileName, scenarioText: written.text)
    let database = RunDatabase(report, manifest)
    try folder.write(
      files, drawnUp: database.map { drawnUp($0, of: report.comparison.scenario) },
      manifest: manifest)
    if json {
      try show(report.comparison.json)
    } else if !quiet {
      try show(SummaryTable(report.comparison).text)
      let names = (files.map(\.name) + (database == nil ? [] : [RunDatabase.name]))
        .joined(separator: ", ")
      try show("\nWrote \(folder.path)/\(names) and run.json.\n")
    }
  }

  /// The kept run, which writes itself block by block.
  private func drawnUp(
    _ database: RunDatabase, of scenario: Scenario
  ) -> (name: String, write: (_ path: String) throws -> Void) {
    (
      RunDatabase.name,
      { path in
        try ProgressLine.during(
          "Keeping trials of \(scenario.name)", total: database.paymentCount, quiet: quiet
        ) {
          try database.write(to: path, progress: $0, isCancelled: Interruption.isRequested)
        }
      }
    )
  }
}
