import Regulation
import Scenarios

/// A number with its Monte Carlo standard error.
public struct Estimate: Hashable, Sendable {
  public var value: Double
  public var standardError: Double
  public init(value: Double, standardError: Double) {
    self.value = value
    self.standardError = standardError
  }
}

/// A chance with its Wilson 95 percent interval.
public struct Chance: Hashable, Sendable {
  public var value, low, high, standardError: Double
  public init(value: Double, low: Double, high: Double, standardError: Double) {
    self.value = value
    self.low = low
    self.high = high
    self.standardError = standardError
  }
}

/// A quantile with its distribution-free 95 percent interval from order statistics.
public struct QuantileEstimate: Hashable, Sendable {
  /// 0.05 for the 5th percentile.
  public var level: Double
  public var value, low, high: Cents
  /// A quarter of the width of the interval, roughly; in dollars.
  public var standardError: Double
  /// Whether the value or an end of its interval is an amount that many trials share, such as
  /// zero: the interval then holds, but the standard error says little.
  public var isAtom: Bool
  public init(
    level: Double, value: Cents, low: Cents, high: Cents, standardError: Double, isAtom: Bool
  ) {
    self.level = level
    self.value = value
    self.low = low
    self.high = high
    self.standardError = standardError
    self.isAtom = isAtom
  }
}

/// The simulated distribution of one amount over all trials, in dollars unless said otherwise.
public struct Distribution: Hashable, Sendable {
  public var trials: Int
  public var mean: Estimate
  public var standardDeviation: Double
  /// At levels 0.05, 0.25, 0.50, 0.75, 0.95, in that order.
  public var quantiles: [QuantileEstimate]
  public var chanceToEarn, chanceOfNothing, chanceToOwe: Chance
  /// Mean of the worst 5 percent of trials.
  public var tailMean: Estimate
  /// Worst and best of all trials: extremes of this sample, not estimates of a limit.
  public var worst, best: Cents
  public init(
    trials: Int, mean: Estimate, standardDeviation: Double, quantiles: [QuantileEstimate],
    chanceToEarn: Chance, chanceOfNothing: Chance, chanceToOwe: Chance,
    tailMean: Estimate, worst: Cents, best: Cents
  ) {
    self.trials = trials
    self.mean = mean
    self.standardDeviation = standardDeviation
    self.quantiles = quantiles
    self.chanceToEarn = chanceToEarn
    self.chanceOfNothing = chanceOfNothing
    self.chanceToOwe = chanceToOwe
    self.tailMean = tailMean
    self.worst = worst
    self.best = best
  }
}

/// Counts of trials in equal bins, for drawing.
public struct Histogram: Hashable, Sendable {
  /// Lower edge of the first bin and width of each, in dollars. Trials beyond the ends are in
  /// the end bins.
  public var start, width: Double
  /// Trials in each bin, those exactly at zero left out.
  public var counts: [Int]
  /// Trials whose amount is exactly zero.
  public var zeros: Int
  public init(start: Double, width: Double, counts: [Int], zeros: Int) {
    self.start = start
    self.width = width
    self.counts = counts
    self.zeros = zeros
  }
}

/// One option's outcomes over all simulated histories.
public struct TrackOutlook: Hashable, Sendable {
  public var requested: RequestedOption
  public var option: ParticipationOption { requested.option }
  /// The terms of each performance year; five.
  public var terms: [TrackTerms]
  /// Payment by performance year: positive from CMS, negative to CMS, after recoupment; five.
  public var years: [Distribution]
  /// The five payments added.
  public var total: Distribution
  /// Payments and advances received, less program costs, discounted where the scenario asks.
  public var net: Distribution
  /// Net accumulated through each year; five.
  public var cumulativeNet: [Distribution]
  /// Of `total`, on edges common to all options.
  public var histogram: Histogram
  /// Expected number of the five years in which the limit binds.
  public var paymentLimitHits, lossLimitHits: Estimate
  /// Chance that any of the five years ends with an amount owed to CMS.
  public var chanceOfAnyRepayment: Chance
  /// The worst single year over all trials, and the mean over trials of each trial's worst year.
  public var worstYear: Distribution
  public init(
    requested: RequestedOption, terms: [TrackTerms], years: [Distribution], total: Distribution,
    net: Distribution, cumulativeNet: [Distribution], histogram: Histogram,
    paymentLimitHits: Estimate, lossLimitHits: Estimate, chanceOfAnyRepayment: Chance,
    worstYear: Distribution
  ) {
    self.requested = requested
    self.terms = terms
    self.years = years
    self.total = total
    self.net = net
    self.cumulativeNet = cumulativeNet
    self.histogram = histogram
    self.paymentLimitHits = paymentLimitHits
    self.lossLimitHits = lossLimitHits
    self.chanceOfAnyRepayment = chanceOfAnyRepayment
    self.worstYear = worstYear
  }
}
