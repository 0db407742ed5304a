import Evidence
import Reconciliation
import Regulation
import Testing

/// Columns that came after performance year 2022, on made-up rows worked by hand.
@Suite struct LaterYearsTests {
  /// Savings of 8 million at an earned amount.
  private func cells(_ changes: [String: String] = [:], earned: String) -> [String: String] {
    changes.merging(["EarnSaveLoss": earned]) { first, _ in first }
  }

  /// Losses of 8 million at Level E: 30 percent is 2.4 million.
  private func losses(_ changes: [String: String] = [:], earned: String) -> [String: String] {
    cells(
      changes.merging([
        "BnchmkMinExp": "-8000000", "GenSaveLoss": "-8000000", "ABtotExp": "208000000",
        "FinalLossRate": "30.00%",
      ]) { first, _ in first }, earned: earned)
  }

  @Test func `a standard met pays the maximum rate, before advances are recouped`() throws {
    let settled = try ResultsSample.one(
      ["AIP": "1", "AIPBalance": "900000", "AIPRecoup": "900000", "AIPOwe": "0"])
    #expect(settled.year.performanceYear == PerformanceYear(2024))
    #expect(settled.predicted.amount.rounded() == 3_920_000)
    #expect(settled.verdict == .matched)
    #expect(settled.checks.finalSharingRate == true)
    #expect(settled.checks.test == true)
  }

