import Regulation

/// What moves in each month of a calendar, in cents.
struct CashMonths {
  private var months = Array(repeating: Int64(0), count: CashDates.months)

  mutating func clear() {
    for month in months.indices { months[month] = 0 }
  }

  mutating func add(_ cash: YearCash, of year: Int, on dates: CashDates) {
    for kind in CashKind.allCases where cash[kind] != .zero {
      let days = dates.months(of: kind, year: year)
      for place in days.indices {
        months[days[place]] += cash[kind].part(place, of: days.count).count
      }
    }
  }

  /// The least cash at the end of any month, cash at hand before the first left out; zero, and the
  /// first month, where it never falls below that.
  var lowest: (cents: Int64, month: Int) {
    var (sum, lowest, at) = (Int64(0), Int64(0), 0)
    for month in months.indices {
      sum += months[month]
      if sum < lowest { (lowest, at) = (sum, month) }
    }
    return (lowest, at)
  }

  /// Cash at the end of every sixth month, in order.
  func halfYears(_ body: (Int, Int64) -> Void) {
    var sum = Int64(0)
    for month in months.indices {
      sum += months[month]
      if month % 6 == 5 { body(month / 6, sum) }
    }
  }
}
