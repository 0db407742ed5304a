import Regulation

/// Five-year totals of every trial under every option, and nothing beside: what a program in another
/// language keeps that is timed beside this one. One worker.
package struct FiveYearTotals: ~Copyable {
  private let agreement: Agreement
  /// `option · trials + trial`, in cents.
  private let cents: UnsafeMutableBufferPointer<Int64>

  /// Room for them, which is no part of the trials' time.
  package init(_ agreement: Agreement) {
    self.agreement = agreement
    cents = .allocate(capacity: agreement.options.count * agreement.scenario.trials)
    cents.initialize(repeating: 0)
  }

  deinit { cents.deallocate() }

  /// By trial, in cents.
  package func total(of option: Int) -> UnsafeBufferPointer<Int64> {
    let trials = agreement.scenario.trials
    return UnsafeBufferPointer(rebasing: cents[option * trials..<(option + 1) * trials])
  }

  /// Simulates every trial and settles it under every option.
  package func run() {
    let (trials, count) = (agreement.scenario.trials, agreement.options.count)
    var room = Ledger(
      trials: Agreement.batch, optionCount: count, batches: 1, following: NetOfPayments(agreement))
    var simulation = Simulation(agreement, nil)
    room.withSlots { slots in
      for first in stride(from: 0, to: trials, by: Agreement.batch) {
        let some = first..<min(first + Agreement.batch, trials)
        simulation.run(some, slot: 0, batch: 0, into: slots)
        for option in 0..<count { add(slots, option, some) }
      }
    }
  }

  private func add(_ slots: Slots, _ option: Int, _ some: Range<Int>) {
    func year(_ year: Int) -> UnsafePointer<Int64> {
      UnsafePointer(slots.payment + slots.columns[option * 5 + year] * slots.trials)
    }
    let (one, two, three, four, five) = (year(0), year(1), year(2), year(3), year(4))
    guard let start = cents.baseAddress else { return }
    let total = start + option * agreement.scenario.trials + some.lowerBound
    for place in 0..<some.count {
      total[place] = one[place] + two[place] + three[place] + four[place] + five[place]
    }
  }
}
