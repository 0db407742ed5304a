import Probability
import Regulation
import Sampling
import Scenarios

extension Agreement {
  /// The agreement whose histories follow the points that the scenario asks for; itself where it asks
  /// for plain ones.
  ///
  /// Which draws come first, and the direction turned to, are found from a pilot run on points of its
  /// own: a function of scenario and seed. What is estimated is unbiased whatever the pilot finds.
  ///
  /// - Throws: `Interrupted` once `isCancelled` has answered true.
  public func sampled(
    workers: Int, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> Agreement {
    guard scenario.points == .sobol else { return self }
    let pilot = try PointPilot(self, workers: workers, isCancelled: isCancelled)
    return following(pilot.points(for: self))
  }

  func following(_ points: PointSet) -> Agreement {
    var followed = self
    followed.model = model.following(points)
    return followed
  }

  func points(_ draws: [GuidedPlace], axes: [[Double]], for name: String) -> PointSet {
    PointSet(
      draws: draws, axes: axes,
      subject: PathModel.scrambling(of: scenario, seed: scenario.seed, for: name))
  }

  /// Tells the points of two runs apart, sixteen hexadecimal digits; empty for plain ones.
  public var pointsDigest: String {
    model.points?.digest.sixteenDigits ?? ""
  }

  /// The parts of trials whose means are independent, each with its randomisation; all of them in one
  /// where there are no points.
  func parts(of trials: Range<Int>) -> [(trials: Range<Int>, randomisation: Int?)] {
    guard model.points != nil else { return [(trials, nil)] }
    var parts: [(trials: Range<Int>, randomisation: Int?)] = []
    var start = trials.lowerBound
    while start < trials.upperBound {
      let (end, randomisation) = (
        min(trials.upperBound, start - start % ObservedColumns.trials + ObservedColumns.trials),
        PointSet.randomisation(of: start)
      )
      if let last = parts.last, last.randomisation == randomisation {
        parts[parts.count - 1].trials = last.trials.lowerBound..<end
      } else {
        parts.append((start..<end, randomisation))
      }
      start = end
    }
    return parts
  }
}
