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
      BacktestPlan(panel, through: 2022, targets: 2), in: folder, trials: 200, resamples: 200,
      acos: ["A3554"], under: .current())
  }

  @Test func `forecasts are sharper than every baseline, and their intervals hold`() throws {
    let runs = try Self.backtest.get().runs.filter { $0.target == 2022 }
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

  @Test func `every group of 2022 is scored, sizes as last known, tracks as flown`() throws {
    let run = try #require(try Self.backtest.get().runs.last)
    #expect(run.table.groups.map(\.name) == ForecastGroup.allCases)
    let parts: [[ForecastGroup]] = [
      SizeBand.allCases.map(ForecastGroup.size), [.sameAgreement, .newAgreement],
      TrackGroup.allCases.map(ForecastGroup.track),
    ]
    let all = try #require(run.table[.all])
    for part in parts {
      #expect(part.reduce(0) { $0 + (run.table[$1]?.targets ?? 0) } == all.targets)
    }
    #expect(abs((all.lessCommonError?.bias.value ?? 1)) < 1e-12)
    #expect(abs(all.rows[0].bias.value - run.commonError) < 1e-12)
  }

  @Test func `years are pooled, and sums of two years of one agreement scored`() throws {
    let backtest = try Self.backtest.get()
    #expect(backtest.pools.map(\.horizon) == [2, 1])
    for pool in backtest.pools {
      let runs = backtest.runs.filter { $0.horizon == pool.horizon }
      #expect(pool.targets == [2021, 2022])
      let counts = runs.compactMap { $0.table[.all]?.targets }
      #expect(pool.table[.all]?.targets == counts.reduce(0, +))
      let product = runs.compactMap { $0.table[.all]?.rows[0].crps.value }
      let mean = zip(product, counts).reduce(0.0) { $0 + $1.0 * Double($1.1) }
      let pooled = try #require(pool.table[.all]?.rows[0].crps.value)
      #expect(abs(pooled - mean / Double(counts.reduce(0, +))) < 1e-12)
    }
    let sum = try #require(backtest.sums.first)
    #expect(backtest.sums.count == 1 && (sum.known, sum.first, sum.last) == (2019, 2021, 2022))
    #expect(sum.group.targets > 100 && sum.rebasedWithin > 10)
    // A sum of two rates is wider than one of them, and not twice as wide.
    let one = try #require(backtest.runs.first { $0.known == 2019 }?.table[.all]?.rows[0])
    let ratio = sum.group.rows[0].crps.value / one.crps.value
    #expect(ratio > 1.2 && ratio < 2.2)
    #expect(backtest.notes.contains { $0.contains("is of 2 years, not of 5") })
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
