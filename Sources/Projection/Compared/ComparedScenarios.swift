import Regulation
import Scenarios

/// Several scenarios on common draws, each held against the first.
///
/// Draws belong to a seed and to whom they are of: scenarios of one `aco:` share all of them,
/// scenarios of two ACOs share the nation's, and the region's where it is one. A difference is taken
/// trial by trial, so its error is that of what the two do not share.
public struct ComparedScenarios: Hashable, Sendable {
  /// In the order given; at least two.
  public var sides: [Side]
  /// Every option that all scenarios have, in the order of the first.
  public var options: [ComparedOption]

  public init(sides: [Side], options: [ComparedOption]) {
    self.sides = sides
    self.options = options
  }

  /// One scenario.
  public struct Side: Hashable, Sendable {
    /// With its paths.
    public var comparison: Comparison
    /// Five-year net of the best of all paths it may sign, within its appetite where it states one,
    /// less that of the first scenario's in the first scenario.
    public var bestPath: PairedDifference
    /// In this scenario, what the first scenario's best path leaves less than this one's own, or more
    /// where it breaks this one's appetite; `nil` where it may not be signed here.
    public var keepingPath: PairedDifference?

    public init(
      comparison: Comparison, bestPath: PairedDifference, keepingPath: PairedDifference?
    ) {
      self.comparison = comparison
      self.bestPath = bestPath
      self.keepingPath = keepingPath
    }
  }

  /// What of their randomness two scenarios have in common.
  public enum SharedDraws: Hashable, Sendable {
    case all
    case allButRegion
    /// The nation's and the region's.
    case region
    case nation
  }

  /// Of one scenario and the first.
  public func sharedDraws(of side: Int) -> SharedDraws {
    let (one, first) = (sides[side].comparison.scenario, sides[0].comparison.scenario)
    if one.aco == first.aco { return one.region == first.region ? .all : .allButRegion }
    return one.region == first.region ? .region : .nation
  }

  /// Whether a scenario draws its histories as finely as the first.
  public func hasSameDetail(_ side: Int) -> Bool {
    sides[side].comparison.scenario.detail == sides[0].comparison.scenario.detail
  }
}

/// One option in every scenario.
public struct ComparedOption: Hashable, Sendable {
  /// Its place among the options of each scenario.
  public var places: [Int]
  /// By scenario: five-year net less that of the first scenario, trial by trial.
  public var net: [PairedDifference]
  /// By scenario: the other figures less those of the first, with the errors of paired differences.
  public var changes: [StressChange]

  public init(places: [Int], net: [PairedDifference], changes: [StressChange]) {
    self.places = places
    self.net = net
    self.changes = changes
  }
}
