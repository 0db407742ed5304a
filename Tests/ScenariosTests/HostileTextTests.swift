import Foundation
import Testing

@testable import Scenarios

@Suite struct HostileTextTests {
  /// Refused, at once, with one message.
  private func only(_ yaml: String) throws -> String {
    let start = ContinuousClock().now
    let problems = try Examples.problems(yaml)
    #expect(ContinuousClock().now - start < .seconds(20))
    return try #require(problems.count == 1 ? problems.first : nil, "\(problems)")
  }

  @Test(.timeLimit(.minutes(1)))
  func `an alias bomb is refused at its first anchor, unexpanded`() throws {
    var bomb = "a0: &a0 [x, x]\n"
    for level in 1...60 {
      bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
    }
    #expect(try only(bomb).hasPrefix("x.yaml:1:5: the file has an anchor or alias."))
    #expect(try only(bomb + "? *a60\n: 1\n").hasPrefix("x.yaml:1:5:"))
    let hidden = "q: a\n  \"b\n" + bomb + "? *a60\n: 1\n"
    #expect(try only(hidden).hasPrefix("x.yaml:3:5:"))
    let few = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n? [*c, *c]\n: 1\n"
    #expect(try Examples.problems(few).contains { $0.hasPrefix("x.yaml:1:4: a has an anchor") })
  }

  @Test func `marks of anchors and aliases in words, quotes and comments are read as words`() throws
  {
    let text = try Examples.least("title: Mountain", "title: \"a: &a [x], [*a]\" # b: &b *b\n#")
    #expect(try Examples.problems(text) == [])
    let block = "question: |\n  * one & two\n  &c *c in words\n"
    #expect(try Examples.problems(Examples.least + block) == [])
    #expect(try Examples.problems(Examples.least + "question: R &D, 2 *3\n") == [])
  }

  @Test func `sums and companies in a comment are no aliases`() throws {
    let sums = (1...20).map { "\($0)*\($0 + 1)" }.joined(separator: " + ")
    let text = Examples.least + "# R&D at AT&T: \(sums)\nquestion: R&D, \(sums)\n"
    #expect(try Examples.problems(text) == [])
  }

  @Test func `an alias without an anchor is refused where it stands`() throws {
    #expect(
      try only(Examples.least + "trials: *many\n")
        .hasPrefix("x.yaml:16:9: the file has an anchor or alias."))
  }

  @Test func `brackets without end are refused before they are followed`() throws {
    let deep = String(repeating: "[", count: 500_000)
    #expect(try only(deep).hasPrefix("x.yaml:1:1: the file nests too deeply here."))
    #expect(try only(String(repeating: "[ #]\n", count: 5_000)).contains("nests too deeply"))
    #expect(try only(String(repeating: "- ", count: 400_000)).contains("nests too deeply"))
    #expect(try only(String(repeating: "? ", count: 400_000)).contains("nests too deeply"))
    #expect(try only(String(repeating: "{a: ", count: 200_000)).contains("nests too deeply"))
    let steps = (0..<1_300).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(!(try Examples.problems(steps)).isEmpty)
  }

  @Test func `more than a hundred thousand values are refused`() throws {
    let many = "keys: [" + String(repeating: "1,", count: 150_000) + "]\n"
    let problems = try Examples.problems(Examples.least + many)
    #expect(problems.contains { $0.contains("holds more than 100_000 values.") })
  }

  @Test func `bytes that are no text are named by line and byte`() throws {
    var bytes = Array("format: 1\ntitle: M\u{FC}nster\n".utf8)
    bytes[18] = 0xFF
    #expect(
      try Examples.problems(bytes) == [
        "x.yaml:2:9: the file is not UTF-8 text at byte 19. Allowed: UTF-8 text. "
          + "Save the file as UTF-8."
      ])
    #expect(try Examples.problems([0xFF]).first?.contains("at byte 1.") == true)
    #expect(try Examples.problems([0x61, 0xE2, 0x82]).first?.contains("at byte 2.") == true)
    #expect(try Examples.problems([0xF5, 0x80]).first?.contains("at byte 1.") == true)
  }

  @Test func `control characters are named by their code`() throws {
    let text = try Examples.least("Mountain", "Moun\u{0}tain")
    #expect(
      try only(text) == "x.yaml:2:12: the file has the control character U+0. Allowed: printable "
        + "text. Delete the character, or save the file as plain UTF-8 text.")
  }

  @Test func `keys given twice are all named, with the rest of the problems`() throws {
    let text =
      try Examples.least("number: 1", "number: 1\n  number: 2\n  \"number\": 3")
      + "seed: -1\naco: B\nfinances: {discountRate: 0, discountRate: 1}\n"
    let says = try Examples.problems(text).map { $0.split(separator: ". ")[0] }
    #expect(
      says == [
        "x.yaml:7:3: agreement.number is given twice, first on line 6",
        "x.yaml:8:3: agreement.number is given twice, first on line 6",
        "x.yaml:18:7: seed is -1",
        "x.yaml:19:1: aco is given twice, first on line 3",
        "x.yaml:20:29: finances.discountRate is given twice, first on line 20",
      ])
  }

  @Test func `a great many keys given twice end soon`() throws {
    #expect(!(try Examples.problems(String(repeating: "a: 1\n", count: 100_000))).isEmpty)
    #expect(!(try Examples.problems(String(repeating: ": 1\n", count: 3))).isEmpty)
  }

  @Test func `keys that are no words are refused`() throws {
    #expect(try Examples.problems("? [a, b]\n: 1\n").contains { $0.contains("not a word") })
    #expect(try Examples.problems("{a: 1}: 2\n").contains { $0.contains("not a word") })
  }
}
