import Probability
import Testing

@testable import Evidence

/// Panels from known constants, calibrated: constants come back, and reported errors are real.
///
/// 20 panels of 700 ACOs over five years. Truth is what was put in, or for figures that follow
/// from it (spreads over a mixed size, correlations) the calibration of ten times as many ACOs,
/// whose own error is added.
@Suite struct RecoveryTests {
  static let seeds = 20
  static let large = Calibration(SimulatedPanel(seed: 1, acos: 7_000).panel)

  @Test func `constants are recovered within two errors, and errors are the spread over panels`() {
    let known = SimulatedPanel.exact(.process, years: 2031...2035)
    // The spread over years is an error over years, which these panels hold fixed.
    let overYears = ["savingsRate.yearEffect.mean", "savingsRate.yearEffect.spread"]
    let names = Self.large.constants.map(\.name).filter { !overYears.contains($0) }
    let comparison = Comparison(.process, names, known)
    #expect(comparison.constants > 110)
    expectHonest(comparison)
  }

  @Test func `the variance budget's tails are recovered`() {
    let known = SimulatedPanel.exact(.changes, years: 2031...2035)
    let comparison = Comparison(.changes, known.keys.sorted(), known)
    #expect(comparison.constants == 15)
    // Five fits of the same three constants on nearly the same panel: as little as three tell. A ratio's
    // error is √(2/19), of three of them 0.19; four errors.
    expectHonest(comparison, meanRatioWithin: 0.75, sharesWithin: 0.85...1)
  }

  @Test func `what was put in comes back from a large panel within four errors`() throws {
    let changes = Calibration(SimulatedPanel(seed: 2, acos: 7_000, law: .changes).panel)
    for (law, fit) in [(SimulatedPanel.Law.process, Self.large), (.changes, changes)] {
      let known = SimulatedPanel.exact(law, years: 2031...2035)
      for (name, truth) in known {
        let estimate = try #require(fit[name]?.estimate, "\(name)")
        #expect(abs(estimate.value - truth) < 4 * estimate.standardError, "\(name) \(estimate)")
      }
    }
  }

  /// Under a normal law 95.4 % lie within two errors: of 2,000 some 91 miss. Constants of one panel
  /// hang together, hence 90 through 99 %. The squared ratio of spread to error averages 1.
  private func expectHonest(
    _ comparison: Comparison, meanRatioWithin tolerance: Double = 0.15,
    sharesWithin shares: ClosedRange<Double> = 0.90...0.99
  ) {
    print(comparison.summary)
    #expect(shares.contains(comparison.shareWithinTwo))
    #expect(abs(comparison.meanSquaredRatio - 1) < tolerance)
    for (name, ratio) in comparison.squaredRatios {
      // χ² with 19 degrees of freedom over 19: beyond 0.2 and 2.75 once in some seven thousand, and
      // there are dozens of constants.
      #expect(ratio > 0.2 && ratio < 2.75, "\(name): \(ratio)")
    }
  }
}

/// Estimates over seeds beside the truth.
private struct Comparison {
  var constants: Int
  var shareWithinTwo: Double
  /// Variance of the estimates over panels by mean squared reported error.
  var squaredRatios: [String: Double] = [:]
  var misses: [String: Int] = [:]
  var meanSquaredRatio: Double { squaredRatios.values.reduce(0, +) / Double(squaredRatios.count) }

  init(_ law: SimulatedPanel.Law, _ names: [String], _ known: [String: Double]) {
    let fits = (0..<RecoveryTests.seeds).map {
      Calibration(SimulatedPanel(seed: UInt64(100 + $0), law: law).panel)
    }
    var (within, all) = (0, 0)
    for name in names {
      let found = fits.compactMap { $0[name]?.estimate }
      let follow = RecoveryTests.large[name]?.estimate
      guard found.count == fits.count, let truth = known[name] ?? follow?.value else { continue }
      let own = known[name] == nil ? follow?.standardError ?? 0 : 0
      let close = found.filter { estimate in
        let error = (estimate.standardError * estimate.standardError + own * own).squareRoot()
        return abs(estimate.value - truth) <= 2 * error
      }.count
      within += close
      all += found.count
      misses[name] = found.count - close
      squaredRatios[name] = Self.squaredRatio(found)
    }
    constants = squaredRatios.count
    shareWithinTwo = Double(within) / Double(max(1, all))
  }

  private static func squaredRatio(_ found: [Estimate]) -> Double {
    let count = Double(found.count)
    let mean = found.reduce(0) { $0 + $1.value } / count
    let spread = found.reduce(0) { $0 + ($1.value - mean) * ($1.value - mean) } / (count - 1)
    return spread / (found.reduce(0) { $0 + $1.standardError * $1.standardError } / count)
  }

  var summary: String {
    let worst = misses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(8)
    let extremes = squaredRatios.sorted { $0.value < $1.value }
    return "\(constants) constants, \(shareWithinTwo) within two errors, squared ratio "
      + "\(meanSquaredRatio); most missed \(worst.map { "\($0.key) \($0.value)" }); ratios "
      + "\(extremes.prefix(3).map { "\($0.key) \($0.value)" }) … "
      + "\(extremes.suffix(5).map { "\($0.key) \($0.value)" })"
  }
}
