import Testing

@testable import Reporting

@Suite struct NamesTests {
  @Test func `lists read as sentences and do not run on`() {
    #expect(Names.list(["A"]) == "A")
    #expect(Names.list(["A", "B"]) == "A and B")
    #expect(Names.list(["A", "B", "C"]) == "A, B and C")
    #expect(Names.list(["A", "B", "C", "D", "E", "F"]) == "A, B, C and 3 others")
  }

  @Test func `long text is cut and control characters are dropped`() {
    #expect(Names.clamped(String(repeating: "x", count: 50), to: 10) == "xxxxxxxxxx…")
    #expect(Names.clamped("a\nb\u{0}c\u{202E}d", to: 10) == "a bcd")
  }

  @Test func `text from the right is isolated`() {
    #expect(Names.clamped("שלום", to: 10) == "\u{2068}שלום\u{2069}")
  }

  @Test func `stacked marks are cut`() {
    let stacked = "e" + String(repeating: "\u{0301}", count: 500)
    #expect(Names.clamped(stacked, to: 10).unicodeScalars.count <= 8)
  }

  @Test func `a joined emoji stays whole`() {
    #expect(Names.clamped("👩‍⚕️ clinic", to: 20) == "👩‍⚕️ clinic")
  }
}
