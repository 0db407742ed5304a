import Projection

/// A column, and what it holds of an item.
struct StoredField<Item> {
  var column: StoredTable.Column
  var value: (Item) -> StoredValue

  static func text(
    _ name: String, _ meaning: String, _ value: @escaping (Item) -> String?
  ) -> [StoredField] {
    [StoredField(column: .init(name, .text, "", meaning)) { StoredValue(value($0)) }]
  }

  static func whole(
    _ name: String, _ unit: String, _ meaning: String, _ value: @escaping (Item) -> Int?
  ) -> [StoredField] {
    [
      StoredField(column: .init(name, .integer, unit, meaning)) { item in
        value(item).map { StoredValue($0) } ?? .empty
      }
    ]
  }

  /// 1 for what holds, 0 for what does not.
  static func flag(
    _ name: String, _ meaning: String, _ value: @escaping (Item) -> Bool
  ) -> [StoredField] {
    [
      StoredField(column: .init(name, .integer, "1 or 0", meaning)) { StoredValue(value($0)) }
    ]
  }

  static func real(
    _ name: String, _ unit: String, _ meaning: String, _ value: @escaping (Item) -> Double?
  ) -> [StoredField] {
    [
      StoredField(column: .init(name, .real, unit, meaning)) { item in
        value(item).map { StoredValue($0) } ?? .empty
      }
    ]
  }

  /// A value and its Monte Carlo standard error.
  static func estimate(
    _ name: String, _ unit: String, _ meaning: String, _ value: @escaping (Item) -> Estimate?
  ) -> [StoredField] {
    real(name, unit, meaning) { value($0)?.value }
      + real("\(name)StandardError", unit, "Monte Carlo standard error of \(name).") {
        value($0)?.standardError
      }
  }

  /// A chance and its 95 percent interval.
  static func chance(
    _ name: String, _ meaning: String, _ value: @escaping (Item) -> Chance?
  ) -> [StoredField] {
    real(name, "fraction of trials", meaning) { value($0)?.value }
      + real("\(name)Low", "fraction of trials", "Lower end of its Wilson 95 percent interval.") {
        value($0)?.low
      }
      + real("\(name)High", "fraction of trials", "Upper end of its Wilson 95 percent interval.") {
        value($0)?.high
      }
  }

  /// A quantile and its 95 percent interval.
  static func quantile(
    _ name: String, _ meaning: String, _ value: @escaping (Item) -> QuantileEstimate
  ) -> [StoredField] {
    real(name, "dollars", meaning) { value($0).value.dollars.amount }
      + real(
        "\(name)Low", "dollars", "Lower end of its distribution-free 95 percent interval."
      ) { value($0).low.dollars.amount }
      + real(
        "\(name)High", "dollars", "Upper end of its distribution-free 95 percent interval."
      ) { value($0).high.dollars.amount }
  }
}
