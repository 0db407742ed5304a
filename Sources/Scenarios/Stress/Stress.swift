/// One thing gone wrong: a named change of a scenario's assumptions.
public struct Stress: Hashable, Sendable {
  /// `trendShock`, `churnShock`, …
  public var name: String
  /// As reports print it.
  public var title: String
  /// What is changed, in one sentence with its numbers.
  public var says: String
  /// Why this size: history or judgement.
  public var source: String
  /// The scenario with the change made.
  public var changed: Scenario
  public init(name: String, title: String, says: String, source: String, changed: Scenario) {
    self.name = name
    self.title = title
    self.says = says
    self.source = source
    self.changed = changed
  }
}
