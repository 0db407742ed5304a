import Reconciliation
import Regulation

/// One simulated performance year of one option with all of its working.
public struct ReplayedYear: Hashable, Sendable {
  /// How the historical benchmark came to be; `nil` where it is that of the year before, or stated.
  public var built: BuiltFoundation?
  public var observed: ObservedYear
  public var benchmark: UpdatedBenchmark
  public var result: PerformanceYearResult
  /// The quality rules it was measured under.
  public var quality: QualityTerms
  public var terms: TrackTerms
  public var settlement: Settlement
  public var payment: Payment
  /// Prepaid shared savings still outstanding at the end of the agreement, and so due; all that was
  /// advanced where the ACO leaves; zero in other years.
  public var dueAtEnd: Cents
  /// How the option's exit rule ends this year; `nil` in a year that is not left.
  public var left: ExitRule.Date?
  /// What changes hands: positive to the ACO, negative to CMS; the cents of the ledger.
  public var paid: Cents { payment.net - dueAtEnd }
}

/// A historical benchmark and what it was built from.
public struct BuiltFoundation: Hashable, Sendable {
  public var history: BenchmarkHistory
  public var terms: HistoricalBenchmarkTerms
  public var historical: HistoricalBenchmark
}

extension MeasuredHistory {
  fileprivate func built(_ period: Int) -> BuiltFoundation? {
    guard let history = foundation(of: period),
      let historical = signedBenchmark(of: period).built
    else { return nil }
    return BuiltFoundation(
      history: history, terms: historicalTerms(of: period), historical: historical)
  }
}

extension Agreement {
  /// The years of one trial under one option, drawn and settled again, first year first: five, or
  /// fewer where its exit rule ends them.
  public func replay(trial: Int, option: Int) -> [ReplayedYear] {
    var history = MeasuredHistory(self, periods: periods)
    history.start(trial: trial)
    let bound = options[option]
    var running = RunningAccount()
    var replayed: [ReplayedYear] = []
    for (year, step) in bound.steps.enumerated() where !running.watch.hasLeft {
      history.nextYear()
      let (period, terms) = (settlements[year][step.settlement].period, bound.terms[year])
      let measured = history.measured[period]
      var result = measured.result
      var settlement = result.settlement(under: terms)
      var balances = running.balances
      let paid = running.pay(
        settlement.earned, benchmark: settlement.benchmark.amount, step, year: year, money,
        programs: history.programs.cash)
      if paid.isSettled {
        balances.receive(step)
      } else {
        result.earlyEnd = bound.earlyEnds[year]
        settlement = result.settlement(under: terms)
      }
      let payment = Payment(settlement.earned, recouping: balances)
      replayed.append(
        ReplayedYear(
          built: history.isNewlySigned(period) ? history.built(period) : nil,
          observed: measured.observed, benchmark: measured.benchmark, result: result,
          quality: periods[period].terms(year).quality, terms: terms, settlement: settlement,
          payment: payment, dueAtEnd: payment.net - paid.payment,
          left: running.watch.hasLeft ? bound.requested.option.leave?.by : nil))
    }
    return replayed
  }

  /// The trial whose five-year payment under an option is at a percentile, 0 through 100.
  public func trial(atPercentile percentile: Double, of option: Int, in ledger: Ledger) -> Int {
    Self.trial(atPercentile: percentile, ofTotals: ledger.total(of: option))
  }

  /// The same, of five-year payments in cents, one a trial.
  public static func trial(atPercentile percentile: Double, ofTotals total: [Int64]) -> Int {
    let order = total.indices.sorted { (total[$0], $0) < (total[$1], $1) }
    let rank = (percentile / 100 * Double(order.count)).rounded(.up) - 1
    return order[Int(min(max(rank, 0), Double(order.count - 1)))]
  }
}
