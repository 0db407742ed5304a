import Evidence
import Foundation
import Regulation
import Testing

/// Files that lack a column: it is named, and what can be settled is.
@Suite struct MissingColumnsTests {
  private let loss = [
    "BnchmkMinExp": "-8000000", "GenSaveLoss": "-8000000", "ABtotExp": "208000000",
    "EarnSaveLoss": "-2000000",
  ]

  @Test(arguments: [
    ("Current_Track", "Current_Track, nor one for each track", "No row can be settled."),
    ("N_AB", "N_AB", "No row can be settled."),
    ("ABtotBnchmk", "ABtotBnchmk", "No row can be settled."),
    ("EarnSaveLoss", "EarnSaveLoss (or EarnShrSavings)", "No payment can be compared."),
  ])
  func `a column nothing can do without leaves its rows not checkable`(
    _ column: String, _ title: String, _ without: String
  ) throws {
    let (tally, _) = try ResultsSample.settled(
      try ResultsSample.file([[:], [:]], without: [column]))
    #expect(tally.unmet.map(\.title) == [title])
    #expect(tally.unmet.map(\.without) == [without])
    #expect(tally.rows == 2)
    #expect(tally.notCheckableCount == 2)
    #expect(tally.unexplained == 0)
  }

  @Test func `either the savings or the expenditure will do`() throws {
    for column in ["BnchmkMinExp", "ABtotExp"] {
      let (tally, _) = try ResultsSample.settled(try ResultsSample.file([[:]], without: [column]))
      #expect(tally.unmet.isEmpty)
      #expect(tally.matched == 1)
    }
    let neither: Set = ["BnchmkMinExp", "ABtotExp"]
    let (tally, _) = try ResultsSample.settled(try ResultsSample.file([[:]], without: neither))
    #expect(tally.unmet.map(\.title) == ["BnchmkMinExp or ABtotExp"])
    #expect(tally.notCheckableCount == 1)
  }

  @Test func `without the election a two-sided row counts where every election comes to the same`()
    throws
  {
    let near = [
      "BnchmkMinExp": "2000000", "ABtotExp": "198000000", "GenSaveLoss": "2000000",
      "EarnSaveLoss": "980000",
    ]
    let file = try ResultsSample.file([[:], near], without: ["MinSavPerc"])
    let (tally, rows) = try ResultsSample.settled(file)
    #expect(tally.unmet.map(\.title) == ["MinSavPerc"])
    #expect(tally.matched == 1)
    guard case .settled(let settled) = rows[1] else { return #expect(Bool(false)) }
    #expect(settled.verdict == .notCheckable(.notPrinted([.minimumSavingsRate])))
  }

  @Test func `without the score a row counts where every score comes to the same`() throws {
    let alternative = ["Met_QPS": "0", "Met_AltQPS": "1", "EarnSaveLoss": "2000000"]
    let file = try ResultsSample.file([[:], alternative], without: ["QualScore"])
    let (tally, _) = try ResultsSample.settled(file)
    #expect(tally.matched == 1)
    #expect(tally.notCheckable["Not printed: QualScore."]?.first == ["A9002"])
  }

  @Test func `without the standard's columns a payment of nothing is not a miss`() throws {
    let ways: Set = ["Met_QPS", "Met_40pctl", "Met_Incentive", "Met_FirstYear", "Recvd40p"]
    let unpaid = ["EarnSaveLoss": "0", "FinalShareRate": "0.00%"]
    let contradicted = ["EarnSaveLoss": "0", "FinalShareRate": "50.00%"]
    let file = try ResultsSample.file([[:], unpaid, contradicted], without: ways)
    let (tally, _) = try ResultsSample.settled(file)
    #expect(tally.matched == 1)
    #expect(tally.notCheckableCount == 1)
    #expect(tally.missed[.amount]?.first == ["A9003 3920000 for 0"])
  }

  @Test(arguments: ["Current_Start_Date", "Rev_Exp_Cat"])
  func `without what reduced sharing turns on, a row below its minimum rate is not checkable`(
    _ column: String
  ) throws {
    let below = [
      "Current_Track": "A", "MinSavPerc": "2.66%", "BnchmkMinExp": "1000000", "GenSaveLoss": "0",
      "ABtotExp": "199000000", "EarnSaveLoss": "196000",
    ]
    let file = try ResultsSample.file([[:], below], without: [column])
    let (tally, _) = try ResultsSample.settled(file)
    #expect(tally.matched == 1)
    #expect(tally.notCheckableCount == 1)
  }

  @Test(arguments: ["Guardrail", "Impact_Mid_Year_Termination"])
  func `without a column that lowers results, a smaller one is not checkable`(_ column: String)
    throws
  {
    let enhanced = loss.merging(["Current_Track": "EN"]) { _, new in new }
    let file = try ResultsSample.file([[:], enhanced], without: [column])
    let (tally, _) = try ResultsSample.settled(file)
    #expect(tally.unmet.count == 1)
    #expect(tally.matched == 1)
    #expect(tally.notCheckableCount == 1)
  }

  @Test func `without relief's column a smaller loss is not checkable`() throws {
    let enhanced = loss.merging(["Current_Track": "EN"]) { _, new in new }
    let (tally, rows) = try ResultsSample.settled(
      try ResultsSample.file([enhanced], without: ["DisAdj"]))
    #expect(tally.unmet.map(\.title) == ["DisAdj"])
    guard case .settled(let settled) = rows[0] else { return #expect(Bool(false)) }
    #expect(settled.verdict == .notCheckable(.reliefNotPrinted))
  }
}
