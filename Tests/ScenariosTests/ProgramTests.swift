import Regulation
import Testing

@testable import Scenarios

@Suite struct ProgramTests {
  static let programs = """
    programs:
      - name: care
        title: Care management
        of: agedDual
        cost: [1, 2, 3, 4, 5]
        costPerBeneficiary: 12
        costStandardDeviation: 0.1
        ramp: [0.2, 0.4, 0.6, 0.8, 1]
        effect: {mean: -0.02, standardDeviation: 0.01, shareOfSpending: 0.3}
        quality: {mean: 0.01, standardDeviation: 0.005}
        fees: {perBeneficiary: 400, share: 0.25, standardDeviation: 0.05, medicareShare: 0.8}
        source: own pilot
      - {name: gaps, cost: 250_000, ramp: [1, 1, 1, 1, 1], effect: {mean: 0, standardDeviation: 0}, source: judgement}

    """

  private static func problems(_ old: String, _ new: String) throws -> [String] {
    try Examples.problems(Examples.least + Examples.least(old, new, in: programs))
      .map { String($0.drop { $0 != " " }.dropFirst()) }
  }

  @Test func `programs are read in their order`() throws {
    let programs = try Examples.read(Examples.least + Self.programs).programs
    #expect(
      programs == [
        Program(
          name: "care", title: "Care management", of: .agedDual,
          cost: [1, 2, 3, 4, 5].map { Dollars($0) },
          costPerBeneficiary: Array(repeating: Dollars(12), count: 5), costStandardDeviation: 0.1,
          ramp: [0.2, 0.4, 0.6, 0.8, 1], effect: .init(mean: -0.02, standardDeviation: 0.01),
          shareOfSpending: 0.3, quality: .init(mean: 0.01, standardDeviation: 0.005),
          fees: .init(
            perBeneficiary: Array(repeating: Dollars(400), count: 5), share: 0.25,
            standardDeviation: 0.05, medicareShare: 0.8)),
        Program(name: "gaps", cost: Array(repeating: Dollars(250_000), count: 5)),
      ])
    #expect(programs.map(\.printedTitle) == ["Care management", "gaps"])
  }

  @Test func `every figure of a program has its program's source`() throws {
    let entries = try Examples.read(Examples.least + Self.programs).provenance
      .filter { $0.key.hasPrefix("programs.") }
    #expect(entries.filter { $0.source == "own pilot" }.count == 14)
    #expect(
      entries.filter { $0.source == "judgement" }.map(\.key) == [
        "programs.2.cost", "programs.2.ramp", "programs.2.effect.mean",
        "programs.2.effect.standardDeviation",
      ])
    #expect(entries.allSatisfy { $0.status == .stated })
    #expect(entries.contains { $0.key == "programs.1.fees.medicareShare" && $0.value == "0.8" })
  }

  @Test func `a scenario without programs has none`() throws {
    #expect(try Examples.read(Examples.least).programs == [])
  }

  @Test func `planned quality adds over programs by their ramps`() throws {
    var programs = try Examples.read(Examples.least + Self.programs).programs
    programs[1].quality = .init(mean: 0.02, standardDeviation: 0)
    programs[1].measures = [.init(name: "m", change: .init(mean: 0.05, standardDeviation: 0))]
    #expect(abs(programs.plannedQuality(0) - 0.022) < 1e-12)
    #expect(abs(programs.plannedQuality(4) - 0.03) < 1e-12)
    #expect(programs.plannedRate(of: "m", 2) == 0.05)
    #expect(programs.plannedRate(of: "n", 2) == 0)
  }

  @Test(arguments: [
    (
      "mean: -0.02", "mean: -2",
      "programs.1.effect.mean is -2. Allowed: -0.3 through 0.3. Fractions, not percents: write 0.02 "
        + "for two percent."
    ),
    (
      "ramp: [0.2, 0.4, 0.6, 0.8, 1]", "ramp: [0.2, 0.4, 0.6, 0.8, 1.1]",
      "programs.1.ramp is 1.1. Allowed: 0 through 1. Fractions, not percents: write 0.02 for two "
        + "percent."
    ),
    (
      "name: gaps", "name: care",
      "programs.2.name is care, which another has. Allowed: each name once. Delete one of the two, or "
        + "tell them apart."
    ),
    (
      "cost: 250_000, ", "",
      "programs.2.cost is missing. Allowed: cost, costPerBeneficiary, or both. Write what the program "
        + "costs a year; 0 where nothing."
    ),
    (
      "effect: {mean: 0, standardDeviation: 0}, ", "",
      "programs.2.effect is missing. What it does to expenditure at full ramp. Write effect: with "
        + "mean, standardDeviation, shareOfSpending."
    ),
    (
      ", source: judgement", "",
      "programs.2.source is missing. The board will ask: write source: with where the figures come "
        + "from, or who judged them."
    ),
    (
      "share: 0.25, standardDeviation: 0.05", "share: 0.98, standardDeviation: 0.1",
      "programs.1.fees.standardDeviation is 0.1. Allowed: at most 0.098, the widest spread about "
        + "share, which is 0.98. Write a smaller spread."
    ),
    (
      "quality: {mean: 0.01, standardDeviation: 0.005}",
      "measures: [{name: 236 Controlling High Blood Pressure, mean: 0.05}]",
      "programs.1.measures is given, and the scenario lists no measures. Allowed: measures where "
        + "assumptions.quality.measures lists them. Write quality, the change of the score itself."
    ),
    (
      "quality: {mean: 0.01", "quality: {mean: 0.4",
      "programs bring the planned quality score of year 3 to 1.055. Allowed: above 0 and below 1, "
        + "with room for its standardDeviation of 0.0616 there. Write smaller changes, or a smaller "
        + "spread."
    ),
    (
      "of: agedDual", "of: aged",
      "programs.1.of is aged. Allowed: esrd, disabled, agedDual or agedNonDual."
    ),
  ])
  func `a faulty program is refused`(old: String, new: String, says: String) throws {
    #expect(try Self.problems(old, new) == [says])
  }

  @Test func `an empty list is refused`() throws {
    #expect(
      try Examples.problems(Examples.least + "programs: []\n") == [
        "x.yaml:16:11: programs is a list of 0. Allowed: a list of 1 through 16 mappings. Write each as a "
          + "mapping of name, ramp, effect, source."
      ])
  }

  private static func measured(_ program: String) throws -> [String] {
    try Examples.problems(
      Examples.least + MeasureTests.measures + """
        programs:
          - {name: gaps, cost: 1, ramp: [1, 1, 1, 1, 1], effect: {mean: 0, standardDeviation: 0}, \(program), source: judgement}

        """
    ).map { String($0.drop { $0 != " " }.dropFirst()) }
  }

  @Test func `where the score is made of measures, programs change measures`() throws {
    #expect(try Self.measured("measures: [{name: CAHPS, mean: 0.05}]") == [])
    #expect(
      try Self.measured("quality: {mean: 0.01}") == [
        "programs.1.quality is given beside assumptions.quality.measures. Allowed: measures, the "
          + "changes of true rates from which the score follows. Write measures in place of quality."
      ])
    #expect(
      try Self.measured("measures: [{name: CAPHS, mean: 0.05}]") == [
        "programs.1.measures.1.name is CAPHS, which is no measure here. Did you mean CAHPS? Allowed: "
          + "the name of one of assumptions.quality.measures. Correct the name."
      ])
    #expect(
      try Self.measured("measures: [{name: CAHPS, mean: 0.05}, {name: CAHPS, mean: 0}]") == [
        "programs.1.measures.2.name is CAHPS, which another has. Allowed: each measure once in a "
          + "program. Delete one of the two."
      ])
    #expect(
      try Self.measured("measures: [{name: CAHPS, mean: 0.3}]") == [
        "programs bring the planned rate of CAHPS of year 1 to 1.1. Allowed: above 0 and below 1, "
          + "with room for its standardDeviation of 0.01 there. Write smaller changes, or a smaller "
          + "spread."
      ])
  }
}
