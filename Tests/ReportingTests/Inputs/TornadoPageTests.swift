import Projection
import Scenarios
import Testing

@testable import Reporting

@Suite struct TornadoPageTests {
  /// The page is of the path to sign, its own widest bar first, where an appetite leaves the highest
  /// mean aside; else of the highest mean.
  @Test func `the tornado is of the path to sign`() throws {
    var comparison = try InputPageTests.comparison.get()
    let calm = try #require(InputBoard(Board(comparison: comparison, stresses: [])))
    #expect(calm.shownTornado == calm.tornado && !calm.isOther)
    let named = try #require(comparison.inputs?.followed.last)
    #expect(named != calm.study.best)
    comparison.scenario.appetite = Appetite(maxChanceOfOwing: 0.9)
    var choice = try #require(comparison.paths?.choice)
    choice.path = named
    comparison.paths?.withinAppetite = choice
    let place = try #require(comparison.inputs?.tornados.firstIndex { $0.path == named })
    let last = try #require(comparison.inputs?.tornados[place].bars.count) - 1
    comparison.inputs?.tornados[place].bars[last].atTenth = Estimate(
      value: -9e7, standardError: 1_000)
    let board = Board(comparison: comparison, stresses: [])
    let inputs = try #require(InputBoard(board))
    #expect(inputs.isOther && inputs.shownTornado.path == named)
    let widths = inputs.shownTornado.bars.map(\.width)
    #expect(widths == widths.sorted(by: >) && widths[0] >= 9e7)
    let widest = inputs.shownTornado.bars[0].input.title
    let page = try #require(board.inputPages.first)
    #expect(page.headline.sentence.hasPrefix("\(widest) moves expected five-year net most"))
    #expect(page.headline.sentence.contains("\(inputs.title(named)) nets"))
    #expect(page.headline.sentence.contains("of \(inputs.best), which has the highest mean"))
    guard case .table(let table) = page.exhibits[1] else { return #expect(Bool(false)) }
    #expect(!table.columns.map(\.title).contains("Lead at 10th"))
  }
}
