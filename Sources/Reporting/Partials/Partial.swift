import Foundation
import Projection
import Scenarios

/// What a part of a run's trials came to, and all that says which run it is: what `glidepath shard`
/// writes, and what an interrupted run goes on from.
public struct Partial: Equatable, Sendable {
  /// What two parts of one run have alike.
  public struct Run: Hashable, Sendable {
    public var engineVersion: String
    public var scenarioName, scenarioDigest: String
    /// The scenario file's name without its folder, and its text.
    public var scenarioFile, scenarioText: String
    public var rulebookDigest: String
    public var calibrationDigest: String
    public var seed: UInt64
    public var sampler: Sampler
    public var points: Points
    /// Of the points, which draws they give and how they are turned; empty for plain ones.
    public var pointsDigest: String
    /// Of the whole run.
    public var trials: Int
    /// The rule that may end the run before; empty where there is none.
    public var stopping: String

    public init(
      _ scenario: Scenario, file: String, text: String, rulebookDigest: String,
      engineVersion: String, pointsDigest: String = "", stopping: String = ""
    ) {
      self.engineVersion = engineVersion
      scenarioName = scenario.name
      scenarioDigest = scenario.digest
      scenarioFile = file
      scenarioText = text
      self.rulebookDigest = rulebookDigest
      calibrationDigest = ShippedCalibration.current.digest
      seed = scenario.seed
      sampler = scenario.sampler
      points = scenario.points
      self.pointsDigest = pointsDigest
      trials = scenario.trials
      self.stopping = stopping
    }

    /// Tells runs apart: sixteen hexadecimal digits of a digest over all of it.
    public var mark: String {
      let all = [
        engineVersion, scenarioName, scenarioDigest, scenarioFile, scenarioText, rulebookDigest,
        calibrationDigest, "\(seed)", sampler.rawValue, points.rawValue, pointsDigest, "\(trials)",
        stopping,
      ]
      return RunManifest.mark(of: all.map { "\($0.utf8.count) \($0)" }.joined(separator: "\n"))
    }
  }

  public var run: Run
  /// Which part of how many, the first being 0; a run that goes on by itself is 0 of 1.
  public var index, of: Int
  /// The trials counted, numbered from 0; empty where there are more parts than blocks.
  public var range: Range<Int>
  public var tally: Tally

  public init(run: Run, index: Int, of count: Int, range: Range<Int>, tally: Tally) {
    self.run = run
    self.index = index
    self.of = count
    self.range = range
    self.tally = tally
  }
}

extension Partial.Run {
  /// Each thing in which another run differs: `seed 7, not 8`, the other's first.
  public func differences(of other: Self) -> [String] {
    let pairs: [(String, String, String)] = [
      ("program version", other.engineVersion, engineVersion),
      ("scenario", other.scenarioDigest.brief, scenarioDigest.brief),
      ("rules", other.rulebookDigest.brief, rulebookDigest.brief),
      ("calibration", other.calibrationDigest.brief, calibrationDigest.brief),
      ("seed", String(other.seed), String(seed)),
      ("sampler", other.sampler.rawValue, sampler.rawValue),
      ("sampling", other.points.rawValue, points.rawValue),
      ("points", other.pointsWord, pointsWord),
      ("stopping rule", other.stoppingWord, stoppingWord),
      ("trials", DecimalText.grouped(other.trials), DecimalText.grouped(trials)),
    ]
    let told = pairs.filter { $1 != $2 }.map { "\($0) \(Names.clamped($1, to: 20)), not \($2)" }
    return told.isEmpty && self != other ? ["another name or text of the scenario"] : told
  }
}

extension Partial.Run {
  private var stoppingWord: String { stopping.isEmpty ? "none" : stopping }
  private var pointsWord: String { points == .plain ? "none" : pointsDigest.brief }
}

extension String {
  /// Enough of a digest to tell two apart.
  fileprivate var brief: String { String(prefix(8)) }
}
