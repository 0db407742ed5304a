import Projection
import Scenarios

extension Board {
  /// Page 16, first sheets: every figure and assumption with its value, source and status: what
  /// the author wrote or assumed first, then what is published, then the defaults.
  var assumptionPages: [DeckPage] {
    let sheets = provenanceSheets
    return sheets.indices.map { assumptionPage(sheets[$0], $0 + 1, sheets.count) }
  }

  private func assumptionPage(_ rows: [AssumptionRow], _ part: Int, _ parts: Int) -> DeckPage {
    DeckPage(
      number: 16, part: part, parts: parts, topic: "Assumptions",
      headline: part == 1 ? provenanceHeadline : sheetHeadline(rows),
      exhibits: [.table(Self.provenanceTable(rows))],
      howToRead:
        "Stated: written by the scenario's author. Assumed: standing in for a figure not known. "
        + "Real: as published. Default: left out by the author, so the published default holds.")
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

  /// What a later sheet holds, counted.
  private func sheetHeadline(_ rows: [AssumptionRow]) -> Finding {
    let parts = Provenance.Status.boardOrder.compactMap { status -> String? in
      let of = rows.filter { $0.status == status }
      guard !of.isEmpty else { return nil }
      let count = of.reduce(0) { $0 + $1.count }
      var groups: [String] = []
      for row in of where !groups.contains(row.topic) { groups.append(row.topic) }
      return "\(count) \(status.counted) (\(Names.list(groups, most: 5)))"
    }
    return Finding("On this sheet: \(parts.joined(separator: "; ")).")
  }

  /// Rows measured at the size they are printed in, so that a sheet never overflows.
  private var provenanceSheets: [[AssumptionRow]] {
    var sheets: [[AssumptionRow]] = [[]]
    for row in AssumptionRow.all(of: self) {
      let tried = (sheets.last ?? []) + [row]
      let isFull = !fits(assumptionPage(tried, sheets.count, sheets.count), size: Self.size)
      if isFull, sheets.last?.isEmpty == false {
        sheets.append([row])
      } else {
        sheets[sheets.count - 1] = tried
      }
    }
    return sheets
  }

  /// Smallest type size of an assumption, pixels in print.
  private static let size = 12.5

  private static func provenanceTable(_ rows: [AssumptionRow]) -> Table {
    var lines: [Table.Row] = []
    var before: AssumptionRow?
    for row in rows {
      if row.status != before?.status { lines.append(.init(.group, [row.status.title])) }
      let isRepeated = row.status == before?.status && row.source == before?.source
      lines.append(
        .init(.plain, [row.group, row.values, isRepeated ? "as above" : row.source]))
      before = row
    }
    return Table(
      caption: "Figures and assumptions by status",
      columns: ["Group", "Values", "Source"].map { .init($0, .text) }, rows: lines)
  }
}

/// Neighbouring figures of one group, one status and one source.
struct AssumptionRow: Hashable, Sendable {
  /// As in the scenario file, `assumptions` left out: `retention`, `population`.
  var group: String
  var status: Provenance.Status
  var source: String
  var values: String
  var count: Int
  /// The last figure in `values`, to which another enrollment type may be added.
  var figure: String

  /// `retention`, for a sentence.
  var topic: String { String(group.split(separator: ".").last ?? "") }

  static func all(of board: Board) -> [AssumptionRow] {
    var rows: [AssumptionRow] = []
    let entries = board.comparison.scenario.provenance
    let measures = board.comparison.scenario.assumptions.quality.measures.map(\.benchmark.name)
    let programs = board.comparison.scenario.programs.map(\.printedTitle)
    for status in Provenance.Status.boardOrder {
      for entry in entries where entry.status == status {
        let path = AssumptionPath(entry.key, measures: measures, programs: programs)
        let value = Names.clamped(board.shown(entry), to: 240)
        let source = Names.clamped(entry.source, to: 700)
        if let last = rows.last, last.group == path.group, last.status == status,
          last.source == source, last.values.count + value.count < 480
        {
          let isSame = path.part != nil && last.figure == path.figure
          rows[rows.count - 1].values +=
            isSame ? ", \(path.part ?? "") \(value)" : " · " + path.told(value)
          rows[rows.count - 1].count += 1
          rows[rows.count - 1].figure = path.figure
        } else {
          rows.append(
            AssumptionRow(
              group: path.group, status: status, source: source, values: path.told(value),
              count: 1, figure: path.figure))
        }
      }
    }
    return rows
  }
}

extension Board {
  /// A value as a board reads it: `13,157`, `yes`, the names of the options.
  fileprivate func shown(_ entry: Provenance) -> String {
    if entry.key == "agreement.options" { return all.map(label).joined(separator: ", ") }
    let value = entry.value
    switch value {
    case "true": return "yes"
    case "false": return "no"
    case "[]": return "none"
    default: break
    }
    guard value.hasPrefix("["), value.hasSuffix("]") else { return Self.number(value) }
    let items = value.dropFirst().dropLast().split(separator: ",").map {
      Self.number($0.trimmingPrefix(" ").description)
    }
    let isPerYear = !entry.key.hasPrefix("assumptions.correlation") && items.count == 5
    return isPerYear && Set(items).count == 1
      ? "\(items[0]) in each year" : items.joined(separator: ", ")
  }

  /// Underscores of the file become commas of print.
  private static func number(_ text: String) -> String {
    let digits = text.replacing("_", with: "")
    guard Double(digits) != nil else { return text }
    let printed = text.replacing("_", with: ",")
    return printed.hasPrefix("-") ? "\u{2212}" + printed.dropFirst() : printed
  }
}

extension Provenance.Status {
  /// First what is the author's own.
  static let boardOrder: [Provenance.Status] = [.stated, .assumed, .real, .defaulted]

  var title: String {
    switch self {
    case .real: "Real: as published"
    case .stated: "Stated by the author of the scenario"
    case .assumed: "Assumed, for want of a figure"
    case .defaulted: "Default: not given in the scenario"
    }
  }

  /// After a number: `2 as published, 4 stated by the author`.
  var counted: String {
    switch self {
    case .real: "as published"
    case .stated: "stated by the author"
    case .assumed: "assumed"
    case .defaulted: "left to the published default"
    }
  }
}
