import Regulation

/// Each path shown against the true savings rate: the ACO's own spending moved, all else as
/// projected.
public struct SavingsCurve: Hashable, Sendable {
  public struct Point: Hashable, Sendable {
    /// Change of every year's spending, a fraction; zero is as projected.
    public var shift: Double
    /// Mean savings rate over the five years, a fraction of the benchmark.
    public var savingsRate: Estimate
    /// By path: mean five-year net, and the chance that it is above zero.
    public var means: [Estimate]
    public var chancesToGain: [Chance]
  }
  /// Places in the outcomes.
  public var paths: [Int]
  /// From the most spending to the least.
  public var points: [Point]

  static let shifts = [0.06, 0.04, 0.02, 0, -0.02, -0.04, -0.06]
}

extension PointBench {
  /// - Parameter followed: Places among the paths of this bench.
  func savingsCurve(following followed: [Int]) throws -> SavingsCurve {
    let points = SavingsCurve.shifts.map { InputPoint(shifts: [.trueSavings: $0]) }
    let seen = try look(at: points, following: followed)
    return SavingsCurve(
      paths: followed,
      points: zip(SavingsCurve.shifts, seen).map { shift, sighting in
        SavingsCurve.Point(
          shift: shift, savingsRate: sighting.savingsRate,
          means: followed.indices.map { sighting.mean($0) },
          chancesToGain: sighting.columns.map { Chance($0.count { $0 > 0 }, of: $0.count) })
      })
  }
}
