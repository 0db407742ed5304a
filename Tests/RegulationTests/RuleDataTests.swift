import Foundation
import Testing

@testable import Regulation

/// The rule data, kept honest: every value cited, dated, in a known unit.
@Suite struct RuleDataTests {
  static let units: Set<String> = [
    "agreements", "beneficiaries", "benchmark years", "calendar year", "days", "dollars",
    "dollars a quarter", "dollars a quarter by score", "dollars a relative value unit",
    "fraction of a year", "fraction of assigned beneficiaries", "fraction of benchmark",
    "fraction of cases", "fraction of expected shared savings", "fraction of expenditures",
    "fraction of losses", "fraction of national per capita", "fraction of participant revenue",
    "fraction of participants", "fraction of patients", "fraction of payments",
    "fraction of points", "fraction of prepaid amount", "fraction of prior savings",
    "fraction of professional services", "fraction of savings", "fraction of shared savings",
    "fraction of the adjustment", "fraction of the regional difference",
    "fraction of the sharing rate", "fraction of the update", "fraction of updated benchmark",
    "fraction of updated benchmark by assigned beneficiaries", "growth", "levels", "measures",
    "month of the year", "months", "payments", "percentile", "performance years", "points",
    "quality score", "risk ratio", "score", "services", "word", "year of the agreement", "years",
    "yes or no",
  ]

  @Test func `every parameter says what it is, in a sentence and a known unit`() throws {
    let parameters = try Rulebook.current().parameters
    #expect(parameters.count > 140)
    for (name, parameter) in parameters {
      #expect(parameter.says.hasSuffix("."), "\(name) says \(parameter.says)")
      #expect(Self.units.contains(parameter.unit), "\(name) is in \(parameter.unit)")
    }
    let used = Set(parameters.map(\.parameter.unit))
    #expect(Self.units.subtracting(used).isEmpty, "units no rule uses")
  }

  @Test func `every value cites a paragraph and its source`() throws {
    for (name, dated) in try everyValue() {
      #expect(dated.cite.starts(with: /42 CFR 4\d\d\.\d+/), "\(name): \(dated.cite)")
      #expect(!dated.adopted.isEmpty, "\(name)")
    }
  }

  @Test func `with every edition laid over it, values still stand in order, none twice`() throws {
    let rules = try Rulebook.current().adopting(Rulebook.availableEditions)
    for (name, parameter) in rules.parameters {
      for (earlier, later) in zip(parameter.values, parameter.values.dropFirst()) {
        #expect(earlier.precedes(later), "\(name) from \(later.from)")
      }
    }
  }

  /// What settles the tracks of the past, and what it shares with today's.
  static let ofThePast = [
    "track-", "minimum-savings-rate.", "payment.", "quality-performance-standard.sharingByQuality",
  ]

  @Test func `only what settles published years holds from before the rules of July 2019`() throws {
    for (name, dated) in try everyValue() {
      let isOfThePast = Self.ofThePast.contains { name.hasPrefix($0) }
      let first = isOfThePast ? Day(year: 2012, month: 4, day: 1) : agreements[0]
      #expect(dated.from >= first, "\(name) from \(dated.from)")
      #expect(dated.agreementYear >= 1)
    }
  }

  @Test func `fractions are fractions`() throws {
    for (name, parameter) in try Rulebook.current().parameters
    where parameter.unit.hasPrefix("fraction") {
      for dated in parameter.values {
        let numbers = Self.numbers(dated.value)
        #expect(numbers.allSatisfy { (0...1).contains($0) }, "\(name) is \(dated.value)")
      }
    }
  }

  @Test func `a rule in yes or no holds yes or no`() throws {
    for (name, parameter) in try Rulebook.current().parameters
    where parameter.unit == "yes or no" {
      let allowed = [RuleValue.word("yes"), .word("no")]
      #expect(parameter.values.allSatisfy { allowed.contains($0.value) }, "\(name)")
    }
  }

  @Test func `what is only proposed is only in an edition`() throws {
    for (name, parameter) in try Rulebook.current().parameters {
      #expect(parameter.values.allSatisfy { $0.evidence != .proposed }, "\(name)")
    }
    for values in try Rulebook.overlay(of: "cy2027Proposed").values {
      #expect(values.allSatisfy { $0.evidence == .proposed })
    }
  }

  @Test func `every value can be printed and none is empty`() throws {
    for (name, dated) in try everyValue() {
      #expect(!dated.value.description.isEmpty, "\(name)")
    }
  }

  @Test func `every rule a track draws on has been in force since July 2019`() throws {
    let first = AgreementPeriod(firstDay: agreements[0])
    for (name, parameter) in try Rulebook.current().parameters
    where name.hasPrefix("basic-level") || name.hasPrefix("enhanced.") {
      #expect(throws: Never.self, "\(name)") {
        try parameter.inForce(in: PerformanceYear(2019), of: first)
      }
    }
  }

  @Test func `every file of the rules folder is read, and none slows the build`() throws {
    let rules = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Regulation/Rules")
    let files = try FileManager.default.contentsOfDirectory(atPath: rules.path).sorted()
    let read =
      try Rulebook.ruleFiles.map { "\($0.name).yaml" }
      + Rulebook.editionFiles.map { "edition-\($0.name).yaml" }
    #expect(files == read.sorted())
    #expect(try Rulebook.editionFiles.map(\.name) == Rulebook.availableEditions)
    for file in files {
      let size = try Data(contentsOf: rules.appending(path: file)).count
      #expect(size < 40_000, "\(file) has \(size) bytes")
    }
  }

  private func everyValue() throws -> [(String, Parameter.Dated)] {
    let regulation = try Rulebook.current().parameters.flatMap { name, parameter in
      parameter.values.map { (name, $0) }
    }
    let editions = try Rulebook.availableEditions.flatMap { edition in
      try Rulebook.overlay(of: edition).flatMap { name, values in
        values.map { ("\(edition): \(name)", $0) }
      }
    }
    return regulation + editions
  }

  private static func numbers(_ value: RuleValue) -> [Double] {
    switch value {
    case .number(let number): [number]
    case .list(let numbers): numbers
    case .bands(let bands): bands.flatMap { [$0.atFewest, $0.atMost] }
    case .none, .word: []
    }
  }
}
