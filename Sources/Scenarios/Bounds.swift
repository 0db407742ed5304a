/// Which numbers a key may hold, and in what they are measured.
struct Bounds: Hashable, Sendable {
  var lowest, highest: Double
  var includesLowest = true
  var includesHighest = true
  var measure: Measure

  init(_ range: ClosedRange<Double>, _ measure: Measure) {
    lowest = range.lowerBound
    highest = range.upperBound
    self.measure = measure
  }

  func above() -> Self { changed { $0.includesLowest = false } }
  func below() -> Self { changed { $0.includesHighest = false } }

  private func changed(_ change: (inout Self) -> Void) -> Self {
    var copy = self
    change(&copy)
    return copy
  }

  func contains(_ value: Double) -> Bool {
    (includesLowest ? value >= lowest : value > lowest)
      && (includesHighest ? value <= highest : value < highest)
  }

  /// `0 through 1`, `above 0 and below 1`, `above 2 and at most 1_000`.
  var allowed: String {
    if includesLowest, includesHighest {
      return "\(Self.text(lowest)) through \(Self.text(highest))"
    }
    let from = includesLowest ? "at least" : "above"
    let to = includesHighest ? "at most" : "below"
    return "\(from) \(Self.text(lowest)) and \(to) \(Self.text(highest))"
  }

  /// What to do about a number outside: percents are the likely slip where fractions belong.
  func remedy(for value: Double) -> String {
    if measure.isFraction, abs(value) > max(abs(lowest), abs(highest)) {
      return Measure.notPercents
    }
    return measure.remedy
  }

  /// Shortest form, with underscores between thousands: `0.02`, `64_000_000`.
  static func text(_ value: Double) -> String {
    guard value == value.rounded(), abs(value) < 1e15 else { return "\(value)" }
    var digits = String(Int64(abs(value)))
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return (value < 0 ? "-" : "") + ([digits] + groups).joined(separator: "_")
  }
}

/// In what a number is measured.
enum Measure: Hashable, Sendable {
  case fraction, growth, spread, ratio, dollars, perCapita, personYears, concentration, months
  case degreesOfFreedom, multiple, correlation, growthRatio

  static let notPercents = "Fractions, not percents: write 0.02 for two percent."

  var isFraction: Bool { [.fraction, .growth, .spread].contains(self) }

  /// How to write one.
  var remedy: String {
    switch self {
    case .fraction: "Write a fraction, such as 0.02 for two percent."
    case .growth: "Write a fraction a year, such as 0.048 for 4.8 percent."
    case .spread: "Write a standard deviation as a fraction, such as 0.02 for two points."
    case .ratio: "Write a ratio, such as 0.97 for three percent below the mean."
    case .dollars: "Write dollars, such as 64_000_000."
    case .perCapita: "Write dollars for each person-year, such as 11_300."
    case .personYears: "Write person-years, such as 1_610."
    case .concentration: "Write the sum a + b of the beta distribution, such as 200."
    case .months: "Write months, such as 3."
    case .degreesOfFreedom:
      "Write degrees of freedom, such as 6.5; at 2 or fewer the spread is infinite."
    case .multiple: "Write a plain number, such as 0.5."
    case .correlation: "Write a correlation, such as -0.1."
    case .growthRatio: "Write the later over the earlier, such as 1.05 for five percent of growth."
    }
  }
}
