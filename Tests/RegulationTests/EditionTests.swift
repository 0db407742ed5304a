import Testing

@testable import Regulation

@Suite struct EditionTests {
  let regulation: Rulebook
  init() throws { regulation = try Rulebook.current() }
  let agreement = AgreementPeriod(firstDay: january(2027))

  private func losses(_ rules: Rulebook, _ track: Track, year: Int) throws -> LossTerms {
    let terms = try rules.terms(
      for: track, in: PerformanceYear(year), of: agreement, choosing: .variable)
    return try #require(terms.losses)
  }

  @Test func `the popular summary differs where it is listed and nowhere else`() throws {
    let popular = try regulation.adopting(["popularSummary"])
    let names = Set(popular.difference(from: regulation).map(\.name))
    #expect(
      names == [
        "basic-level-d.sharedLossRate", "basic-level-e.sharedLossRate",
        "enhanced.lossRecoupmentLimit.ofBenchmark", "benchmark.updateBlend",
        "risk-adjustment.cap.perType", "risk-adjustment.cap.aggregate",
        "low-revenue.reducedSharing.factor",
        "quality-performance-standard.incentive.outcomeMeasures",
        "quality-performance-standard.incentive.otherMeasures",
        "quality-performance-standard.incentive.measuresReported",
        "quality-performance-standard.healthEquityBonus.mostPoints",
        "quality-performance-standard.healthEquityBonus.scalers",
        "quality-performance-standard.healthEquityBonus.smallestShare",
        "quality-performance-standard.healthEquityBonus.deprivationRank",
      ])
    #expect(names == Set(try Rulebook.overlay(of: "popularSummary").keys))
  }

  @Test func `the proposed rule differs where it is listed and nowhere else`() throws {
    let proposed = try regulation.adopting(["cy2027Proposed"])
    let names = Set(proposed.difference(from: regulation).map(\.name))
    #expect(names == Set(try Rulebook.overlay(of: "cy2027Proposed").keys))
    #expect(names.count == 12)
  }

  @Test func `loss rates of 30, 40 and 50 percent in the popular summary`() throws {
    let popular = try regulation.adopting(["popularSummary"])
    let rates = try [Level.c, .d, .e].map {
      try losses(popular, .basic($0), year: 2028).sharedLossRate
    }
    #expect(rates == [0.3, 0.4, 0.5].map { .fixed(Rate($0)) })
  }

  @Test func `the popular summary limits ENHANCED losses for two years, then not at all`() throws {
    let popular = try regulation.adopting(["popularSummary"])
    let limits = try (2027...2031).map {
      try losses(popular, .enhanced, year: $0).recoupmentLimit.ofBenchmark
    }
    #expect(limits == [Rate(0.15), Rate(0.15), nil, nil, nil])
    let lawful = try (2027...2031).map {
      try losses(regulation, .enhanced, year: $0).recoupmentLimit.ofBenchmark
    }
    #expect(lawful == Array(repeating: Rate(0.15), count: 5))
  }

  @Test func `no cap, no prospective trend and no reduced sharing in the popular summary`() throws {
    let popular = try regulation.adopting(["popularSummary"])
    let benchmark = try popular.benchmarkTerms(in: PerformanceYear(2027), of: agreement)
    #expect(benchmark.riskRatioCap == .none)
    #expect(benchmark.prospectiveTrendWeight == .zero)
    let terms = try popular.terms(
      for: .basic(.a), in: PerformanceYear(2027), of: agreement, choosing: .variable)
    #expect(terms.reducedSharing == nil)
    #expect(terms.sequestration == Rate(0.02))
    #expect(terms.performancePaymentLimit == Rate(0.1))
  }

  @Test func `Level E shares 60 percent from 2027 under the proposed rule`() throws {
    let proposed = try regulation.adopting(["cy2027Proposed"])
    let older = AgreementPeriod(firstDay: january(2025))
    let rates = try (2025...2028).map {
      try proposed.terms(
        for: .basic(.e), in: PerformanceYear($0), of: older, choosing: .variable
      ).maximumSharingRate.fraction
    }
    #expect(rates == [0.5, 0.5, 0.6, 0.6])
  }

  @Test func `advance payments go by need from 2028 under the proposed rule`() throws {
    let proposed = try regulation.adopting(["cy2027Proposed"])
    func amounts(_ year: Int) throws -> AdvanceInvestmentTerms.QuarterlyAmounts? {
      try proposed.advanceInvestmentTerms(in: PerformanceYear(year), of: agreement)?
        .quarterlyAmounts
    }
    #expect(try amounts(2028) == .byNeed(lowIncomeDualOrRural: Dollars(45), others: Dollars(25)))
    guard case .byScore = try amounts(2027) else {
      Issue.record("2027 does not go by score")
      return
    }
  }

  @Test func `prepaid shared savings end with the 2027 starters under the proposed rule`() throws {
    let proposed = try regulation.adopting(["cy2027Proposed"])
    let year = PerformanceYear(2028)
    #expect(try proposed.prepaidSharedSavingsTerms(in: year, of: agreement) != nil)
    let next = AgreementPeriod(firstDay: january(2028))
    #expect(try proposed.prepaidSharedSavingsTerms(in: year, of: next) == nil)
    #expect(try regulation.prepaidSharedSavingsTerms(in: year, of: next) != nil)
  }

  @Test func `an unknown edition is refused`() {
    let fault = #expect(throws: RuleFault.self) { try regulation.adopting(["cy2028"]) }
    #expect(
      fault?.description
        == "There is no edition named cy2028. Allowed: cy2027Proposed, popularSummary, "
        + "withoutGuardrail.")
  }

  @Test func `an edition named twice is refused`() {
    let fault = #expect(throws: RuleFault.self) {
      try regulation.adopting(["popularSummary", "popularSummary"])
    }
    #expect(fault?.description == "The edition popularSummary is named twice. Name it once.")
  }

  @Test func `the order of editions does not matter`() throws {
    let one = try regulation.adopting(["popularSummary", "cy2027Proposed"])
    let other = try regulation.adopting(["cy2027Proposed"]).adopting(["popularSummary"])
    #expect(one.digest == other.digest)
    #expect(one.editions == ["cy2027Proposed", "popularSummary"])
  }

  @Test func `every set of editions has its own digest, always the same`() throws {
    let sets: [[String]] = [
      [], ["popularSummary"], ["cy2027Proposed"], Rulebook.availableEditions,
    ]
    let digests = try sets.map { try regulation.adopting($0).digest }
    #expect(Set(digests).count == sets.count)
    #expect(digests.allSatisfy { $0.count == 64 && $0.allSatisfy(\.isHexDigit) })
    #expect(try digests == sets.map { try Rulebook.current().adopting($0).digest })
  }
}
