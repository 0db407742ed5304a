import Projection
import Regulation
import Scenarios

/// What a terminal shows when a projection is done; at most 80 columns wide.
public struct SummaryTable: Hashable, Sendable {
  public var text: String

  public init(_ comparison: Comparison) {
    let board = Board(comparison: comparison, stresses: [])
    let nets = board.legalFirst.map { comparison.outlooks[$0].net }
    let unit = MoneyUnit(
      for: nets.flatMap { [$0.mean.value] + $0.quantiles.map(\.value.dollars.amount) })
    let rows = Self.rows(board, unit)
    let head = ["", "mean", "± se", "P5", "P95", "P(earn)", "P(owe)", "worst 5%"]
    let lines =
      [Self.fitted(Names.clamped(comparison.scenario.title, to: 200), to: 80)]
      + Banner.texts(for: comparison.scenario.editions).map { Self.fitted($0, to: 80) }
      + ["Five-year net, \(unit.rawValue)", Self.line(head, widths: Self.widths)]
      + [String(repeating: "─", count: 80)]
      + rows.map { Self.line($0, widths: Self.widths) }
      + Self.pathLines(board) + Self.leavingLines(board) + Self.programLines(board)
      + Self.partyLines(board) + Self.stoppingLines(board) + Self.notes(board)
    text = lines.map { $0 + "\n" }.joined()
  }

  private static let widths = [23, 8, 8, 8, 8, 8, 7, 10]

  private static func rows(_ board: Board, _ unit: MoneyUnit) -> [[String]] {
    let order = board.legalFirst
    let nets = order.map { board.outlooks[$0].net }
    let columns: [[String]] = [
      order.map { (board.isWhatIf($0) ? "* " : "  ") + board.name($0) },
      unit.column(nets.map(\.mean)), unit.errors(nets.map(\.mean)).map { String($0.dropFirst(2)) },
      unit.column(nets.map { $0.quantiles[0].estimate }),
      unit.column(nets.map { $0.quantiles[4].estimate }),
      order.map { board.outlooks[$0].total.chanceToEarn.percent },
      order.map { board.outlooks[$0].chanceOfAnyRepayment.percent },
      unit.column(nets.map(\.tailMean)),
    ]
    return order.indices.map { row in columns.map { $0[row] } }
  }

  /// The paths that lead in something, beside the options asked for.
  private static func pathLines(_ board: Board) -> [String] {
    guard let paths = PathBoard(board) else { return [] }
    let leaders = paths.shown.filter { paths.leads($0) || $0 == paths.paths.present }
    let outcomes = leaders.map(paths.outcome)
    let unit = MoneyUnit(
      for: outcomes.flatMap { [$0.net.mean.value, $0.net.tailMean.value] })
    let columns: [[String]] = [
      leaders.map(paths.title), leaders.map(paths.summaryReasons),
      unit.column(outcomes.map(\.net.mean)), outcomes.map(\.chanceOfOwing.percent),
      unit.column(outcomes.map(\.net.tailMean)),
    ]
    let widths = [28, 27, 8, 7, 10]
    let heading = "Of \(paths.tried) tried (\(paths.trials) trials), \(unit.rawValue)"
    return ["", fitted(heading, to: 80)]
      + [line(["", "", "mean", "P(owe)", "worst 5%"], widths: widths)]
      + leaders.indices.map { row in line(columns.map { $0[row] }, widths: widths) }
  }

  private static func leavingLines(_ board: Board) -> [String] {
    LeavingBoard(board).map { ["", fitted($0.summary, to: 80)] } ?? []
  }

  private static func programLines(_ board: Board) -> [String] {
    guard let programs = ProgramBoard(board) else { return [] }
    return [""] + programs.summaryLines.map { fitted($0, to: 80) }
  }

  /// The same net, by who gains.
  private static func partyLines(_ board: Board) -> [String] {
    guard let party = PartyBoard(board), party.isDivided else { return [] }
    let order = board.legalFirst
    let options = order.map { party.parties.options[$0] }
    let unit = MoneyUnit(
      for: options.flatMap { [$0.aco, $0.sponsor, $0.system].map(\.mean.value) })
    let columns: [[String]] = [
      order.map { (board.isWhatIf($0) ? "* " : "  ") + board.name($0) },
      unit.column(options.map(\.aco.mean)), unit.column(options.map(\.sponsor.mean)),
      unit.column(options.map(\.participants.mean)), unit.column(options.map(\.system.mean)),
      unit.column(options.map(\.system.tailMean)), options.map(\.system.chanceToOwe.percent),
    ]
    let widths = [23, 9, 9, 9, 11, 10, 9]
    let head = ["", "ACO", "sponsor", "others", "ACO+spons.", "worst 5%", "P(<0)"]
    return ["", fitted("Who gains: five-year net, \(unit.rawValue)", to: 80)]
      + [line(head, widths: widths)]
      + order.indices.map { row in line(columns.map { $0[row] }, widths: widths) }
      + [fitted(party.verdict.sentence, to: 80)]
  }

  private static func notes(_ board: Board) -> [String] {
    let comparison = board.comparison
    let calibration = ShippedCalibration.current
    let whatIfs = board.all.contains(where: board.isWhatIf)
    return [""]
      + (whatIfs ? ["* what-if: cannot be signed by this ACO"] : [])
      + [
        "P(earn): the five payments add up to more than zero. P(owe): repays in any year.",
        "\(DecimalText.grouped(comparison.trials)) trials, seed \(comparison.seed), "
          + "rules \(comparison.rulebookDigest.prefix(8)), "
          + "scenario \(comparison.scenario.digest.prefix(8))",
        "Chance calibrated on \(calibration.name), \(calibration.digest.prefix(8))",
      ].map { fitted($0, to: 80) }
  }

  static func line(_ cells: [String], widths: [Int]) -> String {
    zip(cells, widths).enumerated().map { index, pair in
      let text = fitted(pair.0, to: index == 0 ? pair.1 : pair.1 - 1)
      let space = String(repeating: " ", count: pair.1 - TerminalWidth.of(text))
      return index == 0 ? text + space : space + text
    }.joined()
  }

  /// At most this many terminal columns.
  static func fitted(_ text: String, to width: Int) -> String {
    guard TerminalWidth.of(text) > width else { return text }
    var kept = ""
    for character in text where TerminalWidth.of(kept + String(character)) < width {
      kept.append(character)
    }
    return kept + "…"
  }
}

/// How many columns of a terminal a text takes.
enum TerminalWidth {
  static func of(_ text: String) -> Int { text.reduce(0) { $0 + of($1) } }

  private static func of(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if scalar.properties.isDefaultIgnorableCodePoint { return 0 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F000...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default:
      return 1
    }
  }
}
