/// Which listed option has the highest mean five-year net, and whether that is known with the
/// confidence asked; see `StoppingRule`.
public struct BestOption: Hashable, Sendable {
  /// One rival and the paired difference to it.
  public struct Rival: Hashable, Sendable {
    public var option: Int
    /// The best option's mean less this one's, in dollars.
    public var lead: Estimate
    /// The ends of the interval of this look, one-sided tests on either side: with the others of all
    /// looks and rivals it holds with the confidence asked.
    public var low, high: Double
    /// Whether the rival is known to be behind.
    public var isBehind: Bool { low > 0 }
    /// Trials at the look at which it would be known to be behind, were lead and spread as they are;
    /// `nil` where it is known, and where no number can be said.
    public var trialsNeeded: Int?
    public init(
      option: Int, lead: Estimate, low: Double, high: Double, trialsNeeded: Int? = nil
    ) {
      self.option = option
      self.lead = lead
      self.low = low
      self.high = high
      self.trialsNeeded = trialsNeeded
    }
  }

  /// A place among the outlooks; the first of equals.
  public var option: Int
  /// Rivals that pay the same in every trial: the same as the best, and never a doubt about it.
  public var alike: [Int]
  /// Every other option that could be named best, the highest mean first.
  public var rivals: [Rival]

  public init(option: Int, alike: [Int], rivals: [Rival]) {
    self.option = option
    self.alike = alike
    self.rivals = rivals
  }

  /// Those not known to be behind.
  public var undecided: [Rival] { rivals.filter { !$0.isBehind } }
  public var isDecided: Bool { undecided.isEmpty }
}

extension BestOption {
  /// - Parameter look: 1 for the first.
  init(of comparison: Comparison, by rule: StoppingRule, look: Int, _ reach: Reach) {
    let (best, options) = (comparison.leadingOption, comparison.candidates)
    let others = options.filter { $0 != best }
    let differences = comparison.differences[best]
    func isAlike(_ rival: Int) -> Bool {
      differences[rival].chanceOfMore.value == 0 && differences[rival].chanceOfLess.value == 0
    }
    func reached(at look: Int) -> Double { reach.leaving(rule.share(at: look, of: options.count)) }
    let width = reached(at: look)
    option = best
    alike = others.filter(isAlike)
    rivals = others.filter { !isAlike($0) }.map { rival in
      let lead = differences[rival].mean
      var found = Rival(
        option: rival, lead: lead, low: lead.value - width * lead.standardError,
        high: lead.value + width * lead.standardError)
      if !found.isBehind {
        found.trialsNeeded = StoppingRule.look(after: comparison.trials) {
          let shrunk = (Double(comparison.trials) / Double($1)).squareRoot()
          return lead.value > reached(at: $0) * lead.standardError * shrunk
        }
      }
      return found
    }.sorted { ($0.lead.value, $0.option) < ($1.lead.value, $1.option) }
  }
}

extension StoppingRule {
  /// Trials of the first look of more trials than these that would do, were there no most; `nil` where
  /// none of any use would.
  ///
  /// - Parameter suffices: Asked of a look, 1 for the first, and its trials.
  static func look(
    after trials: Int, suffices: (_ look: Int, _ trials: Int) -> Bool
  ) -> Int? {
    (1...48).first { Self.trials(at: $0) > trials && suffices($0, Self.trials(at: $0)) }
      .map(Self.trials)
  }
}
