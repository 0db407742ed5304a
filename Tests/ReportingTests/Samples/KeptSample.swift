import Foundation
import Projection
import Regulation
import Scenarios

@testable import Reporting

/// A small run of the shipped example with every trial kept: two blocks, the second not full.
enum KeptSample {
  static let trials = 12_345
  static let made = Result { try make() }

  struct Run {
    var text: String
    var ledger: Ledger
    var report: Report
    var manifest: RunManifest
    var database: RunDatabase
  }

  private static func make() throws -> Run {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Scenarios/rural-first-agreement.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    var scenario = try Scenario(yaml: text, file: "file", name: "rural-first-agreement")
    scenario.trials = trials
    let agreement = try Agreement(scenario, under: try Rulebook.current())
    let ledger = try agreement.ledger(workers: 2)
    var comparison = agreement.comparison(of: ledger)
    comparison.paths = try agreement.pathOutlook(workers: 2)
    var report = Report(
      comparison: comparison, stresses: [], trackRecord: nil, engineVersion: "1.2.3")
    report.payments = ledger.kept
    let manifest = try report.manifest(
      scenarioFile: "rural-first-agreement.yaml", scenarioText: text)
    guard let database = RunDatabase(report, manifest) else { throw NothingKept() }
    return Run(
      text: text, ledger: ledger, report: report, manifest: manifest, database: database)
  }

  struct NothingKept: Error {}

  /// The whole report in a fresh folder that is gone when `body` ends.
  static func inFolder<Value>(_ body: (ReportFolder, Run) throws -> Value) throws -> Value {
    let run = try made.get()
    return try Outside.withFolder { root in
      let folder = ReportFolder(path: root + "/kept")
      try folder.write(
        try run.report.files(),
        drawnUp: (RunDatabase.name, { try run.database.write(to: $0) }), manifest: run.manifest)
      return try body(folder, run)
    }
  }
}
