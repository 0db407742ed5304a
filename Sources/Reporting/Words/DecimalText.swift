/// Numbers as text, the same on every machine and under every locale.
enum DecimalText {
  /// With exactly this many decimals, halves away from zero, `-` for negatives, no grouping.
  static func fixed(_ value: Double, places: Int) -> String {
    guard value.isFinite else { return "" }
    let scale = Precision.power(places)
    let scaled = (value.magnitude * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled < 9e18 else { return value.description }
    let units = Int64(scaled)
    let sign = value < 0 && units > 0 ? "-" : ""
    return sign + digits(units, places: places)
  }

  /// Dollars and cents, exactly.
  static func cents(_ count: Int64) -> String {
    (count < 0 ? "-" : "") + digits(count.magnitude, places: 2)
  }

  /// `12,345`, with the minus sign of print.
  static func grouped(_ value: Int) -> String {
    (value < 0 ? "\u{2212}" : "") + grouped(String(value.magnitude))
  }

  /// With this many decimals, thousands grouped, and the minus sign of print.
  static func printed(_ value: Double, places: Int) -> String {
    let text = fixed(value, places: places)
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    let whole = grouped(parts.first.map(String.init) ?? "")
    let rest = parts.count > 1 ? "." + parts[1] : ""
    return (isNegative ? "\u{2212}" : "") + whole + rest
  }

  private static func digits(_ units: some BinaryInteger, places: Int) -> String {
    guard places > 0 else { return String(units) }
    let text = String(units)
    let padded = String(repeating: "0", count: max(0, places + 1 - text.count)) + text
    return padded.dropLast(places) + "." + padded.suffix(places)
  }

  private static func grouped(_ digits: String) -> String {
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return digits }
    var groups: [Substring] = []
    var rest = Substring(digits)
    while rest.count > 3 {
      groups.append(rest.suffix(3))
      rest = rest.dropLast(3)
    }
    return ([rest] + groups.reversed()).joined(separator: ",")
  }
}
