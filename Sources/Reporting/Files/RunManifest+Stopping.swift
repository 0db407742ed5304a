import Projection

extension RunManifest {
  /// The rule that ended a run, and what came of it.
  public struct Stopping: Hashable, Sendable {
    public var rule: StoppingRule
    /// How many times the run looked, and whether the rule held at the last.
    public var looks: Int
    public var isReached: Bool

    init(_ reached: StoppingReached) {
      (rule, looks, isReached) = (reached.rule, reached.looks, reached.isReached)
    }

    fileprivate init(rule: StoppingRule, looks: Int, isReached: Bool) {
      (self.rule, self.looks, self.isReached) = (rule, looks, isReached)
    }

    var json: JSONText {
      var members: [String: JSONText] = [
        "looks": .number(String(looks)), "mostTrials": .number(String(rule.mostTrials)),
        "reached": .boolean(isReached),
      ]
      members["precision"] = rule.precision.map { JSONText($0) }
      members["untilDecided"] = rule.confidence.map { JSONText($0) }
      return .object(members)
    }
  }
}

extension ManifestFields {
  /// `nil` where no rule ended the run.
  func stopping() throws(ManifestFault) -> RunManifest.Stopping? {
    guard self.object["stopping"] != nil else { return nil }
    let fields = try object("stopping")
    let rule = StoppingRule(
      precision: try fields.fraction("precision", in: StoppingRule.precisions),
      confidence: try fields.fraction("untilDecided", in: StoppingRule.confidences),
      mostTrials: try fields.whole("mostTrials"))
    guard rule.precision != nil || rule.confidence != nil else {
      throw fault("stopping", "asks for nothing", "precision, untilDecided or both")
    }
    guard StoppingRule.trialCounts.contains(rule.mostTrials) else {
      throw fields.fault("mostTrials", "is \(rule.mostTrials)", "100 through 10,000,000")
    }
    guard let isReached = fields.object["reached"] as? Bool else {
      throw fields.fault("reached", "is neither true nor false", "true or false")
    }
    return RunManifest.Stopping(
      rule: rule, looks: try fields.whole("looks"), isReached: isReached)
  }

  private func fraction(
    _ key: String, in bounds: ClosedRange<Double>
  ) throws(ManifestFault) -> Double? {
    guard object[key] != nil else { return nil }
    guard let number = object[key] as? Double, bounds.contains(number) else {
      throw fault(key, "is out of bounds", "\(bounds.lowerBound) through \(bounds.upperBound)")
    }
    return number
  }
}
