import Projection
import Scenarios

extension Board {
  /// Page 16, last sheet: enough to repeat the run and to know how exact it is.
  func manifest(engineVersion: String) -> DeckPage {
    DeckPage(
      number: 16, topic: "Manifest",
      headline: Finding(
        "The same scenario, rules, seed and number of trials give these figures again, to the "
          + "cent."),
      exhibits: [.table(runTable(engineVersion)), .table(errorTable)],
      howToRead:
        "A digest is the SHA-256 of the text it stands for: equal digests, equal text. run.json "
        + "beside this deck holds the same facts and the digest of every file.")
  }

  func runTable(_ engineVersion: String) -> Table {
    let scenario = comparison.scenario
    let calibration = ShippedCalibration.current
    let editions = scenario.editions.map { Names.clamped($0, to: 40) }
    return Table(
      caption: "The run",
      columns: [.init("Fact", .text), .init("Value", .text)],
      rows: ([
        ["Scenario", Names.clamped(scenario.name, to: 90)],
        ["Scenario digest", scenario.digest],
        ["Rule digest", comparison.rulebookDigest],
        ["Rule editions", editions.isEmpty ? "none: the regulation itself" : Names.list(editions)],
        ["Chance calibrated on", calibration.name],
        ["Calibration digest", calibration.digest],
        ["Seed", String(comparison.seed)],
        ["Trials", DecimalText.grouped(comparison.trials)],
      ] + stoppingFacts.map { [$0.0, $0.1] } + [
        ["Agreement starts", scenario.agreement.period.firstDay.description],
        ["Engine version", Names.clamped(engineVersion, to: 60)],
      ] + pagesShown).map { Table.Row(.plain, $0) })
  }

  /// Said where the scenario leaves pages out.
  private var pagesShown: [[String]] {
    guard let pages = comparison.scenario.presentation.pages else { return [] }
    let shown = Set(pages).union([1, 16]).sorted().map(String.init)
    return [["Pages shown, of 16", shown.joined(separator: ", ")]]
  }

  private var errorTable: Table {
    let shown = Array(legalFirst.prefix(Self.optionsPerSheet))
    let unit = MoneyUnit(for: shown.map { outlooks[$0].net.mean.value })
    return Table(
      caption: "Monte Carlo standard errors of five-year net, \(unit.rawValue)",
      columns: [
        .init("Option", .text), .init("Mean"), .init("5th percentile"),
        .init("Median"), .init("95th percentile"), .init("Mean of worst 5%"),
      ],
      rows: errorRows(shown, unit))
  }

  private func errorRows(_ shown: [Int], _ unit: MoneyUnit) -> [Table.Row] {
    let nets = shown.map { outlooks[$0].net }
    let columns =
      [unit.errors(nets.map(\.mean))]
      + [0, 2, 4].map { level in unit.errors(nets.map { $0.quantiles[level].estimate }) }
      + [unit.errors(nets.map(\.tailMean))]
    return shown.indices.map { row in
      Table.Row(rowKind(shown[row]), [label(shown[row])] + columns.map { $0[row] })
    }
  }
}
