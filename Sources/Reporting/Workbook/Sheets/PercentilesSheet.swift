import Projection
import Regulation

extension Board {
  static let percentiles = "Percentiles"

  var percentilesSheet: WorkbookSheet {
    let rows = percentileRows
    let unit = workbookUnit
    return WorkbookSheet(
      name: Self.percentiles, title: "How far the outcomes spread",
      says: "\(netMeaning) Each percentile with the 95% interval that order statistics give it; "
        + "worst and best are of this sample, not limits.",
      tables: [
        WorkbookTable(
          Self.percentiles,
          [
            .words("Option", rows.map { label($0.option) }), .words("Amount", rows.map(\.amount)),
            .words("Through", rows.map(\.through)),
            .dollars("Mean", rows.map(\.of.mean), unit),
          ] + Self.spreadColumns(rows.map(\.of), unit))
      ], charts: subjects.prefix(6).compactMap(fanChart))
  }

  private struct Row {
    var option: Int
    var amount: String
    var through = ""
    var of: Distribution
  }

  /// Five-year net first, in the order of Summary, for its chart.
  private var percentileRows: [Row] {
    legalFirst.map { Row(option: $0, amount: "Five-year net", of: outlooks[$0].net) }
      + legalFirst.map { Row(option: $0, amount: "Five-year payments", of: outlooks[$0].total) }
      + legalFirst.map { Row(option: $0, amount: "Worst single year", of: outlooks[$0].worstYear) }
      + legalFirst.flatMap { option in
        zip(years, outlooks[option].cumulativeNet).map { year, net in
          Row(option: option, amount: "Net accumulated", through: year.description, of: net)
        }
      }
  }

  /// Net as it accumulates.
  private func fanChart(_ option: Int) -> WorkbookChart? {
    guard let place = legalFirst.firstIndex(of: option) else { return nil }
    let first = 3 * legalFirst.count + 5 * place
    let shades: [WorkbookChart.Series.Shade] = [.loss, .light, .main, .light, .grey]
    return WorkbookChart(
      kind: .lines, title: "Net accumulated: \(name(option))",
      label: "Accumulated net under \(name(option)) through each year: five percentiles.",
      sheet: Self.percentiles, table: Self.percentiles, categories: "Through",
      rows: first..<first + 5,
      series: zip(Self.quantileTitles, shades).map {
        .init(name: $0, column: $0, shade: $1, mark: .circle)
      }, format: .dollars(workbookUnit, workbookUnit == .million ? 1 : 0), valueTitle: "dollars")
  }
}
