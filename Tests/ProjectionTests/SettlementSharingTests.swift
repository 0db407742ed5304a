import Regulation
import Scenarios
import Testing

@testable import Projection

/// Options that settle a year alike share the settlement.
@Suite struct SettlementSharingTests {
  /// Of the seven options A and B are settled alike in every year, and the glide path as the level it has
  /// reached: A and B, C, D, E and ENHANCED are five settlements.
  @Test func `one-sided levels settle alike under their own names`() throws {
    let agreement = try Agreement(SamenessTests.lively(trials: 64), under: .current())
    #expect(agreement.settlements.map(\.count) == Array(repeating: 5, count: 5))
    let names = agreement.options.map(\.requested.option.name)
    let (a, b) = (
      try #require(names.firstIndex(of: "levelA")), try #require(names.firstIndex(of: "levelB"))
    )
    for year in 0..<5 {
      #expect(agreement.steps[year][a] == agreement.steps[year][b])
      #expect(agreement.options[a].terms[year].track == .basic(.a))
      #expect(agreement.options[b].terms[year].track == .basic(.b))
    }
    let (first, second) = (
      agreement.replay(trial: 7, option: a), agreement.replay(trial: 7, option: b)
    )
    #expect(second.map(\.terms.track) == Array(repeating: .basic(.b), count: 5))
    #expect(first.map(\.payment) == second.map(\.payment))
  }

  /// All but the level counts: period, rates, limits; and of two-sided years the level too.
  @Test func `whatever moves a cent keeps settlements apart`() throws {
    let agreement = try Agreement(SamenessTests.lively(trials: 64), under: .current())
    let (a, e) = (agreement.options[0].terms[0], agreement.options[4].terms[0])
    #expect(a.losses == nil && e.losses != nil)
    var (named, sharing, other) = (a, a, e)
    named.track = .basic(.b)
    sharing.maximumSharingRate = Rate(0.5)
    other.track = .basic(.d)
    func bound(_ terms: TrackTerms, _ period: Int = 0) -> Agreement.BoundSettlement {
      Agreement.BoundSettlement(period: period, terms: terms)
    }
    #expect(bound(a) == bound(named) && bound(a).hashValue == bound(named).hashValue)
    #expect(bound(a) != bound(sharing) && bound(a) != bound(a, 1))
    #expect(bound(e) == bound(e) && bound(e) != bound(other))
  }
}
