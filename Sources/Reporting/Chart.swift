/// A chart as data: what is drawn, in dollars and fractions, with the words that go with it.
public enum Chart: Hashable, Sendable {
  case ranges(RangeChart)
  case outcomes(OutcomeChart)
  case fans(FanChart)
  case distributions(DistributionChart)
  case tradeOff(TradeOffChart)
  case coverage(CoverageChart)
  case curves(CurveChart)
  case parts(PartsChart)
  case tornado(TornadoChart)

  /// For those who cannot see it: what it shows, in a sentence.
  public var label: String {
    switch self {
    case .ranges(let chart): chart.label
    case .outcomes(let chart): chart.label
    case .fans(let chart): chart.label
    case .distributions(let chart): chart.label
    case .tradeOff(let chart): chart.label
    case .coverage(let chart): chart.label
    case .curves(let chart): chart.label
    case .parts(let chart): chart.label
    case .tornado(let chart): chart.label
    }
  }
}

extension Chart {
  /// Below it its words would run into each other; pixels.
  var leastHeight: Double {
    if case .ranges(let chart) = self { chart.leastHeight } else { 120 }
  }
}

/// One row for each option: its mean within its likely range.
public struct RangeChart: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public var name: String
    public var isWhatIf, isLeading: Bool
    /// At 5, 25, 50, 75 and 95 percent; dollars.
    public var quantiles: [Double]
    public var mean, tailMean: Double
    /// `3.1` and `± 0.013`.
    public var value, error: String
    public var tooltip: String
  }
  public var label: String
  /// Two short lines over the numbers.
  public var valueTitle: [String]
  public var rows: [Row]
}

/// One panel for each option: the chance to earn, of nothing and to owe, year by year.
public struct OutcomeChart: Hashable, Sendable {
  public struct Panel: Hashable, Sendable {
    public var name: String
    public var isWhatIf: Bool
    /// Fractions adding up to one, first year first.
    public var years: [Year]
  }
  public struct Year: Hashable, Sendable {
    public var name, track: String
    public var earn, nothing, owe: Double
    public var tooltip: String
  }
  public var label: String
  public var panels: [Panel]
}

/// One panel for each option: the range of cumulative net after each year.
public struct FanChart: Hashable, Sendable {
  public struct Panel: Hashable, Sendable {
    public var name: String
    public var isWhatIf: Bool
    public var years: [Year]
  }
  public struct Year: Hashable, Sendable {
    public var name: String
    /// At 5, 25, 50, 75 and 95 percent; dollars.
    public var quantiles: [Double]
    public var tooltip: String
  }
  public var label: String
  public var panels: [Panel]
  /// Lowest and highest dollars over all panels, those on other sheets included.
  public var lowest, highest: Double
}

/// One panel for each option: how the five-year payment is spread, and how often it is zero.
/// The first and the last bar hold all that lies beyond them.
public struct DistributionChart: Hashable, Sendable {
  public struct Panel: Hashable, Sendable {
    public var name: String
    public var isWhatIf: Bool
    /// Share of trials in each bar; dollars of its lower edge are `start` + index × `width`.
    public var shares: [Double]
    public var zeroShare: Double
    public var zeroLabel: String
  }
  public var label: String
  public var panels: [Panel]
  public var start, width: Double
  /// The tallest bar over all panels, those on other sheets included.
  public var tallest: Double
}

/// One numbered point for each option: mean net against the mean of its worst 5 percent.
public struct TradeOffChart: Hashable, Sendable {
  public struct Point: Hashable, Sendable {
    public enum Kind: Hashable, Sendable { case efficient, dominated, whatIf }
    public var number: Int
    public var name: String
    public var kind: Kind
    public var mean, tailMean: Double
    public var tooltip: String
  }
  public var label: String
  public var points: [Point]
}

/// One row for each group of past forecasts: the share of outcomes that each range held, beside the
/// share it was meant to hold.
public struct CoverageChart: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public var name: String
    /// Whether the scenario at hand belongs to the group.
    public var isOwn: Bool
    /// In the order of `promised`; fractions.
    public var held: [Held]
    /// Forecasts in the group.
    public var count: Int
    public var tooltip: String
  }
  public struct Held: Hashable, Sendable {
    public var share, standardError: Double
  }
  public var label: String
  /// Three shares the ranges were meant to hold, ascending; fractions.
  public var promised: [Double]
  public var rows: [Row]
}

/// Panels side by side of numbered lines over the same choices.
public struct CurveChart: Hashable, Sendable {
  public enum Unit: Hashable, Sendable { case dollars, share }
  public struct Line: Hashable, Sendable {
    public var number: Int
    public var name: String
    /// One for each choice.
    public var values: [Double]
  }
  public struct Panel: Hashable, Sendable {
    public var title: String
    public var unit: Unit
    public var lines: [Line]
  }
  public var label: String
  public var choices: [String]
  public var panels: [Panel]
  /// Where something changes: 1.5 is midway between the second choice and the third.
  public var crossings: [Double] = []
}

/// One bar for each part of a whole, with two standard errors either side of its end.
public struct PartsChart: Hashable, Sendable {
  public struct Group: Hashable, Sendable {
    public var name: String
    public var rows: [Row]
  }
  public struct Row: Hashable, Sendable {
    public var name: String
    /// In dollars.
    public var amount, standardError: Double
    /// `$1.2 million` and `31%`.
    public var value, share: String
    public var tooltip: String
  }
  public var label: String
  /// Three at most; each has a shade of its own.
  public var groups: [Group]
}

/// One row for each input: what a mean changes by at either end of what the input may come to.
public struct TornadoChart: Hashable, Sendable {
  public struct End: Hashable, Sendable {
    /// In dollars.
    public var amount: Double
    /// The level it belongs to: `+1.5% a year`.
    public var words: String
    public var tooltip: String
  }
  public struct Row: Hashable, Sendable {
    public var name: String
    /// The lower level's, then the higher level's.
    public var ends: [End]
  }
  public var label: String
  public var title: String
  public var rows: [Row]
}
