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
    let assumptions = try Scenario(
      yaml: ForecastScenario.text, file: "backtest", name: "backtest"
    ).assumptions
    let fitted = try #require(
      Assumptions(
        assumptions, fittedTo: Calibration(panel, through: 2021), panel,
        beside: ProductSpread(constant: 6e-5, bySize: 4.6, response: 0.91, assumptions)))
    let scenario = try ForecastScenario(fitted)
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

  /// Shipped is this fit, rounded: two or three digits, spreads by simulation to 1 percent.
  @Test func `the shipped position and effect are the fit through 2022`() throws {
    let folder = try #require(PublishedFiles.folder)
    let panel = try PanelFolder(folder) { _ in "" }.panel.limited(to: 2013...2022)
    let spread = try ProductSpread(under: .current())
    let shipped = spread.assumptions
    let fitted = try #require(
      Assumptions(
        shipped, fittedTo: Calibration(panel, through: 2022), panel, beside: spread))
    print(
      "Product alone: \(spread.constant * 1e4) + \(spread.bySize) m; \(fitted.expenditureEffect)")
    print("\(fitted.startingPosition)")
    #expect(shipped.startingPosition.latestMean == fitted.startingPosition.latestMean)
    for (ours, theirs) in zip(shipped.startingPosition.means, fitted.startingPosition.means) {
      #expect(abs(ours - theirs) < 1e-4)
    }
    for (name, path, within) in Self.fittedParts {
      let (ours, theirs) = (shipped[keyPath: path], fitted[keyPath: path])
      #expect(abs(ours - theirs) < within, "\(name): shipped \(ours), fitted \(theirs)")
    }
  }

  private static let fittedParts: [(String, KeyPath<Assumptions, Double> & Sendable, Double)] = [
    ("drift", \.startingPosition.drift, 0.0002),
    ("its error", \.startingPosition.standardErrors.drift, 0.0002),
    ("year", \.startingPosition.yearStandardDeviation, 0.0002),
    ("mean's error", \.startingPosition.standardErrors.means, 0.0001),
    ("spread", \.startingPosition.standardDeviation, 0.0001),
    ("its error", \.startingPosition.standardErrors.standardDeviation, 0.0001),
    ("scale", \.startingPosition.scale, 0.01),
    ("its error", \.startingPosition.standardErrors.scale, 0.01),
    ("persistence", \.startingPosition.persistence, 0.01),
    ("kept", \.startingPosition.keptAtRebasing, 0.01),
    ("its error", \.startingPosition.standardErrors.keptAtRebasing, 0.01),
    ("luck", \.startingPosition.benchmarkScale, 0.01),
    ("passing", \.startingPosition.transitoryStandardDeviation, 0.0001),
    ("passing by size", \.startingPosition.transitoryScale, 0.01),
    ("its error", \.startingPosition.standardErrors.transitoryScale, 0.01),
    ("innovation", \.expenditureEffect.persistentStandardDeviation, 0.0004),
    ("its error", \.expenditureEffect.standardErrors.persistentStandardDeviation, 0.0002),
    ("sized", \.expenditureEffect.persistentScale, 0.12),
    ("its error", \.expenditureEffect.standardErrors.persistentScale, 0.04),
    ("effect's persistence", \.expenditureEffect.persistence, 0.01),
    ("its error", \.expenditureEffect.standardErrors.persistence, 0.001),
    ("freedom", \.expenditureEffect.degreesOfFreedom, 0.1),
  ]

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
