import Reconciliation
import Regulation
import Sampling

/// One worker's machinery: writes a history, makes every settlement that some path asks for once,
/// and adds up every path.
struct PathSimulation: ~Copyable {
  private let tree: PathTree
  private let money: Money
  /// `nil` where the scenario does not state when money moves.
  private var book: CashBook?
  /// In cents; infinite where none is stated.
  private let reserve: Double
  private var settlements: TrialSettlements
  /// Of the nodes of this year, and of the year before.
  private var accounts, before: [PathAccount]
  /// Mean over the five years of the trial just run, under the agreement to be signed; a fraction.
  private(set) var savingsRate = 0.0
  private var books: PartyBooks
  /// Walks many trials at once; `nil` where it cannot.
  let batch: BatchWalk?

  /// - Parameters:
  ///   - inBatches: Whether many trials may be walked at once.
  ///   - batch: Whose histories are walked, of this agreement; `nil` to sample them.
  init(
    _ tree: PathTree, _ book: CashBook?, of agreement: Agreement, inBatches: Bool = true,
    borrowing histories: HistoryBatch? = nil
  ) {
    let reserve =
      agreement.scenario.appetite?.reserve.map { Double(Cents(rounding: $0).count) } ?? .infinity
    let batch =
      inBatches
      ? BatchWalk(tree, of: agreement, reserve: reserve, borrowing: histories) : nil
    self.tree = tree
    self.book = book
    money = agreement.money
    self.reserve = reserve
    self.batch = batch
    settlements = TrialSettlements(
      agreement, tree.settlements, of: tree.periods, inBatches: inBatches && batch == nil)
    let widest = tree.nodes.reduce(1) { max($0, $1.count) }
    accounts = Array(repeating: PathAccount(), count: widest)
    before = accounts
    books = PartyBooks(agreement)
  }

  /// Trials that follow one another, at once where that can be done.
  mutating func run(_ trials: Range<Int>, batch place: Int, into slots: PathSlots) {
    guard let batch, trials.lowerBound.isMultiple(of: ObservedColumns.trials) else {
      for trial in trials { run(trial, batch: place, into: slots) }
      return
    }
    for some in trials.inBatches { batch.run(some, batch: place, into: slots) }
  }

  private mutating func run(_ trial: Int, batch: Int, into slots: PathSlots) {
    walk(
      trial, ending: slots.mustEnd + batch * 5, adding: slots.programs + trial - slots.first,
      dividing: slots.parties != nil)
    write(trial, batch, into: slots)
  }

  /// Five-year net of a path, in cents, in the trial just run.
  func net(of path: Int) -> Int64 { before[tree.leaves[path]].result(reserve: reserve).net }

  /// One trial along every path.
  ///
  /// - Parameters:
  ///   - mustEnd: Five, by year: trials in which CMS must terminate for quality.
  ///   - totals: What the scenario's programs come to in the trial.
  ///   - dividing: Whether somebody asks who gains.
  mutating func walk(
    _ trial: Int, ending mustEnd: UnsafeMutablePointer<Int>? = nil,
    adding totals: UnsafeMutablePointer<ProgramTotals>? = nil, dividing: Bool = false
  ) {
    settlements.start(trial: trial)
    before[0] = PathAccount()
    if dividing { books.start(trial: trial) }
    var failures = QualityFailures()
    var qualityEnded = false
    var rates = 0.0
    for year in 0..<5 {
      let figures = settlements.nextYear()
      book?.add(year, figures)
      rates += figures.savingsRate
      if dividing { books.open(year: year, avoided: figures.avoided) }
      failures.add(figures.quality, under: tree.monitoring[year])
      let qualityEnds = failures.endAgreement(under: tree.monitoring[year])
      if qualityEnds && !qualityEnded { mustEnd?[year] += 1 }
      qualityEnded = qualityEnded || qualityEnds
      walk(year, figures.programs.cash, qualityEnds: qualityEnded)
      swap(&accounts, &before)
      totals?.pointee.add(figures.programs, at: money.within[year])
    }
    savingsRate = rates / 5
  }

  private mutating func walk(_ year: Int, _ programs: Cents, qualityEnds: Bool) {
    guard let book else {
      return walk(year, programs, qualityEnds: qualityEnds) { _, _, _, _ in 0 }
    }
    // Taken out once a year: at every node it would be copied.
    walk(year, programs, qualityEnds: qualityEnds) { book.net(year, $0, $1, $2, &$3) }
  }

  /// - Parameter moved: What cash adds to net beside a payment.
  @inline(__always)
  private mutating func walk(
    _ year: Int, _ programs: Cents, qualityEnds: Bool,
    moving moved: (_ earned: Cents, Agreement.Step, YearPaid, inout CashAccount) -> Double
  ) {
    let nodes = tree.nodes[year]
    let overruns = tree.monitoring[year].overrunsUntilTermination
    let (money, shares) = (money, books.shares)
    for place in nodes.indices {
      var account = before[nodes[place].parent]
      let step = nodes[place].step
      let earning = settlements.earned[step.settlement]
      account.settle(
        earning, step, year: year, money, programs: programs, qualityEnds: qualityEnds,
        overrunsUntilTermination: overruns, shares: shares
      ) { moved(earning.cents, step, $0, &$1) }
      accounts[place] = account
    }
  }

  private func write(_ trial: Int, _ batch: Int, into slots: PathSlots) {
    var best = Int64.min
    for leaf in 0..<tree.leaves.count {
      let result = before[leaf].result(reserve: reserve)
      let place = leaf * slots.trials + trial - slots.first
      slots.net[place] = result.net
      slots.marks[place] = result.marks
      slots.beyondEnd[batch * tree.leaves.count + leaf].add(result.beyondEnd.wholeCents)
      best = max(best, result.net)
    }
    slots.best[trial - slots.first] = best
    if let parties = slots.parties { write(trial, into: parties) }
  }

  private func write(_ trial: Int, into parties: PathPartySlots) {
    let block = trial / PathParties.block
    parties.lostMargin[block] += books.lostMargin
    for path in tree.leaves.paths {
      let account = before[tree.leaves[path]]
      parties.sums[block * tree.paths.count + path].add(account.parties, of: account.net)
    }
  }
}
