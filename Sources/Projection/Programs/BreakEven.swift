import Scenarios

/// The mean effect at which a program pays for itself.
///
/// Only the mean moves; its uncertainty, cost, fees and quality stay, and so does every draw. From
/// the stated mean steps double towards the side on which the worth turns; within the last step the
/// false position is improved (the Illinois method; Dowell & Jarratt 1971). Where the worth turns and
/// turns back within one step, that is missed.
extension ProgramStudy {
  private static let mostTrials = 10_000
  private static let firstStep = 0.0025
  private static let iterations = 12
  /// A millionth of the spending reached.
  private static let precision = 1e-6

  /// - Returns: `nil` where no mean in `Program.effects` does.
  func breakEven(of program: Program, beside others: [Program]) throws -> Estimate? {
    var fewer = agreement
    fewer.scenario.trials = min(agreement.scenario.trials, Self.mostTrials)
    let without = try net(of: others, fewer)
    func point(_ mean: Double) throws -> Point {
      var moved = program
      moved.effect.mean = mean
      let worth = PairedDifference(
        try net(of: others + [moved], fewer)[...], less: without[...])
      return Point(mean: mean, worth: worth.mean)
    }
    guard let bracket = try bracket(from: point(program.effect.mean), point) else { return nil }
    return try root(within: bracket, point)
  }

  private struct Point {
    var mean: Double
    var worth: Estimate
  }

  /// Five-year net along the recommended path, by trial, in cents.
  private func net(of programs: [Program], _ agreement: Agreement) throws -> [Int64] {
    Array(
      try agreement.carrying(programs).pathLedger(
        [recommended], workers: workers, isCancelled: isCancelled
      ).net(of: 0))
  }

  /// Two means between which the worth changes sign, or reaches zero. More is saved the lower the
  /// mean, so a program that pays is looked at with less effect, and one that does not with more.
  private func bracket(
    from start: Point, _ point: (Double) throws -> Point
  ) throws -> (Point, Point)? {
    let direction = start.worth.value > 0 ? 1.0 : -1
    let end = direction > 0 ? Program.effects.upperBound : Program.effects.lowerBound
    var (inside, step) = (start, Self.firstStep)
    while inside.mean != end {
      let next = direction * min(direction * (start.mean + direction * step), direction * end)
      let outside = try point(next)
      if (outside.worth.value > 0) != (start.worth.value > 0) { return (inside, outside) }
      inside = outside
      step *= 2
    }
    return nil
  }

  private func root(
    within bracket: (Point, Point), _ point: (Double) throws -> Point
  ) throws -> Estimate {
    var (a, b) = bracket
    var (weightA, weightB) = (a.worth.value, b.worth.value)
    for _ in 0..<Self.iterations where abs(b.mean - a.mean) > Self.precision {
      guard weightA != weightB else { break }
      let next = try point(b.mean - weightB * (b.mean - a.mean) / (weightB - weightA))
      let isOnSideOfB = (next.worth.value > 0) == (b.worth.value > 0)
      if isOnSideOfB {
        let isSlow = next.mean == b.mean
        (b, weightB, weightA) = (next, next.worth.value, weightA / 2)
        if isSlow { break }
      } else {
        let isSlow = next.mean == a.mean
        (a, weightA, weightB) = (next, next.worth.value, weightB / 2)
        if isSlow { break }
      }
    }
    return Self.crossing(a, b)
  }

  /// Where the line through both ends is zero, with the error of the nearer end's paired difference.
  private static func crossing(_ a: Point, _ b: Point) -> Estimate {
    let near = abs(a.worth.value) < abs(b.worth.value) ? a : b
    let slope = (b.worth.value - a.worth.value) / (b.mean - a.mean)
    guard slope.isFinite, slope != 0 else { return Estimate(value: near.mean, standardError: 0) }
    return Estimate(
      value: near.mean - near.worth.value / slope,
      standardError: abs(near.worth.standardError / slope))
  }
}
