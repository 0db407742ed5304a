import Regulation

/// One entry of a benchmark file: an ACO's history and the agreement it signs, and the performance
/// year its benchmark is updated to.
public struct BenchmarkCase: Hashable, Sendable {
  public var name: String
  public var agreement: AgreementPeriod
  /// Names of rule editions laid over the regulation; empty for the regulation itself.
  public var editions: [String]
  public var standing: BenchmarkStanding
  /// Readings of what the text does not settle; `nil` for the rulebook's own.
  public var timesCounted: RegionalTimesCounted?
  public var divisor: ProspectiveTrendDivisor?
  public var history: BenchmarkHistory
  /// `nil` where only the historical benchmark is asked for.
  public var year: BenchmarkCaseYear?

  public init(
    name: String, agreement: AgreementPeriod, editions: [String] = [],
    standing: BenchmarkStanding, timesCounted: RegionalTimesCounted? = nil,
    divisor: ProspectiveTrendDivisor? = nil, history: BenchmarkHistory,
    year: BenchmarkCaseYear? = nil
  ) {
    self.name = name
    self.agreement = agreement
    self.editions = editions
    self.standing = standing
    self.timesCounted = timesCounted
    self.divisor = divisor
    self.history = history
    self.year = year
  }
}

/// What is known of a performance year besides its historical benchmark.
public struct BenchmarkCaseYear: Hashable, Sendable {
  public var performanceYear: PerformanceYear
  public var strata: ByEnrollmentType<Stratum>
  public var prospective: ProspectiveSource

  /// One enrollment type. Every growth and ratio is over benchmark year 3.
  public struct Stratum: Hashable, Sendable {
    public var personYears: PersonYears
    public var expenditure: PerCapita
    /// Of the performance year itself, renormalised.
    public var riskScore: Rate
    public var demographicRatio: Rate
    public var nationalGrowth: Rate
    public var regionalGrowth: Rate
    public var marketShare: Rate
    public var regionalRiskRatio: Rate
    public var regionalDemographicRatio: Rate
  }

  /// What is known of the prospective trend.
  public enum ProspectiveSource: Hashable, Sendable {
    /// The update has none.
    case none
    /// Cumulative growth, still to be turned into flat dollars: 0.051 for 5.1 percent.
    case growth(ByEnrollmentType<Rate>)
    /// The update factor itself: 1.051.
    case factor(ByEnrollmentType<Rate>)
  }
}
