import Projection

/// Numbers of one column with as many decimals as all of them can bear.
///
/// No number gets a digit beyond its own error; one that would vanish at the column's decimals
/// keeps its first digit.
enum EvenColumn {
  /// - Parameters:
  ///   - values: in the column's unit.
  ///   - places: decimals each value bears by its own error.
  static func texts(_ values: [Double], bearing places: [Int], signed: Bool = false) -> [String] {
    zip(zip(values, places), shown(values, bearing: places)).map { value, shown in
      guard rounded(value.0, value.1) != 0 else { return "0" }
      let plus = signed && value.0 > 0 ? "+" : ""
      return plus + DecimalText.printed(value.0, places: shown)
    }
  }

  /// How many decimals each is shown with.
  static func shown(_ values: [Double], bearing places: [Int]) -> [Int] {
    let counted = zip(values, places).filter { rounded($0, $1) != 0 }
    let most = counted.map(\.1).min() ?? 0
    return zip(values, places).map { value, own in
      guard rounded(value, own) != 0 else { return 0 }
      var shown = min(most, own)
      while shown < own, rounded(value, shown) == 0 { shown += 1 }
      return shown
    }
  }

  private static func rounded(_ value: Double, _ places: Int) -> Double {
    (value * Precision.power(places)).rounded(.toNearestOrAwayFromZero)
  }
}

extension MoneyUnit {
  /// A column of amounts, digits to their errors.
  func column(_ estimates: [Estimate], signed: Bool = false) -> [String] {
    EvenColumn.texts(
      estimates.map { $0.value / Precision.power(exponent) },
      bearing: estimates.map {
        max(
          0, exponent - Precision(value: $0.value, standardError: $0.standardError).exponent)
      }, signed: signed)
  }

  /// A column of standard errors: `± 0.013`.
  func errors(_ estimates: [Estimate]) -> [String] {
    EvenColumn.texts(
      estimates.map { $0.standardError < 0.005 ? 0 : $0.standardError / Precision.power(exponent) },
      bearing: estimates.map {
        max(0, exponent - Precision.twoDigits(of: $0.standardError).exponent)
      }
    ).map { "± " + $0 }
  }
}

extension [Estimate] {
  /// A column of plain counts, digits to their errors.
  var counts: [String] {
    EvenColumn.texts(
      map(\.value),
      bearing: map {
        Swift.max(0, -Precision(value: $0.value, standardError: $0.standardError).exponent)
      })
  }

  /// A column of changes of a fraction, in percentage points.
  var points: [String] {
    EvenColumn.texts(
      map { $0.value * 100 },
      bearing: map {
        Swift.max(
          0, -Precision(value: $0.value * 100, standardError: $0.standardError * 100).exponent)
      }, signed: true)
  }
}
