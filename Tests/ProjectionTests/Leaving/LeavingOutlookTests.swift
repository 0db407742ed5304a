import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

@Suite struct LeavingOutlookTests {
  static let rules = Result { try Rulebook.current() }

  static func agreement(_ scenario: Scenario) throws -> Agreement {
    try Agreement(scenario, under: try rules.get())
  }

  /// An ACO near its benchmark with a lasting effect: what has been tells what will be.
  static func lively(trials: Int = 4_000) -> Scenario {
    var scenario = SamenessTests.lively(trials: trials)
    scenario.assumptions.expenditureEffect.persistentStandardDeviation = 0.02
    scenario.agreement.minimumRateChoice = .elected(Rate(0))
    let options: [ParticipationOption] = [
      .held(.basic(.a)), .held(.basic(.e)), .held(.enhanced),
      ParticipationOption(
        name: "r", title: "R", years: ParticipationOption.held(.enhanced).years,
        leave: ExitRule(by: .december31, lossYears: 1)),
    ]
    scenario.agreement.options = options.map { RequestedOption(option: $0, whatIf: nil) }
    return scenario
  }

  @Test func `one-sided without costs there is nothing to gain by leaving`() throws {
    let outlook = try Self.agreement(Self.lively()).leavingOutlook(workers: 2)
    let value = outlook.values[0]
    #expect(value.policy.mean == Estimate(value: 0, standardError: 0))
    #expect(value.inSample == Estimate(value: 0, standardError: 0))
    #expect(value.foresight == Estimate(value: 0, standardError: 0))
    #expect(value.exits.isEmpty && value.chanceOfLeaving.value == 0)
  }

  @Test func `where every year surely gains being able to leave is worth nothing`() throws {
    var scenario = Scenario.quiet(assigned: 20_000, savingsRate: 0.03, trials: 2_000)
    // Noise of a seventh of the savings rate: no loss in any of 20,000 years.
    scenario.assumptions.claimsNoise.scale *= 0.3
    let outlook = try Self.agreement(scenario).leavingOutlook(workers: 2)
    for value in outlook.values {
      #expect(value.foresight.value == 0 && value.policy.mean.value == 0)
    }
  }

  @Test func `where every year surely loses all leave on the first day, with hindsight's value`()
    throws
  {
    // 4 × (1,333,251.27 + 1,000,000): years 2 to 5 of the case worked by hand in ExitRuleTests.
    var scenario = ExitRuleTests.scenario(nil)
    scenario.trials = 200
    let value = try Self.agreement(scenario).leavingOutlook(workers: 2).values[0]
    #expect(abs(value.policy.mean.value - 9_333_005.08) < 0.01)
    #expect(abs(value.foresight.value - 9_333_005.08) < 0.01)
    #expect(value.chances.map(\.value) == [1, 0, 0, 0, 0])
    #expect(value.exits.map(\.signal) == [nil])
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `between nothing and hindsight, and worth something under risk`(seed: UInt64) throws {
    var scenario = Self.lively()
    scenario.seed = seed
    let outlook = try Self.agreement(scenario).leavingOutlook(workers: 2)
    #expect(outlook.trials == 4_000)
    for value in outlook.values {
      #expect(value.policy.mean.value >= -2 * value.policy.mean.standardError)
      #expect(value.policy.mean.value <= value.foresight.value)
      let sum = value.chances.reduce(0) { $0 + $1.value }
      #expect(abs(sum - value.chanceOfLeaving.value) < 1e-12)
    }
    // What the fit adds to the error of the trials.
    let effects = outlook.values.flatMap(\.chances).filter { $0.value > 0 }.map {
      $0.standardError * $0.standardError / ($0.value * (1 - $0.value) / 4_000)
    }
    #expect(effects.allSatisfy { $0 > 1 - 1e-9 } && effects.contains { $0 > 1.5 })
    let enhanced = outlook.values[2]
    #expect(enhanced.policy.mean.isClear2 && enhanced.foresight.value > enhanced.policy.mean.value)
    // The option with a rule stays as the same option without one does.
    let ruled = outlook.values[3]
    #expect(ruled.never == enhanced.never && ruled.policy == enhanced.policy)
    #expect(enhanced.rule == nil && ruled.rule != nil)
    let rule = try #require(ruled.rule)
    #expect(rule.difference.mean.value <= ruled.foresight.value)
    #expect(rule.chances[0].value == 0 && rule.chances[1].value > 0)
  }

  /// The repayment mechanism goes on for a year, five years' cover pays, fees end in mid-year.
  private static var cash: Cash {
    var cash = Cash()
    cash.openingReserve = Dollars(1e6)
    cash.mechanism = .init(form: .escrow, carryingCost: 0.012)
    cash.stopLoss = .init(
      basis: .fiveYears, attachment: Dollars(5e5), limit: Dollars(3e6), coinsurance: 0.1,
      premium: Dollars(50_000), loading: nil)
    return cash
  }

  @Test(arguments: [nil, cash], [ExitRule.Date.december31, .june30])
  func `the rule's exits leave the net of the ledger, and the sets are its first trials`(
    cash: Cash?, day: ExitRule.Date
  ) throws {
    var scenario = Self.lively(trials: 600)
    scenario.cash = cash
    scenario.agreement.options[3].option.leave = ExitRule(by: day, lossYears: 1)
    let agreement = try Self.agreement(scenario)
    let ledger = try agreement.ledger(workers: 2)
    let paths = scenario.agreement.options.map {
      ElectedPath(
        years: $0.option.years, minimumRate: scenario.agreement.minimumRateChoice,
        leave: $0.option.leave)
    }
    let table = try agreement.leavingTable(paths, workers: 2)
    let columns = ExitColumns(options: 4)
    #expect(table.trials == 1_200)
    var left = 0
    for option in 0..<4 {
      let net = ledger.cumulativeNet(of: option, year: 4)
      for trial in 0..<600 {
        let date = Int(table[trial, columns.ruleExit(option)])
        #expect(abs(table[trial, columns.payoff(option, date)] - Double(net[trial])) <= 1)
        if option == 3, date < ExitColumns.dates { left += 1 }
      }
    }
    #expect(left > 50)
  }

  @Test func `the same on any number of workers, and interrupted leaves nothing`() throws {
    let agreement = try Self.agreement(Self.lively(trials: 1_500))
    let path = ElectedPath(
      years: ParticipationOption.glidePath.years, minimumRate: .elected(Rate(0.01)))
    let alone = try agreement.leavingOutlook(beside: path, workers: 1)
    #expect(try agreement.leavingOutlook(beside: path, workers: 7) == alone)
    #expect(alone.values.count == 5 && alone.values[4].option == nil)
    #expect(throws: Interrupted.self) {
      try agreement.leavingOutlook(workers: 2, isCancelled: { true })
    }
  }
}

extension Estimate {
  /// Above zero by more than two standard errors.
  fileprivate var isClear2: Bool { value > 2 * standardError }
}
