import Scenarios

extension PortfolioReport {
  /// Every fault of every scenario; no section where there is none.
  var faultSection: [Paper.Section] {
    guard !refused.isEmpty else { return [] }
    return [
      Paper.Section(
        title: "Scenarios that could not be run", standards: [],
        blocks: [
          .table(
            Table(
              caption: "Every fault",
              columns: [.init("Scenario", .text), .init("Fault", .text)],
              rows: refused.flatMap { row in
                row.faults.map { Table.Row(.plain, [Self.label(row), $0]) }
              }))
        ])
    ]
  }

  /// What was assumed or left to a default, key by key, with the source.
  var assumptionSection: [Paper.Section] {
    let blocks = Provenance.Status.boardOrder.flatMap { status -> [Paper.Block] in
      let entries = assumptions.of(status)
      guard !entries.isEmpty else { return [] }
      return [.heading(status.title), .table(Self.table(entries))]
    }
    return blocks.isEmpty
      ? [] : [Paper.Section(title: "What the figures rest on", standards: [], blocks: blocks)]
  }

  private static func table(_ entries: [PortfolioAssumptions.Entry]) -> Table {
    Table(
      caption: "\(DecimalText.grouped(entries.count)) keys",
      columns: [
        .init("Key", .text), .init("Value", .text), .init("Source", .text), .init("Scenarios"),
      ],
      rows: entries.map {
        Table.Row(
          .plain,
          [
            $0.key, $0.value ?? "each its own", $0.source ?? "each its own",
            DecimalText.grouped($0.count),
          ])
      })
  }

  var reproduction: Paper.Section {
    let outcomes = told.map(\.outcome)
    func distinct(_ texts: [String]) -> String {
      Names.list(Array(Set(texts)).sorted(), most: 6)
    }
    let facts = [
      ["Scenarios", DecimalText.grouped(rows.count)],
      ["Trials", distinct(outcomes.map { DecimalText.grouped($0.trials) })],
      ["Seed", distinct(outcomes.map { String($0.seed) })],
      ["Rule digest", distinct(outcomes.map(\.rulebookDigest))],
      ["Chance calibrated on", ShippedCalibration.current.name],
      ["Calibration digest", ShippedCalibration.current.digest],
      ["Engine version", engineVersion],
    ]
    return Paper.Section(
      title: "Reproducibility", standards: [],
      blocks: [
        .text(
          "The same files, rules, seed and trials give these figures again, to the cent, on any number "
            + "of workers. glidepath project makes the whole report of any one scenario."),
        .table(
          Table(
            caption: "The run", columns: [.init("Fact", .text), .init("Value", .text)],
            rows: facts.map { Table.Row(.plain, $0) })),
      ])
  }
}
