import Testing

@testable import Evidence

/// The estimators on cases worked by hand.
@Suite struct EstimatorTests {
  private func row(_ id: String) -> ACOYear {
    ACOYear(id: id, year: 2030, assignedBeneficiaries: 1, savingsRate: 0)
  }

  @Test func `the jackknife of a mean is the textbook error`() {
    var rows = Jackknife()
    for (place, value) in [1.0, 2, 4, 9].enumerated() {
      rows.add(value, cell: 0, of: row("\(place)"))
    }
    let mean = rows.estimate { $0[0].x / $0[0].count }
    #expect(mean.value == 4)
    // Σ(x − 4)² = 38; √(38/3/4).
    #expect(abs(mean.standardError - (38.0 / 12).squareRoot()) < 1e-12)
  }

  @Test func `years of one ACO count once`() {
    var rows = Jackknife()
    for (place, value) in [1.0, 1, 3, 3].enumerated() {
      rows.add(value, cell: 0, of: row("\(place / 2)"))
    }
    // Two ACOs at 1 and 3: error 1, not √(4/3/4).
    #expect(abs(rows.estimate { $0[0].x / $0[0].count }.standardError - 1) < 1e-12)
    #expect(rows.sample.acos == 2 && rows.sample.observations == 4)
  }

  @Test func `moments are taken about each cell's mean`() {
    var rows = Jackknife()
    for (x, y, cell) in [(0.0, 1.0, 0), (2, 5, 0), (10, 0, 1), (12, 4, 1), (99, 99, 2)] {
      rows.add(x, y, cell: cell, of: row("a"))
    }
    let pooled = PooledMoments(rows.cells)
    #expect(pooled.degreesOfFreedom == 2)
    #expect(abs(pooled.slope - 2) < 1e-12)
    #expect(abs(pooled.correlation - 1) < 1e-12)
    #expect(abs(pooled.variance - 2) < 1e-12)
  }

  @Test func `residuals make up for their mean, and small cells are left out`() {
    let values = [1.0, 2, 3, 4, 5, 100]
    let found = Cells<Int>.residuals(Array(0..<6), cell: { $0 < 5 ? 0 : 1 }) { values[$0] }
    #expect(found.map(\.row) == [0, 1, 2, 3, 4])
    // Mean square 2 about the mean, times 5/4: the unbiased 2.5.
    let squares = found.reduce(0) { $0 + $1.residual * $1.residual } / 5
    #expect(abs(squares - 2.5) < 1e-12)
  }

  @Test func `a variance fitted to normal residuals is their mean square`() throws {
    let groups = [1.0, -2, 3, -4].enumerated().map {
      CovarianceFit.Group(cluster: $0.offset, residuals: [$0.element], facts: [])
    }
    let fit = try #require(
      CovarianceFit(groups, from: [1]) { _, point, covariance, derivatives in
        covariance[0] = point[0]
        derivatives[0][0] = 1
      })
    #expect(abs(fit.point[0] - 7.5) < 1e-6)
    // Σ(r² − 7.5)²/n² · n/(n − 1): (42.25 + 12.25 + 2.25 + 72.25)/16 · 4/3.
    #expect(abs(fit.sandwich.standardError(0) - (129.0 / 16 * 4 / 3).squareRoot()) < 1e-5)
  }

  @Test func `a covariance fitted to pairs is theirs`() throws {
    let pairs = [[1.0, 2], [2, 1], [-1, -2], [-2, -1], [1, -1], [-1, 1]]
    let groups = pairs.enumerated().map {
      CovarianceFit.Group(cluster: $0.offset, residuals: $0.element, facts: [])
    }
    let fit = try #require(
      CovarianceFit(groups, from: [2, 0]) { _, point, covariance, derivatives in
        covariance = [point[0], point[1], point[1], point[0]]
        derivatives[0] = [1, 0, 0, 1]
        derivatives[1] = [0, 1, 1, 0]
      })
    // Mean square 24/12, mean product (8 − 2)/6.
    #expect(abs(fit.point[0] - 2) < 1e-6)
    #expect(abs(fit.point[1] - 1) < 1e-6)
  }

  @Test func `two separate clumps are told apart`() throws {
    let clump = (-50...50).map { Double($0) / 500 }
    let values = clump + clump + clump + clump.map { 5 + 8 * $0 }
    let fit = try #require(TwoPartNormal(values, clusters: Array(values.indices)))
    #expect(abs(fit.narrowWeight.value - 0.75) < 1e-3)
    #expect(abs(fit.narrowMean.value) < 1e-3)
    #expect(abs(fit.wideMean.value - 5) < 1e-2)
    // √(0.75 · 0.25/404) = 0.0215.
    #expect(abs(fit.narrowWeight.standardError - 0.021_5) < 0.000_5)
  }

  @Test func `bands hold every size once`() {
    for size in [1.0, 7_499, 7_500, 19_999.5, 50_000, 1e6] {
      #expect(SizeBand.allCases.count { $0.contains(size) } == 1)
    }
    #expect(SizeBand.allCases.first?.description == "under7500")
    #expect(SizeBand.allCases.last?.description == "over50000")
  }
}
