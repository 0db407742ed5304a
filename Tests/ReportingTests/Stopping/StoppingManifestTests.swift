import Foundation
import Projection
import Testing

@testable import Reporting

@Suite struct StoppingManifestTests {
  private static let manifest = Result {
    var manifest = try KeptSample.made.get().manifest
    manifest.outputs = ["deck.html": "00"]
    return manifest
  }

  private static func read(_ text: String) throws -> RunManifest {
    try RunManifest(json: Data(text.utf8), file: "run.json")
  }

  @Test func `the rule is read back as it was written, and none where there is none`() throws {
    var manifest = try Self.manifest.get()
    #expect(!manifest.text.contains("stopping"))
    #expect(try Self.read(manifest.text).stopping == nil)
    for sample in [
      StoppingSample(), StoppingSample(precision: nil), StoppingSample(confidence: nil, known: 0.2),
    ] {
      manifest.stopping = RunManifest.Stopping(sample.reached)
      #expect(try Self.read(manifest.text) == manifest)
    }
    #expect(manifest.stopping?.isReached == false && manifest.stopping?.looks == 5)
  }

  @Test func `a rule that no run has is refused by name`() throws {
    var manifest = try Self.manifest.get()
    manifest.stopping = RunManifest.Stopping(StoppingSample().reached)
    func says(_ old: String, _ new: String) throws -> String {
      try #require(manifest.text.contains(old))
      let text = manifest.text.replacing(old, with: new)
      return #expect(throws: ManifestFault.self) { try Self.read(text) }?.description ?? ""
    }
    #expect(
      try says("\"precision\": 0.01", "\"precision\": 7")
        == "run.json: stopping.precision is out of bounds. Allowed: 0.001 through 0.5. Run the project "
        + "again.")
    #expect(
      try says("\"untilDecided\": 0.99", "\"untilDecided\": 1")
        == "run.json: stopping.untilDecided is out of bounds. Allowed: 0.5 through 0.9999. Run the "
        + "project again.")
    #expect(
      try says("\"mostTrials\": 10000000", "\"mostTrials\": 99")
        == "run.json: stopping.mostTrials is 99. Allowed: 100 through 10,000,000. Run the project "
        + "again.")
    #expect(
      try says("\"reached\": true", "\"reached\": \"yes\"")
        == "run.json: stopping.reached is neither true nor false. Allowed: true or false. Run the "
        + "project again.")
    manifest.stopping = RunManifest.Stopping(
      StoppingSample(precision: nil).reached)
    #expect(
      try says("\"untilDecided\": 0.99", "\"until\": 0.99")
        == "run.json: stopping asks for nothing. Allowed: precision, untilDecided or both. Run the "
        + "project again.")
  }

  @Test func `a checkpoint tells the rule it was counted under`() throws {
    let parts = try PartialTests.parts.get()
    let plain = try parts.part(0, of: 1)
    var ruled = plain
    ruled.run.stopping = StoppingSample().reached.rule.key
    #expect(try Partial(ruled.bytes, file: "f") == ruled)
    #expect(try Partial(plain.bytes, file: "f").run.stopping.isEmpty)
    #expect(
      plain.run.differences(of: ruled.run) == [
        "stopping rule precision 0.01, conf…, not none"
      ])
  }
}
