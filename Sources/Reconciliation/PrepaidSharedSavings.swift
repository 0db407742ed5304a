import Regulation

/// The most a renewing ACO may be prepaid, 42 CFR 425.640(f).
public struct PrepaidSharedSavings: Hashable, Sendable {
  /// Mean per capita savings of the benchmark years averaged, times the proration.
  public var proratedAverage: PerCapita
  /// The part of expected shared savings that may be prepaid, for a year and person-year.
  public var beforeCap: PerCapita
  /// The most for a year and person-year.
  public var cap: PerCapita
  public var personYears: PersonYears
  private var partPerQuarter: Rate

  /// - Parameters:
  ///   - savingsPerCapita: by benchmark year, from the first; losses count negative.
  ///   - proration: at most one; below it where the ACO has grown.
  ///   - nationalPerCapita: national per capita expenditure of benchmark year 2.
  public init(
    savingsPerCapita: [PerCapita], proration: Rate, nationalPerCapita: PerCapita,
    personYears: PersonYears, under terms: PrepaidSharedSavingsTerms
  ) {
    let years = terms.benchmarkYearsAveraged
    let sum = savingsPerCapita.prefix(years).reduce(Dollars.zero) { sum, savings in
      sum + savings * PersonYears(1)
    }
    proratedAverage = proration * (sum / PersonYears(Double(years)))
    beforeCap = terms.fractionAdvanced * (terms.shareOfSavings * proratedAverage)
    cap = terms.mostPerCapita * nationalPerCapita
    self.personYears = personYears
    partPerQuarter = terms.partPerQuarter
  }

  /// For a year and person-year: the lesser of share and cap, and nothing after losses.
  public var multiplier: PerCapita { max(min(beforeCap, cap), PerCapita(0)) }
  public var annual: Cents { Cents(rounding: multiplier * personYears) }
  public var quarterlyMaximum: Cents {
    Cents(rounding: partPerQuarter * (multiplier * personYears))
  }
}
