import Regulation
import Testing

@testable import Scenarios

@Suite struct DocumentationTests {
  @Test func `every key reaches its place`() throws {
    let told = try Examples.read(Examples.full).documentation
    #expect(
      told.responsiblePerson
        == .init(name: "Jane Doe", qualification: "FSA, MAAA", organisation: "Doe & Partners"))
    #expect(told.intendedUsers == ["The board of directors", "The chief financial officer"])
    #expect(told.purpose?.hasPrefix("To choose") == true)
    #expect(told.scope?.hasPrefix("One agreement") == true)
    #expect(told.dataReview?.hasPrefix("Settlement reports") == true)
    #expect(told.reliance?.hasPrefix("On the finance") == true)
    #expect(told.informationDate == "2025-10-31")
    #expect(told.subsequentEvents?.hasPrefix("The final rule") == true)
    #expect(told.materiality == Dollars(250_000))
    #expect(told.limitationsKnown == ["The new hospital wing is left out."])
    #expect(
      told.changes == [
        .init(date: "2025-10-01", what: "First draft", who: "J. Doe"),
        .init(date: "2025-11-02", what: "Revenue updated", who: "R. Roe"),
      ])
  }

  private func missing(_ yaml: String) throws -> [String] {
    let scenario = try Examples.read(yaml)
    do {
      try scenario.requireFinal(file: "x.yaml")
      return []
    } catch {
      return error.all.map(\.description)
    }
  }

  @Test func `a final report needs four fields, and names every one that is missing`() throws {
    #expect(try missing(Examples.full) == [])
    let none = [
      "documentation.dataReview is missing. A final report states what data were reviewed, by whom, "
        + "and what was found. Write dataReview: with a sentence.",
      "documentation.intendedUsers is missing. A final report states who may rely on it. Write "
        + "intendedUsers: with a list, such as [the board of directors].",
      "documentation.purpose is missing. A final report states which decision it is made for. Write "
        + "purpose: with a sentence.",
      "documentation.responsiblePerson is missing. A final report states who takes responsibility "
        + "for it. Write responsiblePerson: with a name, a qualification and an organisation.",
    ]
    #expect(try missing(Examples.least) == none.map { "x.yaml:1:1: \($0)" })
    let block = "documentation:\n  scope: One agreement.\n  purpose: To choose.\n"
    #expect(
      try missing(Examples.least + block)
        == [none[0], none[1], none[3]].map { "x.yaml:17:3: \($0)" })
  }

  @Test func `texts are bounded in length and number`() throws {
    func problems(_ keys: String) throws -> [String] {
      try Examples.problems(Examples.least + "documentation: {\(keys)}\n")
    }
    let long = String(repeating: "w", count: 4_000)
    #expect(try problems("purpose: \(long)") == [])
    #expect(
      try problems("purpose: \(long)w").first?.hasSuffix(
        "Allowed: text of 1 through 4_000 characters (ASOP 41, ASOP 56). Write words.") == true)
    let users = (1...20).map { "user \($0)" }.joined(separator: ", ")
    #expect(try problems("intendedUsers: [\(users)]") == [])
    #expect(try problems("intendedUsers: [\(users), one more]").count == 1)
    #expect(try problems("intendedUsers: []").count == 1)
    #expect(try problems("changes: []").count == 1)
    #expect(try problems("changes: [{date: 2026-01-01, what: a}]").count == 1)
  }
}
