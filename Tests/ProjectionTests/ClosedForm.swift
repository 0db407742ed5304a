import Regulation

@testable import Probability

/// Expected payment of one year where the savings rate is Normal(mean, spread), by formula.
///
/// Savings: E = r′·E[S; m ≤ S < c/r′] + c·P(S ≥ max(m, c/r′)), r′ = (1 − q)·r.
/// Losses alike, without sequestration. All in parts of the benchmark.
struct ClosedForm {
  var mean, spread: Double
  var minimum: Double
  var sharing, limit: Double
  /// Loss rate and loss limit; `nil` in one-sided models.
  var losses: (rate: Double, limit: Double)?

  init(mean: Double, spread: Double, terms: TrackTerms, assigned: Int, quality: Double) {
    self.mean = mean
    self.spread = spread
    minimum = terms.minimumRates.elected?.fraction ?? Self.table(terms, assigned)
    sharing = (1 - terms.sequestration.fraction) * terms.maximumSharingRate.fraction
    limit = terms.performancePaymentLimit.fraction
    losses = terms.losses.map { losses in
      let rate: Double
      switch losses.sharedLossRate {
      case .fixed(let fixed): rate = fixed.fraction
      case .complementOfSharing(let bounds):
        rate = min(
          max(1 - terms.maximumSharingRate.fraction * quality, bounds.lowerBound.fraction),
          bounds.upperBound.fraction)
      }
      return (rate, losses.recoupmentLimit.ofBenchmark?.fraction ?? 1)
    }
  }

  /// Linear in the bands, read from the rule data again rather than from the code under test.
  private static func table(_ terms: TrackTerms, _ assigned: Int) -> Double {
    for band in terms.minimumRates.table.bands where (band.fewest...band.most).contains(assigned) {
      let part = Double(assigned - band.fewest) / Double(band.most - band.fewest)
      return band.atFewest.fraction + part * (band.atMost.fraction - band.atFewest.fraction)
    }
    return .nan
  }

  /// First and second moments of the payment, and the chances to earn and to owe.
  var payment: (mean: Double, square: Double, earn: Double, owe: Double) {
    let up = part(mean, sharing, limit)
    guard let losses else { return (up.mean, up.square, up.chance, 0) }
    let down = part(-mean, losses.rate, losses.limit)
    return (up.mean - down.mean, up.square + down.square, up.chance, down.chance)
  }

  private func part(
    _ mean: Double, _ rate: Double, _ limit: Double
  ) -> (mean: Double, square: Double, chance: Double) {
    let limited = max(minimum, limit / rate)
    let linear = Truncated(mean: mean, spread: spread, from: minimum, to: limited)
    let beyond = normalProbability(below: (mean - limited) / spread)
    return (
      rate * linear.first + limit * beyond,
      rate * rate * linear.second + limit * limit * beyond, linear.chance + beyond
    )
  }
}

/// Partial moments of a normal variate between two bounds.
struct Truncated {
  var chance, first, second: Double

  init(mean: Double, spread: Double, from low: Double, to high: Double) {
    let (a, b) = ((low - mean) / spread, (high - mean) / spread)
    let (pa, pb) = (normalDensity(a), normalDensity(b))
    chance = normalProbability(below: b) - normalProbability(below: a)
    first = mean * chance + spread * (pa - pb)
    second =
      (mean * mean + spread * spread) * chance
      + spread * (pa * (2 * mean + spread * a) - pb * (2 * mean + spread * b))
  }
}
