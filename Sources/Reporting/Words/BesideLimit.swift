import Projection

// A figure printed beside a limit that it keeps or breaks: rounding must not carry it across.

extension Chance {
  /// As `percent`; `at most 35%` or `over 35%` where its digits would stand on the other side of the
  /// limit than it does.
  ///
  /// - Parameter limit: A fraction; `nil` where there is none.
  func percent(beside limit: Double?) -> String {
    guard let limit, value > 0, value < 1 else { return percent }
    let printed = percentPrecision.rounded(value * 100)
    guard printed > 0, printed < 100 else { return percent }
    if value <= limit { return printed > limit * 100 ? "at most \(Limit.percent(limit))" : percent }
    return printed <= limit * 100 ? "over \(Limit.percent(limit))" : percent
  }

  func ofFutures(beside limit: Double?) -> String {
    value == 0 || value == 1 ? ofFutures : "\(percent(beside: limit)) of futures"
  }
}

extension Estimate {
  /// As `dollars`; `no worse than −$8.5 million` or `worse than −$8.5 million` where its digits would
  /// stand on the other side of the limit than it does.
  ///
  /// - Parameter floor: In dollars; `nil` where there is none.
  func dollars(notBelow floor: Double?) -> String {
    guard let floor else { return dollars }
    let printed = Precision(value: value, standardError: standardError).rounded(value)
    if value >= floor { return printed < floor ? "no worse than \(Limit.dollars(floor))" : dollars }
    return printed >= floor ? "worse than \(Limit.dollars(floor))" : dollars
  }
}

/// A limit is as its author writes it: no error, as many digits as it has.
enum Limit {
  static func percent(_ fraction: Double) -> String { plain(fraction * 100, 6) + "%" }

  static func dollars(_ amount: Double) -> String {
    let size = amount.magnitude
    return (amount < 0 ? "\u{2212}" : "")
      + (size >= 1e6 ? "$\(plain(size / 1e6, 8)) million" : "$\(plain(size, 2))")
  }

  private static func plain(_ value: Double, _ places: Int) -> String {
    let text = DecimalText.printed(value, places: places)
    let digits = text.reversed().drop { $0 == "0" }
    return String((digits.first == "." ? digits.dropFirst() : digits).reversed())
  }
}
