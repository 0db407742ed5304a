import Projection
import Regulation
import Scenarios
import Testing

@testable import Reporting

@Suite struct PartyPageTests {
  @Test func `the same choice for the ACO and for both together`() {
    #expect(
      SampleParties().deck().headline(13)
        == "ENHANCED is best for the ACO and for ACO and sponsor together: five years bring the ACO "
        + "$1.30 million and the two together $1.20 million, after $1.00 million of margin lost on "
        + "care avoided.")
  }

  @Test func `lost margin can reverse the choice, and the headline says so`() {
    #expect(
      SampleParties(sponsor: [-1_400_000, -1_300_000, -1_500_000], lost: 1_600_000)
        .deck().headline(13)
        == "The choice reverses: ENHANCED brings the ACO $1.30 million in five years, but ACO and "
        + "sponsor together \u{2212}$200,000, after $1.60 million of margin lost on care avoided; "
        + "for them not taking part is best.")
    #expect(
      SampleParties(sponsor: [-400_000, 300_000, -500_000]).deck().headline(13)
        == "The choice reverses: ENHANCED is best for the ACO ($1.30 million in five years), Level E "
        + "for ACO and sponsor together, by $400,000, after $1.00 million of margin lost on care "
        + "avoided.")
    #expect(
      SampleParties(
        aco: [-100_000, -200_000, -300_000], sponsor: [50_000, 700_000, 100_000], lost: -500_000
      ).deck().headline(13)
        == "The choice reverses: the ACO does best by not taking part, ACO and sponsor together by "
        + "Level E, which brings them $500,000 in five years, with $500,000 of margin gained.")
  }

  @Test func `a tie is no reversal, and nobody's gain is nobody's choice`() {
    #expect(
      SampleParties(sponsor: [-400_000, 104_000, -300_000], lost: nil).deck().headline(13)
        == "Counting the sponsor does not clearly change the choice: best for the ACO is ENHANCED, "
        + "best for ACO and sponsor together Level E or ENHANCED.")
    #expect(
      SampleParties(aco: [-9e5, -8e5, -7e5]).deck().headline(13)
        == "Not taking part is best for the ACO and for ACO and sponsor together: no option is "
        + "expected to bring either of them money.")
  }

  /// Two standard errors of 3,000: a lead of 6,000 is a tie, one of 6,001 is none.
  @Test func `a tie ends just beyond two standard errors`() {
    func headline(_ lead: Double) -> String {
      SampleParties(sponsor: [-400_000, 100_000 + lead, -300_000]).deck().headline(13)
    }
    #expect(headline(6_000).hasPrefix("Counting the sponsor does not clearly change the choice"))
    #expect(headline(6_001).hasPrefix("The choice reverses: ENHANCED is best for the ACO"))
  }

  @Test func `the table sets the parties side by side, not taking part last`() throws {
    let table = try #require(SampleParties().deck().tables(13).first)
    #expect(table.caption == "Mean five-year net by party, $ million")
    #expect(
      table.rows.map { $0.cells[0] } == ["Glide path", "Level E", "ENHANCED", "Not taking part"])
    let enhanced = table.rows[2]
    #expect(enhanced.kind == .leading)
    #expect(
      [1, 3, 5, 7].map { enhanced.cells[$0] } == ["1.30", "\u{2212}0.10", "0.30", "1.20"])
    #expect(table.rows.allSatisfy { $0.cells.count == table.columns.count })
    #expect(table.rows[3].cells[7] == "0")
  }

  @Test func `page 1 sets net to the ACO and to the sponsoring system side by side`() throws {
    let page = try #require(SampleParties().deck().pages.first)
    guard case .keyFigures(let figures) = page.exhibits[0] else {
      Issue.record("no key figures")
      return
    }
    #expect(figures.map(\.label)[1...2] == ["Net to the ACO", "Net to the sponsoring system"])
    #expect(figures.map(\.value)[1...2] == ["$1.30 million", "$1.20 million"])
    #expect(
      SampleParties().deck().remarks(1).contains {
        $0.hasPrefix("Who gains (page 13): ENHANCED is best for the ACO and for ACO and sponsor")
      })
  }

  @Test func `page 1's headline says where ACO and sponsor together do as well otherwise`() {
    func ending(_ sponsor: [Double]) -> String {
      let sentence = SampleParties(sponsor: sponsor).deck().headline(1)
      return String(sentence.split(separator: "of futures. ").last ?? "")
    }
    #expect(ending([-0.9e6, -1.2e6, -1.2999e6]).contains("not taking part cannot be told from it"))
    #expect(
      ending([-0.9e6, -1.2e6, -2.3e6])
        == "For ACO and sponsor together not taking part is best, by $1.00 million (page 13).")
    #expect(
      ending([-0.3e6, -1.2e6, -2.3e6])
        == "For ACO and sponsor together Glide path is best, by $1.20 million (page 13).")
    #expect(ending([-0.3e6, -0.3e6, -0.1e6]).hasPrefix("The answer changes if ENHANCED alone"))
  }

  @Test func `remarks tell the margin, the split and what is collected`() {
    #expect(
      SampleParties().deck().remarks(13) == [
        "The ACO's plan makes its assigned spend $5.00 million less in five years, at whatever "
          + "provider; the sponsor loses $1.00 million of margin by it. That is the same under every option: it "
          + "bears on whether to take part, the split on which option.",
        "Savings go 30% to the ACO, 30% to the sponsor and 40% to other participants; losses "
          + "20% to the ACO, 60% to the sponsor and 20% to other participants.",
        "Participants are taken to pay 85% of their part of losses on average, and the sponsor the "
          + "rest.",
      ])
    #expect(
      SampleParties(sharing: nil).deck().remarks(13).last
        == "No split is stated: the ACO keeps all savings and owes all losses.")
  }

  @Test func `the accrual sheet books each kind of year and tells what may be opened again`() throws
  {
    let pages = SampleParties().deck().pages
    let page = try #require(pages.first { $0.topic == "What to book at year end" })
    let opened = try #require(pages.first { $0.topic == "Settled years opened again" })
    let tables = (page.exhibits + opened.exhibits).compactMap { exhibit -> Table? in
      guard case .table(let table) = exhibit else { return nil }
      return table
    }
    try #require(tables.count == 2)
    #expect(tables[0].rows.count == 1 + 4 * 5)
    #expect(
      tables[0].rows.prefix(6).map { $0.cells[1] } == [
        "not simulated", "whatever it brought", "owed", "nothing", "earned, lower half",
        "earned, upper half",
      ])
    #expect(tables[1].rows.map { $0.cells[1] } == ["40", "40", "40"])
    #expect(tables[1].rows.map { $0.cells[3] } == ["160", "160", "160"])
    #expect(page.headline.sentence.hasSuffix("would take back $40,000 on average."))
    #expect(
      opened.headline.sentence.hasSuffix(
        "would take back $40,000 on average, and $200,000 or more in one future in 20."))
    let without = SampleParties(liability: nil).deck()
    #expect(without.tables(13).count == 2)
  }

  @Test func `only reopening stated, only the sheets of years booked and opened again`() {
    let deck = SampleParties(lost: nil, sharing: nil).deck()
    #expect(
      deck.pages.filter { $0.number == 13 }.map(\.topic) == [
        "What to book at year end", "Settled years opened again",
      ])
    #expect(!deck.remarks(1).contains { $0.contains("Who gains") })
  }

  @Test func `nothing stated, no page and no line`() {
    #expect(!FixedComparison().deck().pages.contains { $0.number == 13 })
    #expect(!SummaryTable(FixedComparison().comparison).text.contains("Who gains"))
    #expect(
      FixedComparison().deck().remarks(16).contains { $0.contains("Fee-for-service revenue lost") })
  }

  @Test func `the summary has a line for each option and keeps to the terminal`() {
    let text = SummaryTable(SampleParties().comparison()).text
    #expect(text.contains("\nWho gains: five-year net, $ million\n"))
    #expect(text.contains("ENHANCED is best for the ACO and for ACO and sponsor together"))
    for line in text.split(separator: "\n") { #expect(TerminalWidth.of(String(line)) <= 80) }
  }

  @Test func `what popular summaries price is no choice of anybody's`() {
    var comparison = SampleParties().comparison()
    comparison.scenario.editions = ["popularSummary"]
    let deck = Deck(comparison, stresses: [], engineVersion: "1")
    #expect(!deck.pages.contains { $0.number == 13 })
  }
}
