import Projection
import Regulation
import Scenarios
import Testing

@testable import Reporting

@Suite struct ProgramPageTests {
  private static let levelE = ElectedPath(
    years: Array(repeating: .basic(.e), count: 5), minimumRate: .elected(Rate(0.01)))
  private static let enhanced = ElectedPath(
    years: Array(repeating: .enhanced, count: 5), minimumRate: .elected(.zero))

  private static func worth(_ net: Double, kept: Double? = 0.42, error: Double = 10_000)
    -> ProgramWorth
  {
    func estimate(_ value: Double) -> Estimate { Estimate(value: value, standardError: error) }
    let change = ProgramChange(
      net: PairedDifference(
        mean: estimate(net), chanceOfMore: FixedComparison.chance(0.7),
        chanceOfLess: FixedComparison.chance(0.3)),
      payment: estimate(net + 1e6), kept: kept.map { Estimate(value: $0, standardError: 0.004) },
      chanceOfOwing: Estimate(value: -0.021, standardError: 0.002),
      fifthPercentile: estimate(net / 2))
    return ProgramWorth(
      cost: estimate(2e6), fees: estimate(1e6), avoided: estimate(5e6), saved: estimate(4e6),
      recommended: change, options: Array(repeating: change, count: 3))
  }

  private static func choice(_ programs: [String], _ path: ElectedPath) -> ProgramChoice {
    ProgramChoice(
      programs: programs, path: path, net: Estimate(value: 2e6, standardError: 9_000),
      chanceOfAnother: SampleDistribution.chance(120, of: 1_000), withinAppetite: nil)
  }

  /// Two programs; each beside the other, and both together, at these nets.
  private func deck(
    _ beside: [Double] = [1.2e6, 0.4e6], together: Double = 1.5e6, error: Double = 10_000,
    best: [ElectedPath] = [levelE, levelE, levelE, levelE],
    breakEven: Estimate? = Estimate(value: -0.0061, standardError: 0.0002)
  ) -> Deck {
    var comparison = FixedComparison().comparison
    let programs = (["Care <management>", "Gap closure"] + (3...9).map { "No. \($0)" }).prefix(
      beside.count
    ).map {
      Program(name: $0, effect: .init(mean: -0.012, standardDeviation: 0.005))
    }
    let sets = beside.count == 1 ? [[], ["a"]] : [[], ["a"], ["b"], ["a", "b"]]
    comparison.programs = ProgramOutlook(
      trials: 20_000, recommended: Self.levelE,
      programs: zip(programs, beside).map {
        ProgramValue(
          program: $0, alone: Self.worth($1, error: error),
          besideOthers: Self.worth($1, error: error), breakEven: breakEven)
      },
      together: Self.worth(together, kept: nil, error: error),
      choices: zip(sets, best).map { Self.choice($0, $1) })
    return Deck(comparison, stresses: [], engineVersion: "1.2.3")
  }

  private func headline(_ deck: Deck, _ part: Int) -> String? {
    deck.pages.first { $0.number == 8 && $0.part == part }?.headline.sentence
  }

