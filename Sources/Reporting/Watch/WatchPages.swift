import Projection
import Regulation

extension Board {
  /// Page 14: what to watch each quarter; then what is expected year by year, and the dates.
  var watchPages: [DeckPage] {
    guard let watch = WatchBoard(self) else { return [] }
    return [watch.levelPage, watch.yearPage]
  }
}

extension WatchBoard {
  fileprivate var levelPage: DeckPage {
    let fewest = 3
    return (fewest...Self.mostLevels).reversed().lazy.map { sheet(ofLevels: $0) }
      .first { board.fits($0, size: 12) } ?? sheet(ofLevels: fewest)
  }

  /// Flip points shown, at most.
  private static let mostLevels = 8

  private func sheet(ofLevels most: Int) -> DeckPage {
    DeckPage(
      number: 14, part: 1, parts: 2, topic: "What to watch each quarter", headline: headline,
      exhibits: [.table(levelTable(most))]
        + (quiet.map { [Exhibit.remarks(title: "What changes no choice", [$0])] } ?? []),
      howToRead:
        "Away: how far the level is from what is expected, in standard deviations of one year from "
        + "one future to another. One year beyond a level that is meant for all five is a reason to "
        + "run the scenario again with what was seen, not yet to act.")
  }

  /// Levels are those at which the highest mean passes to another path, which an appetite leaves aside.
  private var isOther: Bool { inputs?.isOther == true }
  private var choice: String { isOther ? "which path has the highest mean" : "the choice" }
  private var choiceOfPath: String { isOther ? choice : "the choice of path" }
  private var becomesBest: String { isOther ? "has the highest mean" : "becomes best" }

  private var headline: Finding {
    if let nearest = choiceLevels.first {
      let away =
        nearest.distance == nil
        ? "it is expected at \(nearest.expected)"
        : "it is expected at \(nearest.expected), \(nearest.distanceWords) of one year's spread away"
      return Finding(
        "Of what can be seen while the agreement runs, the \(nearest.name.lowercasedFirst) is nearest to "
          + "changing \(choice): \(nearest.clause), and \(away).")
    }
    let start =
      inputs == nil
      ? "No level was looked for at which another path \(becomesBest)"
      : "Within the levels looked at, nothing that can be seen changes \(choiceOfPath)"
    guard let law = WatchedLevel.byDistance(lawLevels).first(where: { $0.distance != nil }) else {
      return Finding("\(start).")
    }
    return Finding(
      "\(start); nearest of what else takes hold: the \(law.name.lowercasedFirst), expected at "
        + "\(law.expected), \(law.distanceWords) of one year's spread away: \(law.clause).")
  }

  private func levelTable(_ most: Int) -> Table {
    let choice = Array(choiceLevels.prefix(most))
    let groups: [(String, [WatchedLevel])] = [
      ("Level, held for all five years, at which another path \(becomesBest)", choice),
      ("Level at which the law or the reserve takes hold", lawLevels),
    ]
    return Table(
      caption: "What can be seen, what this run expects, and the level that matters",
      columns: [
        .init("Figure", .text), .init("Seen", .text), .init("Expected", .text),
        .init("One year's spread"), .init("Level", .text), .init("Away"), .init("What then", .text),
      ],
      rows: groups.filter { !$0.1.isEmpty }.flatMap { title, levels in
        [Table.Row(.group, [title])] + levels.map(\.row)
      })
  }

  /// Which inputs have no such level.
  private var quiet: Finding? {
    guard let inputs else { return nil }
    let none = inputs.study.flips.filter { $0.found.isEmpty && Self.seen($0.input) != nil }
    guard !none.isEmpty else { return nil }
    let words = none.map { flips in
      "\(flips.input.title.lowercased()) (\(flips.input.words(flips.lowest)) to "
        + "\(flips.input.words(flips.highest)))"
    }
    return Finding(
      "Within the levels looked at, \(choiceOfPath) does not change with "
        + "\(Names.list(words, most: 8)).")
  }

  // MARK: - Year by year

  fileprivate var yearPage: DeckPage {
    DeckPage(
      number: 14, part: 2, parts: 2, topic: "What to watch each quarter", headline: yearHeadline,
      exhibits: [.table(yearTable)] + (WatchDates(board).map { [Exhibit.table($0.table)] } ?? []),
      howToRead:
        "Means over \(DecimalText.grouped(trials)) trials; after ± the standard deviation of one "
        + "year from one future to another, which is no error."
    )
  }

  private var yearHeadline: Finding {
    let (first, last) = (years[0], years[years.count - 1])
    return Finding(
      "Expect a savings rate of \(first.savingsRate.percent) in \(first.performanceYear) and "
        + "\(last.savingsRate.percent) in \(last.performanceYear), give or take "
        + "\(rateSpread(first)) and \(rateSpread(last)), and "
        + "\(last.assignedBeneficiaries.count) beneficiaries at the end; what differs by more is news.",
      number: first.savingsRate)
  }

  private func rateSpread(_ year: HistoryYear) -> String {
    Estimate.spread(year.savingsRateStandardDeviation, of: trials).percent
  }

  private var yearTable: Table {
    Table(
      caption: "What this run expects, year by year",
      columns: [
        .init("Performance year", .text), .init("Assigned beneficiaries", .text),
        .init("Spending for each, $"), .init("Its growth"), .init("Benchmark for each, $"),
        .init("Savings rate", .text), .init("Quality score", .text), .init("Standard met"),
      ], rows: years.indices.map(yearRow))
  }

  private func yearRow(_ place: Int) -> Table.Row {
    let year = years[place]
    let before = place > 0 ? years[place - 1] : nil
    let assigned = Estimate.spread(
      year.spread(year.assignedBeneficiaries, of: trials), of: trials)
    let quality = Estimate.spread(year.spread(year.qualityScore, of: trials), of: trials)
    return Table.Row(
      .plain,
      [
        year.performanceYear.description,
        "\(year.assignedBeneficiaries.count) ± \(assigned.count)",
        year.expenditure.forEach(year).count,
        before.map { growth(from: $0, to: year) } ?? "–",
        year.benchmark.forEach(year).count,
        "\(year.savingsRate.percent) ± \(rateSpread(year))",
        "\(year.qualityScore.percent) ± \(quality.percent)", year.qualityStandardMet.percent,
      ])
  }

  private func growth(from before: HistoryYear, to after: HistoryYear) -> String {
    let (low, high) = (before.expenditure.forEach(before), after.expenditure.forEach(after))
    guard low.value > 0 else { return "–" }
    let error =
      (low.standardError / low.value + high.standardError / max(1, high.value)) * high.value
      / low.value
    return Estimate(value: high.value / low.value - 1, standardError: error).percent
  }
}

extension Estimate {
  /// A year's total for each assigned beneficiary. Totals move with the size of the list: the error of
  /// the ratio is what is left of the total's own, as if what one costs did not depend on size.
  fileprivate func forEach(_ year: HistoryYear) -> Estimate {
    let assigned = year.assignedBeneficiaries
    guard assigned.value > 0, value != 0 else { return Estimate(value: 0, standardError: 0) }
    let ratio = value / assigned.value
    let own = standardError / value.magnitude
    let size = assigned.standardError / assigned.value
    let error = (own * own - size * size).magnitude.squareRoot()
    return Estimate(value: ratio, standardError: ratio.magnitude * error)
  }
}

extension String {
  /// `Savings rate` as `savings rate`.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
