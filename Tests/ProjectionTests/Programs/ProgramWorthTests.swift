import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

/// An ACO of 10,000 person-years at $10,000 of benchmark, $100,000,000 in all, that spends 97 percent
/// of it in every year without any luck; quality met, no corridor. Level E pays 0.50 × 0.98 = 0.49
/// and ENHANCED, best of all paths, 0.75 × 0.98 = 0.735 of each dollar below the benchmark.
@Suite struct ProgramWorthTests {
  private static func still(_ programs: [Program], trials: Int = 100) -> Scenario {
    var scenario = Scenario.quiet(
      assigned: 10_000, savingsRate: 0.03, noise: 0, law: .none, trials: trials)
    for type in EnrollmentType.allCases {
      scenario.population.strata[type].personYears = PersonYears(2_500)
      scenario.population.strata[type].expenditure = PerCapita(9_700)
      scenario.population.strata[type].historicalBenchmark = PerCapita(10_000)
    }
    scenario.programs = programs
    return scenario
  }

  private static func outlook(_ scenario: Scenario) throws -> ProgramOutlook {
    let agreement = try Agreement(scenario, under: try Rulebook.current())
    let paths = try agreement.pathOutlook(workers: 2)
    return try #require(try agreement.programOutlook(of: paths, workers: 2))
  }

