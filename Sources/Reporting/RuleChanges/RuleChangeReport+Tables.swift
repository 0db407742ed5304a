import Projection

extension RuleChangeReport {
  /// Every option under both.
  var optionsTable: Table {
    let nets = (options.map { before.outlooks[$0].net }, options.map { after.outlooks[$0].net })
    let changes = options.map { outlook.whole[$0].mean }
    let columns: [[String]] = [
      options.map(label),
      unit.column(nets.0.map(\.mean)), unit.column(nets.1.map(\.mean)),
      unit.column(changes, signed: true), unit.errors(changes),
      unit.column(nets.0.map { $0.quantiles[0].estimate }),
      unit.column(nets.1.map { $0.quantiles[0].estimate }),
      options.map { before.outlooks[$0].chanceOfAnyRepayment.percent },
      options.map { after.outlooks[$0].chanceOfAnyRepayment.percent },
    ]
    let titles = [
      "mean before", "mean after", "change", "±\u{A0}se", "P5 before", "P5 after", "owing before",
      "owing after",
    ]
    return Table(
      caption: "Five-year net, \(unit.rawValue); before: \(side.before.title), after: "
        + "\(side.after.title)",
      columns: [Table.Column("", .word)] + titles.map { Table.Column($0) },
      rows: options.indices.map { row in Table.Row(.plain, columns.map { $0[row] }) })
  }

  /// One for each option that some change moves: from the mean before to the mean after.
  var waterfalls: [Table] { options.filter(isMoved).map(waterfall) }

  var unmoved: [Int] { options.filter { !isMoved($0) } }

  private func isMoved(_ option: Int) -> Bool {
    outlook.effects.contains { moves($0, option) }
  }

  func moves(_ effect: RuleEffect, _ option: Int) -> Bool {
    !effect.inOrder[option].isNothing || !effect.alone[option].isNothing
  }

  private func waterfall(_ option: Int) -> Table {
    let steps = outlook.effects.indices.filter { moves(outlook.effects[$0], option) }
    let whole = outlook.whole[option].mean
    let interaction = outlook.interaction[option]
    let inOrder = steps.map { outlook.effects[$0].inOrder[option].mean } + [whole]
    let alone = steps.map { outlook.effects[$0].alone[option].mean } + [interaction.mean]
    let columns = [
      unit.column(inOrder, signed: true), unit.errors(inOrder),
      unit.column(alone, signed: true), unit.errors(alone),
    ]
    var rows = [end(before, option, side.before)]
    for (row, step) in steps.enumerated() {
      rows.append(.init(.plain, [ruleLabel(step)] + columns.map { $0[row] }))
    }
    let last = steps.count
    if !interaction.isNothing {
      rows.append(
        .init(.plain, ["the whole less each alone", "", "", columns[2][last], columns[3][last]]))
    }
    rows.append(.init(.plain, ["the whole change", columns[0][last], columns[1][last], "", ""]))
    rows.append(end(after, option, side.after))
    let titles = ["in\u{A0}order", "±\u{A0}se", "alone", "±\u{A0}se"]
    return Table(
      caption: "\(before.name(option)): mean five-year net, \(unit.rawValue)",
      columns: [Table.Column("", .word)] + titles.map { Table.Column($0) }, rows: rows)
  }

  private func end(_ board: Board, _ option: Int, _ side: Side) -> Table.Row {
    let mean = board.outlooks[option].net.mean
    return .init(.leading, ["under \(side.title)", unit.cell(mean), unit.error(mean), "", ""])
  }

  /// Its place in the order, and its name.
  func ruleLabel(_ step: Int) -> String { "\(step + 1) \(outlook.effects[step].change.rule)" }
}
