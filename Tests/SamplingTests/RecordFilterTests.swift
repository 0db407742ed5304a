import Regulation
import Scenarios
import Testing

@testable import Sampling

/// The filter against shrinkage worked by hand and against one regression on the whole record.
@Suite struct RecordFilterTests {
  static let prior = StartingPosition(
    means: [0.01, 0.01, 0.02, 0.03, 0.03], latestMean: 2022, drift: 0, yearStandardDeviation: 0,
    standardDeviation: 0.02, scale: 2, persistence: 0.8, keptAtRebasing: 0.7, benchmarkScale: 1.4,
    transitoryStandardDeviation: 0.005, transitoryScale: 2)

  static func year(
    _ year: Int, _ rate: Double, size: Double = 10_000, new: Bool = false
  ) -> Record.Year {
    Record.Year(year: year, savingsRate: rate, assignedBeneficiaries: size, newBenchmark: new)
  }

  @Test func `one year is shrunk by its share of the variance`() {
    // σ² = 4e-4 + 4e-4, luck 1.96e-4, passing 0.25e-4 + 4e-4; deviation 0.05 − 0.03.
    let record = Record(years: [Self.year(2022, 0.05)], continues: true)
    let filter = RecordFilter(record, Self.prior)
    let total = 8e-4 + 1.96e-4 + 4.25e-4
    #expect(abs(filter.state.effect * 8e-4.squareRoot() - 0.02 * 8e-4 / total) < 1e-12)
    #expect(abs(filter.state.luck * 0.014 - 0.02 * 1.96e-4 / total) < 1e-12)
    let weight = (0.8 * 8e-4 + 1.96e-4) / total
    #expect(abs(filter.weights(assigned: 10_000, after: 1)[0] - weight) < 1e-12)
  }

  @Test func `a rebasing keeps part of the effect and none of the luck`() {
    let record = Record(years: [Self.year(2022, 0.05)], continues: false)
    var filter = RecordFilter(record, Self.prior)
    let before = filter
    filter.rebase()
    #expect(
      filter.state.luck == 0 && filter.state.luckVariance == 1 && filter.state.covariance == 0)
    #expect(abs(filter.state.effect - 0.7 * before.state.effect) < 1e-15)
    #expect(
      abs(filter.state.effectVariance - (1 - 0.49 * (1 - before.state.effectVariance))) < 1e-15)
    let weights = before.weights(assigned: 10_000, after: 1)
    #expect(filter.weights(assigned: 10_000, after: 1)[0] < 0.7 * weights[0])
  }

  @Test func `weights are what a point more in each year adds`() {
    let years = [
      Self.year(2019, 0.02, size: 8_000), Self.year(2020, 0.05, size: 9_000, new: true),
      Self.year(2022, 0.01),
    ]
    func expected(_ years: [Record.Year]) -> Double {
      let filter = RecordFilter(Record(years: years, continues: true), Self.prior)
      return 0.8 * RecordFilter.effectSpread(Self.prior, 12_000) * filter.state.effect
        + RecordFilter.luckSpread(Self.prior, 12_000) * filter.state.luck
    }
    let filter = RecordFilter(Record(years: years, continues: true), Self.prior)
    let weights = filter.weights(assigned: 12_000, after: 1)
    for place in years.indices {
      var moved = years
      moved[place].savingsRate += 0.01
      #expect(abs((expected(moved) - expected(years)) / 0.01 - weights[place]) < 1e-12)
    }
  }

  @Test func `two years together are one regression on both`() {
    let years = [Self.year(2021, 0.06, size: 20_000), Self.year(2022, 0.02, size: 8_000)]
    let filter = RecordFilter(Record(years: years, continues: true), Self.prior)
    // Covariances of the two deviations and of the effect and luck in 2022.
    let (s1, s2) = (
      RecordFilter.effectSpread(Self.prior, 20_000), RecordFilter.effectSpread(Self.prior, 8_000)
    )
    let (u1, u2) = (
      RecordFilter.luckSpread(Self.prior, 20_000), RecordFilter.luckSpread(Self.prior, 8_000)
    )
    let v1 = s1 * s1 + u1 * u1 + 0.25e-4 + 4.0 / 20_000
    let v2 = s2 * s2 + u2 * u2 + 0.25e-4 + 4.0 / 8_000
    let shared = 0.8 * s1 * s2 + u1 * u2
    let determinant = v1 * v2 - shared * shared
    let (r1, r2) = (0.03, -0.01)
    func mean(_ c1: Double, _ c2: Double) -> Double {
      (c1 * (v2 * r1 - shared * r2) + c2 * (v1 * r2 - shared * r1)) / determinant
    }
    func variance(_ c1: Double, _ c2: Double) -> Double {
      1 - (c1 * (v2 * c1 - shared * c2) + c2 * (v1 * c2 - shared * c1)) / determinant
    }
    #expect(abs(filter.state.effect - mean(0.8 * s1, s2)) < 1e-12)
    #expect(abs(filter.state.luck - mean(u1, u2)) < 1e-12)
    #expect(abs(filter.state.effectVariance - variance(0.8 * s1, s2)) < 1e-12)
    #expect(abs(filter.state.luckVariance - variance(u1, u2)) < 1e-12)
  }
}
