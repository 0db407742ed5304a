import Reconciliation
import Regulation
import Sampling
import Scenarios

/// A scenario bound to the rules in force: nothing left to look up.
///
/// Every dated rule, every name and every date has been spent here; a trial only draws, multiplies
/// and compares.
public struct Agreement: Sendable {
  public let scenario: Scenario
  public let rulebookDigest: String
  /// How each of the five years is measured, first year first.
  let yearTerms: [YearTerms]
  /// The tracks any option uses, each settled once a year whatever the number of options.
  let tracks: [Track]
  /// `terms[year][track]`, in the order of `tracks`.
  let terms: [[TrackTerms]]
  let options: [BoundOption]
  /// `steps[year][option]`: all that a trial needs to know of an option.
  let steps: [[Step]]
  let model: PathModel
  let money: Money

  /// An option with its five years.
  struct BoundOption: Sendable {
    var requested: RequestedOption
    var steps: [Step]
  }

  /// One year of an option: its place in `tracks`, and what it receives in advance.
  struct Step: Sendable {
    var track: Int
    var advanceInvestment, prepaidSharedSavings: Cents
    var received: Cents { advanceInvestment + prepaidSharedSavings }
  }

  /// - Throws: `NotInForce` where a rule has no value for a year of the agreement, and a sentence
  ///   for an edition that does not exist.
  public init(_ scenario: Scenario, under regulation: Rulebook) throws {
    let rules = try regulation.adopting(scenario.editions)
    let facts = scenario.agreement
    let years = (1...5).map { facts.period.performanceYear($0) }
    let options = facts.options
    var tracks: [Track] = []
    for track in options.flatMap(\.option.years) where !tracks.contains(track) {
      tracks.append(track)
    }
    self.scenario = scenario
    self.tracks = tracks
    rulebookDigest = rules.digest
    yearTerms = try years.map { year in
      YearTerms(
        benchmark: try rules.benchmarkTerms(in: year, of: facts.period),
        quality: try rules.qualityTerms(in: year, of: facts.period),
        isFirstYearOfFirstAgreement: facts.number == 1 && year == years[0],
        lowRevenueThreshold: try rules.lowRevenueThreshold(in: year, of: facts.period))
    }
    terms = try years.map { year in
      try tracks.map { track in
        try rules.terms(
          for: track, in: year, of: facts.period, choosing: facts.minimumRateChoice)
      }
    }
    let bound = options.map { BoundOption($0, among: tracks, facts) }
    self.options = bound
    steps = (0..<5).map { year in bound.map { $0.steps[year] } }
    model = PathModel(
      scenario, seed: scenario.seed,
      benchmarkYearWeights: try rules.benchmarkYearWeights(
        agreementNumber: facts.number, of: facts.period))
    money = Money(scenario.finances)
  }
}

extension Agreement.BoundOption {
  /// Advance investment payments go to an ACO that begins in Level A and is in A or B in its
  /// second year, 42 CFR 425.630(b); prepaid savings to two-sided years, 425.640(b).
  init(_ requested: RequestedOption, among tracks: [Track], _ facts: AgreementFacts) {
    let years = requested.option.years
    let mayHaveAdvances =
      years[0] == .basic(.a) && (years[1] == .basic(.a) || years[1] == .basic(.b))
    self.requested = requested
    steps = years.indices.map { year in
      let isOneSided = years[year] == .basic(.a) || years[year] == .basic(.b)
      return Agreement.Step(
        track: tracks.firstIndex(of: years[year]) ?? 0,
        advanceInvestment: mayHaveAdvances
          ? Cents(rounding: facts.advanceInvestmentPayments[year]) : .zero,
        prepaidSharedSavings: isOneSided
          ? .zero : Cents(rounding: facts.prepaidSharedSavings[year]))
    }
  }
}
