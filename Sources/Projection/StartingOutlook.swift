import Sampling
import Scenarios

/// Where an ACO's own record puts it before the first performance year, and how much weight each
/// past year got.
public struct StartingOutlook: Hashable, Sendable {
  /// The record's years with their weights: what one point more in that year adds to the savings
  /// rate expected of the first performance year.
  public var years: [(year: Record.Year, weight: Double)] {
    Array(zip(record.years, weights))
  }
  public var record: Record
  public var weights: [Double]
  /// What the record leaves to the mean of all ACOs.
  public var priorWeight: Double
  /// The savings rate expected of the first performance year, and its spread before anything new
  /// happens; fractions.
  public var mean, standardDeviation: Double
  /// What the scenario's own benchmark and expenditure would have implied; zero where the benchmark
  /// is still to be built.
  public var stated: Double
  /// What of the last year's rate probably lasts, and what was luck.
  public var lastYear: RateInHindsight

  /// `nil` without a record.
  public init?(_ scenario: Scenario) {
    guard let record = scenario.record, let position = PositionModel(scenario),
      let lastYear = RateInHindsight(record, scenario.assumptions.startingPosition)
    else { return nil }
    self.record = record
    self.lastYear = lastYear
    weights = position.weights
    priorWeight = position.priorWeight
    mean = position.mean
    standardDeviation = position.standardDeviation
    stated = position.stated
  }
}
