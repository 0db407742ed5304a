import Projection
import Regulation
import Scenarios

/// What one option comes to in one scenario of a portfolio; five-year net in dollars.
public struct PortfolioOption: Hashable, Sendable, Codable {
  /// As the scenario writes it, and as reports print it.
  public var name, title: String
  /// The levels of its five years, its renewal and exit rule: options of two scenarios are one where
  /// these are.
  public var path: String
  /// Whether the ACO may not sign it.
  public var isWhatIf: Bool
  var mean, meanStandardError: Double
  /// Chance to owe in any of the five years: value, 95 percent interval and standard error.
  var owing: [Double]
  /// Cents: value and 95 percent interval.
  var fifthPercentile: [Int64]
  var fifthPercentileStandardError: Double
  var fifthPercentileIsAtom: Bool

  init(_ outlook: TrackOutlook) {
    let (option, net, owing) = (outlook.option, outlook.net, outlook.chanceOfAnyRepayment)
    (name, title) = (option.name, option.title)
    path = option.identity
    isWhatIf = outlook.requested.whatIf != nil
    (mean, meanStandardError) = (net.mean.value, net.mean.standardError)
    self.owing = [owing.value, owing.low, owing.high, owing.standardError]
    let low = net.quantiles[0]
    fifthPercentile = [low.value.count, low.low.count, low.high.count]
    fifthPercentileStandardError = low.standardError
    fifthPercentileIsAtom = low.isAtom
  }

  var netMean: Estimate { Estimate(value: mean, standardError: meanStandardError) }

  var chanceOfOwing: Chance {
    Chance(value: owing[0], low: owing[1], high: owing[2], standardError: owing[3])
  }

  var netFifthPercentile: QuantileEstimate {
    QuantileEstimate(
      level: 0.05, value: Cents(fifthPercentile[0]), low: Cents(fifthPercentile[1]),
      high: Cents(fifthPercentile[2]), standardError: fifthPercentileStandardError,
      isAtom: fifthPercentileIsAtom)
  }
}

extension ParticipationOption {
  /// Equal where levels, renewal and exit rule are, whatever the option is called.
  fileprivate var identity: String {
    let renews = renewsIn.map { ", renews in \($0)" } ?? ""
    let leaves = leave.map { ", \($0.words)" } ?? ""
    return years.map(\.key).joined(separator: " ") + renews + leaves
  }
}
