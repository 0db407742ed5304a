import Projection
import Regulation
import Scenarios

extension PartyBoard {
  /// Page 13, its last sheet: what to book on 31 December, and what may be opened again.
  var accrualPage: DeckPage? {
    guard let shown = board.leading ?? board.all.first else { return nil }
    let accruals = parties.options[shown].accruals
    return DeckPage(
      number: 13, topic: "What to book at year end", headline: accrualHeadline(accruals, shown),
      exhibits: [.table(accrualTable(accruals, shown))],
      howToRead:
        "Book the mean of the row that fits what the year before brought, known by 31 December; the "
        + "true-up is what is settled less what was booked. Ranges hold eight futures in ten.")
  }

  /// Page 13: settled years opened again; none where the scenario does not say how often.
  var reopeningPage: DeckPage? {
    guard let table = reopeningTable, let shown = board.leading ?? board.all.first,
      let liability = parties.options[shown].contingentLiability
    else { return nil }
    return DeckPage(
      number: 13, topic: "Settled years opened again",
      headline: Finding(
        "Opened again, the five years settled under \(board.name(shown)) would take back "
          + "\(liability.expected.dollars) on average, and \(liability.at95.estimate.dollars) or more in "
          + "one future in 20.", number: liability.expected),
      exhibits: [.table(table)],
      howToRead:
        "A contingent liability beside net, not part of it: how often years are opened and by how much "
        + "is the scenario's assumption. Only what is taken back counts.")
  }

  private func accrualHeadline(_ accruals: [YearAccrual], _ shown: Int) -> Finding {
    let widest = accruals.max { $0.trueUpSpread.value < $1.trueUpSpread.value }
    guard let widest, widest.trueUpSpread.value > 0 else {
      return Finding(
        "Under \(board.name(shown)) every year settles at what was booked for it.",
        number: accruals.first?.trueUpSpread)
    }
    let range = widest.unconditional
    let opening =
      "What \(board.name(shown)) books at the end of a year is corrected by up to "
      + "\(widest.trueUpSpread.dollars), one standard deviation, when CMS settles it: for "
      + "\(widest.performanceYear) eight futures in ten lie between "
      + "\(range.quantiles[0].estimate.dollars) and \(range.quantiles[2].estimate.dollars)"
    guard let liability = parties.options[shown].contingentLiability else {
      return Finding(opening + ".", number: widest.trueUpSpread)
    }
    return Finding(
      opening + ". Opened again, the five years would take back "
        + "\(liability.expected.dollars) on average.", number: widest.trueUpSpread)
  }

  private func accrualTable(_ accruals: [YearAccrual], _ shown: Int) -> Table {
    let rows = accruals.flatMap { year in
      year.given.count > 1 ? [year.unconditional] + year.given : [year.unconditional]
    }
    let unit = MoneyUnit(for: rows.flatMap { $0.quantiles.map(\.value.dollars.amount) })
    let means = unit.column(rows.map(\.mean))
    let errors = unit.errors(rows.map(\.mean))
    let quantiles = (0..<3).map { place in unit.column(rows.map { $0.quantiles[place].estimate }) }
    let spreads = unit.column(accruals.map(\.trueUpSpread))
    var year = -1
    return Table(
      caption: "Settlement under \(board.name(shown)) by what the year before brought, "
        + "\(unit.rawValue)",
      columns: [
        .init("Year", .word), .init("Year before", .text), .init("Chance"), .init("Book"),
        .init("±"), .init("10th"), .init("Median"), .init("90th"), .init("Spread of true-up"),
      ],
      rows: rows.indices.map { row in
        let isFirst = rows[row].known == nil
        if isFirst { year += 1 }
        return Table.Row(
          .plain,
          [
            isFirst ? accruals[year].performanceYear.description : "", words(rows[row], year),
            rows[row].chance.percent, means[row], errors[row],
          ] + quantiles.map { $0[row] } + [isFirst ? spreads[year] : ""])
      })
  }

  private func words(_ range: AccrualRange, _ year: Int) -> String {
    switch range.known {
    case nil: year == 0 ? "not simulated" : "whatever it brought"
    case .owed: "owed"
    case .nothing: "nothing"
    case .earnedLess: "earned, lower half"
    case .earnedMore: "earned, upper half"
    }
  }

  private var reopeningTable: Table? {
    guard let reopening = scenario.reopening else { return nil }
    let options = Array(board.subjects.prefix(Board.optionsPerSheet))
    let pairs = options.compactMap { option in
      parties.options[option].contingentLiability.map { (option, $0) }
    }
    let unit = MoneyUnit(for: pairs.flatMap { [$1.expected.value, $1.at95.value.dollars.amount] })
    let means = unit.column(pairs.map(\.1.expected))
    let errors = unit.errors(pairs.map(\.1.expected))
    let worst = unit.column(pairs.map(\.1.at95.estimate))
    return Table(
      caption: "Contingent liability of five settled years opened again, \(unit.rawValue), as "
        + "assumed: each with a chance of \(Rate(reopening.probability).percent), revised by "
        + "\(Rate(reopening.standardDeviation).percent) of its \(reopening.base.rawValue)",
      columns: [
        .init("Option", .text), .init("Expected"), .init("±"), .init("95th percentile"),
        .init("Anything taken back in"),
      ],
      rows: pairs.indices.map { row in
        Table.Row(
          board.isWhatIf(pairs[row].0) ? .whatIf : .plain,
          [
            board.label(pairs[row].0), means[row], errors[row], worst[row],
            pairs[row].1.chance.percent,
          ])
      })
  }
}
