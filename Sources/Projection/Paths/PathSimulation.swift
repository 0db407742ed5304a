import Reconciliation
import Regulation
import Sampling

/// One worker's machinery: writes a history, makes every settlement that some path asks for once,
/// and adds up every path.
struct PathSimulation: ~Copyable {
  private let tree: PathTree
  private let money: Money
  /// In cents; infinite where none is stated.
  private let reserve: Double
  private var history: MeasuredHistory
  private var earned: [Earned]
  /// Of the nodes of this year, and of the year before.
  private var accounts, before: [PathAccount]
  private var books: PartyBooks

  struct Earned {
    var cents = Cents.zero
    var isOverrun = false
  }

  init(_ tree: PathTree, of agreement: Agreement) {
    self.tree = tree
    money = agreement.money
    reserve =
      agreement.scenario.appetite?.reserve.map { Double(Cents(rounding: $0).count) } ?? .infinity
    history = MeasuredHistory(agreement, periods: tree.periods)
    earned = Array(
      repeating: Earned(), count: tree.settlements.reduce(0) { max($0, $1.count) })
    let widest = tree.nodes.reduce(1) { max($0, $1.count) }
    accounts = Array(repeating: PathAccount(), count: widest)
    before = accounts
    books = PartyBooks(agreement)
  }

  mutating func run(_ trial: Int, batch: Int, into slots: PathSlots) {
    history.start(trial: trial)
    before[0] = PathAccount()
    if slots.parties != nil { books.start(trial: trial) }
    var failures = QualityFailures()
    var qualityEnded = false
    for year in 0..<5 {
      history.nextYear()
      settle(year)
      if slots.parties != nil { books.open(year: year, avoided: history.avoided) }
      failures.add(history.measured[0].result.quality, under: tree.monitoring[year])
      let qualityEnds = failures.endAgreement(under: tree.monitoring[year])
      if qualityEnds && !qualityEnded { slots.mustEnd[batch * 5 + year] += 1 }
      qualityEnded = qualityEnded || qualityEnds
      walk(year, qualityEnds: qualityEnded)
      swap(&accounts, &before)
    }
    write(trial, batch, into: slots)
  }

  private mutating func settle(_ year: Int) {
    for place in tree.settlements[year].indices {
      let bound = tree.settlements[year][place]
      let result = history.measured[bound.period].result
      earned[place] = Earned(
        cents: result.settlement(under: bound.terms).earned,
        isOverrun: result.isOverrun(under: bound.terms))
    }
  }

  private mutating func walk(_ year: Int, qualityEnds: Bool) {
    let nodes = tree.nodes[year]
    let overruns = tree.monitoring[year].overrunsUntilTermination
    for place in nodes.indices {
      var account = before[nodes[place].parent]
      let step = nodes[place].step
      account.settle(
        earned[step.settlement], step, year: year, money, qualityEnds: qualityEnds,
        overrunsUntilTermination: overruns, shares: books.shares)
      accounts[place] = account
    }
  }

  private func write(_ trial: Int, _ batch: Int, into slots: PathSlots) {
    var best = Int64.min
    for path in tree.leaves.indices {
      let result = before[tree.leaves[path]].result(reserve: reserve)
      slots.net[path * slots.trials + trial] = result.net
      slots.marks[path * slots.trials + trial] = result.marks
      slots.beyondEnd[batch * tree.leaves.count + path].add(result.beyondEnd)
      best = max(best, result.net)
    }
    slots.best[trial] = best
    if let parties = slots.parties { write(trial, into: parties) }
  }

  private func write(_ trial: Int, into parties: PathPartySlots) {
    let block = trial / PathParties.block
    parties.lostMargin[block] += books.lostMargin
    for path in tree.leaves.indices {
      let account = before[tree.leaves[path]]
      parties.sums[block * tree.leaves.count + path].add(account.parties, of: account.net)
    }
  }
}
