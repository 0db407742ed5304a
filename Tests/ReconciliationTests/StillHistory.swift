import Regulation

extension BenchmarkHistory {
  /// Nothing moves and nobody differs: 10,000 person-years in round parts (1, 10, 9 and 80
  /// percent), whose expenditure in every year is the region's and the nation's.
  ///
  /// Over all types $11,720 a person-year; 5 percent of it is $586.
  static let still = BenchmarkHistory(
    strata: ByEnrollmentType {
      let spent = spending[$0]
      return BenchmarkStratum(
        personYears: ByBenchmarkYear(repeating: personYears[$0]),
        expenditure: ByBenchmarkYear(repeating: spent), riskScore: ByBenchmarkYear(repeating: .one),
        nationalGrowth: .init(first: .one, second: .one),
        regionalGrowth: .init(first: .one, second: .one), marketShare: Rate(0.25),
        regionalExpenditure: spent, nationalExpenditure: spent)
    },
    dualShare: .zero, lowIncomeOrDualShare: .zero, priorSavings: nil)

  static let personYears = ByEnrollmentType(
    esrd: PersonYears(100), disabled: PersonYears(1_000), agedDual: PersonYears(900),
    agedNonDual: PersonYears(8_000))
  static let spending = ByEnrollmentType(
    esrd: PerCapita(90_000), disabled: PerCapita(12_000), agedDual: PerCapita(18_000),
    agedNonDual: PerCapita(10_000))
}

extension ObservedYear {
  /// The still history's people a year later, nothing moved: $117,200,000 in all.
  static let unmoved: ObservedYear = {
    var year = ObservedYear.still
    year.strata = ByEnrollmentType {
      var stratum = ObservedYear.still.strata[$0]
      stratum.personYears = BenchmarkHistory.personYears[$0]
      stratum.expenditure = BenchmarkHistory.spending[$0]
      stratum.historicalBenchmark = BenchmarkHistory.spending[$0]
      stratum.marketShare = Rate(0.25)
      return stratum
    }
    return year
  }()
}
