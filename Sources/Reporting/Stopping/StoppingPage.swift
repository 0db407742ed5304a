import Projection

extension Board {
  /// Page 16, a sheet of its own: what the rule that ended the run asked and what it found.
  var stoppingPages: [DeckPage] {
    guard let stopping = StoppingBoard(self) else { return [] }
    let figures: [Exhibit] = [.keyFigures(stopping.keyFigures), .table(stopping.figureTable)]
    guard let rivals = stopping.rivalTable, let closest = stopping.closest else {
      return [stoppingPage(1, of: 1, stopping.verdict, figures)]
    }
    guard stopping.figureTable.rows.count + rivals.rows.count > Self.optionsPerSheet else {
      return [stoppingPage(1, of: 1, stopping.verdict, figures + [.table(rivals)])]
    }
    return [
      stoppingPage(1, of: 2, stopping.verdict, figures),
      stoppingPage(2, of: 2, closest, [.table(rivals)]),
    ]
  }

  private func stoppingPage(
    _ part: Int, of parts: Int, _ headline: Finding, _ exhibits: [Exhibit]
  ) -> DeckPage {
    DeckPage(
      number: 16, part: part, parts: parts, topic: "When the run stopped", headline: headline,
      exhibits: exhibits, howToRead: StoppingBoard.meaning)
  }

  /// Said on page 1 where the run could not be ended as asked.
  var stoppingRemark: Finding? {
    StoppingBoard(self).flatMap { $0.reached.isReached ? nil : $0.verdict }
  }

  /// Facts of the manifest beside the number of trials.
  var stoppingFacts: [(String, String)] {
    guard let stopping = StoppingBoard(self) else { return [] }
    return [
      ("Stopping rule", "until \(stopping.asked): \(stopping.looks)"),
      (
        "Stopping rule held",
        stopping.reached.isReached ? "yes, at the last look" : "NO, at no look"
      ),
    ]
  }

  /// For the actuarial file.
  var stoppingTexts: [String] {
    StoppingBoard(self).map {
      [
        "\($0.course) \($0.verdict.sentence)",
        StoppingBoard.meaning,
      ]
    } ?? []
  }
}

extension StoppingBoard {
  /// How precision is meant.
  static let meaning =
    "Half of each 95 percent interval: of dollars in percent of the figure, or, marked *, of a tenth "
    + "of the option's standard deviation, which is more; of chances in points."

  /// What the run did.
  var course: String {
    reached.isReached
      ? "The run went on until \(asked): \(looks)."
      : "The run was to go on until \(asked), and ended before: \(looks)."
  }

  var keyFigures: [KeyFigure] {
    var figures = [
      KeyFigure(label: "Trials", value: DecimalText.grouped(reached.trials), note: looks)
    ]
    if let coarsest = reached.coarsest {
      figures.append(
        KeyFigure(
          label: "Least known headline", value: Self.share(coarsest),
          note: name(of: coarsest).capitalizedFirst))
    }
    if let lead = reached.figures.first(where: { $0.name == .lead }) {
      figures.append(
        KeyFigure(
          label: "Lead known to", value: Self.share(lead), note: name(of: lead).capitalizedFirst))
    }
    if let best = reached.best {
      let confidence = Self.percent(reached.rule.confidence ?? 0)
      figures.append(
        KeyFigure(
          label: "Highest mean net", value: board.name(best.option),
          note: best.isDecided
            ? "with \(confidence) confidence" : "NOT with \(confidence) confidence"
        ))
    }
    return figures
  }

  private static let columns: [(title: String, name: KnownFigure.Name)] = [
    ("Mean", .mean), ("5th percentile", .fifthPercentile),
    ("95th percentile", .ninetyFifthPercentile), ("Mean of worst 5%", .worstTail),
    ("P(earn), points", .chanceToEarn), ("P(owe), points", .chanceToOwe),
  ]

  /// How well each headline figure is known.
  var figureTable: Table {
    let shown = board.legalFirst.prefix(Board.optionsPerSheet)
    return Table(
      caption: "What each headline figure is known to, in percent",
      columns: [.init("Option", .text)] + Self.columns.map { .init($0.title) },
      rows: shown.map { option in
        Table.Row(
          board.rowKind(option), [board.label(option)] + Self.columns.map { cell($0.name, option) })
      })
  }

  func cell(_ name: KnownFigure.Name, _ option: Int) -> String {
    reached.figures.first { $0.name == name && $0.option == option }.map(Self.cell) ?? ""
  }

  /// The best option against each rival, the closest first; `nil` where no confidence was asked.
  var rivalTable: Table? {
    guard let best = reached.best, !best.rivals.isEmpty else { return nil }
    let shown = Array(best.rivals.prefix(Board.rowsBesideRemarks))
    let unit = MoneyUnit(for: shown.flatMap { [$0.lead.value, $0.low, $0.high] })
    // Half of what a figure's error allows: whether an end is zero or beside it shows.
    func column(_ value: (BestOption.Rival) -> Double, of error: Double = 0.5) -> [String] {
      unit.column(
        shown.map { Estimate(value: value($0), standardError: error * $0.lead.standardError) })
    }
    let columns = [
      shown.map { board.name($0.option) }, column(\.lead.value, of: 1), column(\.low),
      column(\.high),
      shown.map { $0.isBehind ? "yes" : "NOT KNOWN" },
    ]
    return Table(
      caption:
        "Mean net of \(board.name(best.option)) less each rival's, \(unit.rawValue), with the "
        + "interval that allows for every look and rival",
      columns: [
        .init("Rival", .text), .init("Lead"), .init("From"), .init("To"),
        .init("Known to be behind", .word),
      ],
      rows: shown.indices.map { row in Table.Row(.plain, columns.map { $0[row] }) })
  }
}

extension SummaryTable {
  /// What the rule that ended the run reached.
  static func stoppingLines(_ board: Board) -> [String] {
    guard let stopping = StoppingBoard(board) else { return [] }
    let order = board.legalFirst
    let names: [KnownFigure.Name] = [
      .mean, .fifthPercentile, .ninetyFifthPercentile, .chanceToEarn, .chanceToOwe, .worstTail,
    ]
    let widths = [31, 8, 8, 8, 8, 7, 10]
    let head = ["", "mean", "P5", "P95", "P(earn)", "P(owe)", "worst 5%"]
    let rows = order.map { option in
      [(board.isWhatIf(option) ? "* " : "  ") + board.name(option)]
        + names.map { stopping.cell($0, option) }
    }
    return ["", "Each figure known to, in percent, chances in points"]
      + ([head] + rows).map { line($0, widths: widths) }
      + Statement.wrapped(StoppingBoard.meaning, to: 80)
      + Statement.wrapped(stopping.verdict.sentence, to: 80)
      + Statement.wrapped(stopping.course, to: 80)
  }
}
