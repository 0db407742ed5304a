import Testing

@testable import Reporting

@Suite struct TableLayoutTests {
  private static let table = Table(
    caption: "c", columns: [.init("Status", .text), .init("Source", .text), .init("Mean")],
    rows: [
      .init(
        .plain, ["defaulted", String(repeating: "many words of a long source ", count: 12), "1"])
    ])

  @Test func `columns fill the sheet and no word is wider than its column`() {
    let layout = TableLayout(Self.table, size: 14)
    #expect((layout.widths.reduce(0, +) - SheetRoom.width).magnitude < 0.01)
    #expect(
      layout.widths[0] >= TextMeasure.width("defaulted", size: 14) + TableLayout.gap)
  }

  @Test func `a smaller type and a shorter text take less room`() {
    let small = TableLayout(Self.table, size: 12).height
    #expect(small < TableLayout(Self.table, size: 14).height)
    var short = Self.table
    short.rows[0].cells[1] = "one line"
    #expect(TableLayout(short, size: 12).height < small)
  }

  @Test func `lines break at spaces, and inside a word wider than the line`() {
    #expect(TextMeasure.lines("one", size: 10, in: 100) == 1)
    #expect(TextMeasure.lines("one two", size: 10, in: 30) == 2)
    #expect(TextMeasure.lines(String(repeating: "W", count: 100), size: 10, in: 100) >= 10)
  }
}
