import Crypto
import Foundation
import Projection
import Scenarios

/// `run.json`: enough to repeat a run and to tell whether its files are whole. It holds no time,
/// no host and no path of the machine, so that the same run writes the same bytes anywhere.
public struct RunManifest: Hashable, Sendable {
  public static let name = "run.json"
  /// Of the manifest itself; raised where a reader of the one before could not read it.
  public static let format = 3

  /// What was asked for beside the scenario, and changes the files.
  public enum Asked: String, CaseIterable, Hashable, Sendable {
    case keepTrials, final
  }

  /// A file besides the scenario that the run read, such as a template or a logo.
  public struct ReadFile: Hashable, Sendable {
    /// What for: `template`.
    public var use: String
    /// As the user named it.
    public var path: String
    /// SHA-256, lower-case hexadecimal.
    public var digest: String
    public init(use: String, path: String, bytes: Data) {
      self.use = use
      self.path = path
      digest = RunManifest.digest(of: bytes)
    }

    init(use: String, path: String, digest: String) {
      self.use = use
      self.path = path
      self.digest = digest
    }
  }

  public var engineVersion: String
  public var scenarioName, scenarioDigest: String
  /// The scenario file's name without its folder; `nil` where not known.
  public var scenarioFile: String?
  /// The scenario as written, so that the folder can repeat itself; `nil` where not kept.
  public var scenarioText: String?
  public var asked: Set<Asked> = []
  public var filesRead: [ReadFile] = []
  public var editions: [String]
  public var rulebookDigest: String
  /// Of each rule by full name, so that a changed one can be named; see `Rulebook.ruleDigests`.
  public var ruleDigests: [String: String] = [:]
  /// The calibration that ships with the engine: of whose public results it is, and of which bytes.
  public var calibrationName = ShippedCalibration.current.name
  public var calibrationDigest = ShippedCalibration.current.digest
  public var seed: UInt64
  public var sampler: Sampler
  public var points: Points
  public var trials: Int
  /// The rule that ended the run; `nil` where its number of trials was given.
  public var stopping: Stopping?
  /// Over every payment of every trial, option and year, hexadecimal.
  public var paymentsChecksum: String
  /// SHA-256 of each file by its name, lower-case hexadecimal.
  public var outputs: [String: String] = [:]

  public init(_ comparison: Comparison, engineVersion: String, scenarioText: String? = nil) {
    self.engineVersion = engineVersion
    scenarioName = comparison.scenario.name
    scenarioDigest = comparison.scenario.digest
    self.scenarioText = scenarioText
    editions = comparison.scenario.editions
    rulebookDigest = comparison.rulebookDigest
    seed = comparison.seed
    sampler = comparison.scenario.sampler
    points = comparison.scenario.points
    trials = comparison.trials
    stopping = comparison.stopping.map(Stopping.init)
    paymentsChecksum = comparison.paymentsChecksum
  }

  public var text: String {
    var scenario: [String: JSONText] = [
      "digest": .text(scenarioDigest), "name": .text(scenarioName),
    ]
    scenario["file"] = scenarioFile.map(JSONText.text)
    scenario["text"] = scenarioText.map(JSONText.text)
    var members: [String: JSONText] = [
      "asked": .array(asked.map(\.rawValue).sorted().map(JSONText.text)),
      "calibration": .object([
        "digest": .text(calibrationDigest), "name": .text(calibrationName),
      ]), "editions": .array(editions.map(JSONText.text)), "engineVersion": .text(engineVersion),
      "filesRead": .array(filesRead.map(Self.json)),
      "format": .number(String(Self.format)), "outputs": .object(outputs.mapValues(JSONText.text)),
      "paymentsChecksum": .text(paymentsChecksum),
      "ruleDigests": .object(ruleDigests.mapValues(JSONText.text)),
      "rulebookDigest": .text(rulebookDigest), "sampler": .text(sampler.rawValue),
      "sampling": .text(points.rawValue),
      "scenario": .object(scenario),
      "seed": .number(String(seed)), "trials": .number(String(trials)),
    ]
    members["stopping"] = stopping.map(\.json)
    return JSONText.object(members).document
  }

  private static func json(_ file: ReadFile) -> JSONText {
    .object(["digest": .text(file.digest), "path": .text(file.path), "use": .text(file.use)])
  }

  public var bytes: Data { Data(text.utf8) }

  /// SHA-256, lower-case hexadecimal.
  public static func digest(of bytes: Data) -> String { hexadecimal(SHA256.hash(data: bytes)) }

  /// Tells texts apart: the first sixteen digits of a digest.
  public static func mark(of text: String) -> String {
    String(digest(of: Data(text.utf8)).prefix(16))
  }

  static func hexadecimal(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef")
    return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
