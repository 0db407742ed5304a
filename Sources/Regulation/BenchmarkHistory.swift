/// What an ACO brings to a new agreement, from which its historical benchmark is made: facts only,
/// nothing yet decided by the law.
public struct BenchmarkHistory: Hashable, Sendable {
  public var strata: ByEnrollmentType<BenchmarkStratum>
  /// Share of assigned beneficiaries of benchmark year 3 who are dually eligible.
  public var dualShare: Rate
  /// Share of assigned beneficiaries of the performance year with the low-income subsidy or dual
  /// eligibility, 42 CFR 425.662.
  public var lowIncomeOrDualShare: Rate
  /// `nil` for an ACO that neither renews nor re-enters.
  public var priorSavings: PriorSavings?

  public init(
    strata: ByEnrollmentType<BenchmarkStratum>, dualShare: Rate, lowIncomeOrDualShare: Rate,
    priorSavings: PriorSavings?
  ) {
    self.strata = strata
    self.dualShare = dualShare
    self.lowIncomeOrDualShare = lowIncomeOrDualShare
    self.priorSavings = priorSavings
  }
}

/// One enrollment type over the three benchmark years.
public struct BenchmarkStratum: Hashable, Sendable {
  public var personYears: ByBenchmarkYear<PersonYears>
  /// Parts A and B, truncated and completed.
  public var expenditure: ByBenchmarkYear<PerCapita>
  /// Renormalised prospective HCC risk score.
  public var riskScore: ByBenchmarkYear<Rate>
  /// Benchmark year 3 over the earlier year.
  public var nationalGrowth: EarlierBenchmarkYears<Rate>
  /// Benchmark year 3 over the earlier year, each risk adjusted.
  public var regionalGrowth: EarlierBenchmarkYears<Rate>
  /// The ACO's share of assignable beneficiaries in its region in benchmark year 3.
  public var marketShare: Rate
  /// Of benchmark year 3, risk adjusted to the ACO.
  public var regionalExpenditure: PerCapita
  /// Of benchmark year 3.
  public var nationalExpenditure: PerCapita
  /// National mean of benchmark year 3: one where scores are renormalised to it.
  public var nationalRiskScore: Rate

  public init(
    personYears: ByBenchmarkYear<PersonYears>, expenditure: ByBenchmarkYear<PerCapita>,
    riskScore: ByBenchmarkYear<Rate>, nationalGrowth: EarlierBenchmarkYears<Rate>,
    regionalGrowth: EarlierBenchmarkYears<Rate>, marketShare: Rate,
    regionalExpenditure: PerCapita, nationalExpenditure: PerCapita, nationalRiskScore: Rate = .one
  ) {
    self.personYears = personYears
    self.expenditure = expenditure
    self.riskScore = riskScore
    self.nationalGrowth = nationalGrowth
    self.regionalGrowth = regionalGrowth
    self.marketShare = marketShare
    self.regionalExpenditure = regionalExpenditure
    self.nationalExpenditure = nationalExpenditure
    self.nationalRiskScore = nationalRiskScore
  }
}

/// Savings of the three years before the agreement, 42 CFR 425.658.
public struct PriorSavings: Hashable, Sendable {
  public struct Year: Hashable, Sendable {
    /// Benchmark less expenditure for each person-year; losses are negative.
    public var perCapita: PerCapita
    public var standing: Standing
    public init(perCapita: PerCapita, standing: Standing = .reconciled) {
      self.perCapita = perCapita
      self.standing = standing
    }
  }

  public enum Standing: String, CaseIterable, Hashable, Sendable {
    case reconciled
    case notReconciled
    /// Reconciled, and not paid for noncompliance.
    case noncompliance
  }

  public var years: ByBenchmarkYear<Year>
  /// Assigned population when those years were reconciled over that of the benchmark years.
  public var populationRatio: Rate
  public init(years: ByBenchmarkYear<Year>, populationRatio: Rate) {
    self.years = years
    self.populationRatio = populationRatio
  }
}

/// One value for each of the three years before the agreement, the earliest first.
@frozen public struct ByBenchmarkYear<Value> {
  public var first, second, third: Value

  @inlinable public init(first: Value, second: Value, third: Value) {
    self.first = first
    self.second = second
    self.third = third
  }

  @inlinable public init(repeating value: Value) {
    self.init(first: value, second: value, third: value)
  }

  /// `nil` unless there are three.
  public init?(_ values: [Value]) {
    guard values.count == 3 else { return nil }
    self.init(first: values[0], second: values[1], third: values[2])
  }

  @inlinable public func map<Other>(_ transform: (Value) -> Other) -> ByBenchmarkYear<Other> {
    .init(first: transform(first), second: transform(second), third: transform(third))
  }
}

extension ByBenchmarkYear: Sendable where Value: Sendable {}
extension ByBenchmarkYear: Equatable where Value: Equatable {}
extension ByBenchmarkYear: Hashable where Value: Hashable {}

/// One value for each benchmark year that is trended to the third.
@frozen public struct EarlierBenchmarkYears<Value> {
  public var first, second: Value

  @inlinable public init(first: Value, second: Value) {
    self.first = first
    self.second = second
  }
}

extension EarlierBenchmarkYears: Sendable where Value: Sendable {}
extension EarlierBenchmarkYears: Equatable where Value: Equatable {}
extension EarlierBenchmarkYears: Hashable where Value: Hashable {}
