import Reconciliation
import Regulation
import Scenarios

extension Agreement {
  /// An option with its five years.
  struct BoundOption: Sendable {
    var requested: RequestedOption
    var steps: [Step]
    /// The terms of each performance year; five.
    var terms: [TrackTerms]
    /// What leaving by 30 June makes of each year; five.
    var earlyEnds: [Termination.Consequence] = []
  }

  /// One year of an option: its place among the year's settlements, and what it receives in
  /// advance.
  struct Step: Hashable, Sendable {
    var settlement: Int
    var advanceInvestment, prepaidSharedSavings: Cents
    /// The last year of an agreement, after which prepaid shared savings are due.
    var endsAgreement: Bool
    /// When the ACO leaves in this year; never for an option without an exit rule.
    var exit = ExitTerms.never
    var received: Cents { advanceInvestment + prepaidSharedSavings }
  }

  /// One settlement of a year, shared by every option that asks for it: one-sided levels that differ by
  /// their name alone have one. A class, so that a trial which settles it copies a reference and not some
  /// forty terms.
  final class BoundSettlement: Hashable, Sendable {
    /// Place in `Agreement.periods`.
    let period: Int
    /// Of the option that asked first: the level of one-sided years may be another's.
    let terms: TrackTerms
    /// What moves a cent: of one-sided years the level does not.
    private let settling: TrackTerms

    init(period: Int, terms: TrackTerms) {
      self.period = period
      self.terms = terms
      var settling = terms
      if terms.losses == nil { settling.track = .basic(.a) }
      self.settling = settling
    }

    static func == (one: BoundSettlement, other: BoundSettlement) -> Bool {
      one.period == other.period && one.settling == other.settling
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(period)
      hasher.combine(settling)
    }
  }
}

/// Binds options one after another, so that each settlement of a year is made once.
struct OptionBinder {
  let scenario: Scenario
  let rules: Rulebook
  private(set) var periods: [BoundPeriod] = []
  /// `settlements[year]`: five.
  private(set) var settlements: [[Agreement.BoundSettlement]] = Array(repeating: [], count: 5)
  /// What has been looked up before: many options ask for the same years.
  private var placed: [Signing: Int] = [:]
  private var looked: [Asked: TrackTerms] = [:]

  private struct Signing: Hashable {
    var firstYear: Int
    var track: Track
  }

  private struct Asked: Hashable {
    var year, period: Int
    var track: Track
    var choice: MinimumRateChoice
  }

  /// - Parameter periods: Agreements bound already, which keep their places.
  init(_ scenario: Scenario, under rules: Rulebook, periods: [BoundPeriod] = []) {
    self.scenario = scenario
    self.rules = rules
    self.periods = periods
  }

  /// What is paid in advance goes to those who hold the levels it is open to, 42 CFR 425.630(b),
  /// 425.640(b); others are settled without it.
  ///
  /// - Parameter choice: The minimum rate elected; the scenario's unless another is given.
  mutating func bind(
    _ requested: RequestedOption, choosing choice: MinimumRateChoice? = nil
  ) throws -> Agreement.BoundOption {
    let (facts, option) = (scenario.agreement, requested.option)
    let years = option.years
    let renewal = option.renewsIn.map { $0 - 1 }
    let isAdvanced = try isAdvanced(option)
    var bound = Agreement.BoundOption(requested: requested, steps: [], terms: [])
    for year in years.indices {
      let first = renewal.map { year < $0 ? 0 : $0 } ?? 0
      let place = try place(of: Signing(firstYear: first, track: years[first]))
      let terms = try terms(
        Asked(
          year: year, period: place, track: years[year],
          choice: choice ?? facts.minimumRateChoice))
      bound.terms.append(terms)
      let ending = try termination(in: year)
      let lastDay = ending.lastDayWithoutLosses(
        in: scenario.agreement.period.performanceYear(year + 1))
      bound.earlyEnds.append(
        Termination(effective: lastDay, by: .aco).consequence(under: ending))
      bound.steps.append(
        Agreement.Step(
          settlement: settlement(of: year, .init(period: place, terms: terms)),
          advanceInvestment: isAdvanced
            ? Cents(rounding: facts.advanceInvestmentPayments[year]) : .zero,
          prepaidSharedSavings: try isPrepaid(years[year], in: year, of: periods[place].period)
            ? Cents(rounding: facts.prepaidSharedSavings[year]) : .zero,
          endsAgreement: year == years.count - 1 || year + 1 == renewal,
          exit: ExitTerms(
            option.leave, year: year, ending, monthsInYear: terms.monthsInYear)))
    }
    return bound
  }

  /// Whether the path is one that advance investment payments are made along.
  private func isAdvanced(_ option: ParticipationOption) throws -> Bool {
    let facts = scenario.agreement
    guard facts.advanceInvestmentPayments.contains(where: { $0 > .zero }) else { return false }
    return try rules.advanceInvestmentTerms(in: facts.period.performanceYear(1), of: facts.period)?
      .arePaid(along: option.years, renewingIn: option.renewsIn) ?? false
  }

  /// - Parameter year: 0 for the first.
  private func isPrepaid(
    _ track: Track, in year: Int, of agreement: AgreementPeriod
  ) throws -> Bool {
    guard scenario.agreement.prepaidSharedSavings[year] > .zero else { return false }
    let calendarYear = scenario.agreement.period.performanceYear(year + 1)
    return try rules.prepaidSharedSavingsTerms(in: calendarYear, of: agreement)?
      .arePaid(under: track) ?? false
  }

  private func termination(in year: Int) throws -> TerminationTerms {
    let period = scenario.agreement.period
    return try rules.terminationTerms(in: period.performanceYear(year + 1), of: period)
  }

  private mutating func place(of signing: Signing) throws -> Int {
    if let found = placed[signing] { return found }
    let place = periods.place(
      of: try BoundPeriod(
        scenario, from: signing.firstYear, signing: signing.track, under: rules))
    placed[signing] = place
    return place
  }

  private mutating func terms(_ asked: Asked) throws -> TrackTerms {
    if let found = looked[asked] { return found }
    let terms = try rules.terms(
      for: asked.track, in: scenario.agreement.period.performanceYear(asked.year + 1),
      of: periods[asked.period].period, choosing: asked.choice)
    looked[asked] = terms
    return terms
  }

  private mutating func settlement(of year: Int, _ wanted: Agreement.BoundSettlement) -> Int {
    if let found = settlements[year].firstIndex(of: wanted) { return found }
    settlements[year].append(wanted)
    return settlements[year].count - 1
  }
}
