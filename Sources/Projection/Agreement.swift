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
  private(set) var basis: BenchmarkBasis
  var model: PathModel
  private(set) var money: Money
  private(set) var cash: CashTerms
  /// Who gains; `nil` where the scenario says nothing of it.
  var division: Division?
  let rules: Rulebook

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
    cash = try CashTerms(stating, under: rules)
    money = Money(scenario.finances, cash)
    division = Division(scenario)
    self.scenario = stating
  }

  /// The same agreement under a scenario that differs in its assumptions, its population, its history
  /// or the ACO's own money, and in nothing that rules are looked up by: not in dates, options, the
  /// prospective trend or advances.
  ///
  /// - Throws: `NotInForce` where a rule has no value for a year of the agreement.
  func binding(_ changed: Scenario) throws -> Agreement {
    var bound = self
    let terms = periods[0].historicalTerms
    bound.basis = BenchmarkBasis(changed, weights: terms.weights)
    let stating = changed.stating(bound.basis, under: terms)
    bound.model = PathModel(stating, seed: changed.seed)
    bound.cash = try CashTerms(stating, under: rules)
    bound.money = Money(changed.finances, bound.cash)
    bound.scenario = stating
    return bound
  }
}

extension Agreement {
  /// The same agreement with other programs: every draw but theirs is the same number.
  func carrying(_ programs: [Program]) -> Agreement {
    var changed = self
    changed.scenario.programs = programs
    changed.model = PathModel(changed.scenario, seed: scenario.seed)
    return changed
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
