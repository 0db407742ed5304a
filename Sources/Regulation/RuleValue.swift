/// What a rule can hold: a number, the absence of one, a word, a list or a table.
public enum RuleValue: Hashable, Sendable {
  case number(Double)
  /// There is no such number: no limit, no payment, not yet published.
  case none
  case word(String)
  case list([Double])
  case bands([Band])

  /// One row of a table: from `fewest` through `most`, both included, the value runs in a
  /// straight line from `atFewest` to `atMost`.
  public struct Band: Hashable, Sendable {
    public var fewest, most: Int
    public var atFewest, atMost: Double
    public init(fewest: Int, most: Int, atFewest: Double, atMost: Double) {
      self.fewest = fewest
      self.most = most
      self.atFewest = atFewest
      self.atMost = atMost
    }
  }
}

extension RuleValue: CustomStringConvertible {
  /// As `glidepath rules` prints it: `0.3`, `none`, `0.1, 0.3, 0.6`.
  public var description: String {
    switch self {
    case .number(let number): Self.text(number)
    case .none: "none"
    case .word(let word): word
    case .list(let numbers): numbers.map(Self.text).joined(separator: ", ")
    case .bands(let bands): bands.map(\.description).joined(separator: "; ")
    }
  }

  /// Thirds and sixths, which have no decimal form, as fractions; whole numbers without a point.
  static func text(_ number: Double) -> String {
    if let whole = Int(exactly: number) { return String(whole) }
    for divisor in [3, 6] {
      let parts = (number * Double(divisor)).rounded()
      if parts.remainder(dividingBy: 3) != 0, parts / Double(divisor) == number {
        return "\(Int(parts))/\(divisor)"
      }
    }
    return String(number)
  }
}

extension RuleValue.Band: CustomStringConvertible {
  public var description: String {
    let value =
      atFewest == atMost
      ? RuleValue.text(atFewest)
      : "\(RuleValue.text(atFewest)) to \(RuleValue.text(atMost))"
    return "\(fewest)–\(most): \(value)"
  }
}
