import Reconciliation
import Regulation
import Sampling

/// One worker's machinery: writes a history, settles every option through its five years, and notes
/// what leaving on each day would leave and what would be known on it.
struct ExitSimulation: ~Copyable {
  private let columns: ExitColumns
  private let money: Money
  private let options: [Agreement.BoundOption]
  private let settlements: [[Agreement.BoundSettlement]]
  private let partServed: [Double]
  private var history: MeasuredHistory
  private var earned: [Earned]
  private var accounts: [RunningAccount]
  /// Of net, what `cash:` adds to it, by option; `nil` where the scenario does not state when money
  /// moves.
  private var book: CashBook?
  private var cash: [CashAccount]
  private var beside: [Double]
  private var watches: [ExitWatch]

  private struct Earned {
    var cents = Cents.zero
    var benchmark = 0.0
    var savingsRate = 0.0
  }

  /// - Parameter partServed: Of each year left on 30 June; five fractions.
  init(
    _ agreement: Agreement, _ options: [Agreement.BoundOption], periods: [BoundPeriod],
    settlements: [[Agreement.BoundSettlement]], partServed: [Double], _ book: CashBook?
  ) {
    self.book = book
    cash = Array(repeating: CashAccount(), count: options.count)
    beside = Array(repeating: 0, count: options.count)
    columns = ExitColumns(options: options.count)
    money = agreement.money
    self.options = options
    self.settlements = settlements
    self.partServed = partServed
    history = MeasuredHistory(agreement, periods: periods)
    earned = Array(repeating: Earned(), count: settlements.reduce(0) { max($0, $1.count) })
    accounts = Array(repeating: RunningAccount(), count: options.count)
    watches = Array(repeating: ExitWatch(), count: options.count)
  }

  mutating func run(_ trial: Int, into row: UnsafeMutableBufferPointer<Double>) {
    history.start(trial: trial)
    for option in options.indices {
      accounts[option] = RunningAccount()
      (cash[option], beside[option]) = (CashAccount(), 0)
      watches[option] = ExitWatch()
      row[columns.ruleExit(option)] = Double(ExitColumns.dates)
    }
    for year in 0..<5 {
      history.nextYear()
      book?.add(year, history.figures)
      settle(year)
      note(year, row)
      for option in options.indices { walk(option, year, row) }
    }
  }

  private mutating func settle(_ year: Int) {
    for place in settlements[year].indices {
      let bound = settlements[year][place]
      let result = history.measured[bound.period].result
      earned[place] = Earned(
        cents: result.settlement(under: bound.terms).earned, benchmark: result.benchmark.amount,
        savingsRate: result.savingsRate)
    }
  }

  private func note(_ year: Int, _ row: UnsafeMutableBufferPointer<Double>) {
    let measured = history.measured[0]
    row[columns.claims(year)] = measured.observed.savingsRateByOwnClaims
    row[columns.size(year)] = Double(measured.observed.assignedBeneficiaries)
    row[columns.quality(year)] = measured.result.quality.score.fraction
  }

  private mutating func walk(
    _ option: Int, _ year: Int, _ row: UnsafeMutableBufferPointer<Double>
  ) {
    var step = options[option].steps[year]
    let exit = step.exit
    step.exit = .never
    let earning = earned[step.settlement]
    row[columns.rate(option, year)] = earning.savingsRate
    if !watches[option].hasLeft, watches[option].leavesInJune(exit) {
      row[columns.ruleExit(option)] = Double(ExitColumns.june(year))
    }
    priceJune(option, year, row)
    let paid = accounts[option].pay(
      earning.cents, benchmark: earning.benchmark, step, year: year, money,
      programs: history.programs.cash)
    if let book { beside[option] += book.net(year, earning.cents, step, paid, &cash[option]) }
    watches[option].settle(earning.cents, benchmark: earning.benchmark, exit)
    if !watches[option].hasLeft, watches[option].leavesInDecember(exit) {
      row[columns.ruleExit(option)] = Double(ExitColumns.december(year))
    }
    priceDecember(option, year, row)
  }

  /// What is left to one who leaves in June of this year, which has not been paid.
  // Changes nothing, as below, but a call that only borrowed would copy all of this.
  private mutating func priceJune(
    _ option: Int, _ year: Int, _ row: UnsafeMutableBufferPointer<Double>
  ) {
    guard year > 0 else { return }
    var balances = accounts[option].balances
    let inJune =
      accounts[option].net + beside[option]
      + money.net(
        leavingIn: year, after: partServed[year], due: balances.takeAll(),
        programs: history.programs.cash)
      + (book?.worthOfLeaving(year, after: partServed[year], cash[option]) ?? 0)
    row[columns.payoff(option, ExitColumns.june(year))] =
      inJune.rounded(.toNearestOrAwayFromZero)
  }

  /// What is left to one who leaves at the end of this year.
  private mutating func priceDecember(
    _ option: Int, _ year: Int, _ row: UnsafeMutableBufferPointer<Double>
  ) {
    let net = accounts[option].net + beside[option]
    guard year < 4 else {
      row[columns.payoff(option, ExitColumns.dates)] = net.rounded(.toNearestOrAwayFromZero)
      return
    }
    var balances = accounts[option].balances
    let due = balances.takeAll()
    let repaid =
      net - money.factor(year, of: -due) * Double(due.count)
      + (book?.worthOfLeaving(year, after: nil, cash[option]) ?? 0)
    row[columns.payoff(option, ExitColumns.december(year))] =
      repaid.rounded(.toNearestOrAwayFromZero)
  }
}

extension ObservedYear {
  /// A fraction: what the year's own claims save against the historical benchmark carried by the
  /// nation's growth alone, before CMS has told risk scores, region and the update.
  fileprivate var savingsRateByOwnClaims: Double {
    var (spent, carried) = (0.0, 0.0)
    for type in EnrollmentType.allCases {
      let stratum = strata[type]
      spent += stratum.expenditure.amount * stratum.personYears.count
      carried +=
        stratum.historicalBenchmark.amount * stratum.nationalGrowth.fraction
        * stratum.personYears.count
    }
    return carried > 0 ? 1 - spent / carried : 0
  }
}
