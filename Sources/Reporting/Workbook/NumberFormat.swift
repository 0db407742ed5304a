import Projection

/// How a number of the workbook is shown: a format code of Office Open XML (ECMA-376 part 1,
/// 18.8.31). The cell holds the number itself, in dollars, fractions or counts.
struct NumberFormat: Hashable, Sendable {
  var code: String

  static let general = NumberFormat(code: "General")
  static let whole = NumberFormat(code: "#,##0")
  /// As an identifier: years and seeds.
  static let plain = NumberFormat(code: "0")
  static let dollars = NumberFormat(code: "$#,##0;-$#,##0")
  static let cents = NumberFormat(code: "$#,##0.00;-$#,##0.00")

  /// `12.3%`.
  static func percent(_ places: Int) -> NumberFormat {
    let decimals = decimals(places)
    return NumberFormat(code: "0\(decimals)%;-0\(decimals)%")
  }

  static func count(_ places: Int) -> NumberFormat {
    NumberFormat(code: "#,##0\(decimals(places))")
  }

  /// The same with what it is an error of said in front.
  var asError: NumberFormat {
    NumberFormat(code: code.split(separator: ";").first.map { "\"± \"\($0)" } ?? code)
  }

  /// `$1.23M`, zero as `$0`.
  static func dollars(_ unit: MoneyUnit, _ places: Int) -> NumberFormat {
    let scale =
      switch unit {
      case .billion: ",,,\"B\""
      case .million: ",,\"M\""
      case .thousand: ",\"K\""
      case .dollar: ""
      }
    let code = "$#,##0\(decimals(places))\(scale)"
    return NumberFormat(code: "\(code);-\(code);$0")
  }

  private static func decimals(_ places: Int) -> String {
    places > 0 ? "." + String(repeating: "0", count: min(places, 12)) : ""
  }
}

extension NumberFormat {
  /// A column of amounts, digits to their errors, as `MoneyUnit.column` prints them.
  static func column(_ estimates: [Estimate], _ unit: MoneyUnit) -> [NumberFormat] {
    EvenColumn.shown(
      estimates.map { $0.value / Precision.power(unit.exponent) },
      bearing: estimates.map {
        places(unit, Precision(value: $0.value, standardError: $0.standardError))
      }
    ).map { dollars(unit, $0) }
  }

  /// A column of standard errors, two digits each at most.
  static func errors(_ estimates: [Estimate], _ unit: MoneyUnit) -> [NumberFormat] {
    let shown = estimates.map { Estimate(value: $0.standardError, standardError: 0) }
    return EvenColumn.shown(
      shown.map { $0.value / Precision.power(unit.exponent) },
      bearing: shown.map { places(unit, Precision.twoDigits(of: $0.value)) }
    ).map { dollars(unit, $0).asError }
  }

  private static func places(_ unit: MoneyUnit, _ precision: Precision) -> Int {
    max(0, unit.exponent - max(precision.exponent, -2))
  }

  /// Of a chance, digits to its error; of the ends of its interval, one digit more.
  static func chance(_ chance: Chance, more: Int = 0) -> NumberFormat {
    guard chance.value > 0, chance.value < 1, chance.value.isFinite else {
      return percent(2 * more)
    }
    return percent(min(6, max(0, -chance.percentPrecision.exponent) + more))
  }

  /// Of a fraction shown in percent.
  static func fraction(_ estimate: Estimate) -> NumberFormat {
    guard estimate.value != 0 || estimate.standardError != 0 else { return percent(0) }
    let precision = Precision(
      value: estimate.value * 100, standardError: estimate.standardError * 100)
    return percent(min(6, max(0, -precision.exponent)))
  }

  /// Of a plain count.
  static func count(_ estimate: Estimate) -> NumberFormat {
    guard estimate.value != 0 || estimate.standardError != 0 else { return count(0) }
    let precision = Precision(value: estimate.value, standardError: estimate.standardError)
    return count(min(6, max(0, -precision.exponent)))
  }
}
