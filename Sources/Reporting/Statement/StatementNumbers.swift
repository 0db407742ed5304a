import Regulation

/// Numbers as statements print them: the same on every machine, whatever its locale.
enum StatementNumbers {
  /// `-$1,234.50`.
  static func money(_ amount: Dollars) -> String {
    let cents = Cents(rounding: amount).count
    return (cents < 0 ? "-$" : "$") + grouped(cents.magnitude / 100) + "."
      + padded(cents.magnitude % 100, to: 2)
  }

  /// `1234.50`, for JSON.
  static func plain(_ amount: Dollars) -> String {
    let cents = Cents(rounding: amount).count
    return (cents < 0 ? "-" : "") + String(cents.magnitude / 100) + "."
      + padded(cents.magnitude % 100, to: 2)
  }

  /// `3.00%`, `2.983557%`: two decimals at least, six at most.
  static func percent(_ rate: Rate) -> String {
    trimmed(decimal(rate.fraction * 100, places: 6), least: 2) + "%"
  }

  /// `1.034083`.
  static func ratio(_ rate: Rate) -> String { decimal(rate.fraction, places: 6) }

  /// `7.52`.
  static func points(_ points: Double) -> String { decimal(points, places: 2) }

  static func personYears(_ years: PersonYears) -> String {
    let text = trimmed(decimal(years.count, places: 2), least: 0)
    guard let point = text.firstIndex(of: ".") else { return grouped(text) }
    return grouped(String(text[..<point])) + text[point...]
  }

  static func count(_ count: Int) -> String {
    (count < 0 ? "-" : "") + grouped(UInt64(count.magnitude))
  }

  /// `0.475`, for JSON: twelve decimals at most, beyond which a rate is only rounding.
  static func fraction(_ rate: Rate) -> String {
    rate.fraction.isFinite ? trimmed(decimal(rate.fraction, places: 12), least: 0) : "null"
  }

  /// The shortest decimal that reads back as the same number; never `-0`.
  static func exact(_ number: Double) -> String {
    guard number.isFinite else { return "null" }
    return number == 0 ? "0" : "\(number)"
  }

  /// Rounded half away from zero to a number of places; never `-0`.
  private static func decimal(_ number: Double, places: Int) -> String {
    guard number.isFinite, number.magnitude < 1e12 else { return "\(number)" }
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = number.magnitude * scale
    let whole = UInt64((scaled + 4 * scaled.ulp).rounded(.toNearestOrAwayFromZero))
    let sign = number < 0 && whole > 0 ? "-" : ""
    let unit = UInt64(scale)
    return sign + String(whole / unit) + "." + padded(whole % unit, to: places)
  }

  private static func trimmed(_ text: String, least: Int) -> String {
    guard let point = text.firstIndex(of: ".") else { return text }
    var kept = text
    while kept.hasSuffix("0"), kept.distance(from: point, to: kept.endIndex) > least + 1 {
      kept.removeLast()
    }
    return kept.hasSuffix(".") ? String(kept.dropLast()) : kept
  }

  private static func padded(_ number: UInt64, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func grouped(_ number: UInt64) -> String { grouped(String(number)) }

  private static func grouped(_ digits: String) -> String {
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }
}
