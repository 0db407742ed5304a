import Regulation

/// One scenario under two sets of rules, on the same draws, and what each changed rule does.
public struct RuleChangeOutlook: Hashable, Sendable {
  /// Under the rules before and after; their scenarios name the editions, and say which options
  /// those rules let the ACO sign. Paths are there where they were asked for.
  public var before, after: Comparison
  /// In the order in which the changes were laid: that of the rule files.
  public var effects: [RuleEffect]
  /// By option: five-year net after all changes less before any. The steps in order add up to it,
  /// trial by trial.
  public var whole: [PairedDifference]
  /// By option: the whole less the sum of every change by itself.
  public var interaction: [PairedDifference]
  /// Under the rules after: the path best before, less the path best after; `nil` where paths were
  /// not asked for, or the one is no longer open.
  public var keepingPath: PairedDifference?
}

/// What one changed rule does to five-year net. By option, in dollars.
public struct RuleEffect: Hashable, Sendable {
  public var change: RuleChange
  /// Whether any term on which an option of the scenario is settled is another for it.
  public var changesTerms: Bool
  /// With all changes up to this one, less with those before it.
  public var inOrder: [PairedDifference]
  /// With this change alone, less with none.
  public var alone: [PairedDifference]

  public init(
    change: RuleChange, changesTerms: Bool, inOrder: [PairedDifference], alone: [PairedDifference]
  ) {
    self.change = change
    self.changesTerms = changesTerms
    self.inOrder = inOrder
    self.alone = alone
  }

  /// Whether any trial of any option ends with another cent for it.
  public var movesAnything: Bool { (inOrder + alone).contains { !$0.isNothing } }
}

extension PairedDifference {
  /// Whether both are the same to the cent in every trial.
  public var isNothing: Bool { chanceOfMore.value == 0 && chanceOfLess.value == 0 }
}
