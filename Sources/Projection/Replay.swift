import Reconciliation
import Regulation
import Sampling

/// One simulated performance year of one option with all of its working.
public struct ReplayedYear: Hashable, Sendable {
  public var observed: ObservedYear
  public var benchmark: UpdatedBenchmark
  public var result: PerformanceYearResult
  public var terms: TrackTerms
  public var settlement: Settlement
  public var payment: Payment
  /// Prepaid shared savings still outstanding at the end of the agreement, and so due; zero in
  /// other years.
  public var dueAtEnd: Cents
  /// What changes hands: positive to the ACO, negative to CMS; the cents of the ledger.
  public var paid: Cents { payment.net - dueAtEnd }
}

extension Agreement {
  /// The five years of one trial under one option, drawn and settled again; first year first.
  public func replay(trial: Int, option: Int) -> [ReplayedYear] {
    var sampler = HistorySampler(model)
    sampler.start(trial: UInt32(trial))
    let bound = options[option]
    var balances = Balances.none
    var replayed: [ReplayedYear] = []
    for year in 0..<5 {
      let observed = sampler.nextYear()
      let benchmark = observed.updatedBenchmark(under: yearTerms[year].benchmark)
      let result = observed.result(under: yearTerms[year], benchmark)
      let step = bound.steps[year]
      let terms = terms[year][step.track]
      let settlement = result.settlement(under: terms)
      balances.receive(step)
      let payment = Payment(settlement.earned, recouping: balances)
      balances = payment.balancesAfter
      replayed.append(
        ReplayedYear(
          observed: observed, benchmark: benchmark, result: result, terms: terms,
          settlement: settlement, payment: payment, dueAtEnd: balances.dueAtEnd(after: year)))
    }
    return replayed
  }

  /// The trial whose five-year payment under an option is at a percentile, 0 through 100.
  public func trial(atPercentile percentile: Double, of option: Int, in ledger: Ledger) -> Int {
    let total = ledger.total(of: option)
    let order = total.indices.sorted { (total[$0], $0) < (total[$1], $1) }
    let rank = (percentile / 100 * Double(order.count)).rounded(.up) - 1
    return order[Int(min(max(rank, 0), Double(order.count - 1)))]
  }
}
