import Probability
import Reconciliation
import Regulation
import Sampling
import Scenarios

/// A scenario bound to the rules in force: nothing left to look up.
///
/// Every dated rule, every name and every date has been spent here; a trial only draws, multiplies
/// and compares.
public struct Agreement: Sendable {
  public internal(set) var scenario: Scenario
  public let rulebookDigest: String
  /// The agreement to be signed first; then those of options that renew early.
  let periods: [BoundPeriod]
  /// `settlements[year]`: each made once, whatever the number of options that ask for it.
  let settlements: [[BoundSettlement]]
  let options: [BoundOption]
  /// `steps[year][option]`: all that a trial needs to know of an option.
  let steps: [[Step]]
  let basis: BenchmarkBasis
  let model: PathModel
  let money: Money
  /// Who gains; `nil` where the scenario says nothing of it.
  var division: Division?
  let rules: Rulebook
  /// By which every performance year's expenditure is multiplied once it is drawn: 1, but where one
  /// asks what another level of spending would change.
  var expenditureFactor = 1.0

  /// - Throws: `NotInForce` where a rule has no value for a year of the agreement, and a sentence
  ///   for an edition that does not exist.
  public init(_ scenario: Scenario, under regulation: Rulebook) throws {
    let rules = try regulation.adopting(scenario.editions)
    var binder = OptionBinder(scenario, under: rules)
    let bound = try scenario.agreement.options.map { try binder.bind($0) }
    let basis = BenchmarkBasis(scenario, weights: binder.periods[0].historicalTerms.weights)
    self.rules = rules
    rulebookDigest = rules.digest
    periods = binder.periods
    settlements = binder.settlements
    options = bound
    steps = (0..<5).map { year in bound.map { $0.steps[year] } }
    self.basis = basis
    let stating = scenario.stating(basis, under: binder.periods[0].historicalTerms)
    model = PathModel(stating, seed: scenario.seed)
    money = Money(scenario.finances)
    division = Division(scenario)
    self.scenario = stating
  }
}

extension Scenario {
  /// The scenario with the historical benchmark that its history makes, in dollars of the year
  /// measured.
  fileprivate func stating(
    _ basis: BenchmarkBasis, under terms: HistoricalBenchmarkTerms
  ) -> Scenario {
    guard history != nil else { return self }
    var scenario = self
    let growth = population.growthToBenchmarkYearThree(before: agreement.period)
    let built = basis.history.signedBenchmark(under: terms).historical
    for type in EnrollmentType.allCases {
      scenario.population.strata[type].historicalBenchmark =
        Rate(1 / growth[type]) * built[type]
    }
    return scenario
  }
}
