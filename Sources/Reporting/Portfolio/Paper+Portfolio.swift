import Projection
import Regulation
import Scenarios

extension Paper {
  /// The portfolio as a file to print.
  init(_ report: PortfolioReport) {
    title = "Portfolio: \(report.origin)"
    isFinal = true
    banners = Banner.texts(for: Array(Set(report.told.flatMap(\.outcome.editions))).sorted())
    footer =
      "Glidepath \(report.engineVersion), calibration \(ShippedCalibration.current.digest.prefix(8)), "
      + "\(report.rows.count) scenarios"
    sections =
      report.findings + report.optionSections + report.faultSection + report.assumptionSection
      + [report.reproduction]
  }
}

extension PortfolioReport {
  fileprivate var findings: [Paper.Section] {
    let list = wins.filter { $0.best > 0 }.map { win in
      let unclear = win.best - win.clear
      let rest = unclear > 0 ? ", \(DecimalText.grouped(unclear)) of them not clearly" : ""
      return "\(win.title): the best in \(Self.scenarios(win.best))\(rest)."
    }
    return [
      Paper.Section(
        title: "The best option of each", standards: [],
        blocks: [.text(headline), .list(list + remarks), .table(bestTable), .text(Self.howToRead)])
    ]
  }

  private static let howToRead =
    "How to read. Net is five years of payments and advances less program costs. The best option is "
    + "the legal one of highest expected net, with its simulation error; sure says how certain the "
    + "simulation alone is, at the least, that no other legal option has a higher one, and a * that "
    + "another comes within two standard errors of it. It says nothing of the model's own error."

  private var bestTable: Table {
    Table(
      caption: "The best option of each, five-year net",
      columns: [
        .init("Scenario", .text), .init("Beneficiaries"), .init("Best option", .text),
        .init("Mean net"), .init("± se"), .init("Chance to owe"), .init("5th percentile"),
        .init("Sure"),
      ],
      rows: rows.map { row in
        let cells = row.outcome.map(bestCells) ?? Self.noCells("–", "faults, see below")
        return Table.Row(.plain, [Self.label(row)] + cells)
      })
  }

  private func bestCells(_ outcome: PortfolioOutcome) -> [String] {
    let count = DecimalText.grouped(outcome.assignedBeneficiaries)
    guard let best = outcome.best.map({ outcome.options[$0] }) else {
      return Self.noCells(count, "no recommendation")
    }
    let mark = (best.isWhatIf ? " (what-if)" : "") + (outcome.isClear ? "" : " *")
    return [
      count, Names.clamped(best.title, to: 32) + mark, best.netMean.dollars,
      best.netMean.standardErrorDollars, best.chanceOfOwing.percent,
      best.netFifthPercentile.estimate.dollars, Self.sure(outcome.confidence),
    ]
  }

  private static func noCells(_ count: String, _ reason: String) -> [String] {
    [count, reason] + Array(repeating: "–", count: 5)
  }

  /// Rounded down to a whole percent: it is a lower bound.
  static func sure(_ confidence: Double) -> String {
    confidence > 0.999 ? ">99.9%" : "\(Int((confidence * 100).rounded(.down)))%"
  }

  static func label(_ row: PortfolioRow) -> String {
    let title = row.outcome.map { Names.clamped($0.title, to: 60) } ?? ""
    let name = Names.clamped(row.name, to: 40)
    return title.isEmpty || title == name ? name : "\(title) (\(name))"
  }

  // MARK: - Every option

  fileprivate var optionSections: [Paper.Section] {
    guard !told.isEmpty else { return [] }
    return [
      section("Expected five-year net of every option", "mean; * cannot be signed") {
        $0.netMean.dollars
      },
      section("Its simulation error", "standard error of the mean") {
        $0.netMean.standardErrorDollars
      },
      section("Chance to owe in any of the five years", "of simulated futures") {
        $0.chanceOfOwing.percent
      },
      section("5th percentile of five-year net", "one future in twenty is worse") {
        $0.netFifthPercentile.estimate.dollars
      },
    ]
  }

  private func section(
    _ title: String, _ caption: String, _ cell: (PortfolioOption) -> String
  ) -> Paper.Section {
    let table = Table(
      caption: caption,
      columns: [.init("Scenario", .text)] + options.map { .init(Names.clamped($0.title, to: 40)) },
      rows: told.map { row, outcome in
        Table.Row(
          .plain,
          [Self.label(row)]
            + options.map { column in
              column.option(of: outcome).map { cell($0) + ($0.isWhatIf ? "*" : "") } ?? "–"
            })
      })
    return Paper.Section(title: title, standards: [], blocks: [.table(table)])
  }
}
