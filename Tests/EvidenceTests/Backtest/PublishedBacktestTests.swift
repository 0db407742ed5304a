import Foundation
import Testing

@testable import Evidence

/// The baselines on CMS's own files, fitted on nothing later than the year known.
@Suite(.enabled(if: PublishedFiles.folder != nil, PublishedFiles.absent))
struct PublishedBacktestTests {
  @Test(arguments: [(2018, 2), (2019, 1), (2019, 2), (2020, 1), (2020, 2), (2021, 1)])
  func `the lag regression is sharper than climatology`(_ known: Int, _ horizon: Int) throws {
    let panel = try PanelFolder(try #require(PublishedFiles.folder)) { _ in "" }.panel
    let past = panel.limited(to: (known - Calibration.usualYears + 1)...known)
    let baselines = Forecaster.baselines(past, horizon: horizon)
    #expect(baselines.map(\.name) == ["climatology", "last rate", "lag regression"])
    let targets = ForecastTarget.all(panel, from: known, horizon: horizon)
    let table = BacktestTable(baselines, on: targets)
    let all = try #require(table.groups.first)
    #expect(all.targets == targets.count && all.targets > 250)
    let regression = all.rows[2]
    #expect(regression.crpsOverFirst.value < -2 * regression.crpsOverFirst.standardError)
    for row in all.rows {
      let coverage = row.coverage.map { "\(Int(($0.value * 100).rounded()))" }
      print(
        "\(known)+\(horizon) \(row.forecaster): CRPS \(row.crps.value * 100) "
          + "± \(row.crps.standardError * 100), bias \(row.bias.value * 100), coverage "
          + coverage.joined(separator: "/"))
    }
  }
}