  private static func levelE(_ worth: ProgramWorth) throws -> ProgramChange {
    let options = ParticipationOption.standard
    return worth.options[try #require(options.firstIndex { $0.name == "levelE" })]
  }

  private static func cents(_ estimate: Estimate) -> Int { Int((estimate.value * 100).rounded()) }

  /// 2 percent less of 97,000,000 is 1,940,000 a year, of which Level E pays 0.49, or 950,600; less
  /// a cost of 400,000 that is 550,600 a year and 2,753,000 in five.
  @Test func `the worth of a program at Level E, to the cent`() throws {
    let outlook = try Self.outlook(Self.still([.sure("a", effect: -0.02, cost: 400_000)]))
    let change = try Self.levelE(outlook.together)
    #expect(Self.cents(change.net.mean) == 275_300_000)
    #expect(Self.cents(change.payment) == 475_300_000)
    #expect(Self.cents(outlook.together.cost) == 200_000_000)
    #expect(Self.cents(outlook.together.saved) == 970_000_000)
    #expect(Self.cents(outlook.together.avoided) == 970_000_000)
    #expect(abs(try #require(change.kept).value - 0.49) < 1e-9)
    #expect(change.net.mean.standardError < 1e-6)
    #expect(Self.cents(change.fifthPercentile) == 275_300_000)
    #expect(change.chanceOfOwing == Estimate(value: 0, standardError: 0))
    #expect(outlook.programs[0].alone == outlook.together)
    #expect(outlook.programs[0].besideOthers == outlook.together)
  }

  /// At 103 percent of the benchmark every year owes, and a program that costs 400,000 saves too little
  /// to change that: who leaves after the first year known to owe has neither its costs nor its savings
  /// in the last three.
  @Test func `an option that is left is valued with its exit rule`() throws {
    var scenario = Self.still([.sure("a", effect: -0.01, cost: 400_000)])
    for type in EnrollmentType.allCases {
      scenario.population.strata[type].expenditure = PerCapita(10_500)
    }
    let years = ParticipationOption.held(.basic(.e)).years
    scenario.agreement.options = [nil, ExitRule(by: .december31, lossYears: 1)].map {
      .init(
        option: ParticipationOption(
          name: $0 == nil ? "stays" : "quits", title: $0 == nil ? "Stays" : "Quits", years: years,
          leave: $0), whatIf: nil)
    }
    let options = try Self.outlook(scenario).together.options.map(\.net.mean.value)
    // Nothing varies, so that a year is worth as much as another: five of them, and two.
    #expect(abs(options[1] / options[0] - 0.4) < 1e-6)
  }

  /// $100 for half of the 10,000, Medicare paying 80 percent: 500,000 of fees a year, 400,000 of them
  /// expenditure. Medicare saves 1,540,000, of which Level E pays 754,600; with the fees and less the
  /// cost that is 854,600 a year.
  @Test func `fees count on both sides`() throws {
    let fees = Program.Fees.each(100, share: 0.5, medicareShare: 0.8)
    let outlook = try Self.outlook(
      Self.still([.sure("a", effect: -0.02, cost: 400_000, fees: fees)]))
    let change = try Self.levelE(outlook.together)
    #expect(Self.cents(outlook.together.fees) == 250_000_000)
    #expect(Self.cents(outlook.together.saved) == 770_000_000)
    #expect(Self.cents(outlook.together.avoided) == 970_000_000)
    #expect(Self.cents(change.payment) == 377_300_000)
    #expect(Self.cents(change.net.mean) == 427_300_000)
  }

  /// 97,000,000 × 0.98 × 0.97 = 92,208,200, or 4,791,800 less: more than nothing, less than the
  /// 4,850,000 of both alone. Beside the first, the second saves 0.03 × 95,060,000 = 2,851,800.
  @Test func `two programs together multiply`() throws {
    let outlook = try Self.outlook(
      Self.still([.sure("a", effect: -0.02), .sure("b", effect: -0.03)]))
    func payment(_ worth: ProgramWorth) throws -> Int { Self.cents(try Self.levelE(worth).payment) }
    #expect(try payment(outlook.together) == 5 * 234_798_200)
    #expect(try payment(outlook.programs[0].alone) == 5 * 95_060_000)
    #expect(try payment(outlook.programs[1].alone) == 5 * 142_590_000)
    #expect(try payment(outlook.programs[1].besideOthers) == 5 * 139_738_200)
    #expect(try payment(outlook.programs[0].besideOthers) == 5 * 92_208_200)
  }

  /// Along ENHANCED a program with a cost of 400,000 pays where 0.735 × 97,000,000 × m is that: at
  /// 0.00561045. Beside another that takes 5 percent off there is less to save: at 0.00590574. With
  /// 500,000 of fees, 400,000 of them spending, 194,000 are to be earned: at 0.00272108.
  @Test func `the break-even effect is the closed form`() throws {
    func effects(_ programs: [Program]) throws -> [Double] {
      try Self.outlook(Self.still(programs)).programs.map { try #require($0.breakEven).value }
    }
    let one = Program.sure("a", effect: -0.02, cost: 400_000)
    #expect(abs(try effects([one])[0] + 400_000 / 71_295_000) < 1e-7)
    let beside = try effects([one, .sure("b", effect: -0.05, cost: 1)])
    #expect(abs(beside[0] + 400_000 / 67_730_250) < 1e-7)
    let fees = Program.Fees.each(100, share: 0.5, medicareShare: 0.8)
    let billed = Program.sure("a", effect: 0.01, cost: 400_000, fees: fees)
    #expect(abs(try effects([billed])[0] + 194_000 / 71_295_000) < 1e-7)
  }

  /// No less spending than the limits of ENHANCED pay for earns 50,000,000 a year.
  @Test func `a program too dear for any effect breaks even nowhere`() throws {
    let outlook = try Self.outlook(Self.still([.sure("a", effect: -0.02, cost: 5e7)]))
    #expect(outlook.programs[0].breakEven == nil)
    #expect(outlook.together.recommended.net.mean.value < 0)
  }

  /// Without programs the ACO spends 2 percent over its benchmark and is best one-sided; 6 percent less
  /// puts it 4.12 below, and ENHANCED is best.
  @Test func `a program changes the best path`() throws {
    var scenario = Self.still([.sure("a", effect: -0.06), .sure("b", effect: -0.001)])
    for type in EnrollmentType.allCases {
      scenario.population.strata[type].expenditure = PerCapita(10_200)
    }
    let choices = try Self.outlook(scenario).choices
    #expect(choices.map(\.programs) == [[], ["a"], ["b"], ["a", "b"]])
    #expect(choices.map { $0.path.minimumRate == nil } == [true, false, true, false])
    #expect(choices[3].path.years == Array(repeating: .enhanced, count: 5))
    #expect(choices[0].net.value == 0)
  }

  @Test func `without programs there is nothing to tell and every cent stays`() throws {
    var scenario = SamenessTests.lively(trials: 400)
    let agreement = try Agreement(scenario, under: try Rulebook.current())
    let paths = try agreement.pathOutlook(workers: 2)
    #expect(try agreement.programOutlook(of: paths, workers: 2) == nil)
    let before = try agreement.ledger(workers: 2)
    scenario.programs = [.lively("one")]
    let with = try Agreement(scenario, under: try Rulebook.current())
    #expect(try with.ledger(workers: 2).net != before.net)
    let without = try with.carrying([]).ledger(workers: 2)
    #expect(without.net == before.net)
    #expect(without.payment == before.payment)
  }

  /// A path's net and an option's are the same money, programs included.
  @Test func `options and paths count programs alike`() throws {
    var scenario = SamenessTests.lively(trials: 300)
    scenario.programs = [.lively("one"), .lively("two", effect: -0.002)]
    scenario.finances.discountRate = 0.03
    let agreement = try Agreement(scenario, under: try Rulebook.current())
    let ledger = try agreement.ledger(workers: 1)
    let paths = scenario.agreement.options.map {
      ElectedPath(years: $0.option.years, minimumRate: scenario.agreement.minimumRateChoice)
    }
    let walked = try agreement.pathLedger(paths, workers: 3)
    for option in paths.indices {
      #expect(walked.net(of: option) == ledger.cumulativeNet(of: option, year: 4)[...])
    }
  }

  @Test func `two seeds agree within their errors`() throws {
    func study(_ seed: UInt64) throws -> (ProgramChange, Estimate) {
      var scenario = SamenessTests.lively(trials: 6_000)
      scenario.seed = seed
      scenario.programs = [.lively("one", effect: -0.015), .lively("two", effect: -0.004)]
      let agreement = try Agreement(scenario, under: try Rulebook.current())
      let path = ElectedPath(
        years: Array(repeating: .basic(.e), count: 5), minimumRate: .elected(.zero))
      let outlook = try ProgramStudy(agreement, elected: [path], recommended: path, workers: 2)
        .outlook()
      return (
        outlook.programs[0].besideOthers.recommended,
        try #require(outlook.programs[0].breakEven)
      )
    }
    let (one, two) = (try study(1), try study(2))
    func agree(_ a: Estimate, _ b: Estimate, _ what: Comment) {
      let error = (a.standardError * a.standardError + b.standardError * b.standardError)
        .squareRoot()
      #expect(error > 0 && abs(a.value - b.value) < 4 * error, what)
    }
    agree(one.0.net.mean, two.0.net.mean, "net")
    agree(one.0.payment, two.0.payment, "payment")
    agree(one.0.chanceOfOwing, two.0.chanceOfOwing, "owing")
    agree(one.0.fifthPercentile, two.0.fifthPercentile, "5th percentile")
    agree(try #require(one.0.kept), try #require(two.0.kept), "kept")
    agree(one.1, two.1, "break-even")
  }

  @Test func `an interrupted study throws`() throws {
    let agreement = try Agreement(
      Self.still([.sure("a", effect: -0.02)]), under: try Rulebook.current())
    let paths = try agreement.pathOutlook(workers: 2)
    #expect(throws: Interrupted.self) {
      try agreement.programOutlook(of: paths, workers: 2, isCancelled: { true })
    }
  }
}
