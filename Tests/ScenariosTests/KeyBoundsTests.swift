import Foundation
import Regulation
import Testing

@testable import Scenarios

@Suite struct KeyBoundsTests {
  private func problem(_ yaml: String) throws -> String {
    let problems = try Examples.problems(yaml)
    return try #require(problems.count == 1 ? problems.first : nil, "\(problems)")
  }

  /// A file in which one numeric key holds this text, by its path.
  private func file(_ path: String, _ text: String) throws -> String {
    let keys = path.split(separator: ".").map(String.init)
    if keys[0] == "cash" { return try replacing(keys, text, in: Examples.least + CashTests.cash) }
    if keys[0] == "history" { return try replacing(keys, text, in: Examples.leastHistory) }
    if let whole = Self.parties[keys[0]] { return Examples.least + party(whole, keys, text) }
    if keys[0] == "population", keys.count == 3 {
      return try replacing(keys, text, in: Examples.least)
    }
    if keys[0] == "agreement" || keys[0] == "population" {
      let pattern = try Regex("  \(keys[1]): .*")
      if Examples.least.contains(pattern) {
        return Examples.least.replacing(pattern, with: "  \(keys[1]): \(text)")
      }
      return Examples.least.replacing("\(keys[0]):", with: "\(keys[0]):\n  \(keys[1]): \(text)")
    }
    let source = keys[0] == "assumptions" ? ", source: test" : ""
    if keys.count == 4 {
      return Examples.least
        + "\(keys[0]): {\(keys[1]): {\(keys[2]): {\(keys[3]): \(text)}\(source)}}\n"
    }
    return Examples.least + "\(keys[0]): "
      + (keys.count == 3
        ? "{\(keys[1]): {\(keys[2]): \(text)\(source)}}\n" : "{\(keys[1]): \(text)}\n")
  }

  /// Mappings that hold something or are not there at all.
  private static let parties = [
    "sponsor":
      "sponsor: {ownFacilityShare: 0.4, contributionMargin: 0.5, backfill: 0.1, source: a}\n",
    "sharing": "sharing: {savings: {aco: 0.5, sponsor: 0.2, participants: 0.3}, losses: "
      + "{aco: 0.1, sponsor: 0.7, participants: 0.2}, collectability: {participants: "
      + "{mean: 0.5, standardDeviation: 0.1}, sponsor: {mean: 0.5, standardDeviation: 0.1}, "
      + "shortfall: aco}, source: a}\n",
    "reopening":
      "reopening: {probability: 0.1, standardDeviation: 0.1, of: benchmark, source: a}\n",
  ]

  /// The number after the last of these keys replaced by this text.
  private func party(_ whole: String, _ keys: [String], _ text: String) -> String {
    var rest = whole[...]
    for key in keys {
      guard let found = rest.range(of: "\(key): ") else { return whole }
      rest = rest[found.upperBound...]
    }
    let end = rest.firstIndex { $0 == "," || $0 == "}" } ?? rest.endIndex
    return whole[..<rest.startIndex] + text + whole[end...]
  }

  /// A mapping on one line in which one key holds this text; added where it is not there.
  private func replacing(_ keys: [String], _ text: String, in yaml: String) throws -> String {
    let pattern = try Regex("(  \(keys[1]): (?:.*?[{ ]\(keys.last ?? ""): )?)(\\[.*?\\]|[0-9._]+)")
    let isThere = try Regex("  \(keys[1]): .*?[{ ]\(keys.last ?? ""): ")
    guard keys.count == 2 || yaml.contains(isThere) else {
      return yaml.replacing(try Regex("  \(keys[1]): +\\{")) { match in
        "\(yaml[match.range])\(keys[2]): \(text), "
      }
    }
    return yaml.replacing(pattern, maxReplacements: 1) { match in
      "\(match.output[1].substring ?? "")\(text)"
    }
  }

  /// Of a file with a finished benchmark, and what one with a history has of its own.
  private static func leaves() -> [(String, Key)] {
    DefaultsTests.leaves(of: .finished)
      + DefaultsTests.leaves(of: .history).filter { $0.0.hasPrefix("history.") }
  }

  private static func scalars() -> [(String, Bounds)] {
    leaves().compactMap { path, key in
      switch key.form {
      case .number(let bounds, _), .byYear(let bounds, _), .byType(let bounds, _),
        .byTypeAndYear(let bounds, _):
        (path, bounds)
      default: nil
      }
    }
  }

  @Test func `every number is refused just outside its bounds and by every unfit word`() throws {
    #expect(Self.scalars().count > 60)
    for (path, bounds) in Self.scalars() {
      let below = bounds.includesLowest ? bounds.lowest - 0.001 : bounds.lowest
      let above = bounds.includesHighest ? bounds.highest + 0.001 : bounds.highest
      for text in ["\(below)", "\(above)", ".nan", ".inf", "1e400", "012", "1:30", "many", "\"1\""]
      {
        let problems = try Examples.problems(try file(path, text))
        #expect(problems.count == 1, "\(path) \(text): \(problems)")
        let shown = problems.first?.contains(" \(path) is \(text). Allowed: ")
        #expect(shown == true, "\(path) \(text): \(problems)")
      }
    }
  }

