import Projection
import Scenarios

/// Page 1 where the scenario states what risk is acceptable: the best path within it comes first,
/// whatever the mean of others.
struct AppetiteDecision {
  let board: PathBoard
  let appetite: Appetite
  let within: PathChoice

  /// `nil` where no appetite is stated.
  init?(_ board: Board) {
    guard let paths = PathBoard(board), let appetite = board.comparison.scenario.appetite,
      appetite.hasLimits, let within = paths.paths.withinAppetite
    else { return nil }
    self.board = paths
    self.appetite = appetite
    self.within = within
  }

  private var best: Int { board.paths.bestMean }

  var headline: Finding {
    guard let path = within.path else { return nothingKeeps }
    return path == best ? bestKeeps : bestBreaks(path)
  }

  private var nothingKeeps: Finding {
    let mean = board.outcome(best).net.mean
    return Finding(
      "No path of \(board.paths.outcomes.count) keeps within the appetite stated: \(limits). The "
        + "highest expected five-year net is that of \(board.title(best)), \(mean.dollars), but "
        + "\(breaks(best)).", number: mean)
  }

  private var bestKeeps: Finding {
    let mean = board.outcome(best).net.mean
    return Finding(
      "Sign \(board.title(best)): of \(board.paths.outcomes.count) paths it has the highest expected "
        + "five-year net, \(mean.dollars), and keeps within the appetite stated: \(limits).",
      number: mean)
  }

  private func bestBreaks(_ path: Int) -> Finding {
    let (mean, most) = (board.outcome(path).net.mean, board.outcome(best).net.mean)
    let opening =
      mean.isClear && mean.value < 0
      ? "Within the appetite stated (\(limits)) no path is expected to cover its costs; "
        + "\(board.title(path)) loses least: it nets \(mean.dollars)"
      : "Within the appetite stated (\(limits)) sign \(board.title(path)): expected five-year net "
        + mean.dollars
    return Finding(
      "\(opening). \(board.title(best)) has the highest, \(most.dollars), but \(breaks(best)).",
      number: mean)
  }

  private var limits: String { appetite.limits }

  /// Which of the limits a path breaks, and by what.
  private func breaks(_ path: Int) -> String {
    let outcome = board.outcome(path)
    return appetite.broken(
      owing: outcome.chanceOfOwing, tailMean: outcome.net.tailMean,
      exhaustion: outcome.chanceOfExhaustion)
  }
}

extension AppetiteDecision {
  /// The path named first; the highest mean where none keeps within the appetite.
  var named: Int { board.paths.named }

  var figures: [KeyFigure] {
    let outcome = board.outcome(named)
    let (net, owing) = (outcome.net, outcome.chanceOfOwing)
    let floor = appetite.maxLossInFiveYears.map { -$0.amount }
    let chance = owing.percent(beside: appetite.maxChanceOfOwing)
    let who =
      within.path == nil ? "\(board.title(named)), which breaks the appetite" : board.title(named)
    return [
      KeyFigure(
        label: "Expected five-year net", value: net.mean.dollars,
        note: "\(who), ± \(net.mean.standardErrorDollars)"),
      KeyFigure(
        label: "Paths within the appetite", value: "\(within.qualifying)",
        note: "of \(board.paths.outcomes.count) that may be signed, on these trials"),
      KeyFigure(
        label: "Chance to owe CMS in any year", value: chance,
        note: owing.value == 0
          ? "not once in \(board.trials) trials"
          : chance != owing.percent || owing.words == owing.percent
            ? "of all futures" : owing.words),
      KeyFigure(
        label: "Mean of the worst 5% of futures",
        value: net.tailMean.dollars(notBelow: floor),
        note: "± \(net.tailMean.standardErrorDollars)"
          + (named == best
            ? ""
            : "; \(board.title(best)) "
              + board.outcome(best).net.tailMean.dollars(notBelow: floor))),
    ]
  }

  /// A row of page 1's chart, where the path is none of the options listed.
  func row(_ value: String, _ error: String) -> RangeChart.Row {
    let net = board.outcome(named).net
    let name = Names.clamped(board.title(named), to: 32)
    return RangeChart.Row(
      name: name, isWhatIf: false, isLeading: within.path != nil,
      quantiles: net.quantiles.map { $0.value.dollars.amount }, mean: net.mean.value,
      tailMean: net.tailMean.value, value: value, error: error,
      tooltip: "\(name): mean \(net.mean.dollars), half of futures between "
        + "\(net.quantiles[1].estimate.dollars) and \(net.quantiles[3].estimate.dollars), nine in "
        + "ten between \(net.quantiles[0].estimate.dollars) and "
        + "\(net.quantiles[4].estimate.dollars), mean of the worst 5% "
        + net.tailMean.dollars(notBelow: appetite.maxLossInFiveYears.map { -$0.amount }))
  }

  var mean: Estimate { board.outcome(named).net.mean }
  var isListed: Bool { board.outcome(named).path.listedAs != nil }

  /// For page 1, beside the choice: how sure it is.
  var remark: Finding? {
    guard within.path != nil else { return nil }
    return Finding(
      "Of the \(within.qualifying) paths within the appetite \(board.title(named)) has the highest "
        + "expected net; \(PathBoard.odds(within)) (page 7).")
  }
}
