import Regulation

/// How much of the spread of each option's five-year net goes with each source of chance, as
/// Shapley effects (Owen 2014; Song, Nelson & Staum 2016).
///
/// Unlike total effects, which count what two sources do together in both, the shares of an option
/// add up to one and its amounts to the standard deviation. The yearly scores of nation, region,
/// expenditure effect, risk and quality are correlated; what is shared out is the independent part
/// of each, in that order.
public struct SpreadBreakdown: Hashable, Sendable {
  /// Pairs of independent histories, each turned into the other one source at a time.
  public var walks: Int
  /// In the order of the comparison.
  public var options: [Option]

  public init(walks: Int, options: [Option]) {
    self.walks = walks
    self.options = options
  }

  public struct Option: Hashable, Sendable {
    /// Of five-year net, in dollars, over every trial of the comparison.
    public var standardDeviation: Estimate
    /// In the order of `SpreadSource.allCases`.
    public var parts: [Part]
    public init(standardDeviation: Estimate, parts: [Part]) {
      self.standardDeviation = standardDeviation
      self.parts = parts
    }
  }

  public struct Part: Hashable, Sendable {
    public var source: SpreadSource
    /// Of the variance; a fraction. Of a source that is worth nothing, within its error of zero on
    /// either side.
    public var share: Estimate
    /// The same part of the standard deviation, in dollars; errors of both together.
    public var amount: Estimate
    public init(source: SpreadSource, share: Estimate, amount: Estimate) {
      self.source = source
      self.share = share
      self.amount = amount
    }
  }
}
