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
}

extension Agreement {
  /// One performance year of many trials, on one thread.
  ///
  /// - Parameters:
  ///   - trials: From trial 0; the same trials as a projection's.
  ///   - year: 0 through 4.
  ///   - terms: What the year is settled under; it need not be an option of the scenario.
  public func sample(trials: Int, year: Int, settlingUnder terms: TrackTerms? = nil) -> YearSample {
    var history = MeasuredHistory(self, periods: [periods[0]])
    var sample = YearSample(savingsRates: [], earned: [])
    sample.savingsRates.reserveCapacity(trials)
    for trial in 0..<trials {
      history.start(trial: trial)
      for _ in 0...year { history.nextYear() }
      let result = history.measured[0].result
      sample.savingsRates.append(
        (result.benchmark - result.expenditure).amount / result.benchmark.amount)
      if let terms {
        sample.earned.append(result.settlement(under: terms).earned.dollars.amount)
      }
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
        let result = history.measured[0].result
        rates[year][trial] =
          (result.benchmark - result.expenditure).amount / result.benchmark.amount
      }
    }
    return rates
  }
}