  @Test func `the alternative standard pays the maximum times the score`() throws {
    // 0.98 x 50% x 61.25% x 8,000,000 = 2,401,000.
    let met = [
      "Met_QPS": "0", "Met_AltQPS": "1", "Met_40pctl": "0", "QualScore": "61.25",
      "FinalShareRate": "30.63%",
    ]
    let settled = try ResultsSample.one(cells(met, earned: "2401000"))
    #expect(settled.year.standing == .alternativeMet)
    #expect(settled.verdict == .matched)
    #expect(settled.checks.finalSharingRate == true)
    // The printed score may be anything from 61.245 through 61.255: 196 dollars either way.
    #expect(try ResultsSample.one(cells(met, earned: "2401190")).verdict == .insideBand)
    #expect(
      try ResultsSample.one(cells(met, earned: "2401300")).verdict == .missed(.amount))
  }

  @Test func `neither standard met pays nothing`() throws {
    let cells = cells(["Met_QPS": "0", "Met_AltQPS": "0", "Met_40pctl": "0"], earned: "0")
    let settled = try ResultsSample.one(cells)
    #expect(settled.settlement.outcome == .noShare(.qualityStandardNotMet))
    #expect(settled.verdict == .matched)
  }

  @Test(arguments: [
    ("Met_40pctl", QualityResult.Standing.standardMet), ("Met_Incentive", .standardMet),
    ("Met_FirstYear", .standardMet), ("Recvd40p", .standardMet), ("Met_AltQPS", .alternativeMet),
    ("AIP", .notMet),
  ])
  func `without Met_QPS the standing is told by the ways to meet it`(
    _ column: String, _ standing: QualityResult.Standing
  ) throws {
    let settled = try ResultsSample.one(
      ["Met_40pctl": "0", "Met_AltQPS": "0"].merging([column: "1"]) { _, new in new },
      without: ["Met_QPS"])
    #expect(settled.year.standing == standing)
  }

  @Test func `a low-revenue ACO below its minimum rate is paid at half the rate`() throws {
    // Level A, 16,000 beneficiaries: the table's rate is near 2.66 percent; 0.5 percent is saved.
    let row = [
      "Current_Track": "A", "MinSavPerc": "2.66%", "BnchmkMinExp": "1000000",
      "GenSaveLoss": "0", "ABtotExp": "199000000", "FinalShareRate": "20.00%", "ReducedSS": "1",
    ]
    let settled = try ResultsSample.one(cells(row, earned: "196000"))
    #expect(settled.verdict == .matched)
    #expect(settled.checks.minimumRate == .oneSidedEqual)
    #expect(settled.checks.finalSharingRate == true)
    #expect(settled.checks.test == nil)
    let older = cells(
      row.merging(["Current_Start_Date": "01/01/2023"]) { _, new in new }, earned: "0")
    #expect(try ResultsSample.one(older).verdict == .matched)
    let high = cells(row.merging(["Rev_Exp_Cat": "High Revenue"]) { _, new in new }, earned: "0")
    #expect(try ResultsSample.one(high).verdict == .matched)
    let small = cells(
      row.merging(["N_AB": "4999", "MinSavPerc": "3.90%"]) { _, new in new }, earned: "0")
    #expect(try ResultsSample.one(small).verdict == .matched)
  }

  @Test func `an agreement that ended in the year is not paid`() throws {
    let flag = ["Impact_Mid_Year_Termination": "1", "GenSaveLoss": "8000000"]
    let settled = try ResultsSample.one(cells(flag, earned: "0"))
    #expect(settled.settlement.outcome == .noShare(.endedBeforeSavings))
    #expect(settled.verdict == .matched)
    #expect(try ResultsSample.one(cells(flag, earned: "3920000")).verdict == .missed(.amount))
    #expect(
      try ResultsSample.one(losses(flag.filter { $0.key != "GenSaveLoss" }, earned: "-1200000"))
        .verdict == .notCheckable(.monthsNotPrinted))
  }

  @Test func `the guardrail relieves losses and never creates savings`() throws {
    let flag = ["Guardrail": "1"]
    let relieved = try ResultsSample.one(losses(flag, earned: "0"))
    #expect(relieved.settlement.outcome == .noShare(.guardrailRemovesLosses))
    #expect(relieved.verdict == .matched)
    #expect(
      try ResultsSample.one(losses(flag, earned: "-900000")).verdict
        == .notCheckable(.guardrailBenchmarkNotPrinted))
    #expect(try ResultsSample.one(cells(flag, earned: "0")).verdict == .matched)
    #expect(try ResultsSample.one(cells(flag, earned: "3920000")).verdict == .missed(.amount))
  }

  @Test func `relief for circumstances is added back to the printed loss`() throws {
    let row = losses(["DisAdj": "(1,000,000)".quoted], earned: "-1400000")
    let settled = try ResultsSample.one(row)
    #expect(settled.lossBeforeRelief?.amount.rounded() == 2_400_000)
    #expect(settled.printedLossBeforeRelief == Dollars(2_400_000))
    #expect(settled.verdict == .matched)
    #expect(settled.checks.finalLossRate == true)
  }

  @Test func `a smaller loss may be the limit of participant revenue, where the category agrees`()
    throws
  {
    // 8 percent of 20 million is 1.6 million: 9.6 percent of expenditure, low revenue.
    #expect(
      try ResultsSample.one(losses(earned: "-1600000")).verdict
        == .needsParticipantRevenue(implied: Dollars(20_000_000)))
    #expect(
      try ResultsSample.one(losses(["Rev_Exp_Cat": "High Revenue"], earned: "-1600000")).verdict
        == .missed(.amount))
    #expect(try ResultsSample.one(losses(earned: "-2500000")).verdict == .missed(.amount))
    #expect(try ResultsSample.one(losses(earned: "0")).verdict == .missed(.amount))
  }

  @Test func `an ENHANCED loss rate is read from no column`() throws {
    // 1 - 0.75 x 60% = 55%: 4.4 million of 8.
    let row = losses(
      ["Current_Track": "EN", "QualScore": "60.00%", "FinalLossRate": "55.00%"], earned: "-4400000")
    #expect(try ResultsSample.one(row).verdict == .matched)
    let other = row.merging(["FinalLossRate": "45.00%"]) { _, new in new }
    let settled = try ResultsSample.one(other)
    #expect(settled.verdict == .matched)
    #expect(settled.checks.finalLossRate == false)
    #expect(
      try ResultsSample.one(other.merging(["EarnSaveLoss": "-3600000"]) { _, new in new }).verdict
        == .missed(.finalLossRate))
  }

  @Test(arguments: ["FinalShareRate", "GenSaveLoss", "FinalLossRate", "ReducedSS", "Sav_rate"])
  func `what is predicted is not read`(_ column: String) throws {
    let settled = try ResultsSample.one([column: "0"])
    #expect(settled.predicted.amount.rounded() == 3_920_000)
    #expect(try ResultsSample.one([:], without: [column]).verdict == .matched)
  }

  @Test func `half the alternative rate is paid below the minimum`() throws {
    // 0.98 x 1/2 x 40% x 61.25% x 1,000,000 = 120,050.
    let row = [
      "Current_Track": "A", "MinSavPerc": "2.66%", "BnchmkMinExp": "1000000",
      "GenSaveLoss": "0", "ABtotExp": "199000000", "Met_QPS": "0", "Met_AltQPS": "1",
      "Met_40pctl": "0", "QualScore": "61.25", "FinalShareRate": "12.25%", "ReducedSS": "1",
    ]
    let settled = try ResultsSample.one(cells(row, earned: "120050"))
    #expect(settled.predicted.amount.rounded() == 120_050)
    #expect(settled.verdict == .matched)
    #expect(settled.checks.finalSharingRate == true)
  }

  @Test func `a year CMS has not yet published is told by its agreements or its name`() throws {
    let rows = [["Current_Start_Date": "01/01/2025"], [:]]
    for name in ["results.csv", "copy of PY2025 (2).csv"] {
      let (tally, _) = try ResultsSample.settled(
        try ResultsSample.file(rows, with: ["A_New_Column": "7"], name: name))
      #expect(tally.years == [PerformanceYear(2025)])
      #expect(tally.matched == 2)
      #expect(tally.unmet.isEmpty)
    }
    let (tally, _) = try ResultsSample.settled(try ResultsSample.file(rows, name: "PY2027.csv"))
    #expect(tally.years == [PerformanceYear(2027)])
    #expect(tally.matched == 2)
  }

  @Test func `a row of performance year 2023 is told by its columns`() throws {
    let later: Set = [
      "Met_40pctl", "Recvd40p", "AIP", "AIPBalance", "AIPRecoup", "AIPOwe", "RegAdj",
      "PriorSavAdj", "FinalAdjCat", "Guardrail", "ReducedSS",
    ]
    let settled = try ResultsSample.one(
      ["Current_Start_Date": "01/01/2023"], without: later,
      with: ["Met_30pctl": "1", "Recvd30p": "0", "Prorate_Shared_Losses": "0"])
    #expect(settled.year.performanceYear == PerformanceYear(2023))
    #expect(settled.year.lacks.isEmpty)
    #expect(settled.verdict == .matched)
  }
}

extension String {
  var quoted: String { "\"\(self)\"" }
}
