import Regulation

/// A benchmark history as the plain numbers and words that a file writes, and what the rest of the
/// scenario takes from it.
extension Scenario {
  /// For reading a history value by value.
  var historyOrBlank: BenchmarkHistory {
    get { history ?? .blank }
    set { history = newValue }
  }

  /// Third benchmark year and market shares, where there is a history.
  mutating func takeFromHistory() {
    guard let history else { return }
    agreement.marketShare = history.strata.map(\.marketShare)
    population.dualShare = history.dualShare
    population.lowIncomeOrDualShare = history.lowIncomeOrDualShare
    population.strata = history.strata.map { stratum in
      Population.BaseStratum(
        personYears: stratum.personYears.third, expenditure: stratum.expenditure.third,
        historicalBenchmark: .zero, riskScore: stratum.riskScore.third.fraction,
        regionalExpenditure: stratum.regionalExpenditure,
        nationalExpenditure: PerCapita(
          stratum.nationalExpenditure.amount / stratum.nationalRiskScore.fraction))
    }
  }
}

extension BenchmarkHistory {
  fileprivate static let blank = BenchmarkHistory(
    strata: ByEnrollmentType(
      repeating: BenchmarkStratum(
        personYears: .init(repeating: .zero), expenditure: .init(repeating: .zero),
        riskScore: .init(repeating: .zero), nationalGrowth: .init(first: .zero, second: .zero),
        regionalGrowth: .init(first: .zero, second: .zero), marketShare: .zero,
        regionalExpenditure: .zero, nationalExpenditure: .zero)),
    dualShare: .zero, lowIncomeOrDualShare: .zero, priorSavings: nil)

  /// For reading prior savings value by value.
  var priorSavingsOrBlank: PriorSavings {
    get {
      priorSavings
        ?? PriorSavings(
          years: .init(repeating: .init(perCapita: .zero)), populationRatio: .zero)
    }
    set { priorSavings = newValue }
  }
}

extension BenchmarkStratum {
  var personYearCounts: [Double] {
    get { personYears.list.map(\.count) }
    set { personYears = ByBenchmarkYear(newValue.map { PersonYears($0) }) ?? personYears }
  }

  var expenditureAmounts: [Double] {
    get { expenditure.list.map(\.amount) }
    set { expenditure = ByBenchmarkYear(newValue.map { PerCapita($0) }) ?? expenditure }
  }

  var riskScores: [Double] {
    get { riskScore.list.map(\.fraction) }
    set { riskScore = ByBenchmarkYear(newValue.map { Rate($0) }) ?? riskScore }
  }

  var nationalGrowths: [Double] {
    get { nationalGrowth.fractions }
    set { nationalGrowth.fractions = newValue }
  }

  var regionalGrowths: [Double] {
    get { regionalGrowth.fractions }
    set { regionalGrowth.fractions = newValue }
  }
}

extension PriorSavings {
  var amounts: [Double] {
    get { years.list.map(\.perCapita.amount) }
    set {
      let standings = years.list.map(\.standing)
      let years = zip(newValue, standings).map { Year(perCapita: PerCapita($0), standing: $1) }
      self.years = ByBenchmarkYear(years) ?? self.years
    }
  }

  var standingWords: [String] {
    get { years.list.map(\.standing.rawValue) }
    set {
      let years = zip(years.list, newValue).map { year, word in
        Year(perCapita: year.perCapita, standing: Standing(rawValue: word) ?? year.standing)
      }
      self.years = ByBenchmarkYear(years) ?? self.years
    }
  }
}

extension ByBenchmarkYear {
  fileprivate var list: [Value] { [first, second, third] }
}

extension EarlierBenchmarkYears<Rate> {
  fileprivate var fractions: [Double] {
    get { [first.fraction, second.fraction] }
    set {
      guard newValue.count == 2 else { return }
      self = Self(first: Rate(newValue[0]), second: Rate(newValue[1]))
    }
  }
}
