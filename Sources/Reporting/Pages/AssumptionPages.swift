import Projection
import Scenarios

extension Board {
  /// Page 16, first sheets: every figure and assumption with its value, source and status.
  var assumptionPages: [DeckPage] {
    let sheets = provenanceSheets
    return sheets.enumerated().map { index, entries in
      DeckPage(
        number: 16, part: index + 1, parts: sheets.count, topic: "Assumptions",
        headline: provenanceHeadline, exhibits: [.table(provenanceTable(entries))],
        howToRead:
          "Real: as published in the source named. Stated: written by the author of the scenario. "
          + "Assumed: standing in for a figure not known. Defaulted: left out, so the published "
          + "default holds.")
    }
  }

  private var provenance: [Provenance] { comparison.scenario.provenance }

  private var provenanceHeadline: Finding {
    let counts = Provenance.Status.allCases.map { status in
      "\(provenance.filter { $0.status == status }.count) \(status.counted)"
    }
    guard !provenance.isEmpty else {
      return Finding("The scenario names no source for any of its figures.")
    }
    return Finding(
      "Of the \(provenance.count) figures and assumptions behind this deck: "
        + "\(Names.list(counts)).")
  }

  /// Rows weighed by the lines their texts take, so that a sheet never overflows.
  private var provenanceSheets: [[Provenance]] {
    guard !provenance.isEmpty else { return [[]] }
    var sheets: [[Provenance]] = [[]]
    var lines = 0
    for entry in provenance {
      let row = provenanceRow(entry)
      let needed = max(
        1, (row[0].count + 37) / 38, (row[1].count + 33) / 34, (row[3].count + 63) / 64)
      if lines + needed > 23, sheets[sheets.count - 1].isEmpty == false {
        sheets.append([])
        lines = 0
      }
      sheets[sheets.count - 1].append(entry)
      lines += needed
    }
    return sheets
  }

  private func provenanceRow(_ entry: Provenance) -> [String] {
    [
      Names.clamped(entry.key, to: 76), Names.clamped(entry.value, to: 68),
      entry.status.rawValue, Names.clamped(entry.source, to: 128),
    ]
  }

  private func provenanceTable(_ entries: [Provenance]) -> Table {
    Table(
      caption: "Figures and assumptions, in the order of the scenario file",
      columns: ["Key", "Value", "Status", "Source"].map { .init($0, .text) },
      rows: entries.map { Table.Row(.plain, provenanceRow($0)) })
  }
}

extension Provenance.Status {
  /// After a number: `2 as published, 4 stated by the author`.
  fileprivate var counted: String {
    switch self {
    case .real: "as published"
    case .stated: "stated by the author"
    case .assumed: "assumed"
    case .defaulted: "left to the published default"
    }
  }
}
