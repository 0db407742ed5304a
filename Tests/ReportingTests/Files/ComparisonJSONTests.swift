import Foundation
import Projection
import Testing

@testable import Reporting

@Suite struct ComparisonJSONTests {
  @Test func `every property stands under its own name`() throws {
    let comparison = SampleComparison.standard
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(comparison.json.utf8)) as? [String: Any])
    #expect(
      Set(object.keys) == [
        "scenario", "trials", "seed", "rulebookDigest", "outlooks", "differences", "histories",
        "paymentsChecksum", "benchmark", "paths", "spread", "inputs", "programs", "parties", "cash",
        "stopping",
        "leaving",
      ])
    #expect(object["benchmark"] is NSNull)
    #expect(object["paths"] is NSNull)
    let outlooks = try #require(object["outlooks"] as? [[String: Any]])
    #expect(outlooks.count == 7)
    let net = try #require(outlooks[0]["net"] as? [String: Any])
    let mean = try #require(net["mean"] as? [String: Any])
    #expect(mean["value"] as? Double == comparison.outlooks[0].net.mean.value)
    #expect(net["worst"] as? Double == comparison.outlooks[0].net.worst.dollars.amount)
    let terms = try #require(outlooks[6]["terms"] as? [[String: Any]])
    #expect(terms[0]["track"] as? String == "enhanced")
    #expect(terms[0]["reducedSharing"] is NSNull)
    #expect((object["differences"] as? [[Any]])?.count == 7)
  }

  @Test func `the same comparison gives the same text, keys in order`() {
    let text = SampleComparison.standard.json
    #expect(text == SampleComparison.standard.json)
    #expect(text.hasPrefix("{\n  \"benchmark\": null,\n  \"cash\": null,\n  \"differences\": ["))
    #expect(text.hasSuffix("}\n"))
  }

  @Test func `numbers have one spelling, and what is no number is null`() {
    #expect(JSONText(0.1).document == "0.1\n")
    #expect(JSONText(-0.0).document == "0\n")
    #expect(JSONText(120_000).document == "120000\n")
    #expect(JSONText(.infinity).document == "null\n")
    #expect(JSONText.text("a\"\\\n\u{1}\u{2028}é").document == "\"a\\\"\\\\\\n\\u0001\\u2028é\"\n")
  }
}
