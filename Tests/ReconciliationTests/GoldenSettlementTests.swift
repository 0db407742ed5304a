import Reconciliation
import Testing

/// Every case in `Golden/` is worked by hand from the paragraph it cites.
@Suite struct GoldenSettlementTests {
  static let files = [
    "worked-examples", "levels", "minimum-rates", "quality", "low-revenue", "limits", "guardrail",
    "circumstances", "recoupment",
  ]

  @Test(arguments: try GoldenCase.all(in: files))
  func `a case worked by hand settles as it was worked`(_ golden: GoldenCase) throws {
    let settled = golden.settled()
    #expect(!golden.expected.isEmpty)
    for (key, text) in golden.expected {
      let figure = try #require(settled[key], "\(golden.name): \(key) is not in the settlement")
      #expect(figure.agrees(with: text), "\(golden.name): \(key) is \(figure), worked as \(text)")
    }
  }

  @Test func `no two golden cases bear one name`() throws {
    let names = try GoldenCase.all(in: Self.files).map(\.name)
    #expect(Set(names).count == names.count)
  }
}
