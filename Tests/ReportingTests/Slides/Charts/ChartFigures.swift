import Scenarios

@testable import Reporting

extension Deck {
  var charts: [Chart] {
    pages.flatMap(\.exhibits).compactMap { exhibit in
      guard case .chart(let chart) = exhibit else { return nil }
      return chart
    }
  }
}

/// The figures that each native chart's workbook must hold, by the title of their column.
enum ChartFigures {
  typealias Columns = [String: [Double?]]

  /// EMU, as much as a slide gives to each kind.
  static func size(of chart: Chart) -> (width: Double, height: Double) {
    switch chart {
    case .ranges, .curves, .tornado: (10_990_000, 2_700_000)
    default: (10_990_000, 4_300_000)
    }
  }

  static func natives(_ chart: Chart) throws -> [NativeChart] {
    try chart.nativeCharts(in: size(of: chart), look: Presentation())
  }

  static let partsSample = PartsChart(
    label: "What each source carries of the spread",
    groups: [
      .init(
        name: "Skill",
        rows: [
          .init(
            name: "True savings", amount: 6_000_000.126, standardError: 350_000,
            value: "$6 million",
            share: "38%", tooltip: ""),
          .init(
            name: "Quality", amount: -20_000, standardError: 60_000, value: "0", share: "",
            tooltip: ""),
        ]),
      .init(
        name: "Luck",
        rows: [
          .init(
            name: "Claims", amount: 1_300_000, standardError: 100_000, value: "$1.3 million",
            share: "8%", tooltip: "")
        ]),
    ])

  /// One for each native chart of a chart, in their order.
  static func columns(of chart: Chart) -> [Columns] {
    switch chart {
    case .ranges(let chart): [ranges(chart)]
    case .outcomes(let chart): [outcomes(chart)]
    case .fans(let chart): chart.panels.map(fan)
    case .distributions(let chart): chart.panels.map { distribution($0, chart) }
    case .tradeOff(let chart): [tradeOff(chart)]
    case .coverage(let chart): [coverage(chart)]
    case .curves(let chart):
      chart.panels.map { panel in
        Dictionary(
          uniqueKeysWithValues: panel.lines.map {
            ("\($0.number) \($0.name)", $0.values.map { $0 })
          })
      }
    case .parts(let chart): [parts(chart)]
    case .tornado(let chart):
      [
        [
          "Change at the lower level": chart.rows.map { $0.ends[0].amount },
          "Change at the higher level": chart.rows.map { $0.ends[1].amount },
        ]
      ]
    }
  }

  private static let levels = ["5th", "25th", "50th", "75th", "95th"].map { "\($0) percentile" }

  private static func ranges(_ chart: RangeChart) -> Columns {
    var columns: Columns = [
      "Mean": chart.rows.map(\.mean), "Mean of the worst 5%": chart.rows.map(\.tailMean),
    ]
    for (place, level) in levels.enumerated() {
      columns[level] = chart.rows.map { $0.quantiles[place] }
    }
    return columns
  }

  /// An empty row between two options.
  private static func outcomes(_ chart: OutcomeChart) -> Columns {
    let rows = chart.panels.enumerated().flatMap { place, panel -> [OutcomeChart.Year?] in
      panel.years + (place < chart.panels.count - 1 ? [nil] : [])
    }
    return [
      "owes CMS": rows.map { $0?.owe }, "nothing either way": rows.map { $0?.nothing },
      "earns shared savings": rows.map { $0?.earn },
    ]
  }

  private static func fan(_ panel: FanChart.Panel) -> Columns {
    var columns: Columns = [:]
    for (place, level) in levels.enumerated() {
      columns[place == 2 ? "Middle outcome" : level] = panel.years.map { $0.quantiles[place] }
    }
    return columns
  }

  /// Owed below zero, earned above it, the spike between the two.
  private static func distribution(
    _ panel: DistributionChart.Panel, _ chart: DistributionChart
  ) -> Columns {
    let lows = panel.shares.indices.map { chart.start + Double($0) * chart.width }
    let below = lows.filter { $0 < -chart.width * 1e-6 }.count
    let rest = panel.shares.count - below
    let shares: [Double?] = panel.shares
    let none: (Int) -> [Double?] = { Array(repeating: nil, count: $0) }
    return [
      "Owed to CMS": shares[..<below] + none(1 + rest),
      "Earned": none(below + 1) + shares[below...],
      "Exactly zero": none(below) + [panel.zeroShare] + none(rest),
    ]
  }

  private static func tradeOff(_ chart: TradeOffChart) -> Columns {
    let kinds: [TradeOffChart.Point.Kind] = [.efficient, .dominated, .whatIf]
    let points = kinds.flatMap { kind in
      let own = chart.points.filter { $0.kind == kind }
      return kind == .efficient
        ? own.sorted { ($0.tailMean, $0.mean, $0.number) < ($1.tailMean, $1.mean, $1.number) }
        : own
    }
    return [
      "Number": points.map { Double($0.number) }, "Mean five-year net": points.map(\.mean),
      "Mean of the worst 5%": points.map(\.tailMean),
    ]
  }

  private static func coverage(_ chart: CoverageChart) -> Columns {
    var columns: Columns = [:]
    for (place, promised) in chart.promised.enumerated() {
      let percent = "\(Int((promised * 100).rounded()))%"
      columns["Range meant to hold \(percent)"] = chart.rows.map { $0.held[place].share }
      columns["Two standard errors, \(percent)"] = chart.rows.map {
        2 * $0.held[place].standardError
      }
      columns["Meant: \(percent)"] = chart.rows.map { _ in promised }
    }
    return columns
  }

  private static func parts(_ chart: PartsChart) -> Columns {
    let rows = chart.groups.flatMap(\.rows)
    var columns: Columns = ["Two standard errors": rows.map { 2 * $0.standardError }]
    var before = 0
    for group in chart.groups {
      let own = before..<before + group.rows.count
      columns[group.name] = rows.indices.map { own.contains($0) ? rows[$0].amount : nil }
      before += group.rows.count
    }
    return columns
  }
}
