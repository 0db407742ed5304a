import Regulation
import Testing

@testable import Scenarios

/// The level of detail, and the assumptions that only single beneficiaries need.
@Suite struct DetailTests {
  @Test func `means are drawn unless the file asks for beneficiaries`() throws {
    #expect(try Examples.read(Examples.least).detail == .aggregate)
    let one = try Examples.read(Examples.least + "detail: beneficiaries\n")
    #expect(one.detail == .beneficiaries)
    #expect(one.assumptions.transitions.mortality.esrd == 0.16)
    #expect(one.assumptions.spending.episodeVariation.disabled == 0.63)
  }

  @Test func `assumptions about single beneficiaries are told only where they are used`() throws {
    func told(_ text: String) throws -> [String] {
      try Examples.read(Examples.least + text).provenance.map(\.key).filter { key in
        key.hasPrefix("assumptions.spending") || key.hasPrefix("assumptions.transitions")
      }
    }
    #expect(try told("") == [])
    #expect(try told("detail: beneficiaries\n").count > 8)
    let stated = "assumptions: {transitions: {ageing: 0.1, source: own lists}}\n"
    #expect(try told(stated) == ["assumptions.transitions.ageing"])
  }

  @Test func `a spread that truncated spending cannot have is refused`() throws {
    let wide = "assumptions: {claimsNoise: {scale: 6, source: own claims}}\n"
    #expect(throws: Never.self) { try Examples.read(Examples.least + wide) }
    let problems = try #require(throws: Problems.self) {
      try Examples.read(Examples.least + "detail: beneficiaries\n" + wide)
    }
    #expect(problems.description.contains("one beneficiary's spending"))
    #expect(problems.description.contains("at most 5"))
  }
}
