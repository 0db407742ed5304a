/// Sums of savings rates over several years of one agreement, forecast from what was known when it
/// was signed: the first of the years is two years after the last one known.
public struct ObservedSums: Hashable, Sendable, Codable {
  public var known: Int
  /// First and last year of the sums.
  public var first, last: Int
  public var years: Int { last - first + 1 }
  /// ACOs seen in every year, but under a new benchmark in one of them: no agreement's sum.
  public var rebasedWithin: Int
  /// Rates are sums of fractions here.
  public var group: BacktestTable.Group

  /// Most years of one agreement.
  static let most = 5
  /// Fewer ACOs than these are not scored.
  static let fewest = 30
}

extension Panel {
  /// Each ACO seen in every year of the range and in `known`, its last row holding the sum of its
  /// rates; `isOne` tells whether all of them belong to one agreement.
  func sums(
    over years: ClosedRange<Int>, known: Int
  ) -> [(target: ForecastTarget, isOne: Bool)] {
    let places = self.places
    return acoYears.filter { $0.year == known }.compactMap {
      row -> (target: ForecastTarget, isOne: Bool)? in
      let later = years.compactMap { places[Key(row.id, $0)].map { acoYears[$0] } }
      guard later.count == years.count, var last = later.last else { return nil }
      last.savingsRate = later.reduce(0) { $0 + $1.savingsRate }
      let starts = Set(later.map(\.agreementStart))
      return (ForecastTarget(known: row, later: last), starts.count == 1 && !starts.contains(nil))
    }
  }
}

extension Forecaster {
  /// Baselines of sums over so many years.
  ///
  /// Climatology is that of past sums; the last rate is repeated, with the claims noise of its own
  /// year in every term and each year's own; the regression is of past sums on the rate two years
  /// before they begin, and is left out where no ACO is known for so long.
  static func baselines(_ past: Panel, ofSumsOver count: Int) -> [Forecaster] {
    let sums = past.years.flatMap { first in
      past.sums(over: first...(first + count - 1), known: first).map { $0.target.later }
    }
    let pairs = past.years.flatMap { known in
      past.sums(over: (known + 2)...(known + 1 + count), known: known).map {
        ACOPair(earlier: $0.target.known, later: $0.target.later)
      }
    }
    let regression = LagRegression(pairs).map { fit in
      Forecaster(name: "lag regression") { target in
        .normal(
          mean: fit.mean(target.known.savingsRate),
          standardDeviation: fit.standardDeviation(target.known.assignedBeneficiaries))
      }
    }
    return [climatology(Panel(sums)), repeatedRate(count), regression].compactMap(\.self)
  }

  private static func repeatedRate(_ count: Int) -> Forecaster {
    Forecaster(name: "last rate") { target in
      let scale = SavingsRateProcess.federalScale
      let years = Double(count)
      let variance = (years * years + years) / target.known.assignedBeneficiaries
      return .normal(
        mean: years * target.known.savingsRate, standardDeviation: scale * variance.squareRoot())
    }
  }
}
