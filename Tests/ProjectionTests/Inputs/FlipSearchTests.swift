import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

@Suite struct FlipSearchTests {
  private static func flips(_ agreement: Agreement, trials: Int) throws -> (
    PointBench, [InputFlips]
  ) {
    let bench = try PointBench(
      agreement, try agreement.electedPaths(), trials: trials, PointBenchTests.watch)
    let base = try bench.look(at: [.scenario])[0]
    var search = try FlipSearch(
      bench, try agreement.inputRanges(trials: 200), settling: bench, best: base.best)
    return (bench, try search.flips())
  }

  /// An ACO that spends 97 of 100 in every year, without noise. ENHANCED at 0 percent keeps the most
  /// of any savings; where spending passes the benchmark it owes, and a one-sided path does not:
  /// 97 (1 + x) = 100 at x = 3/97. Less spending changes nothing.
  @Test func `the flip of an ACO without luck is where its savings end`() throws {
    let scenario = Scenario.quiet(
      assigned: 20_000, savingsRate: 0.03, noise: 0, law: .none, trials: 100)
    let (bench, flips) = try Self.flips(
      try Agreement(scenario, under: try Rulebook.current()), trials: 20)
    let spending = try #require(flips.first { $0.input == .trueSavings })
    let flip = try #require(spending.above)
    #expect(spending.below == nil)
    #expect(bench.paths[flip.from].years.allSatisfy { $0 == .enhanced })
    #expect(bench.paths[flip.from].minimumRate == .elected(.zero))
    #expect(bench.paths[flip.to].minimumRate == nil)
    #expect(abs(flip.shift.value - 3.0 / 97) < 5e-4)
    #expect(abs(flip.level.value - flip.shift.value) < 1e-12)
    #expect(abs(flip.savingsRate.value) < 6e-4)
  }

  /// Beyond the flip point and short of it, by three of its errors and a hundredth of the reach.
  @Test func `the best path is another beyond the flip point and not short of it`() throws {
    let agreement = try Agreement(
      SamenessTests.lively(trials: 1_000), under: try Rulebook.current())
    let (bench, flips) = try Self.flips(agreement, trials: 1_000)
    let found = flips.flatMap(\.found)
    #expect(found.count >= 2)
    for flip in found {
      #expect(flip.to != flip.from && flip.shift.standardError > 0)
      #expect(flip.shift.value.magnitude <= flip.input.reach)
      let side = flip.shift.value < 0 ? -1.0 : 1
      let step = side * (3 * flip.shift.standardError + 0.01 * flip.input.reach)
      let seen = try bench.look(
        at: [-step, step].map { InputPoint(shifts: [flip.input: flip.shift.value + $0]) })
      func lead(_ sighting: Sighting) -> Double {
        sighting.means[flip.from] - sighting.means[flip.to]
      }
      if flip.shift.value.magnitude > step.magnitude {
        #expect(seen[0].best == flip.from, "\(flip)")
      }
      #expect(lead(seen[1]) < 0, "\(flip)")
    }
  }

  /// Begun from a path that only the minimum rate tells from the best one, so that others are ahead of it
  /// by chance from the start: what is found is ahead by more than two paired errors further out.
  @Test func `paths that cannot be told apart change no choice`() throws {
    let agreement = try Agreement(
      SamenessTests.lively(trials: 400), under: try Rulebook.current())
    let bench = try PointBench(
      agreement, try agreement.electedPaths(), trials: 400, PointBenchTests.watch)
    let means = try bench.look(at: [.scenario])[0].means
    let best = try bench.look(at: [.scenario])[0].best
    let twin = try #require(
      means.indices.filter { $0 != best && bench.paths[$0].years == bench.paths[best].years }
        .max { means[$0] < means[$1] })
    var search = try FlipSearch(
      bench, try agreement.inputRanges(trials: 200), settling: bench, best: twin)
    let found = try search.flips()
    let sided =
      found.compactMap(\.below).map { ($0, -1.0) }
      + found.compactMap(\.above).map { ($0, 1.0) }
    for (flip, side) in sided {
      #expect(flip.shift.value * side >= 0, "\(flip)")
      let seen = try bench.look(
        at: [0.35, 1].map { InputPoint(shifts: [flip.input: side * $0 * flip.input.reach]) },
        following: [flip.to, twin])
      let leads = seen.map { $0.lead(of: 0, over: 1) }
      #expect(leads.contains { $0.value > 2 * $0.standardError }, "\(flip)")
    }
  }

  @Test func `what is the same on every path changes no choice`() throws {
    let scenario = Scenario.quiet(
      assigned: 20_000, savingsRate: 0.03, noise: 0, law: .none, trials: 100)
    let (_, flips) = try Self.flips(
      try Agreement(scenario, under: try Rulebook.current()), trials: 20)
    let region = try #require(flips.first { $0.input == .extremeCircumstances })
    #expect(region.found.isEmpty)
  }
}
