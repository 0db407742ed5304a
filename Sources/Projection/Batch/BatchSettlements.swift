import Probability
import Reconciliation
import Regulation
import Sampling

/// Every settlement of a year, for `ObservedColumns.trials` trials at once.
final class BatchSettlements {
  let history: BatchHistory
  /// Five, of the settlements of each year in their order.
  let settled: [SettledColumns]
  private let years: [[Bound]]
  private let rates: [[Rates]]
  /// Five; see `Money`.
  private let factors, beside: [Double]

  /// A settlement of a year: where its figures come from.
  private struct Bound {
    let terms: SettlingTerms
    let period, rates: Int
  }

  /// Minimum rates that several settlements look up.
  fileprivate struct Rates {
    let period: Int
    let table: MinimumSavingsRateTable
    let rates: VariableRates
  }

  /// `nil` where trials have to be settled one by one; see `BatchHistory`. What a settlement adds to
  /// net here knows no dates of cash.
  ///
  /// - Parameters:
  ///   - settlements: Five, each with those of its year.
  ///   - histories: Whose histories are settled; `nil` to sample them.
  init?(
    _ agreement: Agreement, _ settlements: [[Agreement.BoundSettlement]], of periods: [BoundPeriod],
    borrowing histories: HistoryBatch? = nil
  ) {
    guard let history = BatchHistory(agreement, periods: periods, borrowing: histories) else {
      return nil
    }
    var years: [[Bound]] = []
    var rates: [[Rates]] = []
    for year in settlements {
      var looked: [Rates] = []
      var bound: [Bound] = []
      for settlement in year {
        guard let place = looked.place(of: settlement) else { return nil }
        bound.append(
          Bound(
            terms: SettlingTerms(settlement.terms), period: settlement.period, rates: place))
      }
      years.append(bound)
      rates.append(looked)
    }
    self.history = history
    self.years = years
    self.rates = rates
    settled = years.map { SettledColumns($0.count) }
    (factors, beside) = (agreement.money.settlement, agreement.money.beside)
  }

  /// - Parameters:
  ///   - first: The batch's first trial, a multiple of `ObservedColumns.trials`.
  ///   - redrawn: Of each trial the purposes drawn from the second seed; `nil` for none.
  func start(at first: Int, redrawing redrawn: [PurposeSet]? = nil) {
    history.start(at: first, redrawing: redrawn)
  }

  /// The next of five years.
  func nextYear() {
    let year = history.year
    history.nextYear()
    for looked in rates[year] { looked.rates.look(up: history.measured[looked.period]) }
    for (place, bound) in years[year].enumerated() {
      bound.terms.settle(
        history.measured[bound.period], rates[year][bound.rates].rates,
        factor: factors[year], beside: beside[year], into: settled[year], at: place)
    }
  }
}

extension BatchSettlements {
  /// Dollars by trial, of the year just settled.
  func benchmark(of settlement: Int, in year: Int) -> UnsafePointer<Double> {
    history.measured[years[year][settlement].period].benchmark
  }
}

extension [BatchSettlements.Rates] {
  /// The place of what this settlement looks up, added where no other does; `nil` where the kernel
  /// has no room for its table.
  fileprivate mutating func place(of settlement: Agreement.BoundSettlement) -> Int? {
    let table = settlement.terms.minimumRates.table
    let found = firstIndex { $0.period == settlement.period && $0.table == table }
    if let found { return found }
    guard let rates = VariableRates(table) else { return nil }
    append(.init(period: settlement.period, table: table, rates: rates))
    return count - 1
  }
}
