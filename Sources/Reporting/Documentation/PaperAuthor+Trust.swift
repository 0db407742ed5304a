import Evidence
import Projection
import Regulation
import Scenarios

/// How far the figures can be trusted: against the past, against chance, against other assumptions.
extension PaperAuthor {
  var validation: Paper.Section {
    let pages = board.trackRecordPages.flatMap(\.blocks)
    return Paper.Section(
      title: "Validation", standards: [56],
      blocks: [
        .heading("Law: CMS's published results settled again"),
        .text(
          "\(settlementWords) Source: \(settlements.source)."), .table(settlementTable),
        .heading("Chance: past forecasts against what came"),
      ]
        + (pages.isEmpty
          ? [.text("No track record of past forecasts was at hand for this run.")] : pages))
  }

  private var settlementWords: String {
    let years = settlements.years
    func sum(_ part: (SettlementRecord.Year) -> Int) -> String {
      DecimalText.grouped(years.reduce(0) { $0 + part($1) })
    }
    return "Of \(sum(\.rows)) rows of \(years.count) years, \(sum(\.paymentsReproduced)) of "
      + "\(sum(\.payments)) payments that could be compared are reproduced within what the printed digits leave open, "
      + "\(sum(\.lossesReproduced)) of \(sum(\.losses)) losses and "
      + "\(sum(\.minimumRatesReproduced)) of \(sum(\.minimumRates)) one-sided minimum rates."
  }

  private var settlementTable: Table {
    Table(
      caption: "Settled again, by performance year; dollars in millions",
      columns: [
        .init("Year", .text), .init("Rows"), .init("Payments reproduced", .text),
        .init("Paid by CMS"), .init("Ours"), .init("Losses reproduced", .text),
        .init("Minimum rates reproduced", .text),
      ],
      rows: settlements.years.map { year in
        func parts(_ some: Int, _ all: Int) -> String {
          all == 0 ? "none to compare" : "\(some) of \(all)"
        }
        return Table.Row(
          .plain,
          [
            String(year.year), DecimalText.grouped(year.rows),
            parts(year.paymentsReproduced, year.payments),
            DecimalText.printed(year.paid, places: 1), DecimalText.printed(year.ours, places: 1),
            parts(year.lossesReproduced, year.losses),
            parts(year.minimumRatesReproduced, year.minimumRates),
          ])
      })
  }

  // MARK: - Chance

  var errors: Paper.Section {
    Paper.Section(
      title: "Monte Carlo error", standards: [56],
      blocks: [
        .text(board.limits.headline.sentence),
        .text(
          "Figures of \(DecimalText.grouped(comparison.trials)) trials, seed \(comparison.seed). Each is "
            + "followed by its standard error, and each chance by Wilson's 95 percent interval."),
        .table(errorTable), .table(chanceTable),
      ] + board.stoppingTexts.map { .text($0) }
        + (differenceTable.map { [.table($0)] } ?? []))
  }

  private var errorTable: Table {
    let order = board.legalFirst
    let nets = order.map { board.outlooks[$0].net }
    let unit = MoneyUnit(for: nets.map(\.mean.value))
    var figures: [(String, [Projection.Estimate])] = [("Mean", nets.map(\.mean))]
    for (level, name) in Self.levels.enumerated() {
      figures.append((name, nets.map { $0.quantiles[level].estimate }))
    }
    figures.append(("Mean of worst 5%", nets.map(\.tailMean)))
    let cells = figures.map { _, estimates in
      zip(unit.column(estimates), unit.errors(estimates)).map { "\($0) \($1)" }
    }
    return Table(
      caption: "Five-year net, \(unit.rawValue)",
      columns: [.init("Option", .text)] + figures.map { .init($0.0) },
      rows: order.indices.map { row in
        Table.Row(.plain, [board.label(order[row])] + cells.map { $0[row] })
      })
  }

  private static let levels = [
    "5th percentile", "25th percentile", "Median", "75th percentile", "95th percentile",
  ]

  private var chanceTable: Table {
    Table(
      caption: "Chances, with Wilson's 95 percent interval",
      columns: [.init("Option", .text), .init("To owe in any year"), .init("Interval", .text)],
      rows: board.legalFirst.map { option in
        let chance = board.outlooks[option].chanceOfAnyRepayment
        let ends = [chance.low, chance.high].map {
          DecimalText.printed($0 * 100, places: 2) + "%"
        }
        return Table.Row(
          .plain, [board.label(option), chance.percent, ends.joined(separator: " to ")])
      })
  }

  private var differenceTable: Table? {
    guard let leading = board.leading, board.outlooks.count > 1 else { return nil }
    let others = board.legalFirst.filter { $0 != leading }
    let pairs = others.map { comparison.differences[leading][$0] }
    let unit = MoneyUnit(for: pairs.map(\.mean.value))
    let (means, errors) = (
      unit.column(pairs.map(\.mean), signed: true), unit.errors(pairs.map(\.mean))
    )
    return Table(
      caption: "\(board.label(leading)) less each other option, trial by trial, \(unit.rawValue)",
      columns: [
        .init("Less", .text), .init("Mean difference"), .init("Ahead in", .text),
        .init("Told apart", .text),
      ],
      rows: others.indices.map { row in
        Table.Row(
          .plain,
          [
            board.label(others[row]), "\(means[row]) \(errors[row])",
            pairs[row].chanceOfMore.ofFutures, pairs[row].mean.isClear ? "yes" : "no",
          ])
      })
  }

  // MARK: - Assumptions

  var sensitivity: Paper.Section {
    let pages = board.inputPages + board.stressPages + board.reversePages + board.watchPages
    return Paper.Section(
      title: "Sensitivity", standards: [56],
      blocks: pages.isEmpty
        ? [.text("Nothing was moved and no stress was run.")] : pages.flatMap(\.blocks))
  }

  var limits: Paper.Section {
    let own = comparison.scenario.documentation.limitationsKnown
    return Paper.Section(
      title: "Limitations and known weaknesses", standards: [41, 56],
      blocks: [.heading("What the comparison simplifies or leaves out")]
        + [.list(board.limitations.map(\.sentence)), .heading("Known weaknesses")]
        + [.list(weaknesses), .heading("Stated by the author")]
        + [own.isEmpty ? .text(Responsibility.notStated) : .list(own)])
  }

  private var weaknesses: [String] {
    let constant = [
      "The odds that another path is better, and every error printed, count simulation error alone.",
      "The drift of the mean of all ACOs is the part the back-test could not hold up.",
      "What one program achieves is drawn once a trial and does not vary between years.",
      "Rules later than the last ones read are carried forward as they stand.",
    ]
    guard let record = report.trackRecord, let pool = record.pool(ahead: 2), let all = pool[.all],
      !all.rows.isEmpty
    else { return constant }
    let told = TrackRecordWords(record: record, pool: pool, all: all)
    return [told.groupsOff, told.commonErrors].compactMap { $0?.sentence } + constant
  }
}
