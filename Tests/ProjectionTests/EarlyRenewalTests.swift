import Reconciliation
import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

/// An early renewal into ENHANCED re-bases the benchmark; worked by hand from 42 CFR 425.652,
/// 425.656 and 425.658.
///
/// The ACO spends 97 of every 100 of benchmark in every year and every type, nothing grows and
/// nothing is random.
@Suite struct EarlyRenewalTests {
  static let renewing = ParticipationOption(
    name: "renew", title: "Renew in year 3",
    years: [.basic(.e), .basic(.e), .enhanced, .enhanced, .enhanced], renewsIn: 3)

  static func scenario(_ options: [ParticipationOption]) -> Scenario {
    var scenario = Scenario.quiet(assigned: 20_000, savingsRate: 0.03, noise: 0, law: .none)
    scenario.agreement.options = options.map { RequestedOption(option: $0, whatIf: nil) }
    return scenario
  }

  static func agreement(_ scenario: Scenario) throws -> Agreement {
    try Agreement(scenario, under: try Rulebook.current())
  }

  /// Savings rates of the five years of the first option.
  static func rates(_ scenario: Scenario) throws -> [Double] {
    try agreement(scenario).replay(trial: 0, option: 0).map(\.settlement.savingsRate.fraction)
  }

  private func close(_ found: [Double], _ expected: [Double]) -> Bool {
    zip(found, expected).allSatisfy { abs($0 - $1) < 1e-12 }
  }

  @Test func `without a region's level the prior savings adjustment remains`() throws {
    // Benchmark years: the year before signing (not reconciled: 0), years 1 and 2 (3 each).
    // Average 6/3 = 2, half of it 1, cap 5 % of 97: 97 + 1 = 98; savings 1/98.
    let rates = try Self.rates(Self.scenario([Self.renewing]))
    #expect(close(rates, [0.03, 0.03, 1.0 / 98, 1.0 / 98, 1.0 / 98]))
  }

  @Test func `a region that spends more gives the regional adjustment`() throws {
    // Region 101: difference 4, second time 50 %: 2, more than prior savings' 1: 99; savings 2/99.
    var scenario = Self.scenario([Self.renewing])
    for type in EnrollmentType.allCases {
      let spent = scenario.population.strata[type].expenditure
      scenario.population.strata[type].regionalExpenditure = Rate(101.0 / 97) * spent
    }
    scenario.agreement.regionalAdjustmentsApplied = 0
    let rates = try Self.rates(scenario)
    #expect(close(rates, [0.03, 0.03, 2.0 / 99, 2.0 / 99, 2.0 / 99]))
  }

  /// Spending is beyond the benchmark from the second year on. 42 CFR 425.316(d)(3): CMS may terminate
  /// after another such year of the agreement period. One agreement: the second and the third. Renewed in
  /// the third: the first agreement has one, and the new one its second in the fourth.
  @Test(arguments: [true, false])
  func `years of excess spending are counted in each agreement`(inBatches: Bool) throws {
    var scenario = Self.scenario([Self.renewing])
    scenario.assumptions.expenditureEffect.plan = [0, 0.2, 0.5, 0.5, 0.5]
    let choice = scenario.agreement.minimumRateChoice
    let paths = [
      ElectedPath(years: Self.renewing.years, minimumRate: choice, renewsIn: 3),
      ElectedPath(years: Array(repeating: .basic(.e), count: 5), minimumRate: choice),
    ]
    let ledger = try Self.agreement(scenario)
      .pathLedger(paths, inBatches: inBatches, workers: 1)
    #expect(ledger.marks(of: 0).allSatisfy { $0.mayEndAfter == 4 && $0.endsAfter == 4 })
    #expect(ledger.marks(of: 1).allSatisfy { $0.mayEndAfter == 3 && $0.endsAfter == 3 })
  }

