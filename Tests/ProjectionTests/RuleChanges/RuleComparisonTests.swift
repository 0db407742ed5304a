import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

@Suite struct RuleComparisonTests {
  static func book(_ edition: String) throws -> Rulebook {
    let regulation = try Rulebook.current()
    return edition == "cfr" ? regulation : try regulation.adopting([edition])
  }

  /// Everything moves, and the benchmark is made from a history.
  static func lively(trials: Int, start: Int = 2027) -> Scenario {
    var scenario = SamenessTests.lively(trials: trials)
    scenario.agreement.period = AgreementPeriod(firstDay: Day(year: start, month: 1, day: 1))
    scenario.population.measuredIn = start - 1
    scenario.assumptions.riskScore.mean = .init(repeating: 0.01)
    scenario.assumptions.riskScore.standardDeviation = .init(repeating: 0.02)
    return scenario
  }

  static func outlook(
    _ scenario: Scenario, _ before: Rulebook, _ after: Rulebook, paths: Bool = false,
    workers: Int = 2
  ) throws -> RuleChangeOutlook {
    try RuleComparison(scenario, from: before, to: after)
      .outlook(walkingPaths: paths, workers: workers)
  }

  /// Whole cents over all trials: nothing is lost to division.
  private func cents(_ difference: PairedDifference, _ trials: Int) -> Int {
    Int((difference.mean.value * 100 * Double(trials)).rounded())
  }

  /// Person-years 20,000 × 0.975 = 19,500; benchmark a head 0.005 × 85,829 + 0.083 × 11,099
  /// + 0.058 × 17,054 + 0.854 × 10,604 = 11,395.31; 222,208,545.00 in all. The ACO spends 3 %
  /// less: savings 6,666,256.35, all shared from the first dollar, quality met, below the limit.
  /// 50 %: 3,333,128.175, less 2 % sequestration 3,266,465.6115, paid 3,266,465.61.
  /// 60 %: 3,999,753.81, less 2 % 3,919,758.7338, paid 3,919,758.73. More: 653,293.12 a year.
  @Test func `Level E at 60 instead of 50 percent, worked by hand`() throws {
    let scenario = Scenario.quiet(
      assigned: 20_000, savingsRate: 0.03, noise: 0, law: .none, trials: 200, start: 2027)
    let outlook = try Self.outlook(
      scenario, try Self.book("cfr"), try Self.book("cy2027Proposed"))
    let names = outlook.before.outlooks.map(\.option.name)
    let sharing = try #require(outlook.effects.first)
    #expect(sharing.change.rule == "basic-level-e.maximumSharingRate")
    for (option, name) in names.enumerated() {
      let more =
        switch name {
        case "levelE": 3_266_465.60  // five years
        case "glidePath": 653_293.12  // its fifth year
        default: 0.0
        }
      for change in [outlook.whole, sharing.inOrder, sharing.alone] {
        #expect(abs(change[option].mean.value - more) < 1e-6, "\(name)")
        #expect(change[option].mean.standardError == 0)
      }
      #expect(outlook.interaction[option].isNothing)
    }
    #expect(outlook.effects.dropFirst().allSatisfy { !$0.movesAnything })
    let levelE = try #require(names.firstIndex(of: "levelE"))
    #expect(outlook.before.outlooks[levelE].years[0].mean.value == 3_266_465.61)
    #expect(outlook.after.outlooks[levelE].years[0].mean.value == 3_919_758.73)
  }

  @Test(arguments: [
    ("cfr", "popularSummary"), ("popularSummary", "cy2027Proposed"), ("cy2027Proposed", "cfr"),
    ("withoutGuardrail", "popularSummary"),
  ])
  func `steps add up to the whole to the cent, and so do changes alone and what order leaves`(
    before: String, after: String
  ) throws {
    let trials = 400
    let outlook = try Self.outlook(
      Self.lively(trials: trials), try Self.book(before), try Self.book(after))
    #expect(outlook.effects.count { $0.movesAnything } > 0)
    for option in outlook.whole.indices {
      let whole = cents(outlook.whole[option], trials)
      let steps = outlook.effects.map { cents($0.inOrder[option], trials) }
      #expect(steps.reduce(0, +) == whole)
      let alone = outlook.effects.map { cents($0.alone[option], trials) }
      #expect(alone.reduce(0, +) + cents(outlook.interaction[option], trials) == whole)
      let means = (
        outlook.before.outlooks[option].net.mean, outlook.after.outlooks[option].net.mean
      )
      #expect(abs(means.1.value - means.0.value - outlook.whole[option].mean.value) < 1e-3)
    }
  }

  @Test func `both ends are what a projection under those rules pays`() throws {
    let scenario = Self.lively(trials: 500)
    let outlook = try Self.outlook(
      scenario, try Self.book("cy2027Proposed"), try Self.book("popularSummary"))
    for (edition, side) in [("cy2027Proposed", outlook.before), ("popularSummary", outlook.after)] {
      let agreement = try Agreement(scenario, under: try Self.book(edition))
      let projected = agreement.comparison(of: try agreement.ledger(workers: 1))
      #expect(side.paymentsChecksum == projected.paymentsChecksum)
      #expect(side.rulebookDigest == projected.rulebookDigest)
      #expect(side.scenario.editions == [edition])
    }
    #expect(outlook.before.paymentsChecksum != outlook.after.paymentsChecksum)
  }

