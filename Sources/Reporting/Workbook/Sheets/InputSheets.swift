import Projection

extension Board {
  /// What the inputs are worth; none where no study was made.
  var inputSheets: [WorkbookSheet] {
    guard let inputs = InputBoard(self) else { return [] }
    return [
      inputs.tornadoSheet, inputs.flipSheet, inputs.mapSheet, inputs.reverseSheet,
    ].filter { !$0.tables.isEmpty }
  }
}

extension InputBoard {
  private var unit: MoneyUnit { board.workbookUnit }

  var tornadoSheet: WorkbookSheet {
    let rows = study.tornados.flatMap { tornado in tornado.bars.map { (tornado, $0) } }
    let ranges = rows.map { study.range(of: $0.1.input) }
    let table = WorkbookTable(
      "Tornado",
      [
        .words("Path", rows.map { subject($0.0) }), .words("Input", rows.map(\.1.input.title)),
        .words("As projected", rows.map { words($0.1.input) { $0.level } }),
        .words("10th percentile", rows.map { words($0.1.input, percentile: \.atTenth) }),
        .words("90th percentile", rows.map { words($0.1.input, percentile: \.atNinetieth) }),
        .dollars("Change at the 10th", rows.map(\.1.atTenth), unit),
        .dollars("Change at the 90th", rows.map(\.1.atNinetieth), unit),
        .dollars("Mean net, nothing moved", rows.map(\.0.mean), unit),
        .words("Status", ranges.map { $0?.status?.rawValue ?? "" }),
        .words("Source", ranges.map { $0?.source ?? "" }),
      ])
    var sheet = WorkbookSheet(
      name: "Tornado", title: "What each input is worth by itself",
      says: "Mean five-year net with one input at its 10th or 90th percentile, less that with "
        + "nothing moved, on the same \(trials) trials.", tables: rows.isEmpty ? [] : [table])
    if !tornado.bars.isEmpty { sheet.charts = [tornadoChart] }
    return sheet
  }

  private func subject(_ tornado: Tornado) -> String {
    title(tornado.path) + (tornado.less.map { " less \(title($0))" } ?? "")
  }

  private func words(_ input: Input, _ level: (InputRange) -> Double) -> String {
    study.range(of: input).map { input.words(level($0)) } ?? ""
  }

  private func words(_ input: Input, percentile: (InputRange) -> Estimate?) -> String {
    study.range(of: input).flatMap(percentile).map { input.words($0) } ?? ""
  }

  private var tornadoChart: WorkbookChart {
    WorkbookChart(
      kind: .bars, title: "Change of mean five-year net: \(best)",
      label: "Change of mean five-year net of \(best), input by input, at the 10th and at the 90th "
        + "percentile; the widest first.",
      sheet: "Tornado", table: "Tornado", categories: "Input", rows: tornado.bars.indices,
      series: [
        .init(name: "at the 10th percentile", column: "Change at the 10th", shade: .loss),
        .init(name: "at the 90th percentile", column: "Change at the 90th", shade: .main),
      ], format: .dollars(unit, unit == .million ? 1 : 0), valueTitle: "dollars")
  }

  var flipSheet: WorkbookSheet {
    let flips = study.flipsFound
    let table = WorkbookTable(
      "FlipPoints", caption: "Where another path becomes the best",
      [
        .words("Input", flips.map(\.input.title)),
        .words("Becomes", flips.map { $0.input.words($0.level) }),
        .words("As projected", flips.map { words($0.input) { $0.level } }),
        .counts("Level", flips.map(\.level)), .counts("Shift", flips.map(\.shift)),
        .fractions("Mean savings rate there", flips.map(\.savingsRate)),
        .words("Best as projected", flips.map { title($0.from) }),
        .words("Best beyond", flips.map { title($0.to) }),
      ])
    let range = WorkbookTable(
      "InputRanges", caption: "How far was looked",
      [
        .words("Input", study.flips.map(\.input.title)),
        .words("From", study.flips.map { $0.input.words($0.lowest) }),
        .words("To", study.flips.map { $0.input.words($0.highest) }),
        .words("Flips found", study.flips.map { $0.found.isEmpty ? "none" : "\($0.found.count)" }),
      ])
    return WorkbookSheet(
      name: "Flip points",
      title: "How far an input must lie from its projection to change the answer",
      says: "One input moved, all else as projected, until another path has the highest mean "
        + "five-year net; \(trials) trials.",
      tables: [table, range].filter { $0.rowCount > 0 })
  }

  var mapSheet: WorkbookSheet {
    WorkbookSheet(
      name: "Maps", title: "Two inputs moved together, and the path best by true savings",
      says: "Mean five-year net of \(best) at percentiles of two inputs, and which path is best "
        + "there.",
      tables: study.maps.enumerated().map { mapTable($1, $0 + 1) } + [curveTable])
  }

  private func mapTable(_ map: HeatMap, _ number: Int) -> WorkbookTable {
    let cells = map.cells.enumerated().flatMap { row, line in
      line.enumerated().map { (row, $0.offset, $0.element) }
    }
    return WorkbookTable(
      "HeatMap\(number)",
      caption:
        "\(map.rows.title) and \(map.columns.title), \(DecimalText.grouped(map.trials)) trials",
      [
        .words(map.rows.title, cells.map { map.rows.words(map.rowLevels[$0.0]) }),
        .words(map.columns.title, cells.map { map.columns.words(map.columnLevels[$0.1]) }),
        .numbers("Percentile of the first", cells.map { map.percentiles[$0.0] }, .percent(0)),
        .numbers("Percentile of the second", cells.map { map.percentiles[$0.1] }, .percent(0)),
        .dollars("Mean net", cells.map(\.2.mean), unit),
        .words("Best path there", cells.map { title($0.2.best) }),
      ])
  }

  private var curveTable: WorkbookTable {
    let points = study.curve.points
    let rows = points.flatMap { point in study.curve.paths.indices.map { (point, $0) } }
    return WorkbookTable(
      "SavingsCurve", caption: "By the ACO's own effect on its spending, \(trials) trials",
      [
        .words("Path", rows.map { title(study.curve.paths[$0.1]) }),
        .numbers("Change of spending", rows.map { $0.0.shift }, .percent(0)),
        .fractions("Mean savings rate", rows.map(\.0.savingsRate)),
        .dollars("Mean net", rows.map { $0.0.means[$0.1] }, unit),
        .chances("Chance that net is above zero", rows.map { $0.0.chancesToGain[$0.1] }),
      ])
  }
}
