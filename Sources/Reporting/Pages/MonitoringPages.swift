import Projection
import Regulation

extension Board {
  /// Page 6, beside the payments: how likely the record is to let CMS end the agreement.
  var monitoringPages: [DeckPage] { PathBoard(self).map { [$0.monitoringPage] } ?? [] }
}

extension PathBoard {
  fileprivate var monitoringPage: DeckPage {
    DeckPage(
      number: 6, topic: "When CMS may end the agreement", headline: headline,
      exhibits: [.table(table), .remarks(title: "What it ends", ends)],
      howToRead:
        "Chance by year after which the condition first holds; shares of trials, not of CMS's "
        + "decisions. CMS must end an agreement for quality (\(Paragraph.qualityMonitoring)) and may "
        + "for spending (\(Paragraph.financialMonitoring)). Five-year nets on all pages let every "
        + "agreement run.")
  }

  private var must: Chance { Chance.sum(paths.mustTerminate.prefix(4), of: paths.trials) }

  private var headline: Finding {
    let most = shown.max {
      outcome($0).chanceOfEarlyEnd.value < outcome($1).chanceOfEarlyEnd.value
    }
    guard let most else { return Finding("No path was walked.") }
    let quality =
      must.value == 0
      ? "In no simulated future must CMS end the agreement early for quality"
      : "CMS must end the agreement early for quality in \(must.ofFutures)"
    return Finding(
      "\(quality); with repeated overspending it must or may in up to "
        + "\(outcome(most).chanceOfEarlyEnd.ofFutures), under \(title(most)).",
      number: outcome(most).chanceOfEarlyEnd.estimate)
  }

  private var ends: [Finding] {
    [
      Finding(
        "An ended agreement shares no savings of the year it ends in, and owes losses for the months "
          + "of that year (\(Paragraph.termination)); later years are not settled."),
      Finding(
        "Quality: the standard failed in two years running, or in three of the agreement. A year that "
          + "meets only the alternative standard counts as failed, the reading taken here."),
      Finding(
        "Spending: above the benchmark, the guardrail's where larger, by the minimum loss rate in two "
          + "years; one-sided years by the minimum savings rate. The later years' net is what a path "
          + "brings after the condition first holds, on average over all futures."),
    ]
  }

  private var table: Table {
    let outcomes = shown.map(outcome)
    let unit = MoneyUnit(for: outcomes.map(\.netBeyondEnd.value))
    let beyond = unit.column(outcomes.map(\.netBeyondEnd))
    let errors = unit.errors(outcomes.map(\.netBeyondEnd))
    let quality = Table.Row(
      .group, ["Must, for quality, on every path"])
    let rows = shown.indices.map { row in
      Table.Row(
        rowKind(shown[row]),
        ["\(row + 1)", title(shown[row])] + outcomes[row].mayTerminate.map(\.percent)
          + [outcomes[row].chanceOfEarlyEnd.percent, beyond[row], errors[row]])
    }
    return Table(
      caption: "Chance that the condition first holds after a year",
      columns: [.init("#"), .init("Path", .text)]
        + board.years.map { Table.Column($0.description) }
        + [
          .init("Must or may before the last year ends"),
          .init("Later years' net, \(unit.rawValue)"),
          .init("±"),
        ],
      rows: [quality]
        + [
          Table.Row(
            .plain, ["", "Any path"] + paths.mustTerminate.map(\.percent) + [must.percent, "", ""])
        ]
        + [Table.Row(.group, ["May, for spending"])] + rows)
  }
}

extension Chance {
  /// Of events that exclude each other.
  fileprivate static func sum(_ chances: ArraySlice<Chance>, of trials: Int) -> Chance {
    let count = chances.reduce(0.0) { $0 + $1.value } * Double(trials)
    return Chance(Int(count.rounded()), of: trials)
  }
}
