import Scenarios
import Testing

@testable import Reporting

@Suite struct AssumptionPageTests {
  private static func rows(_ entries: [(String, String, Provenance.Status, String)]) -> [[String]] {
    var comparison = FixedComparison().comparison
    comparison.scenario.provenance = entries.map {
      Provenance(key: $0.0, value: $0.1, status: $0.2, source: $0.3)
    }
    return Deck(comparison, stresses: [], engineVersion: "1").tables(16)
      .filter { $0.caption == "Figures and assumptions by status" }.flatMap(\.rows).map(\.cells)
  }

  @Test func `neighbours of one group, status and source share a row`() {
    #expect(
      Self.rows([
        ("assumptions.retention.mean", "0.82", .defaulted, "AJMC"),
        ("assumptions.retention.concentration", "200", .defaulted, "AJMC"),
        ("assumptions.riskScore.standardDeviation.esrd", "0.01", .defaulted, "CMS"),
        ("assumptions.riskScore.standardDeviation.agedDual", "0.02", .defaulted, "CMS"),
        ("assumptions.retention.voluntaryShare", "0.05", .stated, "AJMC"),
      ]) == [
        ["Stated by the author of the scenario"], ["retention", "voluntary share 0.05", "AJMC"],
        ["Default: not given in the scenario"],
        ["retention", "mean 0.82 · concentration 200", "AJMC"],
        ["riskScore", "standard deviation: esrd 0.01, aged dual 0.02", "CMS"],
      ])
  }

  @Test func `the author's own comes first, then what is published, and a source is said once`() {
    let rows = Self.rows([
      ("population.assignedBeneficiaries", "13_157", .real, "PY2022"),
      ("population.esrd.personYears", "93", .real, "PY2022"),
      ("finances.programCost", "[650_000, 650_000, 650_000, 650_000, 650_000]", .assumed, "Budget"),
      ("agreement.experienced", "false", .assumed, "Budget"),
      ("assumptions.joining.sizePlan", "[-0.03, 0.02, 0, 0, 0]", .stated, "Plan"),
    ])
    #expect(
      rows == [
        ["Stated by the author of the scenario"],
        ["joining", "size plan \u{2212}0.03, 0.02, 0, 0, 0", "Plan"],
        ["Assumed, for want of a figure"],
        ["finances", "program cost 650,000 in each year", "Budget"],
        ["agreement", "experienced no", "as above"], ["Real: as published"],
        ["population", "assigned beneficiaries 13,157 · esrd: person years 93", "PY2022"],
      ])
  }

  @Test func `the example's assumptions take five sheets, each with a headline of its own`() throws
  {
    let deck = try #require(Examples.decks["rural-first-agreement"])
    let sheets = deck.pages.filter { $0.topic == "Assumptions" }
    #expect(sheets.count <= 5)
    #expect(Set(sheets.map(\.headline.sentence)).count == sheets.count)
    let texts = sheets.flatMap(\.exhibits).flatMap { exhibit -> [String] in
      guard case .table(let table) = exhibit else { return [] }
      return table.rows.flatMap(\.cells)
    }
    #expect(!texts.contains { $0.hasSuffix("…") })
    let options = deck.pages.filter { $0.topic == "The options" }
    #expect(options.count == 1)
  }

  @Test func `all examples can be read and compared`() {
    #expect(Set(Examples.decks.keys) == Set(Examples.names))
  }
}
