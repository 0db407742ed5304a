import Foundation
import Probability
import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

@Suite struct PathOutlookTests {
  static func agreement(trials: Int = 3_000) throws -> Agreement {
    var scenario = SamenessTests.lively(trials: trials)
    scenario.appetite = Appetite(
      maxChanceOfOwing: 0.5, maxLossInFiveYears: Dollars(4e6), reserve: Dollars(6e6))
    return try Agreement(scenario, under: try Rulebook.current())
  }

  static let outlook = Result { try agreement().pathOutlook(workers: 2) }

  @Test(arguments: [1, 7])
  func `the same on any number of workers`(workers: Int) throws {
    let outlook = try Self.agreement().pathOutlook(workers: workers)
    #expect(outlook == (try Self.outlook.get()))
  }

  @Test func `figures of a path are those of the option in the comparison`() throws {
    var agreement = try Self.agreement()
    let bench = try TallyBench(agreement, workers: 2)
    let comparison = agreement.comparison(
      of: try bench.tally(of: 0..<bench.blocks, workers: 2))
    agreement.scenario.agreement.options = comparison.outlooks.map {
      RequestedOption(option: $0.option, whatIf: nil)
    }
    let outlook = try agreement.pathOutlook(workers: 2)
    let listed = outlook.outcomes.filter { $0.path.listedAs != nil }
    #expect(listed.count == 4)
    for outcome in listed {
      let option = try #require(
        comparison.outlooks.first { $0.option.title == outcome.path.listedAs })
      #expect(outcome.net == option.net)
      #expect(outcome.chanceOfOwing == option.chanceOfAnyRepayment)
    }
  }

  @Test func `the present path is shown, and only where the scenario names one it may sign`() throws
  {
    var agreement = try Self.agreement(trials: 300)
    #expect(try agreement.pathOutlook(workers: 2).present == nil)
    let option = try #require(
      agreement.scenario.agreement.options.first {
        $0.whatIf == nil && $0.option.name == ParticipationOption.glidePath.name
      })
    agreement.scenario.agreement.presentOption = option.option.name
    let outlook = try agreement.pathOutlook(workers: 2)
    // After the leaders: by mean, within the appetite, mildest, least regret.
    let present = try #require(outlook.present)
    #expect(outlook.outcomes[present].path.years == ParticipationOption.glidePath.years)
    #expect(outlook.shown.prefix(5).contains(present))
    agreement.scenario.agreement.presentOption = "levelC"
    #expect(try agreement.pathOutlook(workers: 2).present == nil)
  }

  @Test func `expected regrets differ as the means do, and none is negative`() throws {
    let outlook = try Self.outlook.get()
    let best = outlook.outcomes[outlook.bestMean]
    for outcome in outlook.outcomes {
      let means = best.net.mean.value - outcome.net.mean.value
      #expect(abs(outcome.regret.value - best.regret.value - means) < 1e-6 * 1e6)
      #expect(outcome.regret.value >= best.regret.value && best.regret.value >= 0)
      #expect(outcome.regretAt95.value >= .zero)
    }
  }

  @Test func `no efficient path is beaten, every other one is`() throws {
    let outcomes = try Self.outlook.get().outcomes
    func beats(_ one: PathOutcome, _ other: PathOutcome) -> Bool {
      let (a, b) = (
        (one.net.mean.value, one.net.tailMean.value),
        (other.net.mean.value, other.net.tailMean.value)
      )
      return a.0 >= b.0 && a.1 >= b.1 && a != b
    }
    for outcome in outcomes {
      #expect(outcome.isEfficient == !outcomes.contains { beats($0, outcome) })
    }
    #expect(outcomes.contains { $0.isEfficient })
    #expect(outcomes.contains { !$0.isEfficient })
  }

  @Test func `leaders lead, and each shown pair is the paired difference of its columns`() throws {
    let outlook = try Self.outlook.get()
    let outcomes = outlook.outcomes
    #expect(outcomes.allSatisfy { $0.net.mean.value <= outcomes[outlook.bestMean].net.mean.value })
    #expect(
      outcomes.allSatisfy { $0.net.tailMean.value <= outcomes[outlook.mildest].net.tailMean.value })
    #expect(
      outcomes.allSatisfy { $0.regretAt95.value >= outcomes[outlook.leastRegret].regretAt95.value })
    #expect(outlook.choice.path == outlook.bestMean)
    #expect(Set(outlook.shown).count == outlook.shown.count)
    for (row, one) in outlook.shown.enumerated() {
      for (column, other) in outlook.shown.enumerated() {
        let difference = outlook.differences[row][column].mean.value
        let means = outcomes[one].net.mean.value - outcomes[other].net.mean.value
        #expect(abs(difference - means) < 1)
      }
      #expect(outlook.dominance[row][row] == nil)
    }
  }

  @Test func `the pick keeps within the appetite, and nothing better does`() throws {
    let outlook = try Self.outlook.get()
    let within = try #require(outlook.withinAppetite)
    let keeps = { (outcome: PathOutcome) in
      outcome.chanceOfOwing.value <= 0.5 && outcome.net.tailMean.value >= -4e6
        && (outcome.chanceOfExhaustion?.value ?? 1) <= 0.05
    }
    let picked = outlook.outcomes[try #require(within.path)]
    #expect(keeps(picked))
    #expect(within.qualifying == outlook.outcomes.count(where: keeps))
    #expect(within.qualifying > 0 && within.qualifying < outlook.outcomes.count)
    for outcome in outlook.outcomes where keeps(outcome) {
      #expect(outcome.net.mean.value <= picked.net.mean.value)
    }
  }

  @Test func `each path shown that has a rate to choose has a curve of six`() throws {
    let outlook = try Self.outlook.get()
    #expect(!outlook.curves.isEmpty)
    for curve in outlook.curves {
      let paths = curve.choices.map { outlook.outcomes[$0].path }
      #expect(
        paths.map(\.minimumRate)
          == [0, 0.005, 0.01, 0.015, 0.02].map { .elected(Rate($0)) } + [.variable])
      #expect(Set(paths.map(\.years)).count == 1)
    }
    let twoSided = outlook.shown.filter { outlook.outcomes[$0].path.minimumRate != nil }
    let years = Set(twoSided.map { outlook.outcomes[$0].path.years })
    #expect(outlook.curves.count == years.count)
  }

  @Test func `chances of termination by year never add up to more than one`() throws {
    let outlook = try Self.outlook.get()
    #expect(outlook.mustTerminate.count == 5)
    for outcome in outlook.outcomes {
      #expect(outcome.mayTerminate.reduce(0) { $0 + $1.value } <= 1)
      #expect(outcome.mayTerminate[0].value == 0)
      let first = outcome.mayTerminate.prefix(4).reduce(0) { $0 + $1.value }
      #expect(outcome.chanceOfEarlyEnd.value >= first - 1e-12)
    }
  }
}
