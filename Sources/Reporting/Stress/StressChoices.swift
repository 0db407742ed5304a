import Projection

extension Board {
  /// Which path is best under each stress, and what keeping the unstressed choice costs; none where
  /// no path was walked, or the rules in force are none to sign under.
  func choiceTables(_ usable: [StressedComparison]) -> [Table] {
    guard mayRecommend, let verdicts = StressVerdicts(usable) else { return [] }
    let all = verdicts.entries.flatMap { [$0.choice.bestNet, $0.choice.unstressedNet] }
    let unit = MoneyUnit(for: all.compactMap { $0?.value })
    let errors = verdicts.cells(\.costOfKeeping?.mean) { StressTables.withErrors($0, unit) }
    let columns: [[String]] = [
      verdicts.entries.map(\.title),
      verdicts.entries.map(\.best),
      verdicts.cells(\.bestNet) { unit.column($0) },
      unit.column(verdicts.entries.map(\.choice.unstressedNet)), errors,
      verdicts.entries.map(\.verdict.rawValue),
    ]
    return Self.sheets(Array(verdicts.entries.indices)).map { rows in
      Table(
        caption:
          "The best of \(verdicts.tried) paths\(verdicts.hasLimits ? " within the appetite" : "") under each stress test, "
          + "\(verdicts.trials) trials; five-year net, \(unit.rawValue)",
        columns: [
          .init("Stress test", .text), .init("Best path", .text), .init("Its mean"),
          .init("Mean of \(verdicts.kept)"),
          .init(verdicts.hasLimits ? "The best has more" : "Keeping it costs"),
          .init("The choice", .word),
        ],
        rows: rows.map { row in Table.Row(.plain, columns.map { $0[row] }) })
    }
  }
}
