/// Reading numbers as people mean them: `64_000_000`, `0.02`, `-1.5e-3`, and nothing else.
///
/// YAML itself would read `12:30` as 750, `017` as 15 and `1e400` as infinity.
enum NumberText {
  /// Why a text is no number here, and what to write instead.
  struct Fault: Error, Hashable {
    var remedy: String
  }

  /// The number, where the text matches `[-+]?\d+(_\d+)*(\.\d+)?([eE][-+]?\d+)?`, has no leading
  /// zero and is finite.
  static func number(_ text: String) -> Result<Double, Fault> {
    guard let shape = shape(of: text) else { return .failure(fault(of: text)) }
    guard !shape.hasStrayUnderscore else {
      return .failure(Fault(remedy: "An underscore stands between two digits, such as in 64_000."))
    }
    guard !shape.hasLeadingZero else {
      return .failure(Fault(remedy: "A number has no leading zero: write \(stripped(text))."))
    }
    guard let value = Double(text.filter { $0 != "_" }), value.isFinite else {
      return .failure(Fault(remedy: "The number is too large to be finite: write a smaller one."))
    }
    return .success(value)
  }

  /// A whole number, written without point and exponent.
  static func whole(_ text: String) -> Result<UInt64, Fault> {
    switch number(text) {
    case .failure(let fault): return .failure(fault)
    case .success(let value):
      if value < 0 {
        return .failure(Fault(remedy: "A count is not negative: write it without a sign."))
      }
      guard shape(of: text)?.isWhole == true else {
        return .failure(Fault(remedy: "A count is whole: write it without point or exponent."))
      }
      guard let whole = UInt64(text.filter { $0 != "_" && $0 != "+" && $0 != "-" }) else {
        return .failure(Fault(remedy: "The number is too large: write a smaller one."))
      }
      return .success(whole)
    }
  }

  struct Shape { var hasLeadingZero, hasStrayUnderscore, isWhole: Bool }

  static func shape(of text: String) -> Shape? {
    var rest = text.utf8[...]
    func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    if let sign = rest.first, sign == 43 || sign == 45 { rest.removeFirst() }
    guard let first = rest.first, isDigit(first) else { return nil }
    let whole = rest.prefix { isDigit($0) || $0 == 95 }
    rest = rest.dropFirst(whole.count)
    let isWhole = rest.isEmpty
    if rest.first == 46 {
      let digits = rest.dropFirst().prefix(while: isDigit)
      guard !digits.isEmpty else { return nil }
      rest = rest.dropFirst(1 + digits.count)
    }
    if let mark = rest.first, mark == 69 || mark == 101 {
      rest.removeFirst()
      if let sign = rest.first, sign == 43 || sign == 45 { rest.removeFirst() }
      let digits = rest.prefix(while: isDigit)
      guard !digits.isEmpty else { return nil }
      rest = rest.dropFirst(digits.count)
    }
    guard rest.isEmpty else { return nil }
    let groups = whole.split(separator: 95, omittingEmptySubsequences: false)
    return Shape(
      hasLeadingZero: first == 48 && whole.count > 1,
      hasStrayUnderscore: groups.contains(where: \.isEmpty), isWhole: isWhole)
  }
}

extension NumberText {
  private static func stripped(_ text: String) -> String {
    let sign = text.prefix { $0 == "-" || $0 == "+" }
    let digits = text.dropFirst(sign.count).drop { $0 == "0" || $0 == "_" }
    let body = digits.first?.isNumber == true ? String(digits) : "0" + digits
    return (sign == "-" ? "-" : "") + body
  }

  private static func fault(of text: String) -> Fault {
    let lower = text.lowercased()
    let bare = lower.drop { "+-.".contains($0) }
    if bare == "nan" {
      return Fault(remedy: "NaN is not a number and cannot be simulated: write a number.")
    }
    if ["inf", "infinity"].contains(bare) {
      return Fault(remedy: "Infinity cannot be simulated: write a finite number.")
    }
    if text.contains(":") {
      return Fault(remedy: "A colon makes a time of it, not a number: write a plain number.")
    }
    if lower.hasSuffix("%") { return Fault(remedy: Measure.notPercents) }
    let plain = text.filter { $0 != "," && $0 != "$" && $0 != " " }
    if plain != text, shape(of: plain) != nil, case .success(let value) = number(plain) {
      return Fault(remedy: "Write \(Bounds.text(value)), without dollar sign or comma.")
    }
    return Fault(remedy: "")
  }
}
