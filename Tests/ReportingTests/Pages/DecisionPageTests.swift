import Projection
import Testing

@testable import Reporting

@Suite struct DecisionPageTests {
  @Test func `a clear lead is a recommendation with its odds and the number that would change it`()
  {
    #expect(
      FixedComparison().deck().headline(1)
        == "Sign ENHANCED on expected five-year net: $2.60 million, $600,000 more than Level E, and "
        + "ahead of it in 71.3% of futures. It owes CMS in at least one year in 30.0% of futures. "
        + "The answer changes if ENHANCED alone brings $120,000 a year less than projected.")
  }

  @Test func `the sentence follows the numbers`() {
    var fixed = FixedComparison()
    fixed.means[0] = 5_000_000
    let sentence = fixed.deck().headline(1)
    #expect(sentence.hasPrefix("Sign Glide path on expected five-year net: $5.00 million, "))
    #expect(sentence.contains("$2.40 million more than ENHANCED"))
  }

  @Test func `two options within two standard errors are a tie and no winner is named`() {
    var fixed = FixedComparison()
    fixed.means[1] = 2_595_000
    #expect(
      fixed.deck().headline(1)
        == "Level E and ENHANCED cannot be told apart on expected five-year net: their means lie "
        + "within two standard errors ($3,000 each) of the highest. Choose between them on risk.")
    #expect(!fixed.deck().headline(1).contains("Sign"))
    #expect(
      fixed.deck().remarks(1) == [
        "Mean of the worst 5%: Level E \u{2212}$1.80 million and ENHANCED \u{2212}$4.20 million; "
          + "Level E has the mildest bad case."
      ])
  }

  @Test func `just beyond two standard errors is no tie`() {
    var fixed = FixedComparison()
    fixed.means[1] = 2_600_000 - 6_001
    #expect(fixed.deck().headline(1).contains("Sign ENHANCED"))
    fixed.means[1] = 2_600_000 - 6_000
    #expect(fixed.deck().headline(1).contains("cannot be told apart"))
  }

  @Test func `the best of losing options is not praised`() {
    var fixed = FixedComparison()
    fixed.means = [-1_000_000, -2_000_000, -3_000_000]
    #expect(
      fixed.deck().headline(1).hasPrefix(
        "No legal option is expected to cover its costs; Glide path loses least: it nets "
          + "\u{2212}$1.00 million, $1.00 million more than Level E"))
  }

  @Test func `what-ifs are never recommended`() {
    var fixed = FixedComparison()
    fixed.options[2].whatIf = "Not open to this ACO (42 CFR 425.600)."
    #expect(fixed.deck().headline(1).contains("Sign Level E"))
    fixed.options[1].whatIf = "Not open to this ACO (42 CFR 425.600)."
    #expect(
      fixed.deck().headline(1).hasPrefix(
        "Only Glide path can be signed of the options asked for: expected five-year net "
          + "$1.20 million; it owes CMS"))
    fixed.options[0].whatIf = "Not open to this ACO (42 CFR 425.600)."
    #expect(
      fixed.deck().headline(1)
        == "None of the 3 options asked for can be signed; all are shown as what-ifs.")
  }

  @Test func `an ACO that never owes is told so in trials`() {
    var fixed = FixedComparison()
    fixed.chanceToRepay = [0, 0, 0]
    #expect(fixed.deck().headline(1).contains("It owes CMS in none of 100,000 trials."))
  }

  @Test func `popular summaries price no recommendation`() {
    var comparison = FixedComparison().comparison
    comparison.scenario.editions = ["popularSummary"]
    let deck = Deck(comparison, stresses: [], engineVersion: "1")
    #expect(deck.headline(1).hasPrefix("No recommendation: "))
    #expect(deck.remarks(1).isEmpty)
    #expect(!deck.html.contains("Sign ENHANCED"))
    #expect(deck.html.components(separatedBy: "NOT THE REGULATION").count == deck.pages.count + 1)
  }

  @Test func `proposed rules are bannered on every page and still compared`() {
    var comparison = FixedComparison().comparison
    comparison.scenario.editions = ["cy2027Proposed"]
    let deck = Deck(comparison, stresses: [], engineVersion: "1")
    #expect(deck.headline(1).contains("Sign ENHANCED"))
    #expect(deck.html.components(separatedBy: "PROPOSED RULES").count == deck.pages.count + 1)
  }
}
