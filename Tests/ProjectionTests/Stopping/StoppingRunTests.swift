import Scenarios
import Testing

@testable import Projection

@Suite struct StoppingRunTests {
  private static func bench(_ trials: Int, _ points: Points) throws -> TallyBench {
    var scenario = SamenessTests.lively(trials: trials)
    scenario.points = points
    let agreement = try Agreement(scenario, under: .current()).sampled(workers: 2)
    return try TallyBench(agreement, workers: 2)
  }

  private static func plainRun(_ trials: Int, _ points: Points) throws -> Tally {
    let bench = try bench(trials, points)
    return try bench.tally(of: 0..<bench.blocks, workers: 2)
  }

  @Test(arguments: [Points.plain, .sobol])
  func `a run that ends by a rule is the run of that many trials, on any workers`(
    points: Points
  ) throws {
    let bench = try Self.bench(100_000, points)
    var rule = StoppingRule(precision: 0.05, confidence: 0.9, mostTrials: 100_000)
    // Some two to three times as precise as at the first look.
    let first = bench.reached(rule, by: try Self.plainRun(4_096, points))
    rule.precision = try #require(first.coarsest).precision / 2.4
    let tally = try bench.tally(until: rule, workers: 1)
    #expect(rule.looks.contains(tally.trials) && tally.trials > 4_096)
    #expect(try bench.tally(until: rule, workers: 3) == tally)
    #expect(try Self.plainRun(tally.trials, points) == tally)
    let whole = try Self.bench(tally.trials, points).agreement
    #expect(
      bench.agreement.over(tally.trials).comparison(of: tally) == whole.comparison(of: tally))
    // It holds there and at no look before.
    for trials in rule.looks where trials <= tally.trials {
      let reached = bench.reached(rule, by: try Self.plainRun(trials, points))
      #expect(reached.trials == trials)
      #expect(reached.isReached == (trials == tally.trials) || trials == rule.mostTrials)
    }
  }

  @Test func `a rule that cannot hold ends at the most`() throws {
    let bench = try Self.bench(10_000, .plain)
    let rule = StoppingRule(precision: 0.001, confidence: nil, mostTrials: 10_000)
    let tally = try bench.tally(until: rule, workers: 2)
    let reached = bench.reached(rule, by: tally)
    #expect(tally.trials == 10_000 && reached.looks == 3 && !reached.isReached)
    #expect(try #require(reached.trialsNeeded) > 10_000)
    #expect(throws: Interrupted.self) {
      try bench.tally(until: rule, workers: 2, isCancelled: { true })
    }
  }
}
