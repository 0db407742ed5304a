import Regulation

/// Standard errors of parameters that come from a fit: standard deviations of the estimates, in the
/// parameters' own units. Where `parameterUncertainty` is true, each parameter is drawn once per
/// trial with its own. What an author states has none unless the author states it too.
extension ExpenditureEffect {
  public struct StandardErrors: Hashable, Sendable {
    public var persistentStandardDeviation = 0.0
    public var persistentScale = 0.0
    public var persistence = 0.0
    public init() {}
  }
}

extension ClaimsNoise {
  public struct StandardErrors: Hashable, Sendable {
    public var correlation = 0.0
    public init() {}
  }
}

extension Joining {
  public struct StandardErrors: Hashable, Sendable {
    /// Of all five years alike.
    public var sizePlan = 0.0
    public var dispersion = 0.0
    public init() {}
  }
}

extension ParticipantChange {
  public struct StandardErrors: Hashable, Sendable {
    public var probability = 0.0
    public var standardDeviation = 0.0
    public init() {}
  }
}

extension RiskScore {
  public struct StandardErrors: Hashable, Sendable {
    public var standardDeviation = ByEnrollmentType<Double>(repeating: 0)
    public var personStandardDeviation = ByEnrollmentType<Double>(repeating: 0)
    public var commonShare = 0.0
    public var healthShare = 0.0
    public init() {}
  }
}

extension Quality {
  public struct StandardErrors: Hashable, Sendable {
    public var standardDeviation = 0.0
    public var autocorrelation = 0.0
    public init() {}
  }
}

extension CorrelationMatrix {
  public struct StandardErrors: Hashable, Sendable {
    /// Of the correlation of quality with the expenditure effect.
    public var quality = 0.0
    public init() {}
  }
}

extension StartingPosition {
  public struct StandardErrors: Hashable, Sendable {
    /// Of the latest mean.
    public var means = 0.0
    public var drift = 0.0
    public var standardDeviation = 0.0
    public var scale = 0.0
    public var persistence = 0.0
    public var keptAtRebasing = 0.0
    public var transitoryScale = 0.0
    public init() {}
  }
}
