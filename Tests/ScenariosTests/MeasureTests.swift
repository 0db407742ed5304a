import Regulation
import Testing

@testable import Scenarios

@Suite struct MeasureTests {
  static let measures = """
    assumptions:
      quality:
        autocorrelation: 0.5
        commonShare: 0.3
        source: quality department
        measures:
          - name: 236 Controlling High Blood Pressure
            collection: eCQM
            outcome: true
            denominator: 4_000
            growsWithSize: true
            rate: 0.70
            standardError: 0.02
            standardDeviation: 0.03
            deciles: [0.05, 0.45, 0.62, 0.68, 0.7, 0.72, 0.74, 0.75, 0.76, 0.83]
            target: 0.80
            gapClosed: [0, 0.25, 0.5, 0.75, 1]
            weight: 2
            source: own registry
          - {name: 001 Diabetes, collection: administrativeClaims, outcome: false, lowerIsBetter: true, denominator: 300, rate: 0.2, standardDeviation: 0, deciles: [0.5, 0.4, 0.3, 0.25, 0.2, 0.15, 0.1, 0.08, 0.05], plan: [0.19, 0.18, 0.17, 0.16, 0.15], source: claims}
          - {name: CAHPS, collection: cahps, outcome: false, denominator: 860, rate: 0.8, standardDeviation: 0.01, deciles: [0.5, 0.5, 0.6, 0.6, 0.7, 0.7, 0.8, 0.8, 0.9], source: survey}

    """

  private static func problems(_ old: String, _ new: String) throws -> [String] {
    try Examples.problems(Examples.least + Examples.least(old, new, in: measures))
      .map { String($0.drop { $0 != " " }.dropFirst()) }
  }

