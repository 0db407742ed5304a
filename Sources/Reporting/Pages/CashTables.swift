import Projection
import Regulation
import Scenarios

/// The tables of page 13.
extension CashBoard {
  var reserveTable: Table {
    let options = shown.map { cash.options[$0] }
    let (at95, at99) = (
      options.map { $0.reserveNeeded[0].estimate }, options.map { $0.reserveNeeded[1].estimate }
    )
    let unit = MoneyUnit(for: (at95 + at99).map(\.value))
    var columns: [(Table.Column, [String])] = [
      (.init("Option", .text), shown.map(board.label)),
      (.init("Reserve needed at 95%"), unit.column(at95)), (.init("±"), unit.errors(at95)),
      (.init("Reserve needed at 99%"), unit.column(at99)), (.init("±"), unit.errors(at99)),
    ]
    if reserve != nil {
      columns.append(
        (.init("Reserve exhausted"), options.map { $0.chanceOfExhaustion?.percent ?? "" }))
    }
    columns.append((.init("Never below the start"), options.map(\.chanceOfNoNeed.percent)))
    columns.append(
      (.init("Least cash at the end of: 5%, middle, 95%", .text), options.map(Self.months)))
    return table("Liquidity at month's ends, \(unit.rawValue)", columns)
  }

  var mechanismTable: Table {
    let options = shown.map { cash.options[$0] }
    let unit = MoneyUnit(for: options.flatMap { $0.mechanism.map(\.value) })
    var columns: [(Table.Column, [String])] = [(.init("Option", .text), shown.map(board.label))]
    for (place, year) in board.years.enumerated() {
      columns.append((.init("\(year)"), unit.column(options.map { $0.mechanism[place] })))
    }
    columns.append((.init("Raised later"), options.map(\.chanceOfRaise.percent)))
    let scenario = board.comparison.scenario
    if scenario.cash?.mechanism != nil {
      let fees = MoneyUnit(for: options.map(\.carryingCost.value))
      columns.append(
        (.init("Fees in all, \(fees.rawValue)"), fees.column(options.map(\.carryingCost))))
    }
    if scenario.cash?.professionalRevenue != nil {
      let added = options.map { Estimate(value: $0.advancedModel, standardError: 0) }
      let other = MoneyUnit(for: added.map(\.value))
      columns.append((.init("Advanced APM revenue in all, \(other.rawValue)"), other.column(added)))
    }
    return table(
      "Repayment mechanism at the end of each year, \(unit.rawValue) "
        + "(\(Paragraph.repaymentMechanism))", columns)
  }

  /// Every kind of cash of the option followed, then all together, whose errors may all be one.
  var flowTable: Table {
    let none = Estimate(value: 0, standardError: 0)
    let all = (0..<CashDates.years).map { year in
      cash.flows.map { $0.years[year] }.reduce(none) {
        Estimate(
          value: $0.value + $1.value, standardError: $0.standardError + $1.standardError)
      }
    }
    let unit = MoneyUnit(for: cash.flows.flatMap { $0.years.map(\.value) })
    let columns = (0..<CashDates.years).map { year in
      unit.column(cash.flows.map { $0.years[year] } + [all[year]])
    }
    let first = board.years.first?.calendarYear ?? 0
    let names = cash.flows.map(\.kind.title) + ["All cash"]
    return Table(
      caption: "Cash under \(name) by calendar year, \(unit.rawValue)",
      columns: [.init("", .text)] + columns.indices.map { .init("\(first + $0)") },
      rows: names.enumerated().map { row, name in
        Table.Row(
          row == names.count - 1 ? .leading : .plain, [name] + columns.map { $0[row] })
      })
  }

  /// `nil` where the scenario states no cover.
  var coverTable: Table? {
    let rows = shown.filter { cash.options[$0].cover != nil }
    let covers = rows.compactMap { cash.options[$0].cover }
    guard !covers.isEmpty else { return nil }
    let unit = MoneyUnit(
      for: covers.flatMap { [$0.tailMean.value, $0.premium.value, $0.recovery.value] })
    let needs = rows.map { cash.options[$0].reserveNeeded[0].estimate }
    var columns: [(Table.Column, [String])] = [
      (.init("Option", .text), rows.map(board.label)),
      (.init("Expected recovery"), unit.column(covers.map(\.recovery))),
      (.init("±"), unit.errors(covers.map(\.recovery))),
      (.init("Premiums"), unit.column(covers.map(\.premium))),
      (.init("Adds to net"), unit.column(covers.map(\.change), signed: true)),
      (.init("±"), unit.errors(covers.map(\.change))),
      (.init("Worst 5% mean, without"), unit.column(covers.map(\.tailMeanWithout))),
      (.init("with"), unit.column(covers.map(\.tailMean))),
      (
        .init("Reserve at 95%, without"),
        unit.column(covers.map { $0.reserveNeededWithout[0].estimate })
      ), (.init("with"), unit.column(needs)),
    ]
    if reserve != nil {
      columns += [
        (.init("Exhausted, without"), covers.map { $0.chanceOfExhaustionWithout?.percent ?? "" }),
        (.init("with"), rows.map { cash.options[$0].chanceOfExhaustion?.percent ?? "" }),
      ]
    }
    return table("Stop-loss cover, all years together, \(unit.rawValue)", columns, rows)
  }

  private func table(
    _ caption: String, _ columns: [(Table.Column, [String])], _ options: [Int]? = nil
  ) -> Table {
    Table(
      caption: caption, columns: columns.map(\.0),
      rows: (options ?? shown).enumerated().map { row, option in
        Table.Row(board.rowKind(option), columns.map { $0.1[row] })
      })
  }

  private static func months(_ option: CashOutlook.Option) -> String {
    option.lowestAt.isEmpty
      ? "never below" : option.lowestAt.map(\.monthWords).joined(separator: ", ")
  }

  /// What is counted, how it is timed, and what is missing.
  var remarks: [Finding] {
    let cash = board.comparison.scenario.cash
    let month = cash?.results?.month == 10 ? "October" : "September"
    let delay = cash?.results?.paymentDelayDays ?? 0
    let pays = delay == 0 ? "then" : "\(delay) days later"
    let timing =
      cash == nil
      ? "The scenario does not state when money moves, so five-year net keeps its own timing."
      : "Five-year net is valued on the same days."
    let mechanism =
      switch cash?.mechanism {
      case let stated? where stated.form == .escrow:
        "The mechanism is \(stated.words): what is in it cannot be spent and is not in cash."
      case let stated?: "The mechanism is \(stated.words); no cash is set aside for it."
      case nil:
        "No form of the mechanism is stated: its amounts are shown, neither set aside from cash nor "
          + "charged."
      }
    let statuses =
      cash?.professionalRevenue == nil
      ? ["No professional revenue is stated, so Advanced APM payments are not counted."]
      : [
        "Advanced APM status at Level E and in ENHANCED raises payments two years later "
          + "(\(Paragraph.advancedModel)); an incentive payment is taken to come at the end of \(month)."
      ]
    return
      ([
        "Results are taken to arrive at the end of \(month) of the next year; CMS pays \(pays), and bills "
          + "are due in the days the regulation gives (\(Paragraph.payingLosses)). \(timing)",
        mechanism
          + " It is computed from the latest twelve months known, on truncated spending; bills are "
          + "paid from cash, so it is never drawn, and it ends after the fifth year as if "
          + "participation did (\(Paragraph.repaymentMechanismEnd)).",
      ] + statuses).map { Finding($0) }
  }
}
