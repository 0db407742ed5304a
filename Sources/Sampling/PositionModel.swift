import CKernels
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
  let luckSpread: Double
  /// Years after the latest known mean, of the six simulated.
  let yearsAhead: [Double]
  /// The record as the filter takes it, and how many years pass between its last and the year
  /// before the first simulated.
  private let past: [PastYear]
  let yearsBetween: Int
  private let inverseSize: Double
  /// By assumption the same in every trial.
  let benchmarkScale, transitoryVariance: Double
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
    yearsBetween = first - 1 - last.year
    filter.move(years: yearsBetween)
    if !record.continues { filter.rebase() }
    self.filter = filter
    continues = record.continues
    let assigned = Double(scenario.population.assignedBeneficiaries)
    inverseSize = 1 / assigned
    let effectSpread = RecordFilter.effectSpread(prior, assigned)
    luckSpread = record.continues ? RecordFilter.luckSpread(prior, assigned) : 0
    benchmarkScale = prior.benchmarkScale
    transitoryVariance = prior.transitoryStandardDeviation * prior.transitoryStandardDeviation
    past = PastYear.all(record, prior)
    let latest = prior.mean(in: prior.latestMean)
    let levels = (0...5).map { place -> Double in
      let ahead = first + place - prior.latestMean
      return ahead > 0 ? latest + prior.drift * Double(ahead) : prior.mean(in: first + place)
    }
    self.levels = levels
    yearsAhead = (0...5).map { Double(max(0, first + $0 - prior.latestMean)) }
    yearSpread = prior.yearStandardDeviation
    firstYearSpread = yearSpread * Double(max(0, first - prior.latestMean)).squareRoot()
    stated = Self.statedRate(scenario.population)
    weights = filter.weights(assigned: assigned, after: 1)
    let (kept, state) = (effectSpread * prior.persistence, filter.state)
    mean = levels[0] + kept * state.effect + luckSpread * state.luck
    standardDeviation =
      (kept * kept * state.effectVariance + luckSpread * luckSpread * state.luckVariance
      + 2 * kept * luckSpread * state.covariance).squareRoot()
  }

  /// The filter's state had the prior been this one.
  func state(under prior: DrawnPrior) -> RecordState {
    var state = RecordState()
    for year in past {
      for _ in 0..<year.yearsSince { state.shrink(to: prior.persistence) }
      if year.isRebased { state.rebase(keeping: prior.keptAtRebasing) }
      _ = state.learn(
        year.deviation, spread: prior.effectSpread(inverseSize: year.inverseSize),
        luckSpread: benchmarkScale * year.inverseSize.squareRoot(),
        passing: transitoryVariance
          + prior.transitoryScale * prior.transitoryScale * year.inverseSize)
    }
    for _ in 0..<max(0, yearsBetween) { state.shrink(to: prior.persistence) }
    if !continues { state.rebase(keeping: prior.keptAtRebasing) }
    return state
  }

  /// The record as the kernel of histories takes it.
  var pastYears: [ck_past_year] {
    past.map {
      ck_past_year(
        deviation: $0.deviation, inverse_size: $0.inverseSize,
        years_since: Int32($0.yearsSince), is_rebased: $0.isRebased ? 1 : 0)
    }
  }

  /// At the base year's size.
  func effectSpread(under prior: DrawnPrior) -> Double {
    prior.effectSpread(inverseSize: inverseSize)
  }

  private static func statedRate(_ population: Population) -> Double {
    let spent = population.strata.sum { ($0.expenditure * $0.personYears).amount }
    let allowed = population.strata.sum { ($0.historicalBenchmark * $0.personYears).amount }
    return allowed > 0 ? 1 - spent / allowed : 0
  }
}

/// One year of a record as the filter takes it.
private struct PastYear: Hashable, Sendable {
  var deviation, inverseSize: Double
  /// Since the year before it in the record; 0 for the first.
  var yearsSince: Int
  var isRebased: Bool

  static func all(_ record: Record, _ prior: StartingPosition) -> [PastYear] {
    var last: Int?
    return record.years.map { year in
      defer { last = year.year }
      return PastYear(
        deviation: year.savingsRate - prior.mean(in: year.year),
        inverseSize: 1 / year.assignedBeneficiaries, yearsSince: last.map { year.year - $0 } ?? 0,
        isRebased: last != nil && year.newBenchmark)
    }
  }
}