  @Test func `measures are read in their order`() throws {
    let quality = try Examples.read(Examples.least + Self.measures).assumptions.quality
    #expect(quality.commonShare == 0.3)
    let first = try #require(quality.measures.first)
    #expect(
      first.benchmark
        == MeasureBenchmark(
          name: "236 Controlling High Blood Pressure", collection: .eCQM, isOutcome: true,
          lowerIsBetter: false,
          deciles: [0.05, 0.45, 0.62, 0.68, 0.7, 0.72, 0.74, 0.75, 0.76, 0.83].map { Rate($0) },
          weight: 2))
    #expect(first.denominator == 4_000)
    #expect(first.growsWithSize)
    #expect(first.standardError == 0.02)
    #expect(quality.measures.map(\.benchmark.name).last == "CAHPS")
    #expect(quality.measures[1].benchmark.lowerIsBetter)
    #expect(quality.measures[1].benchmark.weight == 1)
    #expect(!quality.measures[2].growsWithSize)
    #expect(quality.measures[2].standardError == 0)
  }

  @Test func `a gap closed by shares, a plan, and none give five rates each`() throws {
    let plans = try Examples.read(Examples.least + Self.measures).assumptions.quality.measures
      .map { $0.plan.map { ($0 * 1e12).rounded() / 1e12 } }
    #expect(plans[0] == [0.70, 0.725, 0.75, 0.775, 0.80])
    #expect(plans[1] == [0.19, 0.18, 0.17, 0.16, 0.15])
    #expect(plans[2] == [0.8, 0.8, 0.8, 0.8, 0.8])
  }

  @Test func `nine deciles leave out the first, which begins at the worst rate`() throws {
    let measures = try Examples.read(Examples.least + Self.measures).assumptions.quality.measures
    #expect(measures[1].benchmark.deciles.count == 10)
    #expect(measures[1].benchmark.deciles[0] == .one)
    #expect(measures[2].benchmark.deciles[0] == .zero)
  }

  @Test func `each measure speaks for its own figures, and what is not drawn is not told`() throws {
    let told = try Examples.read(Examples.least + Self.measures).provenance
    func entry(_ key: String) -> Provenance? {
      told.first { $0.key == "assumptions.quality.\(key)" }
    }
    #expect(entry("measures.1.rate")?.source == "own registry")
    #expect(entry("measures.2.rate")?.source == "claims")
    #expect(entry("measures.1.name") == nil)
    #expect(entry("autocorrelation")?.source == "quality department")
    #expect(entry("mean") == nil)
    #expect(entry("alternativeProbability") == nil)
    let shared = try Examples.read(
      Examples.least + Examples.least("    commonShare: 0.3\n", "", in: Self.measures)
    ).provenance.first { $0.key == "assumptions.quality.commonShare" }
    #expect(shared?.status == .defaulted)
    #expect(shared?.source.contains("404 ACOs") == true)
    let plain = try Examples.read(Examples.least).provenance
    #expect(plain.contains { $0.key == "assumptions.quality.mean" })
    #expect(!plain.contains { $0.key == "assumptions.quality.commonShare" })
  }

  @Test func `a rate can be marked real`() throws {
    let marked = try Examples.read(
      Examples.least + Self.measures
        + "provenance: {real: {source: CMS file, keys: [assumptions.quality.measures.2.rate, "
        + "assumptions.quality.measures.3]}}\n")
    func status(_ key: String) -> Provenance.Status? {
      marked.provenance.first { $0.key == "assumptions.quality.measures.\(key)" }?.status
    }
    #expect(status("1.rate") == .stated)
    #expect(status("2.rate") == .real)
    #expect(status("2.deciles") == .stated)
    #expect(status("3.deciles") == .real)
  }

  private static let allowedPlan =
    "Allowed: plan, or target and gapClosed together, or none of them."

  @Test func `what a measure may not be is said in one sentence`() throws {
    let first = "assumptions.quality.measures.1"
    for (old, new, expected) in [
      (
        "        gapClosed: [0, 0.25, 0.5, 0.75, 1]\n", "",
        [
          "\(first).target is given without gapClosed. \(Self.allowedPlan) Write gapClosed: with "
            + "five fractions."
        ]
      ),
      (
        "        target: 0.80\n", "",
        [
          "\(first).gapClosed is given without target. \(Self.allowedPlan) Write target: with the "
            + "rate aimed for."
        ]
      ),
      (
        "rate: 0.70", "rate: 1",
        [
          "\(first).rate is 1. Allowed: above 0 and below 1. Write a fraction, such as 0.02 for two "
            + "percent."
        ]
      ),
      (
        "standardError: 0.02", "standardError: 0.49",
        [
          "\(first).standardError is 0.49. Allowed: below 0.399, the widest spread of a rate with "
            + "the plan given. Write a smaller spread."
        ]
      ),
      (
        "name: CAHPS", "name: 001 Diabetes",
        [
          "assumptions.quality.measures.3.name is 001 Diabetes, which another has. Allowed: each name "
            + "once. Delete one of the two, or tell them apart."
        ]
      ),
      (
        "lowerIsBetter: true, ", "",
        [
          "assumptions.quality.measures.2.deciles has 0.4 after 0.5. Allowed: rates at which deciles "
            + "begin, the worst first, here rising, for higher is better (42 CFR 414.1380(b)(1)). "
            + "Put them in order, or correct lowerIsBetter."
        ]
      ),
    ] {
      #expect(try Self.problems(old, new) == expected, "\(new)")
    }
  }

  @Test func `at most sixteen measures`() throws {
    func file(_ count: Int) -> String {
      let items = (1...count).map {
        "      - {name: measure \($0), collection: cahps, outcome: true, denominator: 20, "
          + "rate: 0.5, standardDeviation: 0, "
          + "deciles: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9], source: test}\n"
      }
      return Examples.least + "assumptions:\n  quality:\n    source: test\n    measures:\n"
        + items.joined()
    }
    #expect(try Examples.read(file(16)).assumptions.quality.measures.count == 16)
    #expect(
      try Examples.problems(file(17)).map { $0.contains("measures is a list of 17. Allowed: ") }
        == [true])
  }
}
