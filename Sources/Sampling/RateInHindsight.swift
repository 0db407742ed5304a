import Scenarios

/// The last published savings rate of a record in hindsight: what of it probably lasts and what was
/// luck, given every year of the record.
///
/// A rate is m + σ·z + τ·u + e: the year's mean over all ACOs, the ACO's effect, the luck of its
/// benchmark years and what passes within the year. Of the last year of a record the smoothed
/// posterior of (z, u) is the filtered one (Kalman 1960; Rauch, Tung & Striebel 1965), and e is what
/// the three others leave of a rate that is known, so that the parts add up to it and
/// Var e = σ²·Var z + τ²·Var u + 2στ·Cov(z, u). With one year alone, σ² of the effect's variance,
/// τ² of the luck's and ν² of what passes, each is its part of the variance times the deviation d
/// from the mean: σ²d/(σ² + τ² + ν²), with variance σ²(τ² + ν²)/(σ² + τ² + ν²).
///
/// The means and spreads of the prior are taken at their estimates.
public struct RateInHindsight: Hashable, Sendable {
  /// A part of the rate with its posterior standard deviation; fractions of the benchmark.
  public struct Part: Hashable, Sendable {
    public var value, standardDeviation: Double
  }
  public let year: Int
  public let rate: Double
  /// Over all ACOs.
  public let mean: Double
  public let effect, benchmarkLuck, passing: Part
  /// Of the benchmark and of the year together.
  public let luck: Part

  /// `nil` for a record without a year.
  public init?(_ record: Record, _ prior: StartingPosition) {
    guard let last = record.years.last else { return nil }
    let state = RecordFilter(record, prior).state
    let spread = RecordFilter.effectSpread(prior, last.assignedBeneficiaries)
    let luckSpread = RecordFilter.luckSpread(prior, last.assignedBeneficiaries)
    (year, rate, mean) = (last.year, last.savingsRate, prior.mean(in: last.year))
    let effectVariance = spread * spread * state.effectVariance
    let luckVariance = luckSpread * luckSpread * state.luckVariance
    let together = spread * luckSpread * state.covariance
    func part(_ value: Double, _ variance: Double) -> Part {
      Part(value: value, standardDeviation: max(0, variance).squareRoot())
    }
    effect = part(spread * state.effect, effectVariance)
    benchmarkLuck = part(luckSpread * state.luck, luckVariance)
    let deviation = rate - mean
    passing = part(
      deviation - effect.value - benchmarkLuck.value,
      effectVariance + luckVariance + 2 * together)
    // What of a known deviation is not effect is luck: the one is as uncertain as the other.
    luck = part(deviation - effect.value, effectVariance)
  }
}
