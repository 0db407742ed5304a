/// A headline figure and how well a run knows it.
///
/// Headlines are the figures that page 1 and the terminal print: of every listed option the mean, the
/// 5th and the 95th percentile and the mean of the worst 5 percent of five-year net, the chance that the
/// payments add up to more than zero and the chance to repay in any year; and the lead of the option
/// with the highest mean over the one that follows it.
public struct KnownFigure: Hashable, Sendable {
  public enum Name: String, CaseIterable, Hashable, Sendable {
    case mean, fifthPercentile, ninetyFifthPercentile, worstTail, chanceToEarn, chanceToOwe, lead
  }

  public var name: Name
  /// Whose it is: a place among the outlooks.
  public var option: Int
  /// Dollars; a fraction for a chance.
  public var value: Double
  /// Half of the 95 percent interval, in the same unit.
  public var halfWidth: Double
  /// What the half width is a share of: in dollars the figure's size, or a tenth of the standard
  /// deviation of the option's five-year net where that is more, so that a mean of nothing can be known;
  /// 1 for a chance, which is known to points.
  public var scale: Double

  /// Smallest figure that counts as itself, in standard deviations.
  static let leastShare = 0.1

  public init(
    _ name: Name, of option: Int, value: Double, halfWidth: Double, scale: Double
  ) {
    self.name = name
    self.option = option
    self.value = value
    self.halfWidth = halfWidth
    self.scale = scale
  }

  /// A fraction: 0.01 for one percent, or for one point of a chance.
  public var precision: Double {
    halfWidth == 0 ? 0 : scale > 0 ? halfWidth / scale : .infinity
  }

  public var isChance: Bool { name == .chanceToEarn || name == .chanceToOwe }

  /// Whether the figure is too small beside its option's spread to be measured by itself.
  public var isSmall: Bool { !isChance && value.magnitude < scale }
}

extension Comparison {
  /// Every headline figure, by option, then in the order of their names; the lead last.
  func knownFigures(_ reach: Reach) -> [KnownFigure] {
    outlooks.indices.flatMap { knownFigures(of: $0, reach) } + [knownLead(reach)].compactMap { $0 }
  }

  private func knownFigures(of option: Int, _ reach: Reach) -> [KnownFigure] {
    let (outlook, net) = (outlooks[option], outlooks[option].net)
    func dollars(_ name: KnownFigure.Name, _ value: Double, _ halfWidth: Double) -> KnownFigure {
      self.dollars(name, of: option, value, halfWidth)
    }
    func percentile(_ name: KnownFigure.Name, _ quantile: QuantileEstimate) -> KnownFigure {
      let (low, high) = (quantile.low.dollars.amount, quantile.high.dollars.amount)
      return dollars(name, quantile.value.dollars.amount, (high - low) / 2)
    }
    func chance(_ name: KnownFigure.Name, _ chance: Chance) -> KnownFigure {
      KnownFigure(
        name, of: option, value: chance.value, halfWidth: (chance.high - chance.low) / 2, scale: 1)
    }
    let ends = [net.quantiles.first, net.quantiles.last].compactMap { $0 }
    return [dollars(.mean, net.mean.value, reach.ofInterval * net.mean.standardError)]
      + zip([KnownFigure.Name.fifthPercentile, .ninetyFifthPercentile], ends).map(percentile)
      + [
        dollars(.worstTail, net.tailMean.value, reach.ofInterval * net.tailMean.standardError),
        chance(.chanceToEarn, outlook.total.chanceToEarn),
        chance(.chanceToOwe, outlook.chanceOfAnyRepayment),
      ]
  }

  /// `nil` where there is one option alone.
  private func knownLead(_ reach: Reach) -> KnownFigure? {
    let leader = leadingOption
    let rivals = candidates.filter { $0 != leader }
    guard let first = rivals.first else { return nil }
    let next = rivals.reduce(first) {
      outlooks[$1].net.mean.value > outlooks[$0].net.mean.value ? $1 : $0
    }
    let lead = differences[leader][next].mean
    return dollars(.lead, of: leader, lead.value, reach.ofInterval * lead.standardError)
  }

  private func dollars(
    _ name: KnownFigure.Name, of option: Int, _ value: Double, _ halfWidth: Double
  ) -> KnownFigure {
    KnownFigure(
      name, of: option, value: value, halfWidth: halfWidth,
      scale: max(
        value.magnitude, KnownFigure.leastShare * outlooks[option].net.standardDeviation))
  }

  /// The options that can be named best: those that can be signed, or all where none can be.
  var candidates: [Int] {
    let legal = outlooks.indices.filter { outlooks[$0].requested.whatIf == nil }
    return legal.isEmpty ? Array(outlooks.indices) : legal
  }
}
