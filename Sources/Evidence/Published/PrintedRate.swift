import Foundation

/// A rate as a file prints it, with the digits it prints.
public struct PrintedRate: Hashable, Sendable {
  /// A fraction, whatever the file prints.
  public var fraction: Double
  /// As the cell stands.
  public var text: String
  /// Digits after the point of the printed number.
  public var decimals: Int
  /// Whether the printed number counts hundredths.
  public var isPercent: Bool

  /// - Parameters:
  ///   - leastDecimals: Digits most numbers of the column have: a spreadsheet drops last zeros.
  ///   - scale: What a number without a percent sign stands for.
  /// `nil` for a cell that holds no number.
  init?(_ text: String, leastDecimals: Int, scale: PublicUseFile.RateScale) {
    guard case .number(let value, let hasSign) = PublishedFigure(text) else { return nil }
    isPercent = hasSign || scale == .percent
    fraction = isPercent ? value / 100 : value
    decimals = max(Self.decimals(of: text), leastDecimals)
    self.text = text
  }

  /// The score that counts as one.
  init(payForReporting text: String) {
    fraction = 1
    self.text = text
    decimals = Self.mostDecimals
    isPercent = false
  }

  /// Every rate that would be printed so, as fractions, within 0 through 1.
  var band: ClosedRange<Double> {
    let half = decimals == Self.mostDecimals ? 0 : pow(10, -Double(decimals)) / 2
    let low = max(0, fraction - half / (isPercent ? 100 : 1))
    return min(low, 1)...max(low, min(1, fraction + half / (isPercent ? 100 : 1)))
  }

  /// Whether `rate`, a fraction, has these digits when printed.
  ///
  /// Some files were rounded twice, first to one digit more: 2.32409413647 is printed 2.324094137.
  public func isPrint(of rate: Double) -> Bool {
    let scaled = rate * (isPercent ? 100 : 1)
    let printed = Self.digits(fraction * (isPercent ? 100 : 1), decimals)
    guard let once = Self.digits(scaled, decimals) else { return false }
    if once == printed { return true }
    guard let first = Self.digits(scaled, decimals + 1) else { return false }
    return Int64((Double(first) / 10).rounded(.toNearestOrAwayFromZero)) == printed
  }

  /// Whether a rate anywhere in `range` could be printed so.
  func isPrint(ofAnyIn range: ClosedRange<Double>) -> Bool {
    band.overlaps(range) || isPrint(of: range.lowerBound) || isPrint(of: range.upperBound)
  }

  static let mostDecimals = 12

  /// Digits after the point of a printed number.
  static func decimals(of text: String) -> Int {
    guard let point = text.firstIndex(of: ".") else { return 0 }
    if text.contains(where: { $0 == "e" || $0 == "E" }) { return mostDecimals }
    return min(mostDecimals, text[point...].count { $0.isNumber })
  }

  /// The number as a whole count of its last digit.
  private static func digits(_ number: Double, _ decimals: Int) -> Int64? {
    let scaled = number * pow(10, Double(decimals))
    guard scaled.magnitude < 9e17 else { return nil }
    let nudged = scaled + (scaled < 0 ? -4 : 4) * scaled.magnitude.ulp
    return Int64(nudged.rounded(.toNearestOrAwayFromZero))
  }
}
