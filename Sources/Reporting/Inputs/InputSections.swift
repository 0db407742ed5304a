import Projection

/// What a terminal shows of an input study: sections of text at most 100 columns wide, to stand one
/// after another, and the whole study as one value.
public struct InputSections: Hashable, Sendable {
  public struct Section: Hashable, Sendable {
    public var title: String
    public var text: String
  }
  public var sections: [Section]
  /// The study by its property names, dollars and fractions as numbers; `null` without a study.
  public var json: JSONText

  /// - Parameter comparison: With its paths and its input study.
  public init(_ comparison: Comparison) {
    json = comparison.inputs.map { JSONText(reflecting: $0) } ?? .null
    guard let inputs = InputBoard(Board(comparison: comparison, stresses: [])) else {
      sections = []
      return
    }
    sections =
      [inputs.tornadoSection, inputs.flipSection] + inputs.mapSections
      + [inputs.reverseSection]
  }

  /// All sections, a blank line between them.
  public var text: String {
    sections.map { "\($0.title)\n\($0.text)" }.joined(separator: "\n\n") + "\n"
  }
}

extension InputBoard {
  fileprivate var tornadoSection: InputSections.Section {
    let unit = MoneyUnit(
      for: shownTornado.bars.flatMap { [$0.atTenth.value, $0.atNinetieth.value] })
    let (low, high) = (
      unit.column(shownTornado.bars.map(\.atTenth), signed: true),
      unit.column(shownTornado.bars.map(\.atNinetieth), signed: true)
    )
    let rows = shownTornado.bars.indices.map { row -> [String] in
      let input = shownTornado.bars[row].input
      let range = study.range(of: input)
      return [
        input.title, range?.atTenth.map { input.words($0) } ?? "", low[row],
        range?.atNinetieth.map { input.words($0) } ?? "", high[row],
      ]
    }
    let left = study.certain.map { $0.title.lowercased() }
    let note =
      left.isEmpty
      ? "" : "\n" + Self.wrapped(["No stated uncertainty, so left out: \(Names.list(left))."])
    return .init(
      title:
        "TORNADO  change of mean five-year net, \(unit.rawValue), \(title(shownTornado.path)): "
        + "\(shownTornado.mean.dollars)",
      text: Self.lines([["", "10th", "net", "90th", "net"]] + rows) + note)
  }

  fileprivate var flipSection: InputSections.Section {
    let found = study.flipsFound.map { sentence($0).sentence }
    let none = study.flips.filter { $0.found.isEmpty }.map { flips in
      "\(flips.input.title): none from \(flips.input.words(flips.lowest)) to "
        + "\(flips.input.words(flips.highest))."
    }
    return .init(
      title: "WHERE THE CHOICE CHANGES  \(best) has the highest mean",
      text: Self.wrapped(found + none))
  }

  fileprivate var mapSections: [InputSections.Section] {
    study.maps.map { map in
      let unit = MoneyUnit(for: map.cells.flatMap { $0.map(\.mean.value) })
      let head = [""] + map.columnLevels.map { map.columns.words($0) }
      let rows = zip(map.rowLevels, map.cells).map { level, cells in
        [map.rows.words(level)]
          + cells.map { unit.cell($0.mean) + ($0.best == study.best ? "" : "*") }
      }
      return .init(
        title:
          "TWO AT A TIME  mean five-year net of \(best), \(unit.rawValue); * another path is best\n"
          + "down: \(map.rows.title); across: \(map.columns.title)",
        text: Self.lines([head] + rows))
    }
  }

  fileprivate var reverseSection: InputSections.Section {
    .init(
      title: "REVERSE STRESS  the likeliest combination that breaks a limit",
      text: Self.wrapped(study.reverse.map { sentence($0).sentence }))
  }

  private static func wrapped(_ sentences: [String]) -> String {
    sentences.flatMap { Statement.wrapped($0, to: Statement.width) }.joined(separator: "\n")
  }

  /// Columns side by side, the first one left, the others right.
  private static func lines(_ rows: [[String]]) -> String {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + space : space + cell
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}
