import Evidence
import Regulation
import Testing

/// Limits, levels and minimum rates of performance year 2024, on made-up rows worked by hand.
@Suite struct LaterYearsLimitsTests {
  @Test(arguments: [
    // 0.98 x 50% x 45 million = 22.05 million, over 10% of 200 million.
    ("E", 45_000_000, 20_000_000),
    // 0.98 x 75% x 60 million = 44.1 million, over 20%.
    ("EN", 60_000_000, 40_000_000),
    // 30% x 30 million = 9 million, over 1%, 2% and 4% of 200 million.
    ("C", -30_000_000, -2_000_000), ("D", -30_000_000, -4_000_000), ("E", -30_000_000, -8_000_000),
    // 40% x 80 million = 32 million, over 15%.
    ("EN", -80_000_000, -30_000_000),
  ])
  func `the limits of 2024 bind`(_ track: String, _ saved: Int, _ earned: Int) throws {
    let settled = try ResultsSample.one([
      "Current_Track": track, "BnchmkMinExp": "\(saved)", "GenSaveLoss": "\(saved)",
      "ABtotExp": "\(200_000_000 - saved)", "EarnSaveLoss": "\(earned)", "FinalShareRate": "",
    ])
    #expect(settled.predicted.amount == Double(earned))
    #expect(settled.verdict == .matched)
  }

  @Test(arguments: [("A", 3_136_000), ("B", 3_136_000), ("C", 3_920_000), ("EN", 5_880_000)])
  func `each level pays its own rate`(_ track: String, _ earned: Int) throws {
    // 0.98 x 40%, 50% or 75% x 8 million.
    let settled = try ResultsSample.one([
      "Current_Track": track, "FinalShareRate": "", "MinSavPerc": "", "EarnSaveLoss": "\(earned)",
    ])
    #expect(settled.predicted.amount.rounded() == Double(earned))
    #expect(settled.verdict == .matched)
  }

  @Test(arguments: ["A", "E"])
  func `a minimum rate of the table is computed, whatever is printed`(_ track: String) throws {
    // 16,000 beneficiaries: 2.7% - 0.2% x 1,000 / 4,999 = 2.65999...%; 5.32 million is 2.66%, met.
    let row = [
      "Current_Track": track, "BnchmkMinExp": "5320000", "GenSaveLoss": "5320000",
      "ABtotExp": "194680000", "FinalShareRate": "",
      "EarnSaveLoss": track == "A" ? "2085440" : "2606800",
    ]
    for printed in ["2.66%", "2.67%", "9.99%"] {
      let settled = try ResultsSample.one(
        row.merging(["MinSavPerc": printed]) { _, new in new })
      #expect(abs(settled.settlement.minimumSavingsRate.fraction - 0.026_599_92) < 1e-8)
      #expect(settled.verdict == .matched)
      let isOneSided = track == "A"
      let equal: PublishedSettlement.MinimumRateCheck = isOneSided ? .oneSidedEqual : .variableEqual
      let differs: PublishedSettlement.MinimumRateCheck =
        isOneSided ? .oneSidedDiffers : .variableDiffers
      #expect(settled.checks.minimumRate == (printed == "2.66%" ? equal : differs))
    }
  }
}
