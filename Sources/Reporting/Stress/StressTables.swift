import Projection

/// One table of text for each figure: stress tests down, options across, four to a table.
struct StressTables {
  let board: Board
  /// With as many options as the unstressed comparison.
  private let stresses: [StressedComparison]

  init(_ board: Board) {
    self.board = board
    stresses = board.stresses.filter { $0.changes.count == board.outlooks.count }
  }

  var texts: [String] {
    Board.sheets(board.subjects, of: 4).flatMap { options in
      [
        money("Mean of five-year net", options, of: \.net.mean),
        changes(options),
        money("5th percentile of five-year net", options) { $0.net.quantiles[0].estimate },
        money("Mean of the worst 5% of five-year nets", options, of: \.net.tailMean),
        table("Chance to owe in any of the five years", options) { option in
          self.outlooks(of: option).map(\.chanceOfAnyRepayment.percent)
        },
      ]
    }
  }

  /// Without a stress, then under each.
  private func outlooks(of option: Int) -> [TrackOutlook] {
    [board.outlooks[option]] + stresses.map { $0.comparison.outlooks[option] }
  }

  private func money(
    _ title: String, _ options: [Int], of figure: (TrackOutlook) -> Estimate
  ) -> String {
    let figures = options.map { outlooks(of: $0).map(figure) }
    let unit = MoneyUnit(for: figures.joined().map(\.value))
    return table("\(title), \(unit.rawValue)", options) { option in
      unit.column(self.outlooks(of: option).map(figure))
    }
  }

  private func changes(_ options: [Int]) -> String {
    let figures = options.map { option in stresses.map { $0.changes[option].mean } }
    let unit = MoneyUnit(for: figures.joined().map(\.value))
    return table(
      "Change of that mean, trial by trial, ± its standard error, \(unit.rawValue)", options
    ) { option in
      [""] + Self.withErrors(self.stresses.map { $0.changes[option].mean }, unit, signed: true)
    }
  }

  /// `+1.20 ±0.03`.
  static func withErrors(
    _ estimates: [Estimate], _ unit: MoneyUnit, signed: Bool = false
  ) -> [String] {
    zip(unit.column(estimates, signed: signed), unit.errors(estimates)).map {
      "\($0) ±\($1.dropFirst(2))"
    }
  }

  /// - Parameter column: An option's cells: the unstressed, then each stress's.
  private func table(
    _ title: String, _ options: [Int], _ column: (Int) -> [String]
  ) -> String {
    var table = TextTable(widths: [24] + options.map { _ in 14 })
    table.add([""] + options.map(board.name))
    table.rule()
    let titles = ["Unstressed"] + stresses.map { Names.clamped($0.stress.title, to: 40) }
    let columns = [titles] + options.map(column)
    for row in titles.indices where columns.dropFirst().contains(where: { !$0[row].isEmpty }) {
      table.add(columns.map { $0[row] })
    }
    return title + "\n" + table.text
  }
}

/// Rows of cells at fixed columns: the first stands left, the others right.
struct TextTable {
  let widths: [Int]
  private var lines: [String] = []

  init(widths: [Int]) { self.widths = widths }

  var text: String { lines.map { $0 + "\n" }.joined() }

  mutating func add(_ cells: [String]) {
    let line = zip(cells, widths).enumerated().map { index, pair in
      let text = SummaryTable.fitted(pair.0, to: index == 0 ? pair.1 : pair.1 - 1)
      let space = String(repeating: " ", count: pair.1 - TerminalWidth.of(text))
      return index == 0 ? text + space : space + text
    }.joined()
    lines.append(String(line.reversed().drop { $0 == " " }.reversed()))
  }

  mutating func rule() {
    lines.append(String(repeating: "─", count: widths.reduce(0, +)))
  }
}
