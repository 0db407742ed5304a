import Regulation

/// Residuals from the mean of their cell, in cells large enough to have one.
struct Cells<Row> {
  /// Cells with fewer rows than this are left out.
  static var fewest: Int { 5 }

  /// - Parameters:
  ///   - cell: What shares a mean, such as performance year and start of agreement.
  /// - Returns: Rows in their order, each with its residual times √(n/(n−1)), which makes up for
  ///   the mean having been taken from the same rows.
  static func residuals(
    _ rows: [Row], cell: (Row) -> Int, value: (Row) -> Double
  ) -> [(row: Row, residual: Double)] {
    var sums: [Int: (count: Double, sum: Double)] = [:]
    for row in rows {
      sums[cell(row), default: (0, 0)].count += 1
      sums[cell(row), default: (0, 0)].sum += value(row)
    }
    return rows.compactMap { row in
      guard let (count, sum) = sums[cell(row)], count >= Double(fewest) else { return nil }
      return (row, (value(row) - sum / count) * (count / (count - 1)).squareRoot())
    }
  }
}

extension ACOYear {
  /// The cell of a performance year and a start of agreement.
  var cohort: Int {
    year * 1_000_000 + (agreementStart.map { $0.year * 100 + $0.month } ?? 0)
  }
}

/// Numbers ACOs from 0 in the order they come.
struct ACONumbers {
  private var numbers: [String: Int] = [:]
  var count: Int { numbers.count }

  mutating func number(_ id: String) -> Int {
    if let number = numbers[id] { return number }
    numbers[id] = numbers.count
    return numbers.count - 1
  }
}
