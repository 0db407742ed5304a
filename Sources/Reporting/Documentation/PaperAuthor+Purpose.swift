import Projection
import Scenarios

/// What the file is for, and what was found.
extension PaperAuthor {
  var responsibility: Responsibility {
    Responsibility(documentation: comparison.scenario.documentation)
  }

  var purpose: Paper.Section {
    let missing = responsibility.missing
    return Paper.Section(
      title: "Purpose, intended users, responsible person", standards: [41, 56],
      blocks: [
        .table(
          Table(
            caption: "As the author of the scenario states it",
            columns: [.init("Matter", .text), .init("Stated", .text)],
            rows: responsibility.rows.map { Table.Row(.plain, [$0.field, $0.text]) }))
      ]
        + (comparison.scenario.question.map { [.text("What leadership asks: \($0)")] } ?? [])
        + (missing.isEmpty
          ? []
          : [
            .text(
              "Not stated in the scenario: \(Names.list(missing.map(\.lowercasedFirst), most: 12)). "
                + "A final file (--final) needs the responsible person, intended users, purpose and "
                + "data review.")
          ]))
  }

  /// The first page of the deck, and what each option comes to.
  var findings: Paper.Section {
    Paper.Section(
      title: "Findings", standards: [41],
      blocks: Array(board.decision.blocks.dropFirst()) + [.table(outcomeTable)])
  }

  private var outcomeTable: Table {
    let order = board.legalFirst
    let nets = order.map { board.outlooks[$0].net }
    let unit = MoneyUnit(for: nets.map(\.mean.value))
    let columns = [
      unit.column(nets.map(\.mean)), unit.column(nets.map { $0.quantiles[0].estimate }),
      unit.column(nets.map { $0.quantiles[2].estimate }),
      unit.column(nets.map { $0.quantiles[4].estimate }), unit.column(nets.map(\.tailMean)),
      order.map { board.outlooks[$0].chanceOfAnyRepayment.percent },
    ]
    return Table(
      caption: "Five-year net by option, \(unit.rawValue). \(board.netMeaning)",
      columns: [
        .init("Option", .text), .init("Mean"), .init("5th percentile"), .init("Median"),
        .init("95th percentile"), .init("Mean of worst 5%"), .init("Owes in any year"),
      ],
      rows: order.indices.map { row in
        Table.Row(.plain, [board.label(order[row])] + columns.map { $0[row] })
      })
  }
}
