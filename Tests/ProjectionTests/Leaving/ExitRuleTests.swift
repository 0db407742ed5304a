import Reconciliation
import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

/// Histories that end early, worked by hand from 42 CFR 425.221(b).
///
/// 10,000 assigned make 9,750 person-years. Their benchmark is 0.005 × 85,829 + 0.083 × 11,099 +
/// 0.058 × 17,054 + 0.854 × 10,604 = 11,395.31 dollars each, 111,104,272.50 in all. They spend 4
/// percent more in every year: 4,444,170.90. At Level E 30 percent of it is owed, 1,333,251.27, below
/// both limits. Nothing is random and nothing discounted; the program costs a million a year.
@Suite struct ExitRuleTests {
  static let loss: Int64 = 133_325_127
  static let rules = Result { try Rulebook.current() }

  static func scenario(
    _ leave: ExitRule?, _ years: [Track] = ParticipationOption.held(.basic(.e)).years,
    advanced: [Double] = [0, 0, 0, 0, 0]
  ) -> Scenario {
    var scenario = Scenario.quiet(
      assigned: 10_000, savingsRate: -0.04, noise: 0, law: .none, trials: 3)
    scenario.finances.programCost = Array(repeating: Dollars(1_000_000), count: 5)
    scenario.agreement.advanceInvestmentPayments = advanced.map { Dollars($0) }
    scenario.agreement.options = [
      RequestedOption(
        option: ParticipationOption(name: "x", title: "X", years: years, leave: leave), whatIf: nil)
    ]
    return scenario
  }

  private func payments(_ scenario: Scenario) throws -> (payments: [Int64], net: [Int64]) {
    let ledger = try Agreement(scenario, under: try Self.rules.get()).ledger(workers: 1)
    return (
      (0..<5).map { ledger.payments(of: 0, year: $0).first ?? .min },
      (0..<5).map { ledger.cumulativeNet(of: 0, year: $0).first ?? .min }
    )
  }

  @Test func `without a rule every year is owed`() throws {
    let found = try payments(Self.scenario(nil))
    #expect(found.payments == Array(repeating: -Self.loss, count: 5))
    // 5 × (1,333,251.27 + 1,000,000)
    #expect(found.net[4] == -1_166_625_635)
  }

  @Test func `two losses are known in the autumn of the third year`() throws {
    // Results of year 1 arrive in year 2, of year 2 in year 3: left on 31 December of year 3.
    let december = try payments(Self.scenario(ExitRule(by: .december31, lossYears: 2)))
    #expect(december.payments == [-Self.loss, -Self.loss, -Self.loss, 0, 0])
    // 3 × 2,333,251.27
    #expect(december.net[2...] == [-699_975_381, -699_975_381, -699_975_381])
    // By 30 June: of year 4, whose half of the program's costs is spent: 500,000 more.
    let june = try payments(Self.scenario(ExitRule(by: .june30, lossYears: 2)))
    #expect(june.payments == december.payments)
    #expect(june.net[2...] == [-699_975_381, -749_975_381, -749_975_381])
  }

  @Test(arguments: [
    (1, ExitRule.Date.december31, 2), (1, ExitRule.Date.june30, 2),
    (2, ExitRule.Date.december31, 3), (3, ExitRule.Date.december31, 4),
    (3, ExitRule.Date.june30, 4),
  ])
  func `a rule of so many losses settles so many years`(
    losses: Int, by: ExitRule.Date, settled: Int
  ) throws {
    let found = try payments(Self.scenario(ExitRule(by: by, lossYears: losses)))
    #expect(found.payments.count { $0 == -Self.loss } == settled)
    #expect(found.payments.count { $0 == 0 } == 5 - settled)
  }

  @Test func `a loss at the amount stays, a cent beyond it leaves`() throws {
    for (dollars, settled) in [(1_333_251.27, 5), (1_333_251.26, 2)] {
      let rule = ExitRule(by: .december31, lossBeyond: Dollars(dollars))
      let found = try payments(Self.scenario(rule))
      #expect(found.payments.count { $0 != 0 } == settled, "\(dollars)")
    }
  }

  @Test func `a loss at the share of benchmark stays, a cent beyond it leaves`() throws {
    // 30 percent of 4 percent is 1.2 percent; a cent is 9.0e-11 of the benchmark.
    for (share, settled) in [(0.012, 5), (0.012 - 1e-10, 2)] {
      let rule = ExitRule(by: .december31, lossBeyondShare: Rate(share))
      let found = try payments(Self.scenario(rule))
      #expect(found.payments.count { $0 != 0 } == settled, "\(share)")
    }
  }

