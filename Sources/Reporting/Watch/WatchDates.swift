import Projection
import Regulation

/// The days of each performance year by which something must be known or done.
///
/// How many days' notice CMS asks for before an ACO leaves is in no text read, so none is printed.
struct WatchDates {
  private let years: [PerformanceYear]
  private let timing: [SettlementTiming]
  private let leaving: [TerminationTerms]
  private let mechanism: [RepaymentMechanismTerms]

  /// `nil` where a rule is not in force.
  init?(_ board: Board) {
    let facts = board.comparison.scenario
    let period = facts.agreement.period
    years = board.years
    do {
      let rules = try Rulebook.current().adopting(facts.editions)
      timing = try years.map { try rules.settlementTiming(in: $0, of: period) }
      leaving = try years.map { try rules.terminationTerms(in: $0, of: period) }
      mechanism = try years.map { try rules.repaymentMechanismTerms(in: $0, of: period) }
    } catch {
      return nil
    }
  }

  var table: Table {
    Table(
      caption: "Dates: leaving with effect by the first owes nothing of the year (an unverified "
        + "reading of \(Paragraph.termination)); ask CMS how much earlier to give notice",
      columns: [
        .init("Performance year", .text), .init("Leave, owing nothing of it", .text),
        .init("Leave, keeping its savings", .text), .init("Raised mechanism in place", .text),
        .init("Results arrive", .text), .init("Bill due at the latest", .text),
      ], rows: years.indices.map(row))
  }

  private func row(_ place: Int) -> Table.Row {
    let year = years[place].calendarYear
    let months = timing[place].monthsUntilResults
    let (first, last) = (
      Self.day(months.lowerBound, after: year), Self.day(months.upperBound, after: year)
    )
    let isRaised = place + 1 >= mechanism[place].firstYearRecalculated
    return Table.Row(
      .plain,
      [
        years[place].description,
        Day.last(of: leaving[place].lastMonthWithoutLosses, in: year).description,
        Day.last(of: leaving[place].monthThatKeepsSavings, in: year).description,
        isRaised
          ? Day(year: year, month: 1, day: 1).adding(days: mechanism[place].daysToRaise).description
          : "–",
        "\(first.monthWords) to \(last.monthWords)",
        last.adding(days: timing[place].daysToPay).description,
      ])
  }

  /// The last day of a month after a year's end.
  private static func day(_ months: Int, after year: Int) -> Day {
    Day.last(of: (months - 1) % 12 + 1, in: year + 1 + (months - 1) / 12)
  }
}
