import Projection

extension Board {
  /// Which path is best under each stress, and what keeping the unstressed choice costs; none where
  /// no path was walked, or the rules in force are none to sign under.
  func choiceTables(_ usable: [StressedComparison]) -> [Table] {
    guard mayRecommend, let verdicts = StressVerdicts(usable) else { return [] }
    let all = verdicts.entries.flatMap { [$0.choice.bestNet, $0.choice.unstressedNet] }
    let unit = MoneyUnit(for: all.map(\.value))
    let costs = verdicts.entries.map(\.choice.costOfKeeping.mean)
    let errors = StressTables.withErrors(costs, unit)
    let columns: [[String]] = [
      verdicts.entries.map(\.title),
      verdicts.entries.map(\.choice.best.title),
      unit.column(verdicts.entries.map(\.choice.bestNet)),
      unit.column(verdicts.entries.map(\.choice.unstressedNet)), errors,
      verdicts.entries.map(\.verdict.rawValue),
    ]
    return Self.sheets(Array(verdicts.entries.indices)).map { rows in
      Table(
        caption: "The best of \(verdicts.tried) paths under each stress test, "
          + "\(verdicts.trials) trials; five-year net, \(unit.rawValue)",
        columns: [
          .init("Stress test", .text), .init("Best path", .text), .init("Its mean"),
          .init("Mean of \(verdicts.kept)"), .init("Keeping it costs"), .init("The choice", .word),
        ],
        rows: rows.map { row in Table.Row(.plain, columns.map { $0[row] }) })
    }
  }
}
