import Projection
import Scenarios

/// What a terminal shows of stress tests; at most 80 columns wide.
public struct StressText: Hashable, Sendable {
  /// In their order, each ending in a line feed: what was run, what each test changes, a table for
  /// each figure, and which path is best under each.
  public var sections: [String]

  /// - Parameter comparison: Without a stress, on the trials of the stresses.
  public init(_ comparison: Comparison, _ stresses: [StressedComparison]) {
    let board = Board(comparison: comparison, stresses: stresses)
    sections =
      [Self.opening(board)] + (stresses.isEmpty ? [] : [Self.told(stresses)])
      + StressTables(board).texts + (Self.choice(board).map { [$0] } ?? [])
  }

  private static func opening(_ board: Board) -> String {
    let comparison = board.comparison
    let own = board.stresses.count { !Stress.libraryNames.contains($0.stress.name) }
    let count = board.stresses.count
    return text(
      [Names.clamped(comparison.scenario.title, to: 200)]
        + Banner.texts(for: comparison.scenario.editions) + [
          "\(count) stress test\(count == 1 ? "" : "s")"
            + (own == 0 ? "" : ", \(own) of the scenario's own")
            + ", on the same \(DecimalText.grouped(comparison.trials)) trials, seed "
            + "\(comparison.seed), rules \(comparison.rulebookDigest.prefix(8)), scenario "
            + "\(comparison.scenario.digest.prefix(8))"
        ])
  }

  private static func told(_ stresses: [StressedComparison]) -> String {
    stresses.map { stressed in
      let stress = stressed.stress
      let name = "\(Names.clamped(stress.title, to: 60)) (\(stress.name))"
      return text([name])
        + text(
          [
            Names.clamped(stress.says, to: 500), "Source: \(Names.clamped(stress.source, to: 500))",
          ],
          indent: "  ")
    }.joined()
  }

  private static func choice(_ board: Board) -> String? {
    guard board.mayRecommend, let verdicts = StressVerdicts(board.stresses) else { return nil }
    let all = verdicts.entries.flatMap { [$0.choice.costOfKeeping?.mean, $0.choice.bestNet] }
    let unit = MoneyUnit(for: all.compactMap { $0?.value })
    var table = TextTable(widths: [24, 23, 9, 15, 9])
    table.add([
      "", "best path", "its mean", verdicts.hasLimits ? "has more" : "keeping costs", "choice",
    ])
    table.rule()
    let columns: [[String]] = [
      verdicts.entries.map(\.title),
      verdicts.entries.map(\.best), verdicts.cells(\.bestNet) { unit.column($0) },
      verdicts.cells(\.costOfKeeping?.mean) { StressTables.withErrors($0, unit) },
      verdicts.entries.map(\.verdict.rawValue),
    ]
    for row in verdicts.entries.indices { table.add(columns.map { $0[row] }) }
    let within = verdicts.hasLimits ? " within the appetite" : ""
    return text([
      "Best of \(verdicts.tried) paths\(within) (\(verdicts.trials) trials), \(unit.rawValue)"
    ])
      + table.text + text([verdicts.finding.sentence])
      + text([
        "\(verdicts.hasLimits ? "Has more" : "Keeping costs"): what the best path brings more than "
          + "\(verdicts.kept), trial by trial, with its standard error; unclear where that is "
          + "within two of them"
          + (verdicts.hasLimits
            ? ", breaks where \(verdicts.kept) clearly breaks the appetite." : ".")
      ])
  }

  /// Rows wrapped at 80 columns.
  private static func text(_ rows: [String], indent: String = "") -> String {
    rows.flatMap { Statement.wrapped($0, to: 80 - indent.count) }.map { indent + $0 + "\n" }
      .joined()
  }
}
