import Probability
import Regulation
import Samples
import Scenarios
import Testing

@testable import Sampling

@Suite struct ProgramTests {
  typealias Part = PairingTests.Part

  private static func lively(_ programs: [Program], one: Bool = false) -> Scenario {
    var scenario = one ? BeneficiaryPairingTests.lively : PairingTests.lively
    scenario.programs = programs
    return scenario
  }

  private static func drawn(_ programs: [Program]) -> [PairingTests.Drawn] {
    PairingTests.histories(of: lively(programs))
  }

  @Test func `a program moves no number but its own`() {
    let before = Self.drawn([])
    let after = Self.drawn([.lively("one")])
    for part in Part.allCases {
      #expect(
        zip(before, after).allSatisfy { part.values(of: $0) == part.values(of: $1) },
        "\(part.rawValue)")
    }
    #expect(before != after)
  }

  @Test func `a program with a quality effect moves quality besides`() {
    var better = Program.lively("one")
    better.quality = .init(mean: 0.02, standardDeviation: 0.01)
    let (before, after) = (Self.drawn([]), Self.drawn([better]))
    for part in Part.allCases {
      let same = zip(before, after).allSatisfy { part.values(of: $0) == part.values(of: $1) }
      #expect(same == (part != .quality), "\(part.rawValue)")
    }
  }

  @Test func `a program that does nothing for sure leaves every bit`() {
    #expect(Self.drawn([.sure("idle")]) == Self.drawn([]))
  }

  @Test func `programs may be listed in any order, and another one moves no draw of theirs`() {
    let (one, two) = (Program.lively("one"), Program.lively("two", effect: -0.02))
    #expect(Self.drawn([one, two]) == Self.drawn([two, one]))
    let beside = Self.drawn([one, .sure("idle"), two])
    #expect(beside == Self.drawn([one, two]))
  }

  @Test func `programs are drawn again by their own purpose`() {
    let model = PairingTests.model(Self.lively([.lively("one")]))
    let before = PairingTests.histories(under: model)
    let after = PairingTests.histories(under: model, redrawing: [.programs])
    #expect(before != after)
    for part in Part.allCases {
      #expect(zip(before, after).allSatisfy { part.values(of: $0) == part.values(of: $1) })
    }
    #expect(
      PairingTests.histories(under: PairingTests.model(Self.lively([])), redrawing: [.programs])
        == Self.drawn([]))
  }

  /// 0.98 × 0.97 = 0.9506 of the expenditure, of every type, in every trial and both details.
  @Test(arguments: [false, true])
  func `effects of two programs multiply`(one: Bool) {
    func years(_ programs: [Program]) -> [ObservedYear] {
      var sampler = HistorySampler(PairingTests.model(Self.lively(programs, one: one)))
      return (0..<UInt32(3)).flatMap { trial in
        sampler.start(trial: trial)
        return (0..<5).map { _ in sampler.nextYear() }
      }
    }
    let both = [Program.sure("a", effect: -0.02), .sure("b", effect: -0.03)]
    for (before, after) in zip(years([]), years(both)) {
      for type in EnrollmentType.allCases {
        let ratio = after.strata[type].expenditure / before.strata[type].expenditure
        #expect(abs(ratio.fraction - 0.9506) < 1e-12)
        #expect(after.strata[type].personYears == before.strata[type].personYears)
      }
    }
  }

  /// Full effect −0.04 on half of the spending of one type, a quarter of it in year 1.
  @Test func `a program reaches its type, its share of spending and its ramp`() {
    var program = Program.sure("a", effect: -0.04)
    program.of = .agedDual
    program.shareOfSpending = 0.5
    program.ramp = [0.25, 0.5, 1, 1, 1]
    let (before, after) = (Self.drawn([]), Self.drawn([program]))
    for (place, (before, after)) in zip(before, after).enumerated() {
      let ratios = EnrollmentType.allCases.map {
        (after.year.strata[$0].expenditure / before.year.strata[$0].expenditure).fraction
      }
      let reached = [0.995, 0.99, 0.98, 0.98, 0.98][place % 5]
      for (type, ratio) in zip(EnrollmentType.allCases, ratios) {
        #expect(abs(ratio - (type == .agedDual ? reached : 1)) < 1e-12)
      }
    }
  }

  /// The quiet ACO, 10,000 assigned at 0.975 person-years each. $200 for 30 percent of them, of which
  /// Medicare pays 80 percent: 3,000 × 200 = $600,000 of fees and $480,000 of expenditure, $48 a head
  /// or 48/0.975 a person-year.
  @Test func `fees are income, expenditure and participants' revenue`() {
    var scenario = Scenario.quiet(assigned: 10_000, savingsRate: 0.03, noise: 0, law: .none)
    var sampler = HistorySampler(PairingTests.model(scenario))
    sampler.start(trial: 0)
    let before = sampler.nextYear()
    scenario.programs = [
      .sure("a", cost: 70_000, fees: .each(200, share: 0.3, medicareShare: 0.8))
    ]
    sampler = HistorySampler(PairingTests.model(scenario))
    sampler.start(trial: 0)
    let after = sampler.nextYear()
    func spent(_ year: ObservedYear) -> Double {
      year.strata.sum { ($0.expenditure * $0.personYears).amount }
    }
    #expect(sampler.programYear.cost == 70_000)
    #expect(abs(sampler.programYear.fees - 600_000) < 1e-6)
    #expect(abs(sampler.programYear.feesFromMedicare - 480_000) < 1e-6)
    #expect(abs(spent(after) - spent(before) - 480_000) < 1e-5)
    #expect(
      abs(after.participantRevenue.amount - before.participantRevenue.amount - 480_000) < 1e-6)
    #expect(sampler.programYear.avoided == 0)
  }

  /// 1 − w + w·0.98 of what it was at market share w, for an ACO at its region's level.
  @Test func `own savings and fees enter the region's growth at the market share`() {
    var scenario = Scenario.quiet(assigned: 10_000, savingsRate: 0, noise: 0, law: .none)
    scenario.agreement.marketShare = .init(repeating: Rate(0.2))
    scenario.programs = [.sure("a", effect: -0.02, fees: .each(100, share: 1, medicareShare: 1))]
    var sampler = HistorySampler(PairingTests.model(scenario))
    sampler.start(trial: 0)
    let year = sampler.nextYear()
    for type in EnrollmentType.allCases {
      let base = scenario.population.strata[type].expenditure.amount
      let personYearsEach =
        year.strata[type].personYears.count
        / (Double(year.assignedBeneficiaries) * [0.005, 0.083, 0.058, 0.854][type.place])
      let own = 0.98 + 100 / personYearsEach / base
      #expect(abs(year.strata[type].regionalGrowth.fraction - (0.8 + 0.2 * own)) < 1e-6)
    }
  }

  /// The means of normal, lognormal and logit-normal draws are those stated.
  @Test func `what is drawn has the means and spreads stated`() {
    var scenario = Scenario.quiet(assigned: 10_000, savingsRate: 0.03, noise: 0, law: .none)
    scenario.programs = [.lively("one")]
    var sampler = HistorySampler(PairingTests.model(scenario), writing: nil)
    var sums: [(sum: Double, squares: Double)] = [(0, 0), (0, 0), (0, 0)]
    let trials = 20_000
    for trial in 0..<trials {
      sampler.start(trial: UInt32(trial))
      let drawn = sampler.state.programs
      for (place, value) in [drawn.effect[0], drawn.cost[0], drawn.share[0]].enumerated() {
        sums[place].sum += value
        sums[place].squares += value * value
      }
    }
    for (sums, stated) in zip(sums, [(-0.01, 0.005), (1, 0.2), (0.3, 0.1)]) {
      let n = Double(trials)
      let mean = sums.sum / n
      let spread = (sums.squares / n - mean * mean).squareRoot()
      #expect(abs(mean - stated.0) < 4 * stated.1 / n.squareRoot())
      #expect(abs(spread / stated.1 - 1) < 0.05)
    }
  }

  /// Three points of the score at full ramp, half in year 1: the mean is moved by as much, whatever
  /// the spreads.
  @Test func `the quality score moves by what is planned`() {
    var better = Program.sure("a")
    better.quality = .init(mean: 0.03, standardDeviation: 0.02)
    better.ramp = [0.5, 1, 1, 1, 1]
    func scores(_ programs: [Program]) -> [[Double]] {
      var sampler = HistorySampler(PairingTests.model(Self.lively(programs)))
      return (0..<UInt32(10_000)).map { trial in
        sampler.start(trial: trial)
        return (0..<2).map { _ in sampler.nextYear().quality.score.fraction }
      }
    }
    let pairs = zip(scores([]), scores([better])).map { zip($0, $1).map { $1 - $0 } }
    for (year, planned) in [0.015, 0.03].enumerated() {
      let values = pairs.map { $0[year] }
      let mean = values.reduce(0, +) / 10_000
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 9_999
      #expect(abs(mean - planned) < 4 * (variance / 10_000).squareRoot())
    }
  }

  /// A lower-is-better measure that a program brings down by two points, more so where it does better.
  @Test func `a measure's true rate moves by what is planned, and others do not`() {
    var scenario = PairingTests.lively
    scenario.assumptions.quality.measures = QualityMeasure.lively
    func rates(_ programs: [Program]) -> [[Double]] {
      scenario.programs = programs
      var sampler = HistorySampler(PairingTests.model(scenario))
      return (0..<UInt32(10_000)).map { trial in
        sampler.start(trial: trial)
        let measures = sampler.nextYear().quality.measures
        return (0..<3).map { measures.rate($0).fraction }
      }
    }
    var better = Program.sure("a")
    better.measures = [
      .init(name: "001 Diabetes", change: .init(mean: -0.02, standardDeviation: 0.01))
    ]
    let (before, after) = (rates([]), rates([better]))
    #expect(before.map { $0[0] } == after.map { $0[0] })
    #expect(before.map { $0[1] } == after.map { $0[1] })
    let changes = zip(before, after).map { $1[2] - $0[2] }
    let mean = changes.reduce(0, +) / 10_000
    let variance = changes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 9_999
    #expect(abs(mean + 0.02) < 4 * (variance / 10_000).squareRoot())
  }
}
