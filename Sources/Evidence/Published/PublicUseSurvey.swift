import Regulation

/// What no single row tells: how a file's columns print their numbers, and its newest agreements.
struct PublicUseSurvey: Hashable, Sendable {
  /// Rates whose bare numbers may be fractions or percents, each with the size that no fraction in
  /// its column reaches.
  private static let rates: [(column: PublicUseColumn, largestFraction: Double)] = [
    (.minimumSavingsRate, 0.3), (.finalSharingRate, 1.5), (.finalLossRate, 1.5),
  ]

  private var bare: [PublicUseColumn: Int] = [:]
  private var large: [PublicUseColumn: Int] = [:]
  private var decimals: [PublicUseColumn: [Int: Int]] = [:]
  private var starts: [Int: Int] = [:]
  /// Whether not even a faulty row follows the header.
  private(set) var isEmpty = true

  /// A whole pass over the file.
  init(_ file: PublicUseFile) throws {
    try file.forEachRow { row in
      isEmpty = false
      guard row.problem == nil else { return }
      add(row)
    }
  }

  private mutating func add(_ row: PublicUseRow) {
    for (column, largest) in Self.rates {
      guard let value = row.figure(column).count else { continue }
      bare[column, default: 0] += 1
      if value.magnitude > largest { large[column, default: 0] += 1 }
    }
    for column in [PublicUseColumn.minimumSavingsRate, .qualityScore] {
      guard let text = row.text(column), case .number = PublishedFigure(text) else { continue }
      decimals[column, default: [:]][PrintedRate.decimals(of: text), default: 0] += 1
    }
    if let day = row.text(.currentStart).flatMap(PublishedDay.day) {
      starts[day.year, default: 0] += 1
    }
  }

  /// A few strays do not change what a column holds.
  private func isMany(_ count: Int, of all: Int) -> Bool { count > 0 && count * 50 >= all }

  func scale(of column: PublicUseColumn) -> PublicUseFile.RateScale {
    isMany(large[column] ?? 0, of: bare[column] ?? 0) ? .percent : .fraction
  }

  /// The digits most numbers of the column have after the point.
  func decimals(of column: PublicUseColumn) -> Int {
    let counts = decimals[column] ?? [:]
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  /// The year in which the newest agreements began.
  var newestStart: Int? {
    let all = starts.values.reduce(0, +)
    return starts.filter { isMany($0.value, of: all) }.keys.max()
  }
}
