import Foundation
import Regulation
import Scenarios
import Testing

@testable import Evidence

/// The product's own projection, fitted on nothing later than the year known, on CMS's own files.
@Suite(.enabled(if: PublishedFiles.folder != nil, PublishedFiles.absent))
struct ProductBacktestTests {
  private static let backtest = Result {
    let folder = try #require(PublishedFiles.folder)
    let panel = try PanelFolder(folder) { _ in "" }.panel
    return try Backtest(
      panel, in: folder, through: 2022, targets: 1, trials: 400, resamples: 200, acos: ["A3554"],
      under: .current())
  }

  @Test func `forecasts are sharper than every baseline, and their intervals hold`() throws {
    let runs = try Self.backtest.get().runs
    #expect(runs.map(\.horizon) == [2, 1])
    for run in runs {
      let all = try #require(run.table.groups.first)
      #expect(all.rows.map(\.forecaster).first == "glidepath" && all.rows.count == 4)
      for baseline in all.rows.dropFirst() {
        #expect(
          baseline.crpsOverFirst.value > 2 * baseline.crpsOverFirst.standardError,
          "\(run.horizon): \(baseline.forecaster)")
      }
      #expect(all.rows[0].pitTenths.reduce(0, +) > 0.999)
    }
  }

  @Test func `nothing of the year forecast is known but its agreement and its terms`() throws {
    let folder = try #require(PublishedFiles.folder)
    let panel = try PanelFolder(folder) { _ in "" }.panel
    let prior = try #require(
      StartingPosition(
        Calibration(panel, through: 2021), panel,
        beside: ProductSpread(constant: 1.5e-4, bySize: 4.9)))
    let scenario = try ForecastScenario(prior)
    let target = try #require(ForecastTarget.all(panel, from: 2021, horizon: 1).first)
    let past = panel.acoYears.filter { $0.id == target.known.id && $0.year <= 2021 }
    var other = target
    other.later.savingsRate += 0.5
    other.later.assignedBeneficiaries *= 3
    other.later.qualityScore = 0.01
    #expect(
      scenario(target, past: past, isLowRevenue: nil).scenario
        == scenario(other, past: past, isLowRevenue: nil).scenario)
  }

  @Test func `payments are scored, and an ACO's own record is told`() throws {
    for run in try Self.backtest.get().runs {
      let payments = try #require(run.payments)
      #expect(payments.targets > 250)
      #expect(payments.bins.reduce(0) { $0 + $1.acos } == payments.targets)
      let own = try #require(run.own.first)
      #expect(own.id == "A3554" && !own.weights.isEmpty)
      #expect(abs(own.weights.reduce(own.priorWeight, +) - 1) < 1e-9)
      #expect(own.with.upperBound - own.with.lowerBound > 0.02)
    }
  }
}
