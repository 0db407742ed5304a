import Reconciliation
import Regulation
import Testing

@Suite struct MinimumSavingsRateTests {
  static let between: [(size: Int, high: Double, drop: Double, step: Double, width: Double)] = [
    (501, 0.122, 0.035, 1, 499), (640, 0.122, 0.035, 140, 499), (7_500, 0.034, 0.002, 500, 999),
    (12_500, 0.030, 0.003, 2_500, 4_999), (35_000, 0.025, 0.003, 15_000, 29_999),
  ]

  /// Both ends of every band of 42 CFR 425.605(b)(1), the sizes beyond, and places between.
  @Test(
    arguments: zip(
      [
        0, 499, 500, 999, 1_000, 2_999, 3_000, 4_999, 5_000, 5_999, 6_000, 6_999, 7_000, 7_999,
        8_000, 8_999, 9_000, 9_999, 10_000, 14_999, 15_000, 19_999, 20_000, 49_999, 50_000,
        59_999, 60_000, 250_000,
      ],
      [
        0.122, 0.122, 0.122, 0.087, 0.087, 0.050, 0.050, 0.039, 0.039, 0.036, 0.036, 0.034,
        0.034, 0.032, 0.032, 0.031, 0.031, 0.030, 0.030, 0.027, 0.027, 0.025, 0.025, 0.022,
        0.022, 0.020, 0.020, 0.020,
      ]))
  func `each end of each band has the rate the table prints`(size: Int, rate: Double) throws {
    let table = try inForce(.basic(.a)).minimumRates.table
    #expect(abs(table.rate(forAssigned: size).fraction - rate) < 1e-15)
  }

  @Test(arguments: between)
  func `between the ends the rate is linear in beneficiaries`(
    size: Int, high: Double, drop: Double, step: Double, width: Double
  ) throws {
    let table = try inForce(.basic(.a)).minimumRates.table
    let rate = high - drop * step / width
    #expect(abs(table.rate(forAssigned: size).fraction - rate) < 1e-15)
  }

  @Test func `the rate never rises with size`() throws {
    let table = try inForce(.basic(.a)).minimumRates.table
    for size in 400..<61_000 {
      #expect(table.rate(forAssigned: size + 1) <= table.rate(forAssigned: size))
    }
  }
}