  @Test func `where no rule differs one simulation is enough and nothing changes`() throws {
    let comparison = try RuleComparison(
      Self.lively(trials: 300), from: try Self.book("cfr"), to: try Self.book("cfr"))
    #expect(comparison.changes.isEmpty)
    #expect(comparison.agreements.count == 1)
    let outlook = try comparison.outlook(walkingPaths: false, workers: 1)
    #expect((outlook.whole + outlook.interaction).allSatisfy { $0.isNothing })
  }

  @Test func `a rule that changes no term is told from one that does and moves nothing`() throws {
    let outlook = try Self.outlook(
      Self.lively(trials: 300), try Self.book("cfr"), try Self.book("cy2027Proposed"))
    func effect(_ rule: String) throws -> RuleEffect {
      try #require(outlook.effects.first { $0.change.rule == rule })
    }
    #expect(try effect("basic-level-e.maximumSharingRate").movesAnything)
    #expect(try !effect("advanced-apm").changesTerms)
    #expect(try !effect("advanced-apm").movesAnything)
    // The benchmark is stated, so how prior savings would be added is read and comes to nothing.
    #expect(try effect("benchmark.priorSavings").changesTerms)
    #expect(try !effect("benchmark.priorSavings").movesAnything)
  }

  @Test func `the same on one worker and on seven, paths included`() throws {
    let scenario = Self.lively(trials: 2_500)
    let (before, after) = (try Self.book("cfr"), try Self.book("cy2027Proposed"))
    let alone = try Self.outlook(scenario, before, after, paths: true, workers: 1)
    let together = try Self.outlook(scenario, before, after, paths: true, workers: 7)
    #expect(alone == together)
    #expect(alone.before.paths != nil && alone.after.paths != nil)
  }

  @Test func `what keeping the path would cost is that of two projections`() throws {
    let outlook = try Self.outlook(
      Self.lively(trials: 1_000), try Self.book("cfr"), try Self.book("cy2027Proposed"),
      paths: true)
    let (was, becomes) = (
      try #require(outlook.before.paths), try #require(outlook.after.paths)
    )
    let chosen = was.outcomes[was.bestMean].path
    let kept = try #require(becomes.outcomes.first { $0.path.isSigned(like: chosen) })
    let cost = try #require(outlook.keepingPath)
    let best = becomes.outcomes[becomes.bestMean]
    #expect(abs(cost.mean.value - (kept.net.mean.value - best.net.mean.value)) < 1e-3)
    #expect(cost.mean.value <= 0)
  }

  /// All lose every year; who leaves after the first loses least, under both.
  @Test func `the path kept is left by its own rule`() throws {
    var scenario = Scenario.quiet(
      assigned: 10_000, savingsRate: -0.04, noise: 0, law: .none, trials: 100)
    scenario.agreement.experienced = true
    let leave = ExitRule(by: .december31, lossYears: 1)
    scenario.agreement.options = [
      .init(option: .held(.basic(.e)), whatIf: nil),
      .init(
        option: ParticipationOption(
          name: "quits", title: "Quits", years: ParticipationOption.held(.basic(.e)).years,
          leave: leave), whatIf: nil),
    ]
    let outlook = try Self.outlook(
      scenario, try Self.book("cfr"), try Self.book("cy2027Proposed"), paths: true)
    for side in [outlook.before, outlook.after] {
      let paths = try #require(side.paths)
      #expect(paths.outcomes[paths.bestMean].path.leave == leave)
    }
    #expect(try #require(outlook.keepingPath).mean == Estimate(value: 0, standardError: 0))
  }

  @Test func `an interrupted run ends without a result`() throws {
    let comparison = try RuleComparison(
      Self.lively(trials: 300), from: try Self.book("cfr"), to: try Self.book("popularSummary"))
    #expect(throws: Interrupted.self) {
      try comparison.outlook(walkingPaths: false, workers: 1, isCancelled: { true })
    }
  }

  /// Every rulebook on the way from one law to another can settle, wherever both ends can.
  @Test func `no rulebook between two that settle is torn`() throws {
    let scenario = Self.lively(trials: 100)
    let regulation = try Rulebook.current()
    let days =
      [Day(year: 2019, month: 7, day: 1)]
      + (2020...2029).map {
        Day(year: $0, month: 1, day: 1)
      }
    let editions = try (["cfr"] + Rulebook.availableEditions).map(Self.book)
    let books = editions + days.map(regulation.held)
    let settling = books.filter { (try? Agreement(scenario, under: $0)) != nil }
    #expect(settling.count >= editions.count + 8)
    let pairs = Array(zip(settling, settling.dropFirst())) + settling.map { (settling[0], $0) }
    for (before, after) in pairs {
      let comparison = try RuleComparison(scenario, from: before, to: after)
      let whole = try Agreement(scenario, under: before.taking(comparison.changes, from: after))
      #expect(whole.isSettled(like: try Agreement(scenario, under: after)))
    }
  }

  @Test func `the law of a year, held, is that of an agreement in which nothing else is read`()
    throws
  {
    // From 2027 on no rule in force changes: held on its first day, the regulation pays the same.
    let scenario = Self.lively(trials: 400, start: 2030)
    let regulation = try Rulebook.current()
    let outlook = try Self.outlook(
      scenario, regulation, regulation.held(on: Day(year: 2030, month: 1, day: 1)))
    #expect(outlook.whole.allSatisfy { $0.isNothing })
    #expect(outlook.before.paymentsChecksum == outlook.after.paymentsChecksum)
  }
}
