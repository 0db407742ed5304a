import Projection
import Regulation

extension Board {
  /// Page 13: the repayment mechanism, reserves and the cash calendar.
  var cashPages: [DeckPage] {
    guard let cash = comparison.cash, cash.options.indices.contains(cash.followed) else {
      return []
    }
    let board = CashBoard(board: self, cash: cash)
    return [board.reservePage, board.calendarPage] + [board.coverPage].compactMap { $0 }
  }
}

/// What page 13 asks of the cash outlook.
struct CashBoard {
  let board: Board
  let cash: CashOutlook

  var option: CashOutlook.Option { cash.options[cash.followed] }
  var name: String { board.told(cash.followed) }

  /// Said where page 1 names a path that is not among the options, whose cash alone is followed.
  private var otherThanNamed: String {
    guard let decision = AppetiteDecision(board), let path = decision.within.path,
      decision.board.outcome(path).path.listedAs != board.outlooks[cash.followed].option.title
    else { return "" }
    return
      " Followed is \(name), the option listed of highest mean: \(decision.board.title(path)), "
      + "which page 1 names, is not listed."
  }
  /// What-ifs give way to stop-loss cover, which has a table of its own.
  var shown: [Int] {
    let covered = board.comparison.scenario.cash?.stopLoss != nil
    return Array((covered ? board.subjects : board.legalFirst).prefix(Board.optionsPerSheet))
  }
  var trials: String { DecimalText.grouped(cash.trials) }

  /// Dollars at hand on the first day; `nil` where none are stated.
  var reserve: Dollars? {
    board.comparison.scenario.cash?.openingReserve ?? board.comparison.scenario.appetite?.reserve
  }

  fileprivate var reservePage: DeckPage {
    DeckPage(
      number: 13, part: 1, parts: parts, topic: "Cash and reserves", headline: headline,
      exhibits: [.chart(.fans(fan)), .table(reserveTable)],
      howToRead:
        "Cash since the first day, what was at hand then left out; the dark band holds half of all "
        + "futures, the pale band nine in ten. The reserve needed is what cash falls to at the end "
        + "of its worst month, over \(trials) trials.\(otherThanNamed)")
  }

  fileprivate var calendarPage: DeckPage {
    DeckPage(
      number: 13, part: 2, parts: parts, topic: "Repayment mechanism and cash calendar",
      headline: calendarHeadline,
      exhibits: [.table(mechanismTable), .table(flowTable)]
        + (coverTable == nil ? [.remarks(title: "What the calendar holds", remarks)] : []),
      howToRead:
        "Means over \(trials) trials, by the calendar year in which money moves; a year's results "
        + "move money in the next.")
  }

  private var parts: Int { coverTable == nil ? 2 : 3 }

  fileprivate var coverPage: DeckPage? {
    guard let coverTable else { return nil }
    return DeckPage(
      number: 13, part: 3, parts: parts, topic: "Stop-loss cover", headline: coverHeadline,
      exhibits: [
        .table(coverTable), .remarks(title: "What the calendar of cash holds", remarks),
      ],
      howToRead:
        "The same \(trials) histories with the cover and without it. Recoveries and premiums are of "
        + "all years together, undiscounted; what it adds to net is as net is valued.")
  }

  private var coverHeadline: Finding {
    guard let cover = option.cover, cover.premium.value > 0 || cover.recovery.value > 0 else {
      return Finding("\(name) has no year that stop-loss cover could pay for.")
    }
    let change =
      cover.change.isClear
      ? "\(cover.change.value < 0 ? "lowers" : "raises") expected five-year net by "
        + cover.change.dollarsWithoutSign
      : "changes expected five-year net by nothing the simulation can tell from zero"
    return Finding(
      "Under \(name) stop-loss cover costs \(cover.premium.dollars), is expected to bring back "
        + "\(cover.recovery.dollars), \(change), and takes the mean of the worst 5% from "
        + "\(cover.tailMeanWithout.dollars) to \(cover.tailMean.dollars).", number: cover.change)
  }

  // MARK: - Headlines

  private var headline: Finding {
    guard option.chanceOfNoNeed.value < 1 else {
      return Finding(
        "Under \(name) cash is at no month's end below what was at hand at first, in every simulated "
          + "future: no reserve is needed.")
    }
    let (at95, at99) = (option.reserveNeeded[0], option.reserveNeeded[1])
    let months = option.lowestAt
    let when =
      months.count == 3
      ? "; cash is least at the end of \(months[1].monthWords) in the middle case" : ""
    return Finding(
      "To last through 95% of futures \(name) needs \(Self.words(at95)) at hand, through 99% "
        + "\(Self.words(at99))\(when)\(exhaustion).", number: at95.estimate)
  }

  private var exhaustion: String {
    guard let reserve, let chance = option.chanceOfExhaustion else {
      return "; the scenario states no reserve to hold against it"
    }
    let words = Estimate(value: reserve.amount, standardError: 0).dollars
    return "; a reserve of \(words) is exhausted in \(chance.ofFutures)"
  }

  private static func words(_ need: QuantileEstimate) -> String {
    need.value == .zero ? "nothing" : need.estimate.dollars
  }

  private var calendarHeadline: Finding {
    let largest = shown.max { a, b in
      Self.most(cash.options[a]).value < Self.most(cash.options[b]).value
    }
    guard let largest, Self.most(cash.options[largest]).value > 0 else {
      return Finding("No option has a two-sided year, so none needs a repayment mechanism.")
    }
    let amount = Self.most(cash.options[largest])
    let same = shown.filter { Self.most(cash.options[$0]) == amount }
    let names = Names.list(same.map(board.label))
    let cost = cash.options[largest].carryingCost
    let fee =
      board.comparison.scenario.cash?.mechanism == nil
      ? "its form and cost are not stated"
      : "its fees come to \(cost.dollars) in all"
    return Finding(
      "The repayment mechanism of \(names) holds up to \(amount.dollars) on average; \(fee).",
      number: amount)
  }

  private static func most(_ option: CashOutlook.Option) -> Estimate {
    option.mechanism.max { $0.value < $1.value } ?? Estimate(value: 0, standardError: 0)
  }

  // MARK: - Chart

  private var fan: FanChart {
    let amounts = cash.points.flatMap(\.quantiles).map { $0.value.dollars.amount }
    return FanChart(
      label: "Cash since the first day at the end of each half-year, under \(name)",
      panels: [
        .init(
          name: board.label(cash.followed), isWhatIf: board.isWhatIf(cash.followed),
          years: cash.points.map { point in
            let words = point.quantiles.map(\.estimate.dollars)
            return FanChart.Year(
              name: point.day.month == 12 ? "\(point.day.year)" : "",
              quantiles: point.quantiles.map { $0.value.dollars.amount },
              tooltip: "\(name), through \(point.day.monthWords): middle \(words[2]); half between "
                + "\(words[1]) and \(words[3]); nine in ten between \(words[0]) and \(words[4])")
          })
      ], lowest: min(0, amounts.min() ?? 0), highest: max(0, amounts.max() ?? 0))
  }
}
