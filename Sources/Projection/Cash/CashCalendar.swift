import Reconciliation
import Regulation

/// When one history's money moves under one option.
public struct CashCalendar: Hashable, Sendable {
  public struct Movement: Hashable, Sendable {
    public var day: Day
    public var kind: CashKind
    /// The performance year it belongs to.
    public var performanceYear: PerformanceYear
    /// Positive to the ACO.
    public var amount: Cents
  }
  /// By day; those of one day in the order of kinds. Nothing that is zero.
  public var movements: [Movement]
  /// What the repayment mechanism holds at the end of each performance year; five.
  public var held: [Cents]
  /// Whether what the mechanism holds is set aside from cash.
  public var isSetAside: Bool
  /// The least cash at the end of any month, what was at hand before left out, and that day; zero
  /// where it never falls below that.
  public var lowest: Cents
  public var lowestDay: Day
  /// All movements at their value on the first day, in unrounded cents.
  public var presentValue: Double
  /// The end of every half-year, from the first on.
  public var halfYears: [Day]

  /// All that has moved through a day.
  public func balance(through day: Day) -> Cents {
    movements.reduce(.zero) { $1.day <= day ? $0 + $1.amount : $0 }
  }
}

extension Agreement {
  /// The cash calendar of one trial under one option.
  ///
  /// - Parameter workers: For the price of stop-loss cover, where it is not quoted.
  public func cashCalendar(trial: Int, option: Int, workers: Int) throws -> CashCalendar {
    var book = try cashBook(of: settlements, periods, workers: workers, isCancelled: { false })
    var history = MeasuredHistory(self, periods: periods)
    history.start(trial: trial)
    var (account, running) = (CashAccount(), RunningAccount())
    var years: [CashCalendar.Dated] = []
    var held: [Cents] = []
    for (year, step) in options[option].steps.enumerated() where !running.watch.hasLeft {
      history.nextYear()
      book.add(year, history.figures)
      let wanted = settlements[year][step.settlement]
      let earned = history.measured[wanted.period].result.settlement(under: wanted.terms).earned
      let cost = money.cost(of: year) - history.programs.cash
      let paid = running.pay(
        earned, benchmark: history.measured[wanted.period].result.benchmark.amount, step,
        year: year, money, programs: history.programs.cash)
      if paid.isSettled {
        let whole = book.whole(year, earned, paid: paid.payment, step, cost: cost, &account)
        years.append(.init(cash: whole, year: year, dates: cash.dates))
        if paid.leaves {
          let left = book.leaving(year, step, paid, account)
          years.append(.init(cash: left, year: year, dates: book.dates(of: paid)))
        }
      } else {
        let left = book.left(year, step, paid, cost: cost, account)
        years[year - 1].cash[.settlementBilled] =
          years[year - 1].cash[.settlementBilled] + left.before[.settlementBilled]
        years.append(.init(cash: left.during, year: year, dates: book.dates(of: paid)))
      }
      held.append(account.held)
    }
    return CashCalendar(years, on: cash, held: held)
  }
}

extension CashCalendar {
  /// What a year moves, and when; a year may move some of it on other days than the rest.
  fileprivate struct Dated {
    var cash: YearCash
    /// 0 for the first.
    var year: Int
    var dates: CashDates
  }

  fileprivate init(_ years: [Dated], on terms: CashTerms, held: [Cents]) {
    let dates = terms.dates
    var months = CashMonths()
    for some in years { months.add(some.cash, of: some.year, on: some.dates) }
    let lowest = months.lowest
    movements = CashKind.allCases.flatMap { kind in
      years.flatMap { some -> [Movement] in
        let days = some.dates.days(of: kind, year: some.year)
        return days.enumerated().map { place, day in
          Movement(
            day: day, kind: kind, performanceYear: PerformanceYear(dates.start.year + some.year),
            amount: some.cash[kind].part(place, of: days.count))
        }
      }
    }
    .filter { $0.amount != .zero }
    .enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
    .map(\.element)
    self.held = held
    isSetAside = terms.form == .escrow
    self.lowest = Cents(lowest.cents)
    lowestDay = dates.end(of: lowest.month)
    presentValue = years.reduce(0) { $0 + $1.cash.worth($1.dates.factors[$1.year]) }
    halfYears = stride(from: 5, to: CashDates.months, by: 6).map(dates.end)
  }
}
