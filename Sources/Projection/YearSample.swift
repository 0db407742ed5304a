import Reconciliation
import Regulation
import Sampling

/// What many trials made of one performance year.
public struct YearSample: Hashable, Sendable {
  /// (Benchmark − expenditure)/benchmark by trial, fractions.
  public var savingsRates: [Double]
  /// Dollars earned, or owed where negative, by trial, before recoupment of advances; empty where no
  /// terms were given.
  public var earned: [Double]
  /// The savings rates of the year and those after it through the last one asked for, added; empty
  /// where none after it was.
  public var sums: [Double] = []
}

extension Agreement {
  /// One performance year of many trials, on one thread.
  ///
  /// - Parameters:
  ///   - trials: From trial 0; the same trials as a projection's.
  ///   - year: 0 through 4.
  ///   - last: The last year of `YearSample.sums`, `year` through 4; no sums where `nil` or `year`.
  ///   - terms: What the year is settled under; it need not be an option of the scenario.
  public func sample(
    trials: Int, year: Int, through last: Int? = nil, settlingUnder terms: TrackTerms? = nil
  ) -> YearSample {
    var history = MeasuredHistory(self, periods: [periods[0]])
    var sample = YearSample(savingsRates: [], earned: [])
    sample.savingsRates.reserveCapacity(trials)
    for trial in 0..<trials {
      history.start(trial: trial)
      for _ in 0...year { history.nextYear() }
      let result = history.measured[0].result
      sample.savingsRates.append(result.savingsRate)
      if let terms {
        sample.earned.append(result.settlement(under: terms).earned.dollars.amount)
      }
      guard let last, last > year else { continue }
      var sum = result.savingsRate
      for _ in year..<last {
        history.nextYear()
        sum += history.measured[0].result.savingsRate
      }
      sample.sums.append(sum)
    }
    return sample
  }

  /// Savings rates by year, then by trial; fractions.
  public func savingsRates(trials: Int, years: Int) -> [[Double]] {
    var history = MeasuredHistory(self, periods: [periods[0]])
    var rates = Array(repeating: [Double](repeating: 0, count: trials), count: years)
    for trial in 0..<trials {
      history.start(trial: trial)
      for year in 0..<years {
        history.nextYear()
        rates[year][trial] = history.measured[0].result.savingsRate
      }
    }
    return rates
  }
}
