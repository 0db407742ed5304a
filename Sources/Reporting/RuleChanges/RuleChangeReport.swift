import Projection
import Regulation
import Scenarios

/// What a change of rules does to one scenario, told as text or JSON; its headline and tables are
/// those of the deck's kind.
///
/// While an edition that nobody could sign under is on either side, no option is named to sign.
public struct RuleChangeReport: Sendable {
  /// One of the two sets of rules.
  public struct Side: Hashable, Sendable {
    /// As asked for: `cfr`, `cy2027Proposed`, `2026`.
    public var name: String
    /// Whether it is the law of one year, laid on all five.
    public var isHeld: Bool
    public init(_ name: String, isHeld: Bool) {
      self.name = name
      self.isHeld = isHeld
    }

    /// In a sentence: `cfr`, `the rules of 2026`.
    var title: String { isHeld ? "the rules of \(name)" : name }
  }

  let outlook: RuleChangeOutlook
  let side: (before: Side, after: Side)
  let before, after: Board

  public init(_ outlook: RuleChangeOutlook, from before: Side, to after: Side) {
    self.outlook = outlook
    side = (before, after)
    self.before = Board(comparison: outlook.before, stresses: [])
    self.after = Board(comparison: outlook.after, stresses: [])
  }

  /// Whether both are rules a board could act on; if not, paths need not be walked.
  public static func mayRecommend(under editions: [String]) -> Bool {
    Banner.allowsRecommendation(editions)
  }

  var mayRecommend: Bool { before.mayRecommend && after.mayRecommend }

  /// Those of rules that nobody could sign under first.
  var banners: [String] {
    let editions = Set(before.comparison.scenario.editions)
      .union(after.comparison.scenario.editions)
    let (signable, others) = (
      editions.filter { Banner.allowsRecommendation([$0]) },
      editions.filter { !Banner.allowsRecommendation([$0]) }
    )
    return Banner.texts(for: others.sorted() + signable.sorted())
  }

  var scenario: Scenario { outlook.before.scenario }
  var options: [Int] { before.all }

  /// `Level E`, with an asterisk where neither side lets the ACO sign it.
  func label(_ option: Int) -> String {
    let isWhatIf = before.isWhatIf(option) && after.isWhatIf(option)
    return (isWhatIf ? "* " : "  ") + before.name(option)
  }

  /// One unit for every amount of the report.
  var unit: MoneyUnit {
    MoneyUnit(
      for: (before.outlooks + after.outlooks).flatMap {
        [$0.net.mean.value, $0.net.quantiles[0].value.dollars.amount]
      })
  }
}
