import Probability
import Regulation
import Scenarios

/// A two-dimensional Kalman filter over an ACO's record.
///
/// Deviations of the savings rate from its year's mean are σ_y·z + τ_y·u + e_y: z the mean-reverting
/// effect of the ACO in units of its own spread σ_y, first-order autoregressive of variance one; u
/// the luck of the benchmark years in units of its spread τ_y, constant within an agreement; e_y what
/// passes. Everything is linear, so each past year's weight is known (Kalman 1960).
public struct RecordFilter: Hashable, Sendable {
  private let prior: StartingPosition
  /// Of z and u.
  private(set) var state = RecordState()
  /// How much one unit of each past year's deviation moves the means.
  private var effectWeights: [Double] = []
  private var luckWeights: [Double] = []
  private var year: Int?
  /// Minus the logarithm of the density of what was filtered.
  public private(set) var surprise = 0.0

  public init(_ prior: StartingPosition) { self.prior = prior }

  public init(_ record: Record, _ prior: StartingPosition) {
    self.init(prior)
    for year in record.years { take(year) }
  }

  /// Standard deviation of the mean-reverting effect at this many beneficiaries, a fraction.
  static func effectSpread(_ prior: StartingPosition, _ assigned: Double) -> Double {
    let scaled = prior.scale * prior.scale / assigned
    return (prior.standardDeviation * prior.standardDeviation + scaled).squareRoot()
  }

  static func luckSpread(_ prior: StartingPosition, _ assigned: Double) -> Double {
    prior.benchmarkScale / assigned.squareRoot()
  }

  /// Learns from one past year, later than any before.
  public mutating func take(_ past: Record.Year) {
    if let year {
      move(years: past.year - year)
      if past.newBenchmark { rebase() }
    }
    year = past.year
    let assigned = past.assignedBeneficiaries
    update(
      past.savingsRate - prior.mean(in: past.year), Self.effectSpread(prior, assigned),
      Self.luckSpread(prior, assigned),
      prior.transitoryStandardDeviation * prior.transitoryStandardDeviation
        + prior.transitoryScale * prior.transitoryScale / assigned)
  }

  private mutating func update(
    _ deviation: Double, _ spread: Double, _ luckSpread: Double, _ passing: Double
  ) {
    let lesson = state.learn(
      deviation, spread: spread, luckSpread: luckSpread, passing: passing)
    surprise +=
      0.5
      * (logarithm(2 * Double.pi * lesson.variance) + lesson.news * lesson.news / lesson.variance)
    let (gain, luckGain) = (lesson.gain, lesson.luckGain)
    for place in effectWeights.indices {
      let moved = spread * effectWeights[place] + luckSpread * luckWeights[place]
      effectWeights[place] -= gain * moved
      luckWeights[place] -= luckGain * moved
    }
    effectWeights.append(gain)
    luckWeights.append(luckGain)
  }

  /// Years in which nothing is seen.
  public mutating func move(years: Int) {
    for _ in 0..<max(0, years) { shrink(to: prior.persistence) }
  }

  /// A new benchmark: part of the effect remains, the luck is drawn anew.
  public mutating func rebase() {
    state.rebase(keeping: prior.keptAtRebasing)
    for place in effectWeights.indices { effectWeights[place] *= prior.keptAtRebasing }
    for place in luckWeights.indices { luckWeights[place] = 0 }
  }

  private mutating func shrink(to kept: Double) {
    state.shrink(to: kept)
    for place in effectWeights.indices { effectWeights[place] *= kept }
  }

  /// What one point of each past year's deviation adds to the savings rate expected `years` later
  /// at this size, oldest year first.
  public func weights(assigned: Double, after years: Int) -> [Double] {
    var kept = Self.effectSpread(prior, assigned)
    for _ in 0..<years { kept *= prior.persistence }
    let luckSpread = Self.luckSpread(prior, assigned)
    return zip(effectWeights, luckWeights).map { kept * $0 + luckSpread * $1 }
  }
}
