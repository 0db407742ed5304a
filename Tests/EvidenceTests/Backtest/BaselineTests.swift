import Testing

@testable import Evidence

/// The three baselines, and the table that compares forecasters.
@Suite struct BaselineTests {
  private func row(_ id: String, _ year: Int, _ rate: Double, size: Double = 10_000) -> ACOYear {
    ACOYear(id: id, year: year, assignedBeneficiaries: size, savingsRate: rate)
  }

  private func target(_ id: String, _ known: Double, _ later: Double, size: Double = 10_000)
    -> ForecastTarget
  {
    ForecastTarget(known: row(id, 2031, known, size: size), later: row(id, 2032, later, size: size))
  }

  @Test func `climatology is the mean and spread of the past`() throws {
    let past = Panel([row("A", 2030, 0.01), row("B", 2030, 0.03), row("A", 2031, 0.05)])
    let forecaster = try #require(Forecaster.climatology(past))
    let forecast = forecaster.forecast(target("C", 0.5, 0))
    guard case .normal(let mean, let deviation) = forecast else {
      Issue.record("not normal")
      return
    }
    #expect(abs(mean - 0.03) < 1e-12)
    #expect(abs(deviation - 0.02) < 1e-12)
  }

  @Test func `last year's rate has the claims noise of two years`() {
    // 2.136 √(2/10,000) = 0.030208.
    let forecast = Forecaster.lastRate().forecast(target("A", 0.04, 0))
    guard case .normal(let mean, let deviation) = forecast else {
      Issue.record("not normal")
      return
    }
    #expect(mean == 0.04)
    #expect(abs(deviation - 0.030_207_6) < 1e-6)
  }

  @Test func `the lag regression recovers slope and variance by size`() throws {
    // Residuals ±√(a + b/N) exactly: their likelihood is largest at a and b.
    let (a, b) = (2e-4, 4.0)
    var rows: [ACOYear] = []
    for (number, size) in [5_000.0, 20_000, 80_000].enumerated() {
      for step in 0..<40 {
        let id = "\(number)-\(step)"
        let known = Double(step / 4) / 100
        let error = (a + b / size).squareRoot() * (step % 2 == 0 ? 1 : -1)
        rows.append(row(id, 2030, known, size: size))
        rows.append(row(id, 2031, 0.01 + 0.7 * known + error, size: size))
      }
    }
    let fit = try #require(LagRegression(Panel(rows).pairs()))
    #expect(abs(fit.slope - 0.7) < 1e-4)
    #expect(abs(fit.intercept - 0.01) < 1e-4)
    #expect(abs(fit.constant - a) < 1e-6)
    #expect(abs(fit.bySize - b) < 0.01)
  }

  @Test func `the table's means, differences and coverage are those of the scores`() throws {
    let targets = (0..<60).map { place in
      target("A\(place / 2)", 0.02, 0.02 + (place % 2 == 0 ? 0.01 : -0.03))
    }
    let sharp = Forecaster(name: "sharp") { _ in .normal(mean: 0.02, standardDeviation: 0.01) }
    let broad = Forecaster(name: "broad") { _ in .normal(mean: 0.02, standardDeviation: 0.1) }
    let table = BacktestTable([sharp, broad], on: targets, resamples: 200)
    let all = try #require(table.groups.first)
    #expect(all.name == .all && all.targets == 60 && all.acos == 30)
    // Half the outcomes lie one spread away, half three: none within 50 % and half within 80 %.
    #expect(all.rows[0].coverage.map(\.value) == [0, 0.5, 0.5])
    #expect(all.rows[1].coverage.map(\.value) == [1, 1, 1])
    #expect(abs(all.rows[0].bias.value - 0.01) < 1e-12)
    let normal = Forecast.normal(mean: 0, standardDeviation: 1)
    #expect(abs(all.rows[0].crps.value - 0.005 * (normal.crps(1) + normal.crps(-3))) < 1e-12)
    let difference = all.rows[1].crps.value - all.rows[0].crps.value
    #expect(abs(all.rows[1].crpsOverFirst.value - difference) < 1e-12)
    // Every ACO has one of each: no error between ACOs.
    #expect(all.rows[0].bias.standardError < 1e-12)
    #expect(table.groups.map(\.name.description) == ["all", "newAgreement", "10000to15000"])
    #expect(table == BacktestTable([sharp, broad], on: targets, resamples: 200))
  }

  @Test func `a bootstrap by ACO knows that an ACO's years hang together`() {
    let values = (0..<100).map { Double($0 % 2) }
    let apart = ACOBootstrap((0..<100).map { "\($0)" }, resamples: 2000).mean(values)
    let paired = ACOBootstrap((0..<100).map { "\($0 % 50)" }, resamples: 2000).mean(values)
    #expect(abs(apart.standardError - 0.05) < 0.005)
    #expect(abs(paired.standardError - 0.05 * 2.0.squareRoot()) < 0.007)
  }

  @Test func `targets are ACOs seen again`() {
    let panel = Panel([row("A", 2030, 0), row("A", 2032, 1), row("B", 2030, 0)])
    #expect(ForecastTarget.all(panel, from: 2030, horizon: 2).map(\.known.id) == ["A"])
    #expect(ForecastTarget.all(panel, from: 2030, horizon: 1).isEmpty)
  }
}