  @Test func `the first condition to hold is enough`() throws {
    let rule = ExitRule(
      by: .december31, lossYears: 3, lossBeyond: Dollars(1_000_000), lossBeyondShare: Rate(0.5))
    #expect(try payments(Self.scenario(rule)).payments.count { $0 != 0 } == 2)
  }

  /// A, A, E, E, E with 500,000 and 300,000 advanced: year 3 is the first loss, known in year 4.
  @Test func `what was advanced is due when the ACO leaves`() throws {
    let years: [Track] = [.basic(.a), .basic(.a), .basic(.e), .basic(.e), .basic(.e)]
    let advanced = [500_000.0, 300_000, 0, 0, 0]
    // 31 December of year 4: its loss and 800,000 together, 2,133,251.27.
    let december = try payments(
      Self.scenario(ExitRule(by: .december31, lossYears: 1), years, advanced: advanced))
    #expect(december.payments == [0, 0, -Self.loss, -213_325_127, 0])
    // 800,000 − 4 × 1,000,000 − 2 × 1,333,251.27 − 800,000
    #expect(december.net[4] == -666_650_254)
    // 30 June of year 5: 800,000 due with nothing settled, and half a year's costs.
    let june = try payments(
      Self.scenario(ExitRule(by: .june30, lossYears: 1), years, advanced: advanced))
    #expect(june.payments == [0, 0, -Self.loss, -Self.loss, -80_000_000])
    #expect(june.net[4] == -716_650_254)
    // One that stays carries the advances over.
    let stays = try payments(Self.scenario(nil, years, advanced: advanced))
    #expect(stays.payments == [0, 0, -Self.loss, -Self.loss, -Self.loss])
  }

  @Test func `a replay ends where the rule ends it, with the working of the law`() throws {
    let agreement = try Agreement(
      Self.scenario(ExitRule(by: .june30, lossYears: 2)), under: try Self.rules.get())
    let years = agreement.replay(trial: 0, option: 0)
    #expect(years.map(\.left) == [nil, nil, nil, .june30])
    #expect(years.map(\.paid.count) == [-Self.loss, -Self.loss, -Self.loss, 0])
    let last = try #require(years.last)
    #expect(last.result.earlyEnd?.keepsSavings == false)
    #expect(last.result.earlyEnd?.monthsOfLosses == 0)
    #expect(last.settlement.outcome == .noShare(.endedWithoutLosses))
  }

  /// Chance on: replays, the ledger and the paths tell the same cents, on any number of workers.
  @Test func `ledger, replay and paths agree with exit rules among them`() throws {
    var scenario = SamenessTests.lively(trials: 400)
    scenario.finances.programCost = Array(repeating: Dollars(2e5), count: 5)
    scenario.agreement.minimumRateChoice = .elected(Rate(0))
    let leaves = [
      ExitRule(by: .june30, lossYears: 1), ExitRule(by: .december31, lossBeyondShare: Rate(0.002)),
    ]
    scenario.agreement.options = leaves.enumerated().flatMap { number, rule in
      [Track.basic(.e), .enhanced].map { track in
        var option = ParticipationOption.held(track)
        option.name += "\(number)"
        option.leave = rule
        return RequestedOption(option: option, whatIf: nil)
      }
    }
    let agreement = try Agreement(scenario, under: try Self.rules.get())
    let ledger = try agreement.ledger(workers: 1)
    #expect(ledger.payment == (try agreement.ledger(workers: 7)).payment)
    var ended = 0
    for option in 0..<4 {
      for trial in stride(from: 0, to: 400, by: 3) {
        let replayed = agreement.replay(trial: trial, option: option)
        if replayed.count < 5 { ended += 1 }
        let paid = replayed.map(\.paid.count) + Array(repeating: 0, count: 5 - replayed.count)
        let column = (0..<5).map { year in
          let column = ledger.payments(of: option, year: year)
          return column[column.startIndex + trial]
        }
        #expect(paid == column, "\(option) \(trial)")
      }
    }
    #expect(ended > 20)
    let paths = try agreement.electedPaths()
    let together = try agreement.pathLedger(paths, workers: 2)
    for (option, requested) in scenario.agreement.options.enumerated() {
      let place = try #require(
        paths.firstIndex {
          $0.leave == requested.option.leave && $0.years == requested.option.years
        })
      #expect(Array(together.net(of: place)) == Array(ledger.cumulativeNet(of: option, year: 4)))
    }
    #expect(paths.count { !$0.isElection } == 4)
  }
}
