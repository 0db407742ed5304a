import Foundation
import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

/// One history worked by hand, to the cent and to the day.
///
/// 100,000 beneficiaries of one type, each one person-year at a benchmark of $10,000: the benchmark
/// is $1,000 million in every year, for nothing grows. Participants' revenue is $1,000 million too.
/// Glide path from 2027. Spending lies 3 percent below the benchmark in 2027, on it in 2028, 20
/// percent above in 2029, and 3 percent below in 2030 and 2031; quality is met.
///
/// | year | level | savings, $ million | earned |
/// |---|---|---|---|
/// | 2027 | A | 30 ≥ 2.0 % | 40 % × 30 = 12.00, less 2 % sequestration: 11.76 |
/// | 2028 | B | 0 | nothing |
/// | 2029 | C | −200 | 30 % × 200 = 60, held to 1 % of the benchmark: owes 10.00 |
/// | 2030 | D | 30 | 50 % × 30 = 15, less 2 %: 14.70 |
/// | 2031 | E | 30 | 14.70 |
///
/// Advance investment payments of 6.00 in 2027 and 4.00 in 2028: 0.25 at once, then (6.00 − 0.25)/4 =
/// 1.4375 and 4.00/4 = 1.00 a quarter. Of 11.76 earned for 2027, 6.00 are recouped: 5.76 paid. The
/// 4.00 of 2028 find nothing in 2028 and 2029, and are recouped from 2030: 14.70 − 4.00 = 10.70.
///
/// Results on 30 September of the next year, payment 30 days later (30 October), bills 90 days later
/// (29 December: 31 in October, 30 in November, 29 in December).
///
/// Mechanism, the lesser of 0.5 % of expenditure and 1 % of revenue (10.00), on figures of two years
/// before: 2029 from 970: 4.85. 2030 from 1,000: 5.00, a growth of 0.15, no raise. 2031 from 1,200:
/// 6.00, a growth of 1.15, at least 1.00: raised by 1 January + 90 days, 1 April 2031. Twelve months
/// after 2031 it ends: 31 December 2032. Fee 1 % a year in advance: 48,500.00 for each of 2029 to
/// 2031; of the raise 1.15 million × 1 % × 275/365 = 8,664.3836; for the twelve months after, 1 % of
/// 6.00 million: 60,000.00.
///
/// Stop-loss of 5 above 4, 20 % kept by the ACO, 0.30 a two-sided year: (10 − 4 = 6, at most 5) × 0.8
/// = 4.00 recovered of 2029's losses when its bill is due.
///
/// Advanced APM: only 2031 is at Level E, paid in 2033; eight updates from 2026 to 2033 make a gap of
/// (1.0075/1.0025)^8 − 1 = 0.04060375371, and 2033 has no incentive payment. 90 % of $10 million of
/// services that do not grow: 9 million × 0.04060375371 = 365,433.78, in twelfths of 30,452.81 and
/// 30,452.82.
@Suite struct GoldenCashCalendarTests {
  static func scenario() -> Scenario {
    var scenario = Scenario.quiet(
      assigned: 100_000, savingsRate: 0, noise: 0, law: .none, trials: 100, start: 2027)
    for type in EnrollmentType.allCases {
      let all = type == .agedNonDual
      scenario.population.strata[type].personYears = PersonYears(all ? 100_000 : 0)
      scenario.population.strata[type].expenditure = PerCapita(10_000)
      scenario.population.strata[type].historicalBenchmark = PerCapita(10_000)
    }
    scenario.assumptions.expenditureEffect.plan = [-0.03, 0, 0.20, -0.03, -0.03]
    scenario.agreement.participantRevenue = Dollars(1e9)
    scenario.agreement.advanceInvestmentPayments = [6e6, 4e6, 0, 0, 0].map { Dollars($0) }
    scenario.agreement.options = [RequestedOption(option: .glidePath, whatIf: nil)]
    scenario.finances.programCost = Array(repeating: Dollars(1_200_000), count: 5)
    var cash = Cash()
    cash.openingReserve = Dollars(2e6)
    cash.results = .init(month: 9, paymentDelayDays: 30)
    cash.mechanism = .init(form: .escrow, carryingCost: 0.01)
    cash.professionalRevenue = .init(amount: Dollars(1e7), growth: 0, qpRate: 0.9)
    cash.stopLoss = .init(
      basis: .yearly, attachment: Dollars(4e6), limit: Dollars(5e6), coinsurance: 0.2,
      premium: Dollars(300_000))
    scenario.cash = cash
    return scenario
  }

