import Foundation
import Projection
import Regulation
import Scenarios

@testable import Reporting

/// A synthetic comparison: savings rates drawn from a normal walk and settled by a sketch of the
/// law, so that means, quantiles and paired differences agree with one another.
struct SampleComparison {
  var trials = 10_000
  var options = SampleScenario.standardOptions
  var title = "Mountain Valley Rural Network"
  var editions: [String] = []
  /// Mean savings rate of the first year, and its yearly rise.
  var savings = 0.012
  var rise = 0.004
  var spread = 0.028
  var benchmark = 150_000_000.0
  var programCost = 650_000.0
  /// Whether losses are waived, as in an ACO that never owes.
  var waivesLosses = false

  static let standard = SampleComparison().make()

  func make() -> Comparison {
    let rates = histories()
    let payments = options.map { requested in
      requested.option.years.indices.map { year in
        rates.map { payment($0[year], requested.option.years[year], year) }
      }
    }
    let nets = payments.map { years in
      rates.indices.map { trial in years.reduce(0.0) { $0 + $1[trial] - programCost } }
    }
    let highest =
      payments.map { years in rates.indices.map { t in years.reduce(0) { $0 + $1[t] } } }
      .joined().max() ?? 1
    let lowest =
      payments.map { years in rates.indices.map { t in years.reduce(0) { $0 + $1[t] } } }
      .joined().min() ?? 0
    let outlooks = zip(options, payments).map { requested, years in
      outlook(requested, years, edges: lowest...max(highest, lowest + 1))
    }
    let scenario = SampleScenario.make(
      title: title, editions: editions, options: options, trials: trials)
    return Comparison(
      scenario: scenario, trials: trials, seed: scenario.seed,
      rulebookDigest: String(repeating: "1a2b3c4d", count: 8), outlooks: outlooks,
      differences: nets.map { one in nets.map { Self.pair(one, $0) } },
      histories: (0..<5).map { year in history(year, rates.map { $0[year] }) })
  }

  private func histories() -> [[Double]] {
    var random = SampleRandom(state: 42)
    return (0..<trials).map { _ in
      let position = random.normal() * spread * 0.7
      return (0..<5).map { year in
        savings + rise * Double(year) + position + random.normal() * spread * 0.7
      }
    }
  }

  private func payment(_ rate: Double, _ track: Track, _ year: Int) -> Double {
    let terms = SampleTerms.terms(track)
    let size = benchmark * Foundation.pow(1.048, Double(year))
    let minimum = terms.minimumRates.elected?.fraction ?? 0.0285
    let dollars: Double
    if rate >= minimum {
      dollars =
        min(
          0.98 * terms.maximumSharingRate.fraction * rate,
          terms.performancePaymentLimit.fraction) * size
    } else if rate > 0, let reduced = terms.reducedSharing {
      dollars = 0.98 * terms.maximumSharingRate.fraction * reduced.factor.fraction * rate * size
    } else if rate <= -minimum, let losses = terms.losses, !waivesLosses {
      dollars = -loss(-rate * size, losses, size)
    } else {
      dollars = 0
    }
    return (dollars * 100).rounded() / 100
  }

  private func loss(_ amount: Double, _ terms: LossTerms, _ size: Double) -> Double {
    let share =
      switch terms.sharedLossRate {
      case .fixed(let rate): rate.fraction
      case .complementOfSharing(let bounds): bounds.lowerBound.fraction
      }
    let limits = [
      terms.recoupmentLimit.ofBenchmark.map { $0.fraction * size },
      terms.recoupmentLimit.ofRevenue.map { $0.fraction * size * 0.2 },
    ].compactMap { $0 }
    return min(amount * share, limits.min() ?? .infinity)
  }

  private func outlook(
    _ requested: RequestedOption, _ years: [[Double]], edges: ClosedRange<Double>
  ) -> TrackOutlook {
    let count = Double(trials)
    let totals = (0..<trials).map { trial in years.reduce(0) { $0 + $1[trial] } }
    var running = Array(repeating: 0.0, count: trials)
    let cumulative = years.map { year in
      for trial in running.indices { running[trial] += year[trial] - programCost }
      return SampleDistribution.of(running)
    }
    let owed = (0..<trials).filter { trial in years.contains { $0[trial] < 0 } }.count
    let hits = zip(years, requested.option.years).reduce(0) { sum, pair in
      sum + (pair.1.key == "levelC" ? pair.0.filter { $0 < -400_000 }.count : 0)
    }
    return TrackOutlook(
      requested: requested, terms: requested.option.years.map(SampleTerms.terms),
      years: years.map(SampleDistribution.of), total: SampleDistribution.of(totals),
      net: SampleDistribution.of(running), cumulativeNet: cumulative,
      histogram: SampleDistribution.histogram(totals, edges: edges),
      paymentLimitHits: Estimate(value: 0, standardError: 0),
      lossLimitHits: Estimate(
        value: Double(hits) / count, standardError: Double(hits).squareRoot() / count),
      chanceOfAnyRepayment: SampleDistribution.chance(owed, of: trials),
      worstYear: SampleDistribution.of(
        (0..<trials).map { trial in years.map { $0[trial] }.min() ?? 0 }))
  }

  private static func pair(_ one: [Double], _ other: [Double]) -> PairedDifference {
    let gaps = zip(one, other).map { $0 - $1 }
    return PairedDifference(
      mean: SampleDistribution.mean(gaps),
      chanceOfMore: SampleDistribution.chance(gaps.filter { $0 > 0.001 }.count, of: gaps.count),
      chanceOfLess: SampleDistribution.chance(gaps.filter { $0 < -0.001 }.count, of: gaps.count))
  }

  private func history(_ year: Int, _ rates: [Double]) -> HistoryYear {
    let size = benchmark * Foundation.pow(1.048, Double(year))
    let rate = SampleDistribution.mean(rates)
    return HistoryYear(
      performanceYear: PerformanceYear(2027 + year),
      assignedBeneficiaries: Estimate(
        value: 12_000 * Foundation.pow(0.97, Double(year)), standardError: 9),
      benchmark: Estimate(value: size, standardError: 31_000),
      expenditure: Estimate(value: size * (1 - rate.value), standardError: 33_000),
      savingsRate: rate,
      savingsRateStandardDeviation: rate.standardError * Double(trials).squareRoot(),
      qualityScore: Estimate(value: 0.8, standardError: 0.0006),
      qualityStandardMet: SampleDistribution.chance(trials * 4 / 5, of: trials),
      qualityNotMet: SampleDistribution.chance(trials / 500, of: trials))
  }
}
