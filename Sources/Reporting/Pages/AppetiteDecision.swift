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
      appetite != Appetite(), let within = paths.paths.withinAppetite
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

  /// `to owe CMS in at most 30% of futures, a reserve of $6 million`.
  private var limits: String {
    Names.list(
      [
        appetite.maxChanceOfOwing.map { "owing CMS in at most \(Self.percent($0)) of futures" },
        appetite.maxLossInFiveYears.map {
          "losing at most \(Self.words($0.amount)) in the mean of the worst 5%"
        },
        appetite.reserve.map {
          "net never below −\(Self.words($0.amount)) in 95% of futures"
        },
      ].compactMap { $0 })
  }

  /// Which of the limits a path breaks, and by what.
  private func breaks(_ path: Int) -> String {
    let outcome = board.outcome(path)
    var found: [String] = []
    if let most = appetite.maxChanceOfOwing, outcome.chanceOfOwing.value > most {
      found.append("it owes CMS in \(outcome.chanceOfOwing.ofFutures)")
    }
    if let most = appetite.maxLossInFiveYears, outcome.net.tailMean.value < -most.amount {
      found.append("its worst 5% average \(outcome.net.tailMean.dollars)")
    }
    if appetite.reserve != nil, let spent = outcome.chanceOfExhaustion,
      spent.value > Distribution.tail
    {
      found.append("it uses up the reserve in \(spent.ofFutures)")
    }
    return found.isEmpty ? "it does not keep within it" : Names.list(found)
  }

  /// A limit is as its author writes it: no error, as many digits as it has.
  private static func percent(_ fraction: Double) -> String {
    plain(fraction * 100) + "%"
  }

  private static func words(_ amount: Double) -> String {
    amount >= 1e6 ? "$\(plain(amount / 1e6)) million" : "$\(plain(amount))"
  }

  private static func plain(_ value: Double) -> String {
    let text = DecimalText.printed(value, places: 3)
    let digits = text.reversed().drop { $0 == "0" }
    return String((digits.first == "." ? digits.dropFirst() : digits).reversed())
  }
}

extension AppetiteDecision {
  /// The path named first; the highest mean where none keeps within the appetite.
  var named: Int { within.path ?? best }

  var figures: [KeyFigure] {
    let outcome = board.outcome(named)
    let (net, owing) = (outcome.net, outcome.chanceOfOwing)
    let who =
      within.path == nil ? "\(board.title(named)), which breaks the appetite" : board.title(named)
    return [
      KeyFigure(
        label: "Expected five-year net", value: net.mean.dollars,
        note: "\(who), ± \(net.mean.standardErrorDollars)"),
      KeyFigure(
        label: "Paths within the appetite", value: "\(within.qualifying)",
        note: "of \(board.paths.outcomes.count) that may be signed"),
      KeyFigure(
        label: "Chance to owe CMS in any year", value: owing.percent,
        note: owing.value == 0
          ? "not once in \(board.trials) trials"
          : owing.words == owing.percent ? "of all futures" : owing.words),
      KeyFigure(
        label: "Mean of the worst 5% of futures", value: net.tailMean.dollars,
        note: "± \(net.tailMean.standardErrorDollars)"
          + (named == best
            ? "" : "; \(board.title(best)) \(board.outcome(best).net.tailMean.dollars)")),
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
      tooltip: "\(name): mean \(net.mean.dollars), mean of the worst 5% \(net.tailMean.dollars)")
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
