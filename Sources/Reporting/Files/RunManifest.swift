import Crypto
import Foundation
import Projection
import Scenarios

/// `run.json`: enough to repeat a run and to tell whether its files are whole. It holds no time,
/// no host and no path, so that the same run writes the same bytes anywhere.
public struct RunManifest: Hashable, Sendable {
  public static let name = "run.json"
  public var engineVersion: String
  public var scenarioName, scenarioDigest: String
  /// The scenario as written, so that the folder can repeat itself; `nil` where not kept.
  public var scenarioText: String?
  public var editions: [String]
  public var rulebookDigest: String
  /// The calibration that ships with the engine: of whose public results it is, and of which bytes.
  public var calibrationName = ShippedCalibration.current.name
  public var calibrationDigest = ShippedCalibration.current.digest
  public var seed: UInt64
  public var trials: Int
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
    trials = comparison.trials
    paymentsChecksum = comparison.paymentsChecksum
  }

  public var text: String {
    var scenario: [String: JSONText] = [
      "digest": .text(scenarioDigest), "name": .text(scenarioName),
    ]
    scenario["text"] = scenarioText.map(JSONText.text)
    return JSONText.object([
      "calibration": .object([
        "digest": .text(calibrationDigest), "name": .text(calibrationName),
      ]), "editions": .array(editions.map(JSONText.text)), "engineVersion": .text(engineVersion),
      "format": .number("1"), "outputs": .object(outputs.mapValues(JSONText.text)),
      "paymentsChecksum": .text(paymentsChecksum),
      "rulebookDigest": .text(rulebookDigest), "scenario": .object(scenario),
      "seed": .number(String(seed)), "trials": .number(String(trials)),
    ]).document
  }

  public var bytes: Data { Data(text.utf8) }

  /// SHA-256, lower-case hexadecimal.
  public static func digest(of bytes: Data) -> String {
    let digits = Array("0123456789abcdef")
    return String(
      SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
