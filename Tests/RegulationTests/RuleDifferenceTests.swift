import Testing

@testable import Regulation

@Suite struct RuleDifferenceTests {
  let rules: Rulebook
  init() throws { rules = try Rulebook.current() }
  let agreement = AgreementPeriod(firstDay: january(2024))

  @Test func `a rulebook does not differ from itself`() {
    #expect(rules.difference(from: rules).isEmpty)
  }

  @Test func `a difference shows both values, their dates and paragraphs`() throws {
    let rows = try rules.adopting(["cy2027Proposed"]).difference(from: rules)
    let row = try #require(rows.first { $0.name == "basic-level-e.maximumSharingRate" })
    #expect((row.before?.value, row.after?.value) == ("0.5", "0.6"))
    #expect(row.after?.from == january(2027))
    #expect(row.after?.evidence == .proposed)
    #expect(row.after?.cite == "42 CFR 425.605(d)(1)(v)(A)")
  }

  @Test func `the rules in force for a track leave out the other tracks`() {
    let year = PerformanceYear(2026)
    let all = rules.rulesInForce(for: nil, in: year, of: agreement)
    let level = rules.rulesInForce(for: .basic(.c), in: year, of: agreement)
    #expect(level.count == all.count - 4 * 6 - 8)
    #expect(level.contains { $0.name == "basic-level-c.sharedLossRate" && $0.value == "0.3" })
    #expect(level.contains { $0.name == "payment.sequestration" })
    #expect(!level.contains { $0.name.hasPrefix("enhanced.") })
    #expect(level.map(\.name) == level.map(\.name).sorted())
  }

  /// The last agreements under Tracks 1, 1+, 2 and 3 ended with 2021.
  @Test func `tracks under which a year is no longer settled have no rules in force`() {
    func names(_ track: Track?, _ year: Int) -> [String] {
      let period = AgreementPeriod(firstDay: january(year))
      return rules.rulesInForce(for: track, in: PerformanceYear(year), of: period).map(\.name)
    }
    for prefix in ["track-1.", "track-1-plus.", "track-2.", "track-3."] {
      #expect(names(nil, 2021).contains { $0.hasPrefix(prefix) })
      #expect(!names(nil, 2022).contains { $0.hasPrefix(prefix) })
      #expect(!names(.basic(.c), 2021).contains { $0.hasPrefix(prefix) })
    }
    #expect(names(.legacy(.track2), 2021).contains { $0.hasPrefix("track-2.") })
    #expect(!names(.legacy(.track2), 2021).contains { $0.hasPrefix("track-1.") })
  }

  @Test func `what changed from 2024 to 2025 for an agreement from 2024`() throws {
    let rows = rules.difference(
      for: .enhanced, from: (PerformanceYear(2024), agreement),
      to: (PerformanceYear(2025), agreement))
    let trend = try #require(rows.first { $0.name == "benchmark.prospectiveTrend.weight" })
    #expect((trend.before?.value, trend.after?.value) == ("1/6", "1/3"))
    #expect(!rows.contains { $0.name.hasPrefix("enhanced.") })
    #expect(!rows.contains { $0.before?.value == $0.after?.value })
  }

  @Test func `values print as people write them`() {
    #expect(RuleValue.number(0.3).description == "0.3")
    #expect(RuleValue.number(2.0 / 3).description == "2/3")
    #expect(RuleValue.number(250_000).description == "250000")
    #expect(RuleValue.none.description == "none")
    #expect(RuleValue.list([0.1, 0.3, 0.6]).description == "0.1, 0.3, 0.6")
    let band = RuleValue.Band(fewest: 500, most: 999, atFewest: 0.122, atMost: 0.087)
    #expect(RuleValue.bands([band]).description == "500–999: 0.122 to 0.087")
  }

  @Test func `every paragraph is a citation`() {
    // Part 425 is the program's own; its quality measures are scored by part 414.
    #expect(Paragraph.allCases.allSatisfy { $0.rawValue.starts(with: /42 CFR (425|414)\./) })
    #expect(Paragraph.lossLimit(of: .enhanced) == .enhancedLossLimit)
    #expect(Paragraph.lossLimit(of: .basic(.d)) == .basicLossLimit)
  }
}
