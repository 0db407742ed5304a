import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

@Suite struct ComparedScenariosTests {
  static func compared(_ scenarios: [Scenario], workers: Int = 2) throws -> ComparedScenarios {
    try ScenarioBench(scenarios, under: try Rulebook.current()).compared(workers: workers)
  }

  /// Everything moves; so many trials.
  static func lively(_ trials: Int = 1_500) -> Scenario {
    var scenario = SamenessTests.lively(trials: trials)
    scenario.agreement.period = AgreementPeriod(firstDay: Day(year: 2027, month: 1, day: 1))
    scenario.population.measuredIn = 2026
    return scenario
  }

  /// The same with the ACO spending half a point less.
  static func thriftier(_ trials: Int = 1_500) -> Scenario {
    var scenario = lively(trials)
    scenario.name = "thriftier"
    scenario.assumptions.expenditureEffect.plan = Array(repeating: -0.005, count: 5)
    return scenario
  }

  @Test func `a scenario and itself differ by nothing, without error`() throws {
    let compared = try Self.compared([Self.lively(), Self.lively()])
    #expect(compared.options.count == ParticipationOption.standard.count)
    for option in compared.options {
      #expect(option.net[1].isNothing)
      #expect(option.net[1].mean == Estimate(value: 0, standardError: 0))
      #expect(option.changes[1].fifthPercentile.value == 0)
      #expect(option.changes[1].chanceOfOwing == Estimate(value: 0, standardError: 0))
    }
    #expect(compared.sides[1].bestPath.mean == Estimate(value: 0, standardError: 0))
    #expect(compared.sides[1].keepingPath?.mean == Estimate(value: 0, standardError: 0))
  }

  /// Trial by trial: the difference is that of the ledgers, to the cent.
  @Test func `the difference is taken future by future`() throws {
    let scenarios = [Self.lively(), Self.thriftier()]
    let compared = try Self.compared(scenarios)
    let rules = try Rulebook.current()
    let ledgers = try scenarios.map { try Agreement($0, under: rules).ledger(workers: 2) }
    for option in compared.options {
      let place = option.places[0]
      let nets = ledgers.map { Array($0.cumulativeNet(of: place, year: 4)) }
      let sum = zip(nets[1], nets[0]).reduce(Int64(0)) { $0 + $1.0 - $1.1 }
      let mean = Double(sum) / 100 / Double(scenarios[0].trials)
      #expect(abs(option.net[1].mean.value - mean) < 1e-6)
      #expect(option.net[0].isNothing)
    }
  }

  @Test func `common draws make the error of the difference smaller than independent ones`() throws
  {
    let compared = try Self.compared([Self.lively(), Self.thriftier()])
    for option in compared.options {
      let errors = zip(compared.sides, option.places).map {
        $0.comparison.outlooks[$1].net.mean.standardError
      }
      let independent = (errors[0] * errors[0] + errors[1] * errors[1]).squareRoot()
      let paired = option.net[1].mean.standardError
      #expect(paired > 0 && paired < independent / 2, "\(paired) against \(independent)")
    }
  }

  @Test func `what an option is called and where it stands changes only the order`() throws {
    let plain = try Self.compared([Self.lively(), Self.thriftier()])
    var renamed = Self.thriftier()
    renamed.agreement.options.reverse()
    for place in renamed.agreement.options.indices {
      renamed.agreement.options[place].option.name = "own\(place)"
      renamed.agreement.options[place].option.title = "Own \(place)"
    }
    let again = try Self.compared([Self.lively(), renamed])
    #expect(again.options.map(\.net) == plain.options.map(\.net))
    #expect(again.options.map(\.changes) == plain.options.map(\.changes))
    #expect(again.options.map { $0.places[1] } == plain.options.map { 6 - $0.places[1] })
  }

  @Test func `the other order of files turns every sign and nothing else`() throws {
    let there = try Self.compared([Self.lively(), Self.thriftier()])
    let back = try Self.compared([Self.thriftier(), Self.lively()])
    for (one, other) in zip(there.options, back.options) {
      #expect(one.net[1].mean.value == -other.net[1].mean.value)
      #expect(one.net[1].mean.standardError == other.net[1].mean.standardError)
      #expect(one.net[1].chanceOfMore == other.net[1].chanceOfLess)
    }
    #expect(there.sides[1].bestPath.mean.value == -back.sides[1].bestPath.mean.value)
    #expect(there.sides[1].comparison == back.sides[0].comparison)
  }

  /// Each within its own appetite, walked by hand.
  @Test func `paths are those that each would sign within its appetite`() throws {
    var scenarios = [Self.lively(), Self.thriftier()]
    let rules = try Rulebook.current()
    for place in scenarios.indices {
      let chances = try Agreement(scenarios[place], under: rules).pathOutlook(workers: 2).outcomes
        .map(\.chanceOfOwing.value).sorted()
      scenarios[place].appetite = Appetite(
        maxChanceOfOwing: chances[place == 0 ? chances.count / 2 : 2])
    }
    let compared = try Self.compared(scenarios)
    let agreements = try scenarios.map { try Agreement($0, under: rules) }
    let walked = try agreements.map {
      try $0.pathLedger(try $0.electedPaths(), workers: 2)
    }
    let outlooks = zip(agreements, walked).map { $0.pathOutlook(of: $1) }
    let named = outlooks.map(\.named)
    #expect(named[0] != outlooks[0].bestMean && named[1] != outlooks[1].bestMean)
    #expect(named[0] != named[1])
    let side = compared.sides[1]
    #expect(
      side.bestPath
        == PairedDifference(walked[1].net(of: named[1]), less: walked[0].net(of: named[0])))
    #expect(
      side.keepingPath
        == PairedDifference(walked[1].net(of: named[0]), less: walked[1].net(of: named[1])))
  }

  @Test func `an option that one of them lacks is left out`() throws {
    var fewer = Self.thriftier()
    fewer.agreement.options.removeAll { $0.option.name == "enhanced" }
    let compared = try Self.compared([Self.lively(), fewer])
    #expect(compared.options.count == ParticipationOption.standard.count - 1)
    #expect(compared.options.allSatisfy { $0.places.count == 2 })
  }

  @Test func `the same on any number of workers`() throws {
    let scenarios = [Self.lively(700), Self.thriftier(700)]
    #expect(try Self.compared(scenarios, workers: 1) == Self.compared(scenarios, workers: 7))
  }

  @Test func `what two scenarios share is said by whom they are of`() throws {
    var cousin = Self.thriftier(200)
    cousin.aco = "Q0002"
    var stranger = cousin
    stranger.region = "Elsewhere"
    var mover = Self.thriftier(200)
    mover.region = "Elsewhere"
    let compared = try Self.compared(
      [Self.lively(200), Self.thriftier(200), mover, cousin, stranger])
    #expect(
      (1..<5).map { compared.sharedDraws(of: $0) } == [.all, .allButRegion, .region, .nation])
  }
}
