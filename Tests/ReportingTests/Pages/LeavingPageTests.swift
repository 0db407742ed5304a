import Projection
import Regulation
import Testing

@testable import Reporting

@Suite struct LeavingPageTests {
  /// Three legal options and the best path beside them; only ENHANCED's gain is given, and that of the
  /// option before it.
  private func comparison(
    gain: Estimate, beside: Estimate? = nil, chance: Double = 0.234,
    signal: PolicyExit.Signal? = nil,
    rule: ExitRule? = nil
  ) -> Comparison {
    var comparison = FixedComparison().comparison
    let none = Estimate(value: 0, standardError: 0)
    let never = FixedComparison.chance(0)
    func pair(_ mean: Estimate) -> PairedDifference {
      PairedDifference(mean: mean, chanceOfMore: FixedComparison.chance(0.2), chanceOfLess: never)
    }
    let outlooks = comparison.outlooks
    comparison.leaving = LeavingOutlook(
      trials: 20_000,
      values: outlooks.indices.map { index in
        let gains =
          index == outlooks.count - 1 ? gain : index == outlooks.count - 2 ? beside ?? none : none
        let leaves = index == outlooks.count - 1 ? FixedComparison.chance(chance) : never
        return LeavingValue(
          option: index,
          path: ElectedPath(
            years: outlooks[index].option.years, minimumRate: .elected(Rate(0.01)), leave: rule),
          never: outlooks[index].net.mean, policy: pair(gains), inSample: gains,
          foresight: Estimate(value: 900_000, standardError: 4_000),
          exits: leaves.value == 0
            ? []
            : [
              PolicyExit(
                date: ExitDate(performanceYear: PerformanceYear(2029), by: .june30),
                chance: leaves, signal: signal)
            ],
          chances: [never, never, leaves, never, never],
          rule: rule.map { _ in
            RuledExit(
              difference: pair(Estimate(value: -120_000, standardError: 5_000)),
              chances: [never, never, FixedComparison.chance(0.1), never, never])
          },
          chanceOfLeaving: leaves)
      })
    return comparison
  }

