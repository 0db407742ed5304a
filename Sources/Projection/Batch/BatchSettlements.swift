import Probability
import Reconciliation
import Regulation
import Sampling

/// Every settlement of a year, for `ObservedColumns.trials` trials at once.
final class BatchSettlements {
  let history: BatchHistory
  /// Five, of the settlements of each year in their order.
  let settled: [SettledColumns]
  private let years: [[SettlingColumns]]
  /// By year and settlement, the place of its period.
  private let periods: [[Int]]
  private let lookups: [[RateLookup]]
  /// Whose columns those are.
  private let rates: [[Rates]]
  /// Five; see `Money`.
  private let factors, beside: [Double]

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
    let settled = settlements.map { SettledColumns($0.count) }
    var years: [[SettlingColumns]] = []
    var rates: [[Rates]] = []
    for (settlements, settled) in zip(settlements, settled) {
      var looked: [Rates] = []
      var bound: [SettlingColumns] = []
      for (place, settlement) in settlements.enumerated() {
        guard let found = looked.place(of: settlement) else { return nil }
        bound.append(
          SettlingColumns(
            SettlingTerms(settlement.terms), history.measured[settlement.period],
            looked[found].rates, into: settled, at: place))
      }
      years.append(bound)
      rates.append(looked)
    }
    self.history = history
    self.settled = settled
    self.years = years
    self.rates = rates
    lookups = rates.map { $0.map { $0.rates.lookup(in: history.measured[$0.period]) } }
    self.periods = settlements.map { $0.map(\.period) }
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
    for lookup in lookups[year] { lookup.look() }
    let (factor, beside) = (factors[year], beside[year])
    for settlement in years[year] { settlement.settle(factor: factor, beside: beside) }
  }
}

extension BatchSettlements {
  /// Dollars by trial, of the year just settled.
  func benchmark(of settlement: Int, in year: Int) -> UnsafePointer<Double> {
    history.measured[periods[year][settlement]].benchmark
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