  @Test func `the option's years before the renewal are settled as without it`() throws {
    var scenario = SamenessTests.lively(trials: 400)
    scenario.agreement.options = [Self.renewing, .held(.basic(.e)), .held(.enhanced)].map {
      RequestedOption(option: $0, whatIf: nil)
    }
    let ledger = try Self.agreement(scenario).ledger(workers: 2)
    for year in 0..<2 {
      #expect(
        Array(ledger.payments(of: 0, year: year)) == Array(ledger.payments(of: 1, year: year)))
    }
    for year in 2..<5 {
      #expect(
        Array(ledger.payments(of: 0, year: year)) != Array(ledger.payments(of: 2, year: year)))
    }
  }

  /// Noise of the years just ended is in the new benchmark with the opposite sign.
  @Test func `years of luck raise savings before the renewal and lower them after`() throws {
    var scenario = Scenario.quiet(assigned: 6_000, savingsRate: 0.03, law: .gamma)
    scenario.agreement.options = [Self.renewing].map { RequestedOption(option: $0, whatIf: nil) }
    let agreement = try Self.agreement(scenario)
    let trials = 4_000
    let pairs = (0..<trials).map { trial in
      let rates = agreement.replay(trial: trial, option: 0).map(\.settlement.savingsRate.fraction)
      return (rates[0] + rates[1], rates[2])
    }
    let slope = StudyTable.slope(of: pairs.map(\.1), on: pairs.map(\.0))
    // A third of each year enters the benchmark, and half of a sixth comes back as prior savings
    // while it is positive: between −1/3 and 0, and clearly below 0.
    #expect(slope.value + 4 * slope.standardError < 0)
    #expect(slope.value > -1.0 / 3 - 4 * slope.standardError)
  }

  @Test func `a replay shows what the renewed benchmark was built from`() throws {
    let years = try Self.agreement(Self.scenario([Self.renewing])).replay(trial: 0, option: 0)
    #expect(years.map { $0.built != nil } == [false, false, true, false, false])
    let built = try #require(years[2].built)
    #expect(built.historical.adjustment.kind == .priorSavings)
    #expect(built.history.historicalBenchmark(under: built.terms) == built.historical)
    let savings = try #require(built.history.priorSavings).years
    #expect(savings.first.standing == .notReconciled && savings.second.standing == .reconciled)
  }

  /// 42 CFR 425.656, by the reading that counts agreements in which one was received: the second time
  /// only where the first agreement had one.
  @Test(
    arguments: [
      (1.05, nil, 2), (0.98, nil, 1), (0.98, .everyAgreement, 2),
    ] as [(Double, RegionalTimesCounted?, Int)])
  func `the first agreement is a time where it had a regional adjustment`(
    region: Double, counted: RegionalTimesCounted?, time: Int
  ) throws {
    var scenario = Self.scenario([Self.renewing]).withHistory(region: region)
    scenario.readings.timesCounted = counted
    let built = try Self.agreement(scenario).replay(trial: 0, option: 0).map(\.built)
    let first = try #require(built[0]).historical.adjustment.kind
    #expect(first == (region > 1 ? .regional : .none))
    #expect(try #require(built[2]).terms.regional.time == time)
  }

  /// 42 CFR 425.652(a)(9): a new participant list in the fourth year makes the benchmark of the agreement
  /// renewed in the second again, of which two benchmark years lie before the projection.
  @Test func `a new list makes a renewed benchmark again`() throws {
    let early = ParticipationOption(
      name: "early", title: "Early", years: [.basic(.e)] + Array(repeating: .enhanced, count: 4),
      renewsIn: 2)
    var scenario = Scenario.quiet(assigned: 6_000, savingsRate: 0.03, law: .gamma)
    scenario.agreement.options = [RequestedOption(option: early, whatIf: nil)]
    scenario.assumptions.historicalBenchmarkNoise.drawn = true
    scenario.assumptions.participantChange.planned = [0, 0, 0, 0.4, 0]
    let built = try Self.agreement(scenario).replay(trial: 0, option: 0).map(\.built)
    #expect(built.map { $0 != nil } == [false, true, false, true, false])
    let (before, after) = (try #require(built[1]), try #require(built[3]))
    #expect(before.historical != after.historical)
    // The performance year among them keeps its luck.
    #expect(
      before.history.strata.map(\.expenditure.third)
        == after.history.strata.map(\.expenditure.third))
  }

  @Test func `renewals may be listed in any order`() throws {
    let late = ParticipationOption(
      name: "late", title: "Renew in year 5",
      years: Array(repeating: .basic(.e), count: 4) + [.enhanced], renewsIn: 5)
    func payments(_ options: [ParticipationOption]) throws -> [String: [[Int64]]] {
      var scenario = SamenessTests.lively(trials: 200)
      scenario.agreement.options = options.map { RequestedOption(option: $0, whatIf: nil) }
      let ledger = try Self.agreement(scenario).ledger(workers: 2)
      return Dictionary(
        uniqueKeysWithValues: options.indices.map { place in
          (options[place].name, (0..<5).map { Array(ledger.payments(of: place, year: $0)) })
        })
    }
    #expect(try payments([late, Self.renewing]) == payments([Self.renewing, late]))
  }

  @Test func `prepaid savings are due when the first agreement ends`() throws {
    var scenario = Self.scenario([Self.renewing, .held(.basic(.e))])
    // None are paid before 2026.
    scenario.agreement.period = AgreementPeriod(firstDay: Day(year: 2026, month: 1, day: 1))
    scenario.population.measuredIn = 2025
    scenario.agreement.prepaidSharedSavings = [.init(9e9), .zero, .zero, .zero, .zero]
    let agreement = try Self.agreement(scenario)
    let renewed = agreement.replay(trial: 0, option: 0).map(\.dueAtEnd)
    #expect(renewed[1] > .zero && renewed[0] == .zero && renewed[4] == .zero)
    let held = agreement.replay(trial: 0, option: 1).map(\.dueAtEnd)
    #expect(held[1] == .zero && held[4] > .zero)
  }

  @Test func `a replayed renewal pays the cents of the ledger, whatever the workers`() throws {
    var scenario = SamenessTests.lively(trials: 600)
    scenario.agreement.options.append(RequestedOption(option: Self.renewing, whatIf: nil))
    let agreement = try Self.agreement(scenario)
    let ledger = try agreement.ledger(workers: 3)
    #expect(ledger.payment == (try agreement.ledger(workers: 1)).payment)
    let option = scenario.agreement.options.count - 1
    for trial in stride(from: 0, to: 600, by: 71) {
      for (year, replayed) in agreement.replay(trial: trial, option: option).enumerated() {
        let column = ledger.payments(of: option, year: year)
        #expect(replayed.paid.count == column[column.startIndex + trial])
      }
    }
  }
}
