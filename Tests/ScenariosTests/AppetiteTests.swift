import Regulation
import Scenarios
import Testing

@Suite struct AppetiteTests {
  @Test func `a file without one has none`() throws {
    #expect(try Examples.read(Examples.least).appetite == nil)
  }

  @Test func `each limit reaches its own place, those left out stay unstated`() throws {
    #expect(
      try Examples.read(Examples.full).appetite
        == Appetite(
          maxChanceOfOwing: 0.1, maxLossInFiveYears: Dollars(5e6), reserve: Dollars(2.5e6)))
    let reserve = try Examples.read(Examples.least + "appetite: {reserve: 0}\n")
    #expect(reserve.appetite == Appetite(reserve: .zero))
    #expect(reserve.provenance.contains { $0.key == "appetite.reserve" && $0.value == "0" })
    #expect(!reserve.provenance.contains { $0.key == "appetite.maxChanceOfOwing" })
  }
}
