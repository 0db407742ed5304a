import Regulation

/// Where a trial's figures stand in a row: what is known in each year, and what is left to one who
/// leaves on each day.
///
/// Days are numbered in order: 31 December of the first year, 30 June of the second, and so on through
/// 30 June of the fifth, eight of them.
struct ExitColumns {
  static let dates = 8
  private static let ofOption = 15

  let options: Int
  var count: Int { Self.ofOption * (1 + options) }

  /// The savings rate as the ACO's own claims tell it.
  func claims(_ year: Int) -> Int { year }
  /// Assigned beneficiaries.
  func size(_ year: Int) -> Int { 5 + year }
  func quality(_ year: Int) -> Int { 10 + year }
  /// The settled savings rate.
  func rate(_ option: Int, _ year: Int) -> Int { start(option) + year }
  /// Five-year net in cents; `dates` for one who stays.
  func payoff(_ option: Int, _ date: Int) -> Int { start(option) + 5 + date }
  /// The day on which the option's exit rule ends it; `dates` for never.
  func ruleExit(_ option: Int) -> Int { start(option) + 14 }

  private func start(_ option: Int) -> Int { Self.ofOption * (1 + option) }

  static func december(_ year: Int) -> Int { 2 * year }
  static func june(_ year: Int) -> Int { 2 * year - 1 }
  static func isJune(_ date: Int) -> Bool { date % 2 == 1 }
  /// The year with which leaving then takes effect, 0 for the first.
  static func year(_ date: Int) -> Int { (date + 1) / 2 }
}

extension StudyTable {
  /// What is known on a day: published results through the year before, or on 30 June the year before
  /// the last, and then the last year's claims; and how many are assigned.
  func known(on date: Int, of option: Int, _ columns: ExitColumns, _ rows: Range<Int>)
    -> [[Double]]
  {
    let isJune = ExitColumns.isJune(date)
    let year = ExitColumns.year(date)
    let published = isJune ? year - 1 : year
    var known: [[Double]] = []
    if isJune {
      known.append(column(columns.claims(year - 1), rows))
      known.append(column(columns.size(year - 1), rows))
    }
    guard published > 0 else { return known }
    known.append(column(columns.rate(option, published - 1), rows))
    known.append(column(columns.quality(published - 1), rows))
    known.append(column(isJune ? columns.claims(year - 2) : columns.size(year), rows))
    guard published > 1 else { return known }
    let before = 0..<published - 1
    known.append(
      rows.map { trial in
        before.reduce(0) { $0 + self[trial, columns.rate(option, $1)] } / Double(before.count)
      })
    return known
  }

  func column(_ column: Int, _ rows: Range<Int>) -> [Double] { rows.map { self[$0, column] } }
}
