import Regulation

/// A validated scenario: every key present, every number within its bounds, every default filled
/// in and remembered as such. There is no way to make one that could not be simulated.
public struct Scenario: Hashable, Sendable {
  /// The file's name without folder and ending: the name of its report folder.
  public var name: String
  /// The organisation as reports print it.
  public var title: String
  /// Whom the random numbers belong to: two scenarios of one ACO share every draw.
  public var aco: String
  /// Whom regional random numbers belong to: two ACOs of one region share its deviation.
  public var region: String
  /// What leadership is asking, in their words.
  public var question: String?
  public var trials: Int
  public var seed: UInt64
  /// Names of rule editions laid over the regulation; empty for the regulation itself.
  public var editions: [String]
  public var agreement: AgreementFacts
  public var population: Population
  /// What the historical benchmark is built from, every figure as the file writes it: of the
  /// benchmark years as measured, `population.measuredIn` being the third. `nil` where the scenario
  /// states a finished benchmark.
  public var history: BenchmarkHistory?
  public var readings: BenchmarkReadings
  /// The ACO's own past; `nil` where the scenario's figures alone say where it starts.
  public var record: Record?
  public var assumptions: Assumptions
  /// How finely histories are drawn.
  public var detail = Detail.aggregate
  /// Chosen for a run, not by the file.
  public var sampler = Sampler.quantiles
  /// Chosen for a run, not by the file.
  public var points = Points.plain
  public var finances: Finances
  /// What the ACO does to spend less or serve better, at most sixteen.
  public var programs: [Program] = []
  /// What risk is acceptable; `nil` where the scenario does not say.
  public var appetite: Appetite?
  /// What its author wants to see it stand besides the stress library; none in a scenario that a
  /// stress has changed.
  public var stresses: [Stress] = []
  /// When money moves; `nil` where the scenario does not say.
  public var cash: Cash?
  /// The health system behind the ACO; `nil` where none is stated.
  public var sponsor: Sponsor?
  /// Who gets what of savings and losses; `nil` where the ACO keeps and owes all of it.
  public var sharing: Sharing?
  /// Settled years opened again; `nil` where none is counted.
  public var reopening: Reopening?
  /// How the report is to look.
  public var presentation = Presentation()
  /// Who answers for the report, for whom and for what it is made.
  public var documentation = Documentation()
  /// Every figure and assumption with its source, in the order of the file's keys.
  public var provenance: [Provenance]
  /// SHA-256 of the file's bytes, lower-case hexadecimal.
  public var digest: String

  public init(
    name: String, title: String, aco: String, region: String, question: String?, trials: Int,
    seed: UInt64, editions: [String], agreement: AgreementFacts, population: Population,
    history: BenchmarkHistory? = nil, readings: BenchmarkReadings = .init(),
    assumptions: Assumptions, finances: Finances, provenance: [Provenance], digest: String
  ) {
    self.name = name
    self.title = title
    self.aco = aco
    self.region = region
    self.question = question
    self.trials = trials
    self.seed = seed
    self.editions = editions
    self.agreement = agreement
    self.population = population
    self.history = history
    self.readings = readings
    self.assumptions = assumptions
    self.finances = finances
    self.provenance = provenance
    self.digest = digest
  }
}

/// Readings of what the text of the regulation does not settle; `nil` for the rulebook's own.
public struct BenchmarkReadings: Hashable, Sendable {
  public var timesCounted: RegionalTimesCounted?
  public var prospectiveTrendDivisor: ProspectiveTrendDivisor?
  public init(
    timesCounted: RegionalTimesCounted? = nil,
    prospectiveTrendDivisor: ProspectiveTrendDivisor? = nil
  ) {
    self.timesCounted = timesCounted
    self.prospectiveTrendDivisor = prospectiveTrendDivisor
  }
}

/// The ACO's own money: what running the program costs, and what a later dollar is worth.
public struct Finances: Hashable, Sendable {
  /// Program costs by performance year; five amounts.
  public var programCost: [Dollars]
  /// Yearly discount rate; zero leaves sums undiscounted.
  public var discountRate: Double
  public init(programCost: [Dollars], discountRate: Double) {
    self.programCost = programCost
    self.discountRate = discountRate
  }
}
