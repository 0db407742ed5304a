import Foundation
import Scenarios
import Testing

/// A file of `Scenarios/refused`: its first lines say what is expected of it.
struct RefusedFile: CustomTestStringConvertible {
  var url: URL
  var testDescription: String { url.lastPathComponent }
  var path: String { "Scenarios/refused/\(url.lastPathComponent)" }

  static var folder: URL { Examples.root.appending(path: "Scenarios/refused") }

  static var all: [RefusedFile] {
    get throws {
      try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .filter { $0.pathExtension == "yaml" }
        .sorted { $0.path < $1.path }.map { RefusedFile(url: $0) }
    }
  }

  /// The messages from `line:column` on.
  var expected: [String] {
    get throws { try headers("# expect: ") }
  }

  var schemaRejects: Bool {
    get throws {
      let words = try headers("# schema: ")
      try #require(words == ["rejects"] || words == ["cannot express"], "\(path): \(words)")
      return words == ["rejects"]
    }
  }

  private func headers(_ prefix: String) throws -> [String] {
    try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
      .prefix { $0.hasPrefix("# ") }
      .filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
  }
}

@Suite struct RefusedScenarioTests {
  @Test(arguments: try RefusedFile.all)
  func `a refused file gives exactly the messages on its first lines`(file: RefusedFile) throws {
    let expected = try file.expected
    try #require(!expected.isEmpty, "\(file.path) has no # expect: line")
    let problems = try #require(throws: Problems.self) {
      try Scenario(contentsOf: file.url, displayedAs: file.path)
    }
    #expect(problems.all.map(\.description) == expected.map { "\(file.path):\($0)" })
  }

  @Test func `every kind of fault has its file`() throws {
    let names = try RefusedFile.all.map { $0.url.deletingPathExtension().lastPathComponent }
    let kinds = [
      "percent-for-fraction", "shares-do-not-sum", "negative-count", "nan", "infinity",
      "unknown-key", "duplicate-key", "wrong-type", "experienced-at-level-a",
      "one-sided-after-two-sided", "correlation-not-positive-definite", "zero-trials", "empty",
      "alias-bomb", "missing-source", "leading-zero", "sexagesimal", "wrong-length", "bad-date",
      "unknown-edition", "unsupported-format", "misspelt-option", "merge-key", "tag",
      "several-faults-at-once", "history-beside-benchmark", "neither-history-nor-benchmark",
      "history-two-years", "prior-savings-first-agreement", "regional-adjustments-too-many",
      "unknown-reading", "renewal-in-another-year", "renewal-before-2024",
      "measure-rate-in-percent", "measure-deciles-out-of-order", "measure-denominator-zero",
      "measure-name-twice", "measure-plan-four-years", "measures-beside-score",
      "leave-percent-for-fraction", "leave-on-another-day", "leave-unknown-condition",
      "leave-without-condition", "leave-a-one-sided-option", "leave-too-late-to-know",
      "stress-unknown-key", "stress-name-taken", "stress-without-source", "stress-changes-nothing",
      "stress-out-of-bounds", "stresses-not-a-list", "presentation-logo-not-a-picture",
      "presentation-colour-too-pale", "presentation-pages-out-of-order",
      "documentation-nobody-named", "documentation-users-not-a-list",
      "documentation-day-of-another-form", "option-titles",
    ]
    #expect(Set(kinds).subtracting(names).isEmpty)
  }

  @Test func `each message is one line and no two files expect the same`() throws {
    var seen: Set<[String]> = []
    for file in try RefusedFile.all {
      let problems = try #require(throws: Problems.self) {
        try Scenario(contentsOf: file.url, displayedAs: file.path)
      }
      #expect(problems.all.allSatisfy { !$0.description.contains("\n") })
      #expect(problems.all.allSatisfy { $0.fix.hasSuffix(".") || $0.fix.hasSuffix("?") })
      #expect(seen.insert(problems.all.map { "\($0.key) \($0.says) \($0.fix)" }).inserted)
    }
  }

  @Test func `a file without the comment lines that expect it would still be refused`() throws {
    for file in try RefusedFile.all {
      let body = try String(contentsOf: file.url, encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false).drop { $0.hasPrefix("#") }
        .joined(separator: "\n")
      #expect(throws: Problems.self, "\(file.path)") { try Examples.read(body) }
    }
  }
}
