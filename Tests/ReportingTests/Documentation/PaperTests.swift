import Foundation
import Projection
import Regulation
import Scenarios
import Testing

import struct Evidence.SettlementRecord
import struct Evidence.TrackRecord

@testable import Reporting

/// Reports of the sample comparisons, as a file to read.
enum SampleReports {
  static let documentation: Documentation = {
    var told = Documentation()
    told.responsiblePerson = .init(
      name: "Jane Doe", qualification: "FSA, MAAA", organisation: "Doe & Partners")
    told.intendedUsers = ["The board of directors", "The chief financial officer"]
    told.purpose = "To choose a participation option for the agreement that starts in 2027."
    told.scope = "One agreement period."
    told.dataReview = "Settlement reports reconciled to CMS's files; no difference found."
    told.reliance = "On CMS's files, which were not audited."
    told.informationDate = "2026-10-31"
    told.subsequentEvents = "None known."
    told.materiality = Dollars(250_000)
    told.limitationsKnown = ["The new hospital wing is left out."]
    told.changes = [.init(date: "2026-10-01", what: "First draft", who: "J. Doe")]
    return told
  }()

  static func small(_ change: (inout Comparison) -> Void = { _ in }) -> Report {
    var comparison = FixedComparison().comparison
    comparison.scenario.documentation = documentation
    change(&comparison)
    return Report(
      comparison: comparison, stresses: [], trackRecord: try? TrackRecord.shipped(),
      engineVersion: "1.2.3")
  }

  static func markdown(_ change: (inout Comparison) -> Void = { _ in }) throws -> String {
    try Paper(small(change)).markdown
  }
}

