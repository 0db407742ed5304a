import Testing

@testable import Reporting

@Suite struct DecimalTextTests {
  @Test func `fixed decimals round halves away from zero and never write minus zero`() {
    #expect(DecimalText.fixed(2.5, places: 0) == "3")
    #expect(DecimalText.fixed(-0.004, places: 2) == "0.00")
    #expect(DecimalText.fixed(-1234.5, places: 2) == "-1234.50")
    #expect(DecimalText.fixed(0.05, places: 6) == "0.050000")
    #expect(DecimalText.fixed(.nan, places: 2) == "")
  }

  @Test func `cents are exact at every size`() {
    #expect(DecimalText.cents(-5) == "-0.05")
    #expect(DecimalText.cents(123_456_789_012_345_678) == "1234567890123456.78")
    #expect(DecimalText.cents(.min) == "-92233720368547758.08")
  }

  @Test func `print groups thousands and uses the minus sign of print`() {
    #expect(DecimalText.grouped(1_234_567) == "1,234,567")
    #expect(DecimalText.grouped(-100) == "\u{2212}100")
    #expect(DecimalText.printed(-12345.678, places: 1) == "\u{2212}12,345.7")
  }
}
