import Reconciliation
import Regulation

/// The three benchmark years and the performance years of one trial, all measured from benchmark
/// year 3: what a later agreement's benchmark is built from.
struct Timeline {
  private let history: BenchmarkHistory
  /// Benchmark years 1, 2 and 3, then performance years; nine.
  private var years: [ByEnrollmentType<Stratum>]
  /// What each of them saved; nine.
  private var savings: [PriorSavings.Year]

  private static let benchmarkYears = 3

  init(_ history: BenchmarkHistory) {
    self.history = history
    let none = history.benchmarkYears(luck: .init(repeating: .init(repeating: 1))).first
    years = Array(repeating: none, count: Self.benchmarkYears + 6)
    savings = Array(
      repeating: PriorSavings.Year(perCapita: .zero, standing: .notReconciled), count: years.count)
    guard let prior = history.priorSavings else { return }
    savings[0] = prior.years.first
    savings[1] = prior.years.second
    savings[2] = prior.years.third
  }

  /// - Parameter luck: Claims of the benchmark years over what was to be expected.
  mutating func begin(luck: ByEnrollmentType<ByBenchmarkYear<Double>>) {
    let before = history.benchmarkYears(luck: luck)
    years[0] = before.first
    years[1] = before.second
    years[2] = before.third
  }

  /// - Parameter year: 0 for the first performance year.
  mutating func add(_ observed: ObservedYear, _ result: PerformanceYearResult, at year: Int) {
    let personYears = PersonYears(observed.strata.sum { $0.personYears.count })
    years[Self.benchmarkYears + year] = observed.strata
    savings[Self.benchmarkYears + year] = PriorSavings.Year(
      perCapita: (result.benchmark - result.expenditure) / personYears)
  }

  /// Benchmark year 3 of an agreement that begins with this performance year.
  func thirdYear(before year: Int) -> ByEnrollmentType<Stratum> {
    years[Self.benchmarkYears + year - 1]
  }

  /// The history of an agreement that begins with this performance year.
  func history(before year: Int) -> BenchmarkHistory {
    history.renewed(
      by: ByBenchmarkYear(first: years[year], second: years[year + 1], third: years[year + 2]),
      ByBenchmarkYear(first: savings[year], second: savings[year + 1], third: savings[year + 2]))
  }
}