  @Test func `every number is read at the ends of its bounds`() throws {
    // Ties between keys, held elsewhere, are set aside: the sum of person-years, the spread of
    // quality or of a share that its mean allows, and the error of a spread that the spread does.
    let tied = Set(
      ["assumptions.quality.mean", "assumptions.quality.standardDeviation"]
        + [
          "expenditureEffect.standardErrors.persistence", "claimsNoise.standardErrors.correlation",
          "participantChange.standardErrors.probability", "riskScore.standardErrors.commonShare",
          "riskScore.standardErrors.healthShare", "quality.standardErrors.autocorrelation",
          "startingPosition.standardErrors.persistence",
          "startingPosition.standardErrors.keptAtRebasing",
          "expenditureEffect.standardErrors.persistentStandardDeviation",
          "expenditureEffect.standardErrors.persistentScale",
          "riskScore.standardErrors.standardDeviation",
          "riskScore.standardErrors.personStandardDeviation",
          "quality.standardErrors.standardDeviation",
          "startingPosition.standardErrors.standardDeviation",
          "startingPosition.standardErrors.scale",
          "startingPosition.standardErrors.transitoryScale",
        ].map { "assumptions.\($0)" }
        + ["savings", "losses"].flatMap { split in
          ["aco", "sponsor", "participants"].map { "sharing.\(split).\($0)" }
        }
        + ["participants", "sponsor"].flatMap { whose in
          ["mean", "standardDeviation"].map { "sharing.collectability.\(whose).\($0)" }
        })
    for (path, bounds) in Self.scalars() where !path.hasSuffix("personYears") {
      for (end, isIn) in [
        (bounds.lowest, bounds.includesLowest), (bounds.highest, bounds.includesHighest),
      ]
      where isIn && !tied.contains(path) {
        #expect(try Examples.problems(try file(path, "\(end)")) == [], "\(path) \(end)")
      }
    }
  }

  @Test func `every list of a history has its length and its bounds`() throws {
    let lists = Self.leaves().compactMap { path, key -> (String, Int, Bounds)? in
      guard path.hasPrefix("history."), case .list(let count, let bounds, _) = key.form else {
        return nil
      }
      return (path, count, bounds)
    }
    #expect(lists.count == 21)
    for (path, count, bounds) in lists {
      let good = Array(repeating: "\(bounds.highest)", count: count)
      let short = good.dropLast().joined(separator: ", ")
      let long = (good + ["1"]).joined(separator: ", ")
      for text in ["1", "[\(short)]", "[\(long)]", "[]"] {
        #expect(try problem(try file(path, text)).contains(" \(path) is "), "\(path) \(text)")
      }
      for text in ["\(bounds.lowest - 0.001)", "\(bounds.highest + 0.001)", ".nan", "x", "\"1\""] {
        let list = (good.dropLast() + [text]).joined(separator: ", ")
        let says = try problem(try file(path, "[\(list)]"))
        #expect(says.contains(" \(path) is \(text). Allowed: "), "\(path) \(text): \(says)")
      }
    }
  }

  @Test func `each place of a list is named by its own column`() throws {
    let text = Examples.least + "finances: {programCost: [1, 2, -3, 4, x]}\n"
    let says = try Examples.problems(text).map { $0.split(separator: ". ")[0] }
    #expect(
      says == [
        "x.yaml:16:32: finances.programCost is -3", "x.yaml:16:39: finances.programCost is x",
      ])
  }

  @Test(arguments: ["2020-01-01", "'2024-01-01'", "2030-01-01"])
  func `an agreement starts on a first of January`(day: String) throws {
    let text = try Examples.least("2027-01-01", day)
      .replacingOccurrences(of: "measuredIn: 2022", with: "measuredIn: 2018")
    #expect(try Examples.problems(text) == [])
  }

  @Test(arguments: [
    "2019-01-01", "2019-07-01", "2027-1-1", "2027-02-30", "2031-01-01", "soon", "7",
  ])
  func `no agreement starts on another day`(day: String) throws {
    #expect(
      try problem(try Examples.least("2027-01-01", day))
        == "x.yaml:5:10: agreement.start is \(day). Allowed: the first of January "
        + "of 2020 through 2030 (42 CFR 425.200). Write year-month-day, such as 2027-01-01.")
  }

  @Test func `the person-years add up to between half and all of the assigned`() throws {
    // 90 + 1,610 + 1,100 + 8,900 = 11,700 person-years.
    for (assigned, isGood) in [(11_699, true), (11_698, false), (23_400, true), (23_401, false)] {
      let problems = try Examples.problems(
        try file("population.assignedBeneficiaries", "\(assigned)"))
      #expect(problems.isEmpty == isGood, "\(assigned): \(problems)")
    }
  }

  @Test func `figures are measured at the latest in the year before the agreement`() throws {
    #expect(try Examples.problems(try file("population.measuredIn", "2026")) == [])
    #expect(
      try problem(try file("population.measuredIn", "2027"))
        == "x.yaml:10:15: population.measuredIn is 2027. Allowed: 2026 or earlier, the year before "
        + "agreement.start. Figures of a later year cannot be in the benchmark "
        + "(42 CFR 425.652(a)).")
  }

  @Test func `a mapping misspelt is named, and what it holds is checked all the same`() throws {
    let text = try Examples.least("agedDual:    {personYears: 1_100", "agedDaul: {personYears: -1")
    let says = try Examples.problems(text).map { $0.split(separator: ". ")[0] }
    #expect(
      says == [
        "x.yaml:14:3: population.agedDaul is not a key of a scenario",
        "x.yaml:14:27: population.agedDual.personYears is -1",
      ])
  }

  @Test func `a path marked twice or not in the file is refused`() throws {
    let text =
      Examples.least + """
        provenance:
          real: {source: A, keys: [population.esrd, population.esrd, trials]}
          assumed: {source: B, keys: [population.esrd]}
        """
    let says = try Examples.problems(text).map { $0.split(separator: ". ")[0] }
    #expect(
      says == [
        "x.yaml:17:45: provenance.real.keys is population.esrd, which is marked twice",
        "x.yaml:17:62: provenance.real.keys is trials, which this file does not give",
        "x.yaml:18:31: provenance.assumed.keys is population.esrd, which is marked both real and "
          + "assumed",
      ])
  }
}
