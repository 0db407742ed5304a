import Projection
import Regulation

extension Estimate {
  /// Dollars in words for a sentence: `$1.2 million`, `−$460,000`, `within $100,000 of zero`.
  ///
  /// The last digit printed is worth at least half a standard error.
  public var dollars: String {
    let precision = Precision(value: value, standardError: standardError)
    let rounded = precision.rounded(value)
    guard rounded != 0 || value == 0 else {
      return "within \(Money.words(precision.step, precision)) of zero"
    }
    return Money.words(rounded, precision)
  }

  /// The size of an amount whose direction the sentence tells: `$1.2 million`.
  public var dollarsWithoutSign: String {
    Estimate(value: value.magnitude, standardError: standardError).dollars
  }

  /// The standard error alone, to two digits: `$13,000`.
  public var standardErrorDollars: String {
    guard standardError >= 0.005 else { return "$0" }
    let precision = Precision.twoDigits(of: standardError)
    return Money.words(precision.rounded(standardError), precision)
  }

  /// Whether the value is further from zero than two of its standard errors.
  public var isClear: Bool { value.magnitude > 2 * standardError }
}

extension QuantileEstimate {
  /// The quantile as an estimate in dollars.
  public var estimate: Estimate {
    Estimate(value: value.dollars.amount, standardError: standardError)
  }
}

extension Cents {
  /// An amount that is exact in its sample, to three digits: `−$12.3 million`.
  public var words: String {
    Estimate(value: dollars.amount, standardError: 0).dollars
  }
}

/// Dollars as reports print them.
enum Money {
  static func words(_ rounded: Double, _ precision: Precision) -> String {
    let sign = rounded < 0 ? "\u{2212}" : ""
    let size = rounded.magnitude
    for (name, exponent) in [("billion", 9), ("million", 6)]
    where size >= Precision.power(exponent) {
      let places = max(0, exponent - precision.exponent)
      let count = DecimalText.printed(size / Precision.power(exponent), places: places)
      return "\(sign)$\(count) \(name)"
    }
    let hasCents = precision.exponent < 0 && size > 0
    return "\(sign)$" + DecimalText.printed(size, places: hasCents ? 2 : 0)
  }

  /// A tick of an axis: `−$2M`, `$500K`, `$0`.
  static func tick(_ value: Double, step: Double) -> String {
    let sign = value < 0 ? "\u{2212}" : ""
    guard value != 0 else { return "$0" }
    let (unit, exponent): (String, Int) =
      switch max(value.magnitude, step) {
      case 1e9...: ("B", 9)
      case 1e6...: ("M", 6)
      case 1e3...: ("K", 3)
      default: ("", 0)
      }
    let scale = Precision.power(exponent)
    let places = [0, 1, 2, 3].first { places in
      let scaled = value.magnitude / scale * Precision.power(places)
      return (scaled - scaled.rounded()).magnitude < 1e-6
    }
    let count = DecimalText.printed(value.magnitude / scale, places: places ?? 3)
    return "\(sign)$\(count)\(unit)"
  }
}

/// The unit one table prints its dollars in, chosen once for all its cells.
enum MoneyUnit: String, Hashable, Sendable {
  case billion = "$ billion"
  case million = "$ million"
  case thousand = "$ thousand"
  case dollar = "$"

  var exponent: Int {
    switch self {
    case .billion: 9
    case .million: 6
    case .thousand: 3
    case .dollar: 0
    }
  }

  init(for amounts: [Double]) {
    let largest = amounts.map(\.magnitude).max() ?? 0
    // A hundred thousand millions no longer fit a column of a terminal.
    self =
      largest >= 1e11 ? .billion : largest >= 1e6 ? .million : largest >= 1e4 ? .thousand : .dollar
  }

  /// A cell: digits to the error.
  func cell(_ estimate: Estimate, signed: Bool = false) -> String {
    let precision = Precision(value: estimate.value, standardError: estimate.standardError)
    let rounded = precision.rounded(estimate.value)
    let plus = signed && rounded > 0 ? "+" : ""
    let places = rounded == 0 ? 0 : max(0, exponent - precision.exponent)
    return plus + DecimalText.printed(rounded / Precision.power(exponent), places: places)
  }

  func cell(_ cents: Cents) -> String {
    cell(Estimate(value: cents.dollars.amount, standardError: 0))
  }

  /// A standard error: `± 0.013`.
  func error(_ estimate: Estimate) -> String {
    guard estimate.standardError >= 0.005 else { return "± 0" }
    let precision = Precision.twoDigits(of: estimate.standardError)
    let places = max(0, exponent - precision.exponent)
    let value = precision.rounded(estimate.standardError) / Precision.power(exponent)
    return "± " + DecimalText.printed(value, places: places)
  }
}
