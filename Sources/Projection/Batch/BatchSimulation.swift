import CSettlement
import CWidths
import Probability
import Reconciliation
import Regulation
import Sampling

/// What `Simulation` does one trial at a time, for `ObservedColumns.trials` trials at once and to the
/// same cents.
final class BatchSimulation {
  private let settlements: BatchSettlements
  /// `steps[year][option]`.
  private let steps: [[Agreement.Step]]
  private let money: Money
  /// Whether an option neither receives advances nor ever leaves: then what a settlement adds to net
  /// is the same for all that are settled alike.
  private let isPlain: [Bool]
  /// `option · trials + trial`, in unrounded cents.
  private let net: UnsafeMutablePointer<Double>
  /// The same, of options that are not plain; empty where all are.
  private var accounts: [RunningAccount]

  /// `nil` where options have to be paid one by one: see `BatchSettlements`; also where the scenario
  /// states when money moves or has programs, and where somebody asks who gains.
  init?(_ agreement: Agreement) {
    guard agreement.division == nil, !agreement.cash.isStated, agreement.scenario.programs.isEmpty,
      let settlements = BatchSettlements(
        agreement, agreement.settlements, of: agreement.periods)
    else { return nil }
    self.settlements = settlements
    steps = agreement.steps
    money = agreement.money
    isPlain = agreement.options.map { $0.steps.allSatisfy(\.isPlain) }
    let room = agreement.options.count * ObservedColumns.trials
    net = cw_new_columns(Int32(room))
    net.initialize(repeating: 0, count: room)
    accounts = isPlain.allSatisfy { $0 } ? [] : Array(repeating: RunningAccount(), count: room)
  }

  deinit { cw_free_columns(net) }

  /// The histories last sampled.
  var histories: HistoryBatch { settlements.history.batch }

  /// Whether chance of some purposes can be drawn from the second seed.
  var canRedraw: Bool { settlements.history.canRedraw }

  /// - Parameters:
  ///   - trials: From a multiple of `ObservedColumns.trials` on, at most so many.
  ///   - redrawn: Of each of so many trials the purposes drawn from the second seed; `nil` for none.
  ///   - slot: The place of the first of them among those that `slots` has room for.
  func run(
    _ trials: Range<Int>, redrawing redrawn: [PurposeSet]? = nil, slot: Int, batch: Int,
    into slots: Slots
  ) {
    settlements.start(at: trials.lowerBound, redrawing: redrawn)
    net.update(repeating: 0, count: isPlain.count * ObservedColumns.trials)
    for place in accounts.indices { accounts[place] = RunningAccount() }
    for option in isPlain.indices {
      (slots.limitHits + option * slots.trials + slot).update(repeating: 0, count: trials.count)
    }
    for year in 0..<5 {
      settlements.nextYear()
      slots.histories[batch * 5 + year].add(
        settlements.history.measured[0], count: trials.count)
      for option in isPlain.indices {
        if isPlain[option] {
          pay(option, year, trials.count, slot, slots)
        } else {
          payOneByOne(option, year, trials.count, slot, slots)
        }
      }
    }
  }

  private func pay(_ option: Int, _ year: Int, _ count: Int, _ slot: Int, _ slots: Slots) {
    let place = option * 5 + year
    cs_pay(
      cw_widest(), settlements.settled[year].values + steps[year][option].settlement,
      Int32(count), net + option * ObservedColumns.trials,
      slots.isFirst[place] ? slots.payment + slots.columns[place] * slots.trials + slot : nil,
      slots.net.map { $0 + place * slots.trials + slot },
      slots.limitHits + option * slots.trials + slot)
  }

  private func payOneByOne(
    _ option: Int, _ year: Int, _ count: Int, _ slot: Int, _ slots: Slots
  ) {
    let step = steps[year][option]
    let settled = settlements.settled[year]
    let (cents, hits) = (settled.cents(of: step.settlement), settled.limitHits(of: step.settlement))
    let benchmark = settlements.benchmark(of: step.settlement, in: year)
    for trial in 0..<count {
      let account = option * ObservedColumns.trials + trial
      let paid = accounts[account].pay(
        Cents(Int64(cents[trial])), benchmark: benchmark[trial], step, year: year, money,
        programs: .zero)
      if paid.isSettled {
        slots.limitHits[option * slots.trials + slot + trial] &+= UInt8(hits[trial])
      }
      let place = option * 5 + year
      slots.payment[slots.columns[place] * slots.trials + slot + trial] = paid.payment.count
      slots.net?[place * slots.trials + slot + trial] = accounts[account].net.wholeCents
    }
  }
}

extension Agreement.Step {
  /// Whether it neither receives anything in advance nor can be left.
  var isPlain: Bool { received == .zero && exit == .never }
}