  static func agreement() throws -> Agreement { try Agreement(scenario(), under: .current()) }

  private func calendar() throws -> CashCalendar {
    try Self.agreement().cashCalendar(trial: 0, option: 0, workers: 1)
  }

  @Test func `every movement but those of each month, by day`() throws {
    let moved = try calendar().movements.filter {
      $0.kind != .programCost && $0.kind != .conversionFactor
    }
    #expect(
      moved.map { "\($0.day) \($0.kind) \($0.performanceYear) \($0.amount.count)" } == [
        "2027-01-01 advanceOnce 2027 25000000",
        "2027-01-01 advanceInvestment 2027 143750000",
        "2027-04-01 advanceInvestment 2027 143750000",
        "2027-07-01 advanceInvestment 2027 143750000",
        "2027-10-01 advanceInvestment 2027 143750000",
        "2028-01-01 advanceInvestment 2028 100000000",
        "2028-04-01 advanceInvestment 2028 100000000",
        "2028-07-01 advanceInvestment 2028 100000000",
        "2028-10-01 advanceInvestment 2028 100000000",
        "2028-10-30 settlementPaid 2027 576000000",
        "2029-01-01 mechanismFunded 2029 -485000000",
        "2029-01-01 carryingCost 2029 -4850000",
        "2029-01-01 stopLossPremium 2029 -30000000",
        "2030-01-01 carryingCost 2030 -4850000",
        "2030-01-01 stopLossPremium 2030 -30000000",
        "2030-12-29 settlementBilled 2029 -1000000000",
        "2030-12-29 stopLossRecovery 2029 400000000",
        "2031-01-01 carryingCost 2031 -4850000",
        "2031-01-01 stopLossPremium 2031 -30000000",
        "2031-04-01 mechanismRaised 2031 -115000000",
        "2031-04-01 carryingCostOfRaise 2031 -866438",
        "2031-10-30 settlementPaid 2030 1070000000",
        "2032-01-01 carryingCostAfter 2031 -6000000",
        "2032-10-30 settlementPaid 2031 1470000000",
        "2032-12-31 mechanismReleased 2031 600000000",
      ])
  }

  @Test func `program costs and the conversion factor move each month`() throws {
    let movements = try calendar().movements
    let costs = movements.filter { $0.kind == .programCost }
    #expect(costs.count == 60 && costs.allSatisfy { $0.amount == Cents(-10_000_000) })
    #expect(costs.first?.day == Day("2027-01-31") && costs.last?.day == Day("2031-12-31"))
    let added = movements.filter { $0.kind == .conversionFactor }
    #expect(
      added.map(\.amount.count)
        == Array(repeating: [3_045_281, 3_045_282], count: 6).flatMap(\.self))
    #expect(added.first?.day == Day("2033-01-31") && added.last?.day == Day("2033-12-31"))
  }

  /// Millions: 2027 6.00 − 1.20 = 4.80. 2028 + 4.00 + 5.76 − 1.20 = 13.36. 2029 − 4.85 − 0.0485 − 0.30
  /// − 1.20 = 6.9615. 2030 − 0.0485 − 0.30 − 1.20 − 10.00 + 4.00 = −0.587. Through September 2031
  /// − 0.0485 − 0.30 − 1.15 − 0.00866438 − 0.90 = −2.99416438, the least: October brings 10.70.
  @Test func `balances at the ends of years and the least of them`() throws {
    let calendar = try calendar()
    for (day, cents) in [
      ("2027-12-31", 480_000_000), ("2028-12-31", 1_336_000_000), ("2029-12-31", 696_150_000),
      ("2030-12-31", -58_700_000), ("2031-09-30", -299_416_438),
    ] {
      let end = try #require(Day(day))
      #expect(calendar.balance(through: end).count == Int64(cents), "\(day)")
    }
    #expect(calendar.lowest.count == -299_416_438)
    #expect(calendar.lowestDay == Day("2031-09-30"))
    #expect(calendar.held.map(\.count) == [0, 0, 485_000_000, 485_000_000, 600_000_000])
    #expect(calendar.isSetAside)
  }

  /// 10.00 of advances − 6.00 of costs + 31.16 paid − 10.00 billed + 4.00 recovered − 0.90 of
  /// premiums, in dollars 28,260,000.00; fees 145,500.00 + 8,664.38 + 60,000.00 = 214,164.38; Advanced
  /// APM 365,433.78. In all 28,411,269.40; the escrow comes back.
  @Test func `net is what moved, and at no discount the value of the first day`() throws {
    let ledger = try Self.agreement().ledger(workers: 1)
    #expect(ledger.cumulativeNet(of: 0, year: 4).first == 2_841_126_940)
    let calendar = try calendar()
    #expect(calendar.movements.reduce(0) { $0 + $1.amount.count } == 2_841_126_940)
    #expect(abs(calendar.presentValue - 2_841_126_940) < 0.5)
  }

  /// The reserve of 2.00 million does not reach 2,994,164.38, and is exhausted in every trial; without
  /// cover, whose recovery and three premiums are 4.00 − 0.90 = 3.10, the least would be deeper.
  @Test func `what must be at hand, with cover and without`() throws {
    let outlook = try Self.agreement().cashOutlook(following: 0, workers: 1)
    let option = outlook.options[0]
    #expect(option.reserveNeeded.map(\.value.count) == [299_416_438, 299_416_438])
    #expect(option.chanceOfExhaustion?.value == 1)
    #expect(option.lowestAt.allSatisfy { $0 == Day("2031-09-30") })
    #expect(option.chanceOfRaise.value == 1)
    #expect(abs(option.carryingCost.value - 214_164.38) < 0.001)
    #expect(abs(option.advancedModel - 365_433.78) < 0.001)
    let cover = try #require(option.cover)
    #expect(
      cover.recovery.value == 4_000_000
        && cover.premium == Estimate(value: 900_000, standardError: 0))
    #expect(cover.change.value == 3_100_000)
    #expect(cover.reserveNeededWithout[0].value.count == 609_416_438)
    let escrow = try #require(outlook.flows.first { $0.kind == .mechanismFunded })
    #expect(escrow.years.map(\.value) == [0, 0, -4_850_000, 0, 0, 0, 0])
  }

  /// At 5 percent, day by day: the same sums worked again with Foundation's own logarithm.
  @Test func `discounted, each movement is worth what it is on its own day`() throws {
    var scenario = Self.scenario()
    scenario.finances.discountRate = 0.05
    let agreement = try Agreement(scenario, under: .current())
    let calendar = try agreement.cashCalendar(trial: 0, option: 0, workers: 1)
    let start = Day(year: 2027, month: 1, day: 1)
    let worth = calendar.movements.reduce(0.0) { sum, movement in
      sum + Double(movement.amount.count)
        * pow(1.05, -Double(start.days(to: movement.day)) / 365.25)
    }
    let net = try #require(try agreement.ledger(workers: 1).cumulativeNet(of: 0, year: 4).first)
    #expect(abs(Double(net) - worth) < 3)
    #expect(abs(calendar.presentValue - worth) < 3)
    #expect(net < 2_841_126_940)
  }

  /// The loss of 2029 is published in the autumn of 2030: the ACO leaves on 31 December 2030, or, where it
  /// leaves by June, on 30 June 2031. The mechanism of 4.85 is kept for twelve months after (1 % of it:
  /// 48,500.00), of the half-year served it costs 24,250.00, and no month after that day has costs:
  /// 600,000.00 in six months of 100,000.00. A bill of five years' losses is covered with their last:
  /// (10 − 4 = 6, at most 5) × 0.8 = 4.00, with the results of 2030.
  @Test(arguments: [
    (
      ExitRule.Date.december31,
      [
        "2029-01-01 mechanismFunded -485000000", "2029-01-01 carryingCost -4850000",
        "2030-01-01 carryingCost -4850000", "2031-01-01 carryingCostAfter -4850000",
        "2031-12-29 stopLossRecovery 400000000", "2031-12-31 mechanismReleased 485000000",
      ], "2030-12-31"
    ),
    (
      .june30,
      [
        "2029-01-01 mechanismFunded -485000000", "2029-01-01 carryingCost -4850000",
        "2030-01-01 carryingCost -4850000", "2031-01-01 carryingCost -2425000",
        "2031-07-01 carryingCostAfter -4850000", "2031-12-29 stopLossRecovery 400000000",
        "2032-06-30 mechanismReleased 485000000",
      ], "2031-06-30"
    ),
  ])
  func `what an ACO that leaves has set aside comes back, and its costs end that day`(
    day: ExitRule.Date, expected: [String], last: String
  ) throws {
    var scenario = Self.scenario()
    scenario.finances.discountRate = 0.05
    scenario.agreement.options[0].option.leave = ExitRule(by: day, lossYears: 1)
    scenario.cash?.stopLoss?.basis = .fiveYears
    let agreement = try Agreement(scenario, under: .current())
    let calendar = try agreement.cashCalendar(trial: 0, option: 0, workers: 1)
    let kinds: Set<CashKind> = [
      .mechanismFunded, .mechanismRaised, .mechanismReleased, .carryingCost, .carryingCostOfRaise,
      .carryingCostAfter, .stopLossRecovery,
    ]
    #expect(
      calendar.movements.filter { kinds.contains($0.kind) }
        .map { "\($0.day) \($0.kind) \($0.amount.count)" } == expected)
    let costs = calendar.movements.filter { $0.kind == .programCost }
    #expect(costs.map(\.day).max() == Day(last))
    #expect(costs.last?.amount.count == -10_000_000)
    // Every way to walk it has the same net.
    let start = Day(year: 2027, month: 1, day: 1)
    let worth = calendar.movements.reduce(0.0) { sum, movement in
      sum + Double(movement.amount.count)
        * pow(1.05, -Double(start.days(to: movement.day)) / 365.25)
    }
    let net = try #require(try agreement.ledger(workers: 1).cumulativeNet(of: 0, year: 4).first)
    #expect(abs(Double(net) - worth) < 3)
    #expect(abs(calendar.presentValue - worth) < 3)
    let path = ElectedPath(
      years: ParticipationOption.glidePath.years,
      minimumRate: scenario.agreement.minimumRateChoice,
      leave: ExitRule(by: day, lossYears: 1))
    #expect(try agreement.pathLedger([path], workers: 1).net(of: 0).first == net)
    let outlook = try #require(try agreement.cashOutlook(following: 0, workers: 1))
    let moved = outlook.flows.filter {
      [.mechanismFunded, .mechanismRaised, .mechanismReleased].contains($0.kind)
    }
    #expect(moved.flatMap { $0.years.map(\.value) }.reduce(0, +) == 0)
  }

  /// An incentive payment of 3.1 percent is paid in 2028 for 2026, at the results' month; the gap of
  /// 2028 is 1.5037344 percent: 9 million × 0.031 = 279,000 and 9 million × 0.0150373440 = 135,336.10.
  @Test func `an incentive payment comes two years later`() throws {
    var scenario = Self.scenario()
    scenario.agreement.period = AgreementPeriod(firstDay: Day(year: 2026, month: 1, day: 1))
    scenario.population.measuredIn = 2025
    scenario.agreement.options = [RequestedOption(option: .held(.basic(.e)), whatIf: nil)]
    let calendar = try Agreement(scenario, under: .current())
      .cashCalendar(trial: 0, option: 0, workers: 1)
    let lumps = calendar.movements.filter { $0.kind == .lumpSum }
    #expect(lumps.map { "\($0.day) \($0.amount.count)" } == ["2028-09-30 27900000"])
    let first = calendar.movements.filter {
      $0.kind == .conversionFactor && $0.performanceYear == PerformanceYear(2026)
    }
    #expect(first.reduce(0) { $0 + $1.amount.count } == 13_533_610)
    #expect(first.first?.day == Day("2028-01-31"))
  }
}