@Suite struct PaperTests {
  private static let golden = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "three-options.md")

  /// Written anew where GLIDEPATH_NEW_GOLDEN is set: read what differs before it is kept.
  @Test func `the file of a small comparison is the golden one`() throws {
    let text = try SampleReports.markdown()
    if ProcessInfo.processInfo.environment["GLIDEPATH_NEW_GOLDEN"] != nil {
      try text.write(to: Self.golden, atomically: true, encoding: .utf8)
    }
    let kept = try String(contentsOf: Self.golden, encoding: .utf8)
    let (lines, before) = (text.components(separatedBy: "\n"), kept.components(separatedBy: "\n"))
    for (line, old) in zip(lines, before) where line != old {
      Issue.record("now: \(line)\nkept: \(old)")
      return
    }
    #expect(lines.count == before.count)
  }

  @Test func `every section is there, keyed to the standards whose matter it holds`() throws {
    let paper = try Paper(SampleReports.small())
    #expect(
      paper.sections.map(\.heading) == [
        "Purpose, intended users, responsible person (ASOP 41, 56)", "Findings (ASOP 41)",
        "Prescribed by law (ASOP 41, 56)",
        "Chosen, by whom and from what source (ASOP 25, 41, 45, 56)",
        "Data and their review (ASOP 23, 25)", "Methods (ASOP 25, 45, 56)", "Validation (ASOP 56)",
        "Monte Carlo error (ASOP 56)", "Sensitivity (ASOP 56)",
        "Limitations and known weaknesses (ASOP 41, 56)", "Reproducibility (ASOP 56)",
        "Change log (ASOP 41)", "Sign-off (ASOP 41)",
      ])
    #expect(paper.sections.allSatisfy { !$0.blocks.isEmpty })
  }

  @Test(arguments: SampleDecks.all.map(\.name))
  func `it never says that a standard is met`(_ name: String) throws {
    let comparison = try #require(SampleDecks.comparisons[name])
    let text = try Paper(
      Report(
        comparison: comparison, stresses: [], trackRecord: try TrackRecord.shipped(),
        engineVersion: "1")
    ).markdown.lowercased()
    for claim in [
      "complies", "compliant", "compliance with asop", "in accordance with asop",
      "conforms to", "meets asop",
    ] {
      #expect(!text.contains(claim), "\(claim)")
    }
    #expect(!text.contains(" nan ") && !text.contains(" inf "))
  }

  // MARK: - Draft and final

  @Test func `it is a draft unless it is final`() throws {
    var report = SampleReports.small()
    let draft = try Paper(report)
    #expect(draft.markdown.hasPrefix("# DRAFT: Actuarial file: Mountain Valley Rural Network\n"))
    #expect(draft.html.contains("<p class=\"draft\">DRAFT."))
    report.isFinal = true
    let final = try Paper(report)
    #expect(final.markdown.hasPrefix("# Actuarial file: Mountain Valley Rural Network\n\n## 1."))
    #expect(!final.markdown.contains("DRAFT") && !final.html.contains("DRAFT"))
  }

  @Test func `what the scenario leaves out is said not to be stated`() throws {
    let all = try SampleReports.markdown()
    #expect(!all.contains("NOT STATED"))
    let none = try SampleReports.markdown { $0.scenario.documentation = Documentation() }
    // Nine matters, the data's review, the author's limitations, and the line to sign.
    #expect(none.components(separatedBy: "NOT STATED").count - 1 == 12)
    #expect(
      none.contains(
        "Not stated in the scenario: responsible person, intended users, purpose, scope"))
    let some = try SampleReports.markdown { $0.scenario.documentation.reliance = nil }
    #expect(some.components(separatedBy: "NOT STATED").count - 1 == 1)
    #expect(some.contains("| Reliance | NOT STATED |"))
  }

  // MARK: - Every figure is the comparison's

  @Test func `a figure that changes in the comparison changes in the file`() throws {
    let before = try SampleReports.markdown()
    let changes: [(String, (inout Comparison) -> Void)] = [
      ("3.33", { $0.outlooks[2].net.mean.value = 3_330_000 }),
      ("± 0.077", { $0.outlooks[2].net.mean.standardError = 77_000 }),
      ("\u{2212}7.77", { $0.outlooks[0].net.tailMean.value = -7_770_000 }),
      ("\u{2212}67", { $0.outlooks[1].net.quantiles[0].value = Cents(-6_700_000_000) }),
      (
        "71.0%", { $0.outlooks[1].chanceOfAnyRepayment = FixedComparison.chance(0.71) }
      ),
      ("+4.44", { $0.differences[2][0].mean.value = 4_440_000 }),
      ("55.5% of futures", { $0.differences[2][0].chanceOfMore = FixedComparison.chance(0.555) }),
      ("200,000 trials", { $0.trials = 200_000 }), ("seed 77", { $0.seed = 77 }),
      ("feedface", { $0.paymentsChecksum = "feedface" }),
      ("3.21%", { $0.histories[0].savingsRate = Estimate(value: 0.0321, standardError: 1e-5) }),
      ("0\\_815", { $0.scenario.provenance[0].value = "0_815" }),
      ("A source of its own", { $0.scenario.provenance[3].source = "A source of its own" }),
    ]
    for (text, change) in changes {
      #expect(!before.contains(text), "\(text) is there before")
      #expect(try SampleReports.markdown(change).contains(text), "\(text)")
    }
  }

  @Test func `every value of the scenario stands there with its source`() throws {
    let text = try SampleReports.markdown()
    for entry in FixedComparison().comparison.scenario.provenance {
      let cells = [entry.key, entry.value, entry.source].map(MarkdownText.escaped)
      #expect(text.contains("| \(cells.joined(separator: " | ")) |"), "\(entry.key)")
    }
  }

  @Test func `the settlement record is the one that ships`() throws {
    let text = try SampleReports.markdown()
    let record = try SettlementRecord.shipped()
    for year in record.years {
      #expect(text.contains("| \(year.year) | \(year.rows) | \(year.paymentsReproduced) of "))
    }
  }

  // MARK: - The law

  @Test func `every rule of the options is there and no other track's`() throws {
    let rules = try #require(RulesRelied(FixedComparison().comparison))
    let names = Set(rules.lines.map(\.rule.name))
    // The glide path, Level E and ENHANCED.
    for file in ["basic-level-a", "basic-level-e", "enhanced"] {
      #expect(names.contains("\(file).maximumSharingRate"))
    }
    #expect(!names.contains { $0.hasPrefix("track-") })
    #expect(!names.contains { $0.hasPrefix("advance-investment-payments") })
    #expect(!names.contains { $0.hasPrefix("prepaid-shared-savings") })
    let share = try #require(rules.lines.first { $0.rule.name == "basic-level-c.sharedLossRate" })
    #expect(share.rule.value == "0.3" && share.span == "2027–2031")
    var only = FixedComparison().comparison
    only.outlooks = [only.outlooks[2]]
    let enhanced = try #require(RulesRelied(only))
    #expect(!enhanced.lines.contains { $0.rule.name.hasPrefix("basic-level-") })
    let advanced = try #require(
      RulesRelied(
        {
          var comparison = FixedComparison().comparison
          comparison.scenario.agreement.advanceInvestmentPayments[0] = Dollars(250_000)
          return comparison
        }()))
    #expect(advanced.lines.contains { $0.rule.name.hasPrefix("advance-investment-payments") })
  }

  @Test func `every unverified rule is named, and a proposed one under its edition`() throws {
    let text = try SampleReports.markdown()
    let rules = try #require(RulesRelied(FixedComparison().comparison))
    #expect(rules.unverified.count >= 3)
    #expect(rules.unverified.allSatisfy { text.contains(MarkdownText.escaped($0.rule.says)) })
    #expect(rules.unverified.contains { $0.rule.name == "benchmark.prospectiveTrend.divisor" })
    let proposed = try SampleReports.markdown { $0.scenario.editions = ["cy2027Proposed"] }
    #expect(proposed.contains("CMS-1848-P"))
    #expect(proposed.contains("glidepath rules diff compares the edition"))
    #expect(proposed.contains("made under other rules than these"))
  }
}
