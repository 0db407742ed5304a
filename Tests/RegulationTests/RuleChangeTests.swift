import Testing

@testable import Regulation

@Suite struct RuleChangeTests {
  let regulation: Rulebook
  init() throws { regulation = try Rulebook.current() }

  private func book(_ edition: String) throws -> Rulebook {
    edition == "cfr" ? regulation : try regulation.adopting([edition])
  }

  @Test func `a rulebook needs no change to become itself`() throws {
    #expect(try regulation.changes(to: regulation).isEmpty)
    let held = regulation.held(on: january(2025))
    #expect(try held.changes(to: held).isEmpty)
  }

  @Test func `the proposed rule changes eight rules, in the order of the rule files`() throws {
    let changes = try regulation.changes(to: try book("cy2027Proposed"))
    #expect(
      changes.map(\.rule) == [
        "basic-level-e.maximumSharingRate", "enhanced.regionalAdjustment",
        "quality-performance-standard.incentive", "benchmark.prospectiveTrend",
        "benchmark.priorSavings", "advance-investment-payments", "prepaid-shared-savings",
        "advanced-apm",
      ])
    #expect(changes.flatMap(\.names).count == 12)
  }

  @Test func `values that make sense only together change together`() throws {
    let changes = try regulation.changes(to: try book("popularSummary"))
    let caps = try #require(changes.first { $0.rule == "risk-adjustment.cap" })
    #expect(Set(caps.names) == ["risk-adjustment.cap.perType", "risk-adjustment.cap.aggregate"])
    #expect(Rulebook.rule(of: "benchmark.updateBlend") == "benchmark.prospectiveTrend")
    #expect(
      Rulebook.rule(of: "advance-investment-payments.dollars.others")
        == "advance-investment-payments")
  }

  @Test(arguments: ["cfr", "cy2027Proposed", "popularSummary", "withoutGuardrail"])
  func `all changes make the other rulebook, and one change no more than itself`(
    edition: String
  ) throws {
    let before = try book(edition)
    for other in ["cfr"] + Rulebook.availableEditions where other != edition {
      let after = try book(other)
      let changes = try before.changes(to: after)
      #expect(after.difference(from: before.taking(changes, from: after)).isEmpty)
      for change in changes {
        let partly = before.taking([change], from: after)
        #expect(try before.changes(to: partly) == [change])
        let rest = try partly.changes(to: after)
        #expect(rest == changes.filter { $0 != change })
      }
    }
  }

  @Test func `a rulebook of parts names the editions of both and has a digest of its own`() throws {
    let proposed = try book("cy2027Proposed")
    let partly = regulation.taking(try regulation.changes(to: proposed).prefix(1), from: proposed)
    #expect(partly.editions == ["cy2027Proposed"])
    #expect(![regulation.digest, proposed.digest].contains(partly.digest))
  }

  @Test func `held rules read one day in every year, whichever clock they follow`() throws {
    let agreement = AgreementPeriod(firstDay: january(2027))
    let held = regulation.held(on: january(2024))
    let weights = try (2027...2031).map {
      try held.benchmarkTerms(in: PerformanceYear($0), of: agreement).prospectiveTrendWeight
    }
    let read = try regulation.benchmarkTerms(
      in: PerformanceYear(2024), of: AgreementPeriod(firstDay: january(2024)))
    #expect(weights == Array(repeating: read.prospectiveTrendWeight, count: 5))
    #expect(held.digest != regulation.digest)
    for (name, parameter) in held.parameters {
      for year in 2027...2031 {
        let day = parameter.day(in: PerformanceYear(year), of: agreement)
        #expect(day == january(2024), "\(name)")
      }
    }
  }

  @Test func `a held rule still turns with the year of the agreement`() throws {
    let agreement = AgreementPeriod(firstDay: january(2027))
    let held = try book("popularSummary").held(on: january(2025))
    let limits = try (2027...2031).map {
      try held.terms(
        for: .enhanced, in: PerformanceYear($0), of: agreement, choosing: .variable
      ).losses?.recoupmentLimit.ofBenchmark
    }
    #expect(limits == [Rate(0.15), Rate(0.15), nil, nil, nil])
  }

  @Test func `a rule that came later is not in force`() throws {
    let parameter = Parameter(
      says: "A number.", unit: "", clock: .performanceYear,
      values: [
        .init(
          from: january(2024), value: .number(1), cite: "42 CFR 425.1", adopted: "a rule",
          evidence: .derived)
      ])
    let held = Rulebook(editions: [], byName: ["a.b": parameter]).held(on: january(2023))
    let fault = #expect(throws: NotInForce.self) {
      try held.inForce(
        "a.b", in: PerformanceYear(2027), of: AgreementPeriod(firstDay: january(2027)))
    }
    #expect(
      fault?.description
        == "No value is in force on 2023-01-01 for: A number. The earliest is 1, from 2024-01-01 "
        + "(42 CFR 425.1). Choose a later performance year, or add the earlier value to the rule "
        + "file with its citation.")
  }

  @Test func `two held years differ in what changed between them`() throws {
    let (earlier, later) = (regulation.held(on: january(2024)), regulation.held(on: january(2025)))
    let changes = try earlier.changes(to: later)
    let trend = try #require(changes.first { $0.rule == "benchmark.prospectiveTrend" })
    let weight = try #require(
      trend.differences.first { $0.name == "benchmark.prospectiveTrend.weight" })
    #expect(weight.before?.value != weight.after?.value)
    #expect(later.difference(from: earlier.taking(changes, from: later)).isEmpty)
  }
}
