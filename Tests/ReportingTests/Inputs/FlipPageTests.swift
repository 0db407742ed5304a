import Foundation
import Testing

@testable import Reporting

@Suite struct FlipPageTests {
  /// Each of its rows would be two lines high where a long name stood in it.
  @Test func `a path whose name would wrap has a letter in the rows, its name once below`()
    throws
  {
    let html = try #require(Examples.decks["renewing-aco"]).html
    let start = try #require(html.range(of: "Nearest level at which another path"))
    let page = html[start.upperBound...]
    let sheet = String(page[..<(try #require(page.range(of: "</section>"))).lowerBound])
    let rows = String(sheet[..<(try #require(sheet.range(of: "</table>"))).lowerBound])
    let below = String(sheet[(try #require(sheet.range(of: "How to read"))).upperBound...])
    let letters = Set(rows.matches(of: /Path [A-Z]/).map { String($0.output) })
    #expect(!letters.isEmpty && !rows.contains("leaves after"))
    for letter in letters {
      #expect(below.ranges(of: "\(letter) is ").count == 1, "\(letter)")
    }
    #expect(below.matches(of: /Path [A-Z] is\s/).count == letters.count)
  }
}
