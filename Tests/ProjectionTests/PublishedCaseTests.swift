import Reconciliation
import Regulation
import Samples
import Sampling
import Scenarios
import Testing

@testable import Projection

/// Proof 3: figures that others have published.
@Suite struct PublishedCaseTests {
  /// Yearly results of an ACO whose savings rate has this mean and standard deviation.
  func results(mean: Double, deviation: Double) throws -> [PerformanceYearResult] {
    let assigned = 10_000
    let scenario = Scenario.quiet(
      assigned: assigned, savingsRate: mean, noise: deviation * Double(assigned).squareRoot())
    let agreement = try Agreement(scenario, under: try Rulebook.current())
    return (0..<40_000).flatMap { trial in
      agreement.replay(trial: trial, option: 0).map(\.result)
    }
  }

  /// Plain terms of the published examples: no limit, no sequestration.
  func terms(sharing: Double, minimum: Double, loss: Double?) -> TrackTerms {
    let table = MinimumSavingsRateTable(bands: [
      .init(fewest: 1, most: .max, atFewest: Rate(minimum), atMost: Rate(minimum))
    ])
    return TrackTerms(
      track: .enhanced,
      minimumRates: MinimumRateTerms(table: table, elected: Rate(minimum), fewestForElection: 1),
      maximumSharingRate: Rate(sharing), sharingByQuality: .standardOnly,
      performancePaymentLimit: Rate(1), sequestration: .zero, reducedSharing: nil,
      losses: loss.map {
        LossTerms(
          sharedLossRate: .fixed(Rate($0)),
          recoupmentLimit: LossRecoupmentLimit(ofBenchmark: nil))
      }, monthsInYear: 12)
  }

  /// Mean and standard error, a head, of a part of the payments on a $10,000 benchmark.
  func perHead(
    _ results: [PerformanceYearResult], _ terms: TrackTerms, _ part: (Double) -> Double
  ) -> (mean: Double, error: Double) {
    var (sum, squares) = (0.0, 0.0)
    for result in results {
      let paid = result.settlement(under: terms).amount / result.benchmark
      let value = part(paid.fraction) * 10_000
      sum += value
      squares += value * value
    }
    let n = Double(results.count)
    return (sum / n, ((squares / n - sum / n * sum / n) / n).squareRoot())
  }

  /// Buckhead FMV, 2018: $10,000 benchmark, standard deviation $446; printed to the dollar.
  @Test func `a one-sided half share above two percent is worth 80 dollars a head`() throws {
    let found = perHead(
      try results(mean: 0, deviation: 0.0446), terms(sharing: 0.5, minimum: 0.02, loss: nil)
    ) { $0 }
    print("Proof 3, one-sided half share: \(found)")
    #expect(abs(found.mean - 80) < 4 * found.error + 0.5)
  }

  @Test func `full risk with two percent saved earns 295, owes 95, and owes in 32.7 percent`()
    throws
  {
    let results = try results(mean: 0.02, deviation: 0.0446)
    let terms = terms(sharing: 1, minimum: 0, loss: 1)
    let gain = perHead(results, terms) { max($0, 0) }
    let loss = perHead(results, terms) { max(-$0, 0) }
    let owing = perHead(results, terms) { $0 < 0 ? 1 : 0 }
    print("Proof 3, full risk: gain \(gain) loss \(loss) chance \(owing.mean / 10_000)")
    #expect(abs(gain.mean - 295) < 4 * gain.error + 0.6, "printed to five dollars or the dollar")
    #expect(abs(loss.mean - 95) < 4 * loss.error + 0.6)
    #expect(abs(owing.mean / 10_000 - 0.327) < 4 * owing.error / 10_000 + 0.0005)
  }

  /// DeLia, Hoover & Cantor, 2012 (doi 10.5600/mmrr.002.04.a04): printed to two digits.
  @Test(arguments: [(5_000, 0.25), (50_000, 0.02)])
  func `with nothing saved, reward and penalty beyond two percent are equally likely`(
    assigned: Int, expected: Double
  ) throws {
    let results = try results(mean: 0, deviation: 2.136 / Double(assigned).squareRoot())
    let terms = terms(sharing: 1, minimum: 0.02, loss: 1)
    let reward = perHead(results, terms) { $0 > 0 ? 1e-4 : 0 }
    let penalty = perHead(results, terms) { $0 < 0 ? 1e-4 : 0 }
    print("Proof 3, N = \(assigned): reward \(reward.mean), penalty \(penalty.mean)")
    #expect(abs(reward.mean - expected) < 4 * reward.error + 0.005)
    #expect(abs(penalty.mean - expected) < 4 * penalty.error + 0.005)
  }
}
