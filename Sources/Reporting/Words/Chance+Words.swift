import Projection

extension Chance {
  /// `5.2%`, the last digit worth at least half a standard error; `none` and `all` for chances seen
  /// in no trial and in every trial; `<0.01%` for one too small for its error.
  public var percent: String {
    if value == 0 { return "none" }
    if value == 1 { return "all" }
    let precision = percentPrecision
    let rounded = printedPercent
    let places = max(0, -precision.exponent)
    if rounded == 0 { return "<\(DecimalText.fixed(precision.step, places: places))%" }
    if rounded >= 100 {
      return ">\(DecimalText.fixed(100 - precision.step, places: places))%"
    }
    return DecimalText.fixed(rounded, places: places) + "%"
  }

  /// The distance to the nearer end carries the digits: 0.03% and 99.97% alike.
  var percentPrecision: Precision {
    Precision(value: min(value, 1 - value) * 100, standardError: standardError * 100)
  }

  private var printedPercent: Double { percentPrecision.rounded(value * 100) }

  /// `22% of futures`, `no simulated future`, `every simulated future`.
  public var ofFutures: String {
    switch value {
    case 0: "no simulated future"
    case 1: "every simulated future"
    default: "\(percent) of futures"
    }
  }

  /// Odds as people say them: `1 chance in 20`, `about 1 in 3`, `37%`, `no chance seen`.
  ///
  /// "About" is left out only where the fraction lies within the 95 percent interval. A chance
  /// further than a tenth from every plain fraction is said in percent.
  public var words: String {
    if value == 0 { return "no chance seen" }
    if value == 1 { return "certain in every trial" }
    guard let (part, whole) = plainFraction else { return percent }
    let fraction = Double(part) / Double(whole)
    if (low...high).contains(fraction) {
      return "\(part) chance\(part == 1 ? "" : "s") in \(DecimalText.grouped(whole))"
    }
    return "about \(part) in \(DecimalText.grouped(whole))"
  }

  private var plainFraction: (Int, Int)? {
    let odds = 1 / value
    let candidates =
      odds > 20
      ? [(1, Self.roundNumber(near: odds))]
      : [
        (1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (2, 5), (3, 5), (4, 5), (1, 6), (1, 7),
        (1, 8), (1, 10), (3, 10), (7, 10), (9, 10), (1, 15), (19, 20), (1, 20),
      ]
    // Near the value and near the percent printed beside it, which may be rounded coarsely.
    let printed = printedPercent / 100
    func miss(_ pair: (Int, Int)) -> Double {
      let fraction = Double(pair.0) / Double(pair.1)
      let distance = max((fraction - value).magnitude, (fraction - printed).magnitude)
      return distance / min(value, 1 - value)
    }
    guard let best = candidates.min(by: { miss($0) < miss($1) }), miss(best) <= 0.1 else {
      return nil
    }
    return best
  }

  /// One leading digit, or a leading digit and a five: 30, 35, 150, 2,000.
  private static func roundNumber(near odds: Double) -> Int {
    var unit = 1.0
    while odds / unit >= 10 { unit *= 10 }
    let halves = (odds / unit * 2).rounded() * unit / 2
    return Int(min(halves, 1e9))
  }
}

extension Estimate {
  /// A plain count such as years of five: `0.31`, digits to the error.
  public var count: String {
    if value == 0 { return "0" }
    let precision = Precision(value: value, standardError: standardError)
    let rounded = precision.rounded(value)
    let places = max(0, -precision.exponent)
    if rounded == 0 { return "<" + DecimalText.fixed(precision.step, places: places) }
    return DecimalText.printed(rounded, places: places)
  }

  /// A fraction as percent, digits to the error: `2.4%`.
  public var percent: String {
    let precision = Precision(value: value * 100, standardError: standardError * 100)
    let rounded = precision.rounded(value * 100)
    return DecimalText.printed(rounded, places: max(0, -precision.exponent)) + "%"
  }

  /// A change of a fraction in percentage points: `+3.1`.
  public var points: String {
    let precision = Precision(value: value * 100, standardError: standardError * 100)
    let rounded = precision.rounded(value * 100)
    let places = max(0, -precision.exponent)
    return (rounded > 0 ? "+" : "")
      + DecimalText.printed(rounded, places: rounded == 0 ? 0 : places)
  }
}
