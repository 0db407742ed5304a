import Probability
import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

@Suite struct ReverseStressTests {
  /// 3 − a·u falls to zero nearest the origin at u = 3a/|a|², at distance 3/|a|.
  @Test(arguments: [[1.0, 2, -0.5], [-4, 0, 0.1], [0.9, 0.9, 0.9]])
  func `a plane's nearest point is the closed form`(slopes: [Double]) throws {
    let squares = slopes.reduce(0) { $0 + $1 * $1 }
    let nearest = try NearestPoint(dimensions: 3, start: 3, reach: 4) { points in
      points.map { point in 3 - zip(point, slopes).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    let point = try #require(nearest.point)
    let exact = 3 / squares.squareRoot()
    #expect(nearest.distance >= exact * (1 - 1e-12))
    #expect(nearest.distance <= exact * (1 + 2 * NearestPoint.narrow))
    for (found, slope) in zip(point, slopes) {
      #expect(abs(found - 3 * slope / squares) < 0.01 * exact)
    }
  }

  @Test func `a plane out of reach has none, nor has a plain`() throws {
    let far = try NearestPoint(dimensions: 2, start: 3, reach: 4) { $0.map { 3 - 0.7 * $0[0] } }
    #expect(far.point == nil)
    let flat = try NearestPoint(dimensions: 2, start: 3, reach: 4) { $0.map { _ in 3 } }
    #expect(flat.point == nil)
  }

  /// A bent boundary against the nearest of a fine grid.
  @Test func `a bent boundary's nearest point is that of a search everywhere`() throws {
    func value(_ x: Double, _ y: Double) -> Double { 2 - y - 0.3 * x - 0.1 * x * x }
    let nearest = try NearestPoint(dimensions: 2, start: 2, reach: 4) {
      $0.map { value($0[0], $0[1]) }
    }
    var least = Double.infinity
    for i in -400...400 {
      for j in -400...400 {
        let (x, y) = (Double(i) / 100, Double(j) / 100)
        if value(x, y) <= 0 { least = min(least, (x * x + y * y).squareRoot()) }
      }
    }
    #expect(abs(nearest.distance / least - 1) < 0.015)
  }

  private static var lively: Scenario {
    var scenario = SamenessTests.lively(trials: 1_024)
    scenario.assumptions.historicalBenchmarkNoise.drawn = true
    scenario.appetite = Appetite(reserve: Dollars(1.5e6))
    return scenario
  }

  private static func found() throws -> (PointBench, ReverseSearch, [ReverseStress]) {
    let agreement = try Agreement(lively, under: try Rulebook.current())
    let paths = try agreement.electedPaths().filter { path in
      path.minimumRate == .elected(.zero)
        && (path.years.allSatisfy { $0 == .enhanced } || path.years.allSatisfy { $0 == .basic(.e) })
    }
    let bench = try PointBench(agreement, paths, trials: 1_024, PointBenchTests.watch)
    let search = ReverseSearch(
      bench: bench,
      space: ScoreSpace(try agreement.inputRanges(trials: 1_024), in: agreement.scenario))
    let enhanced = try #require(paths.firstIndex { $0.years[0] == .enhanced })
    let answers = try [
      ReverseSearch.Subject(question: .losesReserve, path: enhanced, behind: nil, limit: -1.5e6),
      .init(question: .fallsBehind, path: enhanced, behind: 1 - enhanced, limit: 0),
    ].map { try search.answer($0, places: [0, 1]) }
    return (bench, search, answers)
  }

  /// Must show: the point found really violates the limit when it is run as a scenario of its own,
  /// and small retreats do not.
  @Test func `the point violates its limit when run, and retreats do not`() throws {
    let (bench, search, answers) = try Self.found()
    for stress in answers {
      #expect(!stress.isBrokenAlready)
      let point = try #require(stress.point)
      #expect(point.distance < ReverseStress.reach)
      #expect(point.figure.value <= stress.limit && point.retreat.value > stress.limit)
      #expect(point.step.isPositiveBeyondError)
      // The levels, taken as they are printed, in a scenario of their own.
      var shifts: [Input: Double] = [:]
      for level in point.levels {
        let range = try #require(search.space.ranges.first { $0.input == level.input })
        shifts[level.input] = range.shift(score: level.score)
        #expect(
          range.level(at: range.shift(score: level.score), in: bench.agreement.scenario)
            == level.level)
      }
      let alone = try Agreement(
        Self.lively.moved(to: InputPoint(shifts: shifts)), under: try Rulebook.current())
      let ledger = try alone.pathLedger(bench.paths, workers: 1)
      let net = ledger.net(of: stress.path)
      let mean =
        stress.behind.map { PairedDifference(net, less: ledger.net(of: $0)).mean.value }
        ?? exactMean(of: net) / 100
      #expect(mean <= stress.limit && abs(mean - point.figure.value) < 0.01)
    }
  }

  /// No other combination a tenth nearer breaks the limit: forty seeded directions, and the twenty
  /// nearest to the one found.
  @Test func `nothing nearer breaks the limit`() throws {
    let (bench, search, answers) = try Self.found()
    let stress = answers[0]
    let point = try #require(stress.point)
    var stream = RandomStream()
    let axes = search.space.ranges.count
    let directions = (0..<40).map { number -> [Double] in
      stream.seek(
        Subject(seed: 11, kind: .aco, name: "sphere"), trial: UInt32(number), year: 0,
        purpose: .resampling)
      let raw = (0..<axes).map { _ in stream.normal() }
      let length = raw.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return raw.map { 0.9 * point.distance * $0 / length }
    }
    let seen = try bench.look(at: directions.map(search.space.inputs), following: [stress.path])
    for sighting in seen { #expect(sighting.mean(0).value > stress.limit) }
  }

  @Test func `scores correlate as the scenario's do`() throws {
    var scenario = Self.lively
    scenario.assumptions.correlation.values[4] = 0.5
    scenario.assumptions.correlation.values[20] = 0.5
    let agreement = try Agreement(scenario, under: try Rulebook.current())
    let space = ScoreSpace(try agreement.inputRanges(trials: 200), in: scenario)
    let trend = try #require(space.ranges.firstIndex { $0.input == .trendMiss })
    let quality = try #require(space.ranges.firstIndex { $0.input == .qualityScore })
    var point = Array(repeating: 0.0, count: space.ranges.count)
    point[trend] = 1
    let scores = space.scores(point)
    #expect(scores[trend] == 1 && abs(scores[quality] - 0.5) < 1e-12)
  }

  @Test func `a limit broken as projected has no point`() throws {
    let agreement = try Agreement(Self.lively, under: try Rulebook.current())
    let bench = try PointBench(
      agreement, Array(try agreement.electedPaths().prefix(1)), trials: 200,
      PointBenchTests.watch)
    let search = ReverseSearch(
      bench: bench,
      space: ScoreSpace(try agreement.inputRanges(trials: 200), in: agreement.scenario))
    let stress = try search.answer(
      .init(question: .losesReserve, path: 0, behind: nil, limit: 1e9), places: [0])
    #expect(stress.isBrokenAlready && stress.point == nil)
  }
}

extension Estimate {
  fileprivate var isPositiveBeyondError: Bool { value > 2 * standardError }
}
