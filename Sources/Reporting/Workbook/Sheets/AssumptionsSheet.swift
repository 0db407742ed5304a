import Projection
import Scenarios

extension Board {
  static let assumptions = "Assumptions"

  var assumptionsSheet: WorkbookSheet {
    let entries = comparison.scenario.provenance
    var sheet = WorkbookSheet(
      name: Self.assumptions, title: "Every figure the run rests on, and who chose it",
      says: "As the scenario file or the published defaults write it. Prescribed by law: see Rules "
        + "in force. Real: as published. Stated: by the scenario's author. Assumed: for want of a "
        + "figure. Default: left out by the author.")
    guard !entries.isEmpty else {
      sheet.absence = "The scenario names no source for any of its figures."
      return sheet
    }
    sheet.tables = [
      WorkbookTable(
        Self.assumptions,
        [
          .words("Key", entries.map(\.key)), .words("Value", entries.map(\.value)),
          .words("Unit", entries.map { Scenario.unit(ofKey: $0.key) ?? "" }),
          .words("Status", entries.map(\.status.workbookWord)),
          .words("Source", entries.map(\.source)),
        ])
    ]
    return sheet
  }

  func manifestSheet(engineVersion: String) -> WorkbookSheet {
    let calibration = ShippedCalibration.current
    let scenario = comparison.scenario
    let editions = scenario.editions.map { Names.clamped($0, to: 40) }
    let facts =
      [
        ("Scenario", Names.clamped(scenario.name, to: 90)), ("Scenario digest", scenario.digest),
        ("Rule digest", comparison.rulebookDigest),
        ("Rule editions", editions.isEmpty ? "none: the regulation itself" : Names.list(editions)),
        ("Chance calibrated on", calibration.name), ("Calibration digest", calibration.digest),
        ("Seed", String(comparison.seed)), ("Trials", DecimalText.grouped(comparison.trials)),
      ] + stoppingFacts + [
        ("Checksum of all payments", comparison.paymentsChecksum),
        ("Agreement starts", scenario.agreement.period.firstDay.description),
        ("Random numbers belong to", Names.clamped(scenario.aco, to: 90)),
        ("Net", netMeaning), ("Engine version", Names.clamped(engineVersion, to: 60)),
      ]
    return WorkbookSheet(
      name: "Manifest", title: "What repeats this run, to the cent",
      says:
        "A digest is the SHA-256 of the text it stands for: equal digests, equal text. run.json "
        + "beside this workbook holds the digest of every file.",
      tables: [
        WorkbookTable(
          "Manifest", [.words("Fact", facts.map(\.0)), .words("Value", facts.map(\.1))])
      ])
  }
}

extension Provenance.Status {
  /// As the column of Assumptions says it.
  var workbookWord: String {
    switch self {
    case .real: "real"
    case .stated: "stated"
    case .assumed: "assumed"
    case .defaulted: "default"
    }
  }
}
