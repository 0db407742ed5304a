import Regulation
import Scenarios

/// The search for flip points: all inputs and both sides at once, round by round.
///
/// At every point looked at, the means of all paths are known, and between two points each is taken
/// as a straight line: the nearest crossing of any of them with the best path is looked at next. A
/// bracket that the line does not halve is halved (Dowell & Jarratt's Illinois method asks the same of
/// regula falsi). Every path is in it: none is left out beforehand. Where the best path changes and
/// changes back between two points looked at, it is missed. The paths looked for are those that are
/// ahead by more than two paired standard errors where the search begins to close in: paths that cannot
/// be told apart change places by chance.
struct FlipSearch {
  let bench: PointBench
  let ranges: [InputRange]
  let from: Int
  /// For the last look at each flip point found.
  private let settling: PointBench
  private var sides: [Side]

  /// A bracket is narrow enough at this part of an input's reach; the line through its ends and the
  /// last look at the crossing settle the rest.
  private static let narrow = 0.02
  private static let mostRounds = 6

  /// One input looked at in one direction.
  fileprivate struct Side {
    let place: Int
    let sign: Double
    let reach: Double
    var near: (shift: Double, means: [Double])
    var far: (shift: Double, means: [Double])?
    /// Clearly ahead where `far` was first.
    var rivals: [Int] = []
    var halve = false
    var isDone = false
  }

  /// - Parameters:
  ///   - settling: The bench of the last look at each flip point found; it may have more trials.
  ///   - best: The path that is best as projected.
  init(
    _ bench: PointBench, _ ranges: [InputRange], settling: PointBench, best: Int
  ) throws {
    self.bench = bench
    self.ranges = ranges
    self.settling = settling
    from = best
    let base = try bench.look(at: [.scenario])[0].means
    sides = ranges.indices.flatMap { place in
      [-1.0, 1].map { sign in
        Side(place: place, sign: sign, reach: ranges[place].input.reach, near: (0, base))
      }
    }
    try lookOut()
  }

  /// Two points on the way out, and the end of the reach only where neither is beyond a flip.
  private mutating func lookOut() throws {
    let parts = [0.35, 1.0]
    for part in parts {
      let open = sides.indices.filter { sides[$0].far == nil }
      let steps = open.map { sides[$0].sign * sides[$0].reach * part }
      let found = try bench.look(at: zip(open, steps).map { point(sides[$0], $1) })
      for (index, (step, sighting)) in zip(open, zip(steps, found)) {
        sides[index].rivals = try rivals(sighting, at: point(sides[index], step))
        sides[index].take((step, sighting.means), from)
      }
    }
  }

  /// Paths that are clearly ahead at a point.
  private func rivals(_ sighting: Sighting, at point: InputPoint) throws -> [Int] {
    let ahead = bench.paths.indices.filter { sighting.means[$0] > sighting.means[from] }
    guard !ahead.isEmpty else { return [] }
    let seen = try settling.look(at: [point], following: [from] + ahead)[0]
    return ahead.indices.filter { place in
      let lead = seen.lead(of: place + 1, over: 0)
      return lead.value > 2 * lead.standardError
    }.map { ahead[$0] }
  }

  private func point(_ side: Side, _ shift: Double) -> InputPoint {
    InputPoint(shifts: [ranges[side.place].input: shift])
  }

  mutating func flips() throws -> [InputFlips] {
    for _ in 0..<Self.mostRounds {
      let open = sides.indices.filter { sides[$0].isOpen(to: Self.narrow) }
      guard !open.isEmpty else { break }
      let steps = open.map { sides[$0].next(from) }
      let found = try bench.look(at: zip(open, steps).map { point(sides[$0], $1) })
      for (index, (step, sighting)) in zip(open, zip(steps, found)) {
        sides[index].take((step, sighting.means), from)
      }
    }
    let points = try sides.map { try flip($0) }
    return ranges.indices.map { place in
      let (range, scenario) = (ranges[place], bench.agreement.scenario)
      return InputFlips(
        input: range.input, lowest: range.level(at: -range.input.reach, in: scenario),
        highest: range.level(at: range.input.reach, in: scenario), below: points[2 * place],
        above: points[2 * place + 1])
    }
  }

  /// A last look where the lines cross, at the two paths trial by trial.
  private func flip(_ side: Side) throws -> FlipPoint? {
    guard let far = side.far else { return nil }
    let crossing = side.crossing(from)
    let last = try settling.look(
      at: [point(side, crossing.shift)], following: [from, crossing.path])
    let lead = last[0].lead(of: 0, over: 1)
    func difference(_ means: [Double]) -> Double { means[from] - means[crossing.path] }
    let slope =
      (difference(far.means) - difference(side.near.means)) / (far.shift - side.near.shift)
    let exact = crossing.shift - (slope == 0 ? 0 : lead.value / slope)
    // A rival that is ahead by chance as projected has its crossing there, not on the other side.
    let shift = side.sign * min(max(side.sign * exact, 0), side.reach)
    let error = slope == 0 ? 0 : abs(lead.standardError / slope)
    let (range, scenario) = (ranges[side.place], bench.agreement.scenario)
    let level = range.level(at: shift, in: scenario)
    let beside = range.level(at: shift + side.sign * 1e-4, in: scenario)
    return FlipPoint(
      input: range.input, from: from, to: crossing.path,
      shift: Estimate(value: shift, standardError: error),
      level: Estimate(value: level, standardError: abs(beside - level) / 1e-4 * error),
      savingsRate: last[0].savingsRate)
  }
}

extension FlipSearch.Side {
  /// One point more, on the near side of the flip or beyond it.
  fileprivate mutating func take(_ step: (shift: Double, means: [Double]), _ from: Int) {
    let width = far.map { abs($0.shift - near.shift) }
    if rivals.contains(where: { step.means[$0] > step.means[from] }) {
      far = step
    } else {
      near = step
    }
    guard let width, let far else { return }
    halve = abs(far.shift - near.shift) > width / 2
  }

  fileprivate func isOpen(to part: Double) -> Bool {
    far.map { abs($0.shift - near.shift) > part * reach } ?? false
  }

  /// The nearest crossing of any rival with the best path, taken as straight lines.
  fileprivate func crossing(_ from: Int) -> (shift: Double, path: Int) {
    guard let far else { return (near.shift, from) }
    var nearest = (part: 2.0, path: from)
    for path in rivals where far.means[path] > far.means[from] {
      // Where the trials of the search have another path ahead from the start, it is ahead at once.
      let before = max(0, near.means[from] - near.means[path])
      let part = before / (before + far.means[path] - far.means[from])
      if part < nearest.part { nearest = (part, path) }
    }
    return (near.shift + (far.shift - near.shift) * nearest.part, nearest.path)
  }

  /// Where to look next: at the crossing, a little within the bracket, or in its middle.
  fileprivate func next(_ from: Int) -> Double {
    guard let far else { return near.shift }
    let width = far.shift - near.shift
    if halve { return near.shift + width / 2 }
    let part = (crossing(from).shift - near.shift) / width
    return near.shift + width * min(max(part, 0.1), 0.9)
  }
}
