import Probability
import Regulation
import Scenarios

/// Where an ACO with a record starts: the posterior of its effect and of its benchmark's luck in
/// the year before the first performance year.
public struct PositionModel: Hashable, Sendable {
  /// What the record was weighed into; what the benchmark's luck is where the agreement goes on.
  let filter: RecordFilter
  let continues: Bool
  /// Mean of the savings rate over all ACOs in the six years simulated.
  let levels: [Double]
  /// Of the common change through the first performance year.
  let firstYearSpread: Double
  let yearSpread: Double
  let effectSpread, luckSpread: Double
  let persistence, innovationSpread, degreesOfFreedom: Double
  /// The savings rate that the scenario's own figures imply; the record's position takes its place.
  public let stated: Double
  /// For the first performance year: what one point of each past year adds, and what is left to
  /// the mean of all ACOs.
  public let weights: [Double]
  public var priorWeight: Double { 1 - weights.reduce(0, +) }
  /// Of the first performance year's expected savings rate.
  public let mean, standardDeviation: Double

  /// `nil` without a record.
  /// - Parameter scenario: With the historical benchmark stated, also where it was built.
  public init?(_ scenario: Scenario) {
    guard let record = scenario.record, let last = record.years.last else { return nil }
    let prior = scenario.assumptions.startingPosition
    let first = scenario.agreement.period.performanceYear(1).calendarYear
    var filter = RecordFilter(record, prior)
    filter.move(years: first - 1 - last.year)
    if !record.continues { filter.rebase() }
    self.filter = filter
    continues = record.continues
    let assigned = Double(scenario.population.assignedBeneficiaries)
    effectSpread = RecordFilter.effectSpread(prior, assigned)
    luckSpread = record.continues ? RecordFilter.luckSpread(prior, assigned) : 0
    persistence = prior.persistence
    degreesOfFreedom = prior.degreesOfFreedom
    innovationSpread =
      (prior.innovationStandardDeviation * prior.innovationStandardDeviation
      + prior.innovationScale * prior.innovationScale / assigned).squareRoot()
    let latest = prior.mean(in: prior.latestMean)
    let levels = (0...5).map { place -> Double in
      let ahead = first + place - prior.latestMean
      return ahead > 0 ? latest + prior.drift * Double(ahead) : prior.mean(in: first + place)
    }
    self.levels = levels
    yearSpread = prior.yearStandardDeviation
    firstYearSpread = yearSpread * Double(max(0, first - prior.latestMean)).squareRoot()
    stated = Self.statedRate(scenario.population)
    weights = filter.weights(assigned: assigned, after: 1)
    let kept = effectSpread * persistence
    mean = levels[0] + kept * filter.effect + luckSpread * filter.luck
    standardDeviation =
      (kept * kept * filter.effectVariance + luckSpread * luckSpread * filter.luckVariance
      + 2 * kept * luckSpread * filter.covariance).squareRoot()
  }

  private static func statedRate(_ population: Population) -> Double {
    let spent = population.strata.sum { ($0.expenditure * $0.personYears).amount }
    let allowed = population.strata.sum { ($0.historicalBenchmark * $0.personYears).amount }
    return allowed > 0 ? 1 - spent / allowed : 0
  }
}

extension HistorySampler {
  /// One trial's position.
  struct DrawnPosition {
    var effect = 0.0
    var luck = 0.0
    var commonChange = 0.0
    /// √(χ²/ν) inverted and scaled: every normal score of the effect times this is Student-t of
    /// variance one.
    var tail = 1.0
  }

  /// The effect and the benchmark's luck from their posterior, once per trial.
  mutating func drawPosition() {
    guard let position = model.position else { return }
    let filter = position.filter
    seek(.expenditureEffect, slot: 4)
    let score = stream.normal()
    seek(.expenditureEffect, slot: 5)
    let freedom = position.degreesOfFreedom
    state.position.tail =
      ((freedom - 2) / stream.chiSquared(degreesOfFreedom: freedom)).squareRoot()
    let first = score * state.position.tail
    seek(.historicalBenchmarkNoise, slot: 12)
    let second = stream.normal()
    let spread = max(filter.effectVariance, 0).squareRoot()
    let shared = spread > 0 ? filter.covariance / spread : 0
    state.position.effect = position.effectSpread * (filter.effect + spread * first)
    state.position.luck =
      position.luckSpread
      * (filter.luck + shared * first
        + max(filter.luckVariance - shared * shared, 0).squareRoot() * second)
  }

  /// The factor on expenditure that puts the ACO where its record says; 1 without one.
  ///
  /// The position is no change of the ACO's spending: nothing of it enters the region's growth.
  mutating func movePosition() -> Double {
    guard let position = model.position else { return 1 }
    stream.seek(
      model.subjects.nation, trial: trial, year: year, purpose: .nationalGrowth, slot: 5)
    state.position.commonChange +=
      (year == 1 ? position.firstYearSpread : position.yearSpread) * stream.normal()
    seek(.expenditureEffect, slot: 4)
    let score = stream.normal()
    state.position.effect =
      position.persistence * state.position.effect
      + position.innovationSpread * score * state.position.tail
    let rate =
      position.levels[Int(year) - 1] + state.position.commonChange + state.position.effect
      + state.position.luck
    return max(Self.leastFactor, (1 - rate) / (1 - position.stated))
  }

  /// The luck of those on both lists stays, 42 CFR 425.652(a)(9).
  mutating func relistPosition(by change: Double) {
    state.position.luck *= min(change, 1 / change)
  }
}