  private func page(_ comparison: Comparison) throws -> DeckPage {
    try #require(
      Deck(comparison, stresses: [], engineVersion: "1.2.3").pages
        .first { $0.topic == "What being able to leave is worth" })
  }

  private func tables(_ page: DeckPage) -> [Table] {
    page.exhibits.compactMap { exhibit in
      guard case .table(let table) = exhibit else { return nil }
      return table
    }
  }

  @Test func `the headline names the option under which leaving is worth most`() throws {
    let page = try page(comparison(gain: Estimate(value: 312_000, standardError: 6_000)))
    #expect(page.number == 6)
    #expect(
      page.headline.sentence
        == "Being able to leave early is worth most under ENHANCED: $310,000 of expected five-year "
        + "net, by leaving in 23.4% of futures.")
    let rows = tables(page)[0].rows
    #expect(
      rows.last?.cells == ["ENHANCED", "2.60", "+0.31", "± 0.0060", "+0.31", "+0.90", "–", ""])
    #expect(rows.first?.cells.dropFirst(2).first == "0")
    #expect(
      tables(page)[1].rows.last?.cells == [
        "ENHANCED, best policy", "none", "none", "23.4%", "none", "none",
      ])
  }

  /// Errors of 6,000 and 8,000 make 10,000: 18,000 less is not clear, 22,000 less is.
  @Test func `the headline names who may gain as much`() throws {
    let gain = Estimate(value: 312_000, standardError: 6_000)
    func sentence(_ less: Double) throws -> String {
      let beside = Estimate(value: gain.value - less, standardError: 8_000)
      return try page(comparison(gain: gain, beside: beside)).headline.sentence
    }
    let option = FixedComparison().comparison.outlooks.dropLast().last?.option.title ?? ""
    #expect(
      try sentence(18_000)
        == "Being able to leave early is worth most under ENHANCED, or as much under \(option): "
        + "$310,000 of expected five-year net, by leaving in 23.4% of futures.")
    #expect(
      try sentence(22_000)
        == "Being able to leave early is worth most under ENHANCED: $310,000 of expected five-year "
        + "net, by leaving in 23.4% of futures.")
  }

  @Test(arguments: [
    Estimate(value: 0, standardError: 0), Estimate(value: 5_000, standardError: 4_000),
    Estimate(value: -20_000, standardError: 4_000),
  ])
  func `a gain that is nothing, unclear or negative is none`(gain: Estimate) throws {
    let page = try page(comparison(gain: gain))
    #expect(
      page.headline.sentence
        == "Being able to leave early is worth nothing that the simulation can tell from zero under "
        + "any legal option.")
    let remarks = page.exhibits.compactMap { exhibit -> [Finding]? in
      guard case .remarks("When the best policy leaves", let found) = exhibit else { return nil }
      return found
    }
    #expect(remarks == [[Finding("It never clearly pays to leave.")]])
  }

  @Test func `the policy is told by the figure nearest to it`() throws {
    let signal = PolicyExit.Signal(
      figure: .claims, threshold: -0.0213, agreement: FixedComparison.chance(0.931))
    let page = try page(
      comparison(gain: Estimate(value: 312_000, standardError: 6_000), signal: signal))
    let text = page.exhibits.compactMap { exhibit -> String? in
      guard case .remarks("When the best policy leaves", let found) = exhibit else { return nil }
      return found.map(\.sentence).joined()
    }.joined()
    #expect(
      text
        == "ENHANCED: by 30 June 2029, in 23.4% of futures, nearly where last year's savings rate by "
        + "its own claims is below \u{2212}2% (agrees in 93.1% of decisions).")
  }

  @Test func `an exit rule has its own column and rows, and its words`() throws {
    let rule = ExitRule(
      by: .december31, lossYears: 2, lossBeyond: Dollars(500_000), lossBeyondShare: Rate(0.01))
    let page = try page(
      comparison(gain: Estimate(value: 312_000, standardError: 6_000), rule: rule))
    #expect(tables(page)[0].rows.last?.cells.suffix(2) == ["\u{2212}0.12", "± 0.0050"])
    #expect(tables(page)[1].rows.last?.cells[0] == "ENHANCED, its exit rule")
    #expect(
      rule.words
        == "leaves on 31 December after 2 years of losses or a loss over $500,000 or a loss over 1% of "
        + "benchmark")
    #expect(ExitRule(by: .june30, lossYears: 1).words == "leaves by 30 June after 1 year of losses")
  }

  @Test func `page 2 says when an option is left, and paths carry their rule`() throws {
    var comparison = FixedComparison().comparison
    let before = Deck(comparison, stresses: [], engineVersion: "1").remarks(2)
    comparison.outlooks[2].requested.option.leave = ExitRule(by: .june30, lossYears: 2)
    let after = Deck(comparison, stresses: [], engineVersion: "1").remarks(2)
    #expect(
      after.filter { !before.contains($0) }
        == ["ENHANCED leaves by 30 June after 2 years of losses (42 CFR 425.221(b))."])
    let path = ElectedPath(
      years: ParticipationOption.held(.enhanced).years, minimumRate: .elected(.zero),
      leave: ExitRule(by: .june30, lossYears: 2))
    #expect(path.title == "ENHANCED at 0%, leaves after 2 years of losses")
  }

  @Test func `without the study there is no page, and the terminal has one line with it`() throws {
    let plain = FixedComparison().comparison
    #expect(
      !Deck(plain, stresses: [], engineVersion: "1").pages.contains {
        $0.topic.hasPrefix("What being")
      })
    #expect(!SummaryTable(plain).text.contains("leave early"))
    let text = SummaryTable(comparison(gain: Estimate(value: 312_000, standardError: 6_000))).text
    #expect(
      text.contains("\nBeing able to leave early: $310,000 under ENHANCED, leaving in 23.4%\n"))
  }
}
