import Regulation
import Testing

@testable import Evidence

/// Who left, and scores weighted by the inverse of the chance of staying.
@Suite struct LeaversTests {
  /// Twenty ACOs of one size, rates rising from 1 to 20 percent.
  private func row(_ place: Int, _ year: Int) -> ACOYear {
    let id = place < 10 ? "A0\(place)" : "A\(place)"
    return ACOYear(
      id: id, year: year, assignedBeneficiaries: place % 2 == 0 ? 8_000 : 20_000,
      savingsRate: Double(place + 1) / 100)
  }

  /// Of each size the two ACOs with the lowest rates are one cell; of it one leaves.
  private let gone: Set<Int> = [0, 1]

  private func leavers() throws -> Leavers {
    let known = (0..<20).map { row($0, 2030) }
    let later = (0..<20).filter { !gone.contains($0) }.map { row($0, 2031) }
    let targets = ForecastTarget.all(Panel(known + later), from: 2030, horizon: 1)
    let sharp = Forecaster(name: "sharp") { target in
      // Wrong by a point for the two that stayed of the cells where one left, right for the rest.
      let isNext = ["A02", "A03"].contains(target.known.id)
      return Forecast(sample: [target.known.savingsRate + (isNext ? 0.01 : 0)])
    }
    let scored = ScoredForecasts([sharp], on: targets)
    return Leavers(Panel(known), targets, scored, resamples: 400)
  }

  @Test func `those gone are counted, and their last rates set beside those who stayed`() throws {
    let leavers = try leavers()
    #expect(leavers.stayers == 18 && leavers.leavers == 2)
    // (1 + 2)/2 against (3 + … + 20)/18 percent.
    #expect(abs(leavers.rateOfLeavers.value - 0.015) < 1e-12)
    #expect(abs(leavers.rateOfStayers.value - 0.115) < 1e-12)
    #expect(abs(leavers.difference.value + 0.1) < 1e-12)
    let (a, b) = (leavers.rateOfLeavers.standardError, leavers.rateOfStayers.standardError)
    #expect(abs(leavers.difference.standardError - (a * a + b * b).squareRoot()) < 1e-12)
  }

  @Test func `a stayer of a cell that half left counts twice`() throws {
    let leavers = try leavers()
    // Two of 18 wrong by a point: 2/18 plain; each counting twice, 4/20.
    let weighted = try #require(leavers.weighted.first)
    #expect(abs(weighted.crps.value - 0.01 * 4 / 20) < 1e-12)
    #expect(abs(leavers.crpsChange.value - 0.01 * (4.0 / 20 - 2.0 / 18)) < 1e-12)
    #expect(leavers.crpsChange.standardError > 0)
    #expect(abs(weighted.bias.value - 0.01 * 4 / 20) < 1e-12)
  }

  @Test func `where nobody leaves nothing changes`() {
    let known = (0..<20).map { row($0, 2030) }
    let later = (0..<20).map { row($0, 2031) }
    let targets = ForecastTarget.all(Panel(known + later), from: 2030, horizon: 1)
    let flat = Forecaster(name: "flat") { _ in .normal(mean: 0.1, standardDeviation: 0.05) }
    let scored = ScoredForecasts([flat], on: targets)
    let leavers = Leavers(Panel(known), targets, scored, resamples: 100)
    #expect(leavers.leavers == 0 && leavers.difference.value == 0)
    #expect(abs(leavers.crpsChange.value) < 1e-15)
  }
}
