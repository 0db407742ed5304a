import Probability
import Regulation
import Scenarios

/// Reverse stress of several questions on one bench. Every search begins with the same points about
/// the origin: they are looked at once.
final class ReverseSearch {
  let bench: PointBench
  let space: ScoreSpace
  private var first: [[Double]: [[Int64]]] = [:]

  init(bench: PointBench, space: ScoreSpace) {
    self.bench = bench
    self.space = space
  }

  /// What a question asks about: a path's net, or its lead; places among the bench's paths.
  struct Subject {
    var question: ReverseStress.Question
    var path: Int
    var behind: Int?
    var limit: Double
  }

  /// - Parameter places: Of the bench's paths in the outcomes.
  func answer(_ subject: Subject, places: [Int]) throws -> ReverseStress {
    let origin = Array(repeating: 0.0, count: space.ranges.count)
    let start = try look([origin], subject)[0]
    let nearest = try NearestPoint(
      dimensions: origin.count, start: start.value - subject.limit, reach: ReverseStress.reach
    ) { [self] points in try look(points, subject).map { $0.value - subject.limit } }
    return ReverseStress(
      question: subject.question, path: places[subject.path],
      behind: subject.behind.map { places[$0] }, limit: subject.limit,
      statesReserve: bench.agreement.scenario.appetite?.reserve != nil, asProjected: start,
      point: try nearest.point.map { try point($0, nearest.distance, subject) },
      trials: bench.trials)
  }

  private func look(_ points: [[Double]], _ subject: Subject) throws -> [Estimate] {
    try columns(points, subject).map { Moments($0).cents(of: $0.count) }
  }

  /// The figure asked about, in cents, by point and trial.
  private func columns(_ points: [[Double]], _ subject: Subject) throws -> [[Int64]] {
    let wanted = points.filter { first[$0] == nil }
    let seen = try bench.look(
      at: wanted.map(space.inputs), following: Array(bench.paths.indices))
    var found = first
    for (point, sighting) in zip(wanted, seen) { found[point] = sighting.columns }
    if points.allSatisfy(isBesideOrigin) { first = found }
    return points.map { point in
      let columns = found[point] ?? []
      guard let behind = subject.behind else { return columns[subject.path] }
      return zip(columns[subject.path], columns[behind]).map { $0 - $1 }
    }
  }

  /// Whether at most one score is not zero.
  private func isBesideOrigin(_ point: [Double]) -> Bool { point.count { $0 != 0 } <= 1 }

  private func point(
    _ place: [Double], _ distance: Double, _ subject: Subject
  ) throws -> ReverseStress.Point {
    let retreat = place.map { $0 * ReverseStress.retreat }
    let seen = try columns([place, retreat], subject)
    let step = zip(seen[1], seen[0]).map { $0 - $1 }
    func estimate(_ cents: [Int64]) -> Estimate { Moments(cents).cents(of: cents.count) }
    let levels = zip(space.ranges, space.scores(place)).map { range, score in
      ReverseStress.Level(
        input: range.input, score: score,
        level: range.level(at: range.shift(score: score), in: bench.agreement.scenario))
    }
    return ReverseStress.Point(
      levels: levels.sorted { $0.score.magnitude > $1.score.magnitude }, distance: distance,
      chance: normalProbability(below: -distance), figure: estimate(seen[0]),
      retreat: estimate(seen[1]), step: estimate(step))
  }
}
