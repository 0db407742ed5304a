import Foundation
import Regulation
import Scenarios
import Testing

@testable import Reporting

@Suite struct GalleryTests {
  @Test func `writes`() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["GLIDEPATH_GALLERY"])
    for (name, sample) in SampleDecks.all {
      let deck = Deck(
        sample.make(), stresses: SampleStresses.make(sample), engineVersion: "0.1.0")
      try deck.html.write(toFile: folder + "/\(name).html", atomically: true, encoding: .utf8)
    }
  }
}
