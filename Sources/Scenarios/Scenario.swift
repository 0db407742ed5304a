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
  public var assumptions: Assumptions
  public var finances: Finances
  /// Every figure and assumption with its source, in the order of the file's keys.
  public var provenance: [Provenance]
  /// SHA-256 of the file's bytes, lower-case hexadecimal.
  public var digest: String

  public init(
    name: String, title: String, aco: String, region: String, question: String?, trials: Int,
    seed: UInt64, editions: [String], agreement: AgreementFacts, population: Population,
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
    self.assumptions = assumptions
    self.finances = finances
    self.provenance = provenance
    self.digest = digest
  }
}

/// Where one figure of a scenario comes from.
public struct Provenance: Hashable, Sendable {
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// Taken as published from the source named.
    case real
    /// Written by the author of the scenario.
    case stated
    /// Written by the author, and marked as standing in for a figure not known.
    case assumed
    /// Left out by the author; the published default is used.
    case defaulted
  }
  /// Path of keys, such as `assumptions.retention.mean`.
  public var key: String
  /// The value as the file (or the default) writes it.
  public var value: String
  public var status: Status
  public var source: String
  public init(key: String, value: String, status: Status, source: String) {
    self.key = key
    self.value = value
    self.status = status
    self.source = source
  }
}

/// The facts of the agreement that decide which options are open and which terms are in force.
public struct AgreementFacts: Hashable, Sendable {
  public enum Assignment: String, CaseIterable, Hashable, Sendable {
    /// The list is fixed before the year and only shrinks.
    case prospective
    /// The list is trued up after the year to those who used the ACO.
    case preliminaryProspective
  }
  public var period: AgreementPeriod
  /// 1 for an ACO's first agreement, 42 CFR 425.600(f).
  public var number: Int
  /// Experienced with performance-based risk Medicare ACO initiatives, 42 CFR 425.20.
  public var experienced: Bool
  /// Was in a two-sided model before; it may then apply for two-sided models only.
  public var formerlyTwoSided: Bool
  /// Earlier agreements entered on the glide path.
  public var glidePathAgreements: Int
  public var assignment: Assignment
  public var minimumRateChoice: MinimumRateChoice
  /// ACO participants' Medicare Parts A and B revenue in the year the population was measured.
  public var participantRevenue: Dollars
  /// The ACO's share of assignable beneficiaries in its region.
  public var marketShare: ByEnrollmentType<Rate>
  /// Advance investment payments received, by performance year; five amounts.
  public var advanceInvestmentPayments: [Dollars]
  /// Prepaid shared savings received, by performance year; five amounts.
  public var prepaidSharedSavings: [Dollars]
  /// The options to settle, in the order of the reports.
  public var options: [RequestedOption]

  public init(
    period: AgreementPeriod, number: Int, experienced: Bool, formerlyTwoSided: Bool,
    glidePathAgreements: Int, assignment: Assignment, minimumRateChoice: MinimumRateChoice,
    participantRevenue: Dollars, marketShare: ByEnrollmentType<Rate>,
    advanceInvestmentPayments: [Dollars], prepaidSharedSavings: [Dollars],
    options: [RequestedOption]
  ) {
    self.period = period
    self.number = number
    self.experienced = experienced
    self.formerlyTwoSided = formerlyTwoSided
    self.glidePathAgreements = glidePathAgreements
    self.assignment = assignment
    self.minimumRateChoice = minimumRateChoice
    self.participantRevenue = participantRevenue
    self.marketShare = marketShare
    self.advanceInvestmentPayments = advanceInvestmentPayments
    self.prepaidSharedSavings = prepaidSharedSavings
    self.options = options
  }
}

/// An option to settle, and whether the ACO could really sign it.
public struct RequestedOption: Hashable, Sendable {
  public var option: ParticipationOption
  /// `nil` for a path the ACO could sign; otherwise why it cannot, with the paragraph. Settled
  /// all the same, and shown as a what-if.
  public var whatIf: String?
  public init(option: ParticipationOption, whatIf: String?) {
    self.option = option
    self.whatIf = whatIf
  }
}

/// Who is assigned, what they cost and what the benchmark allows.
public struct Population: Hashable, Sendable {
  /// The calendar year of `strata`; amounts are carried to benchmark year 3 by `growthToBenchmark`.
  public var measuredIn: Int
  /// Headcount of assigned beneficiaries in that year.
  public var assignedBeneficiaries: Int
  /// Growth a year, by type, from `measuredIn` to benchmark year 3 (the year before the agreement):
  /// applied alike to expenditure and benchmark.
  public var growthToBenchmark: ByEnrollmentType<Double>
  public var strata: ByEnrollmentType<BaseStratum>

  public struct BaseStratum: Hashable, Sendable {
    public var personYears: PersonYears
    /// Truncated Parts A and B per person-year.
    public var expenditure: PerCapita
    public var historicalBenchmark: PerCapita
    public var riskScore: Double
    public init(
      personYears: PersonYears, expenditure: PerCapita, historicalBenchmark: PerCapita,
      riskScore: Double
    ) {
      self.personYears = personYears
      self.expenditure = expenditure
      self.historicalBenchmark = historicalBenchmark
      self.riskScore = riskScore
    }
  }

  public init(
    measuredIn: Int, assignedBeneficiaries: Int, growthToBenchmark: ByEnrollmentType<Double>,
    strata: ByEnrollmentType<BaseStratum>
  ) {
    self.measuredIn = measuredIn
    self.assignedBeneficiaries = assignedBeneficiaries
    self.growthToBenchmark = growthToBenchmark
    self.strata = strata
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
