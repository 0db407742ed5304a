import Reconciliation
import Regulation
import Scenarios

/// Where a batch of the study of cash writes; money in cents.
struct CashSlots {
  let trials: Int
  /// `option · trials + trial`: least cash, and present value, with stop-loss cover and without.
  let lowest, lowestWithout, worth, worthWithout: UnsafeMutablePointer<Int64>
  /// The month of the least cash.
  let month: UnsafeMutablePointer<UInt8>
  /// `half-year · trials + trial`, of the option followed.
  let points: UnsafeMutablePointer<Int64>
  /// `batch · CashSums.count + place`.
  let sums: UnsafeMutablePointer<Moments>
}

/// Places among a batch's sums.
struct CashSums {
  let options: Int
  static let each = 9

  func held(_ option: Int, _ year: Int) -> Int { option * Self.each + year }
  func raised(_ option: Int) -> Int { option * Self.each + 5 }
  func fees(_ option: Int) -> Int { option * Self.each + 6 }
  func recovery(_ option: Int) -> Int { option * Self.each + 7 }
  func premium(_ option: Int) -> Int { option * Self.each + 8 }
  func flow(_ kind: CashKind, _ year: Int) -> Int {
    options * Self.each + kind.place * CashDates.years + year
  }
  var count: Int { options * Self.each + CashKind.allCases.count * CashDates.years }
}

/// One worker's machinery: writes a history and moves the cash of every option month by month.
struct CashWalk: ~Copyable {
  private let agreement: Agreement
  private let followed: Int
  private let places: CashSums
  private var book: CashBook
  private var settlements: TrialSettlements
  private var accounts: [Account]
  private var flows = Array(
    repeating: 0.0, count: CashKind.allCases.count * CashDates.years)

  fileprivate struct Account {
    var running = RunningAccount()
    var cash = CashAccount()
    var months = CashMonths(), monthsWithout = CashMonths()
    var worth = 0.0, worthWithout = 0.0
    var firstHeld = Cents.zero
    var fees = Cents.zero, recovery = Cents.zero, premium = Cents.zero

    mutating func clear() {
      (running, cash) = (RunningAccount(), CashAccount())
      months.clear()
      monthsWithout.clear()
      (worth, worthWithout) = (0, 0)
      (firstHeld, fees, recovery, premium) = (.zero, .zero, .zero, .zero)
    }
  }

  init(_ agreement: Agreement, _ book: CashBook, followed: Int) {
    self.agreement = agreement
    self.followed = followed
    self.book = book
    places = CashSums(options: agreement.options.count)
    settlements = TrialSettlements(agreement, agreement.settlements, of: agreement.periods)
    accounts = Array(repeating: Account(), count: agreement.options.count)
  }

  mutating func run(_ trial: Int, batch: Int, into slots: CashSlots) {
    settlements.start(trial: trial)
    for option in accounts.indices { accounts[option].clear() }
    for place in flows.indices { flows[place] = 0 }
    for year in 0..<5 {
      let figures = settlements.nextYear()
      book.add(year, figures)
      for option in accounts.indices {
        move(option, year, programs: figures.programs.cash, batch, slots)
      }
    }
    for option in accounts.indices { write(option, trial, batch, slots) }
    accounts[followed].months.halfYears { point, cents in
      slots.points[point * slots.trials + trial] = cents
    }
    for place in flows.indices {
      slots.sums[batch * places.count + places.options * CashSums.each + place].add(flows[place])
    }
  }

  private mutating func move(
    _ option: Int, _ year: Int, programs: Cents, _ batch: Int, _ slots: CashSlots
  ) {
    if accounts[option].running.watch.hasLeft { return }
    let step = agreement.steps[year][option]
    let earned = settlements.earned[step.settlement]
    let cost = agreement.money.cost(of: year) - programs
    let paid = accounts[option].running.pay(
      earned.cents, benchmark: earned.benchmark, step, year: year, agreement.money,
      programs: programs)
    guard paid.isSettled else { return leave(option, year, paid, step, cost) }
    let before = accounts[option].cash.held
    let cash = book.whole(
      year, earned.cents, paid: paid.payment, step, cost: cost, &accounts[option].cash)
    let held = accounts[option].cash.held
    if before == .zero { accounts[option].firstHeld = held }
    slots.sums[batch * places.count + places.held(option, year)].add(held.dollars.amount)
    add(cash, to: option, of: year, on: book.terms.dates)
    if paid.leaves {
      add(
        book.leaving(year, step, paid, accounts[option].cash), to: option, of: year,
        on: book.dates(of: paid))
    }
  }

  /// A year left in its course: costs for the part served, and balances due with the results of the
  /// year before; nothing in the years after.
  private mutating func leave(
    _ option: Int, _ year: Int, _ paid: YearPaid, _ step: Agreement.Step, _ cost: Cents
  ) {
    let left = book.left(year, step, paid, cost: cost, accounts[option].cash)
    add(left.before, to: option, of: year - 1, on: book.terms.dates)
    add(left.during, to: option, of: year, on: book.dates(of: paid))
  }

  private mutating func add(_ cash: YearCash, to option: Int, of year: Int, on dates: CashDates) {
    accounts[option].add(cash, of: year, on: dates)
    if option == followed { follow(cash, year, on: dates) }
  }

  private mutating func follow(_ cash: YearCash, _ year: Int, on dates: CashDates) {
    for kind in CashKind.allCases where cash[kind] != .zero {
      let months = dates.months(of: kind, year: year)
      for place in months.indices {
        flows[kind.place * CashDates.years + months[place] / 12] +=
          cash[kind].part(place, of: months.count).dollars.amount
      }
    }
  }

  // Changes nothing, but a call that only borrowed would copy all of this.
  private mutating func write(_ option: Int, _ trial: Int, _ batch: Int, _ slots: CashSlots) {
    let account = accounts[option]
    let place = option * slots.trials + trial
    let sums = slots.sums + batch * places.count
    let lowest = account.months.lowest
    slots.lowest[place] = lowest.cents
    slots.month[place] = UInt8(lowest.month)
    slots.lowestWithout[place] = account.monthsWithout.lowest.cents
    slots.worth[place] = Int64(account.worth.rounded(.toNearestOrAwayFromZero))
    slots.worthWithout[place] = Int64(account.worthWithout.rounded(.toNearestOrAwayFromZero))
    sums[places.raised(option)].add(account.cash.held > account.firstHeld ? 1 : 0)
    sums[places.fees(option)].add(account.fees.dollars.amount)
    sums[places.recovery(option)].add(account.recovery.dollars.amount)
    sums[places.premium(option)].add(account.premium.dollars.amount)
  }
}

extension CashWalk.Account {
  fileprivate mutating func add(_ cash: YearCash, of year: Int, on dates: CashDates) {
    var without = cash
    without[.stopLossPremium] = .zero
    without[.stopLossRecovery] = .zero
    months.add(cash, of: year, on: dates)
    worth += cash.worth(dates.factors[year])
    monthsWithout.add(without, of: year, on: dates)
    worthWithout += without.worth(dates.factors[year])
    fees += -(cash[.carryingCost] + cash[.carryingCostOfRaise] + cash[.carryingCostAfter])
    recovery += cash[.stopLossRecovery]
    premium += -cash[.stopLossPremium]
  }
}
