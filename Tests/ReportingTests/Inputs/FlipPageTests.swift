import Projection
import Testing

@testable import Reporting

@Suite struct FlipPageTests {
  /// Each of its rows would be two lines high where a long name stood in it. Which path is next best is
  /// chance: here every flip leads to one of two with long names, or to one with a short name.
  @Test func `a path whose name would wrap has a letter in the rows, its name once below`()
    throws
  {
    var comparison = try InputPageTests.comparison.get()
    let before = try #require(InputBoard(Board(comparison: comparison, stresses: [])))
    let titles = before.paths.paths.outcomes.indices.map { before.title($0) }
    let long = titles.indices.filter { titles[$0].count > 24 }.prefix(2)
    let short = try #require(titles.indices.first { titles[$0].count <= 24 })
    try #require(long.count == 2)
    let flips = try #require(
      comparison.inputs?.flips.indices.filter { place in
        comparison.inputs?.flips[place].below != nil
      })
    try #require(flips.count >= 4)
    for (order, flip) in flips.enumerated() {
      comparison.inputs?.flips[flip].below?.to = [long[0], short, long[1], long[0]][order % 4]
    }
    for flip in comparison.inputs?.flips.indices ?? 0..<0 {
      comparison.inputs?.flips[flip].above = nil
    }
    let page = try #require(InputBoard(Board(comparison: comparison, stresses: []))).flipPage
    guard case .table(let table)? = page.exhibits.first else { return #expect(Bool(false)) }
    let named = table.rows.flatMap { Array($0.cells[3...3]) }.filter { $0 != "–" }
    #expect(Set(named) == ["Path A", titles[short], "Path B"])
    #expect(page.howToRead.ranges(of: "Path A is \(titles[long[0]]).").count == 1)
    #expect(page.howToRead.ranges(of: "Path B is \(titles[long[1]]).").count == 1)
    #expect(page.howToRead.ranges(of: /Path [A-Z] is/).count == 2)
  }
}
