import Projection
import Scenarios

/// What stresses and moved inputs change.
extension StoredTable {
  static func stresses(_ stressed: [StressedComparison]) -> StoredTable {
    typealias Change = (test: StressedComparison, outlook: TrackOutlook, change: StressChange)
    let rows = stressed.flatMap { test in
      zip(test.comparison.outlooks, test.changes).map { (test, $0, $1) as Change }
    }
    typealias Field = StoredField<Change>
    return StoredTable(
      "stresses", "What each stress test does to each option: stressed less unstressed.",
      source: "simulation, trial by trial on the same draws", of: rows,
      [
        Field.text("stress", "Key of the stress test.") { $0.test.stress.name },
        Field.text("says", "What is changed.") { $0.test.stress.says },
        Field.text("option", "Key of the option.") { $0.outlook.option.name },
        Field.whole("trials", "trials", "The first so many.") { $0.test.comparison.trials },
        Field.estimate("net", "dollars", "Mean five-year net under the stress.") {
          $0.outlook.net.mean
        },
        Field.estimate("change", "dollars", "Change of mean five-year net.") { $0.change.mean },
        Field.estimate("changeOfP5", "dollars", "Change of its 5th percentile.") {
          $0.change.fifthPercentile
        },
        Field.estimate("changeOfTailMean", "dollars", "Change of the worst 5 percent's mean.") {
          $0.change.tailMean
        },
        Field.estimate("changeOfOwing", "fraction of trials", "Change of the chance to owe.") {
          $0.change.chanceOfOwing
        },
      ])
  }

  static func stressChoices(_ stressed: [StressedComparison]) -> StoredTable {
    typealias Choice = (stress: Stress, choice: StressedChoice)
    let rows = stressed.compactMap { test in test.choice.map { (test.stress, $0) as Choice } }
    typealias Field = StoredField<Choice>
    return StoredTable(
      "stressChoices", "The best of all paths under each stress test.",
      source: "simulation, trial by trial on the same draws", of: rows,
      [
        Field.text("stress", "Key of the stress test.") { $0.stress.name },
        Field.whole("trials", "trials", "The first so many.") { $0.choice.trials },
        Field.text("unstressed", "The path to sign without the stress.") {
          $0.choice.unstressed.title
        },
        Field.estimate("unstressedNet", "dollars", "Its mean five-year net under the stress.") {
          $0.choice.unstressedNet
        },
        Field.text("best", "The best under the stress; empty where no path keeps the appetite.") {
          $0.choice.best?.title
        },
        Field.estimate("bestNet", "dollars", "Its mean five-year net under the stress.") {
          $0.choice.bestNet
        },
        Field.estimate("costOfKeeping", "dollars", "What the best brings more.") {
          $0.choice.costOfKeeping?.mean
        },
        Field.whole(
          "keepingAppetite", "paths", "That keep within the appetite under it; empty without one."
        ) { $0.choice.limits?.qualifying },
        Field.text("choice", "stays, unclear, changes, or breaks the appetite.") {
          StressVerdict($0.choice).rawValue
        },
      ])
  }

  /// A row a side of each input; one without a flip point says how far was looked.
  static func flips(_ comparison: Comparison) -> StoredTable {
    typealias Side = (flips: InputFlips, side: String, found: FlipPoint?)
    let paths = comparison.paths?.outcomes.map(\.path.title) ?? []
    let rows = (comparison.inputs?.flips ?? []).flatMap { flips -> [Side] in
      [(flips, "below", flips.below), (flips, "above", flips.above)]
    }
    typealias Field = StoredField<Side>
    return StoredTable(
      "flips", "How far an input must lie from what is projected before another path is best.",
      source: "simulation of the first \(comparison.inputs?.trials ?? 0) trials or fewer", of: rows,
      [
        Field.text("input", "Key of the input.") { $0.flips.input.rawValue },
        Field.text("side", "below or above what is projected.") { $0.side },
        Field.real("lowest", "the input's own", "Lowest level looked at.") { $0.flips.lowest },
        Field.real("highest", "the input's own", "Highest level looked at.") { $0.flips.highest },
        Field.text("best", "Path that is best as projected.") { row in
          row.found.map { paths[$0.from] }
        },
        Field.text("beyond", "Path that is best beyond; empty where none is found.") { row in
          row.found.map { paths[$0.to] }
        },
        Field.estimate("level", "the input's own", "Level at which they are even.") {
          $0.found?.level
        },
        Field.estimate("savingsRate", "fraction of the benchmark", "Mean savings rate there.") {
          $0.found?.savingsRate
        },
      ])
  }
}
