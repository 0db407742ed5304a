import Foundation
import Testing

@testable import Reporting

@Suite struct GalleryTests {
  @Test func `writes`() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["GLIDEPATH_GALLERY"])
    let deck = Deck(
      SampleComparison.standard, stresses: SampleStresses.standard, engineVersion: "0.1.0")
    try deck.html.write(toFile: folder + "/seven.html", atomically: true, encoding: .utf8)
  }
}