  @Test func `the headline says what programs add together and each beside the others`() {
    #expect(
      headline(deck(), 1)
        == "Together the 2 programs add $1.50 million to expected five-year net along Level E at 1%; "
        + "each brings more than it costs.")
    #expect(
      headline(deck([1.2e6, -0.4e6], together: 0.8e6), 1)
        == "Together the 2 programs add $800,000 to expected five-year net along Level E at 1%; Gap "
        + "closure costs more than it brings beside the others.")
    #expect(
      headline(deck([-0.3e6, -0.4e6], together: -0.7e6), 1)
        == "Together the 2 programs take $700,000 from expected five-year net along Level E at 1%; "
        + "each costs more than it brings.")
  }

  @Test func `what the error does not tell from zero is not given as an amount`() {
    #expect(
      headline(deck([15_000, -3_000], together: 12_000), 1)
        == "Together the 2 programs neither add to expected five-year net along Level E at 1% nor "
        + "take from it beyond the simulation's error.")
  }

  @Test func `one program tells where it breaks even`() {
    let one = deck([1.2e6], together: 1.2e6)
    #expect(
      headline(one, 1)
        == "The program Care <management> adds $1.20 million to expected five-year net along Level E "
        + "at 1%; at an effect of \u{2212}0.61% on the spending it reaches it would do neither, "
        + "\u{2212}1.2% being expected.")
    #expect(
      headline(deck([1.2e6], together: 1.2e6, breakEven: nil), 1)?.hasSuffix("at 1%.") == true)
  }

  @Test func `the second sheet says whether programs change the choice`() {
    #expect(
      headline(deck(), 2)
        == "With all programs as with none, Level E at 1% is best on expected five-year net (chance "
        + "that another is better, by the simulation's own error: 12% with none, 12% with all).")
    #expect(
      headline(deck(best: [Self.levelE, Self.levelE, Self.levelE, Self.enhanced]), 2)?.hasPrefix(
        "The programs change the choice: with none Level E at 1% is best on expected five-year net, "
          + "with all ENHANCED at 0% (") == true)
    #expect(
      headline(deck(best: [Self.levelE, Self.enhanced, Self.levelE, Self.levelE]), 2)?.hasPrefix(
        "With all programs as with none, Level E at 1% is best on expected five-year net; with a "
          + "alone it may be ENHANCED at 0% (") == true)
  }

  @Test func `tables have a row for each program and one for all`() {
    let tables = deck().tables(8)
    #expect(tables.map(\.rows.count) == [3, 2, 4, 3])
    #expect(
      tables[0].rows[0].cells == [
        "Care <management>", "+4.00", "42%", "+2.20", "1.00", "2.00", "+1.20", "± 0.010", "+0.60",
        "\u{2212}2.1",
      ])
    #expect(tables[0].rows[2].cells[2] == "–")
    #expect(
      tables[1].rows[1].cells == [
        "Gap closure", "+0.40", "± 0.010", "\u{2212}1.2%", "0.5%", "\u{2212}0.61%", "± 0.020",
      ])
    #expect(tables[2].rows.map { $0.cells[0] } == ["None", "a", "b", "All"])
    #expect(deck(breakEven: nil).tables(8)[1].rows[0].cells[5] == "nowhere to ±30%")
    #expect(
      tables.allSatisfy { table in table.rows.allSatisfy { $0.cells.count == table.columns.count } }
    )
  }

  @Test func `many programs take a sheet for each table`() {
    let pages = deck(Array(repeating: 1e6, count: 9)).pages.filter { $0.number == 8 }
    #expect(pages.map(\.part) == [1, 2, 3, 4] && pages.allSatisfy { $0.parts == 4 })
    #expect(pages.allSatisfy { $0.exhibits.count == 1 })
  }

  @Test func `names are escaped, and no page is without programs or under popular summaries`()
    throws
  {
    let html = deck().html
    #expect(html.contains("Care &lt;management&gt;") && !html.contains("Care <management>"))
    #expect(!FixedComparison().deck().pages.contains { $0.number == 8 })
    var comparison = FixedComparison().comparison
    comparison.scenario.editions = ["popularSummary"]
    #expect(ProgramBoard(Board(comparison: comparison, stresses: [])) == nil)
    #expect(!SummaryTable(FixedComparison().comparison).text.contains("programs"))
  }

  @Test func `an assumption of a program is told under its name`() {
    let path = AssumptionPath(
      "programs.2.effect.standardDeviation", measures: [], programs: ["Care", "Gap closure"])
    #expect(path.group == "programs: Gap closure")
    #expect(path.told("0.01") == "effect: standard deviation 0.01")
    #expect(
      AssumptionPath("programs.1.cost", measures: [], programs: ["Care"]).told("5") == "cost 5")
  }
}
