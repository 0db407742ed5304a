import Regulation

extension Stress {
  /// The stress library applied to a scenario: each member moves one assumption and nothing
  /// else, so that two runs differ by that assumption alone.
  ///
  /// A changed scenario keeps its name and the digest of the file it came from; the figures that
  /// were moved are `stated` in its provenance, with the source of the stress.
  public static func library(for scenario: Scenario) -> [Stress] {
    [
      trendShock(scenario)
    ] + guardrailTaken(scenario) + [
      churnShock(scenario), qualityFailure(scenario),
      riskScoreCap(scenario), pandemicYear(scenario),
    ]
  }

  /// Actual growth runs ahead of the trend fixed at signing.
  private static func trendShock(_ scenario: Scenario) -> Stress {
    let miss = 0.04
    return Stress(
      name: "trendShock", title: "Trend shock",
      says: "National growth in year 1 is 4 points above the scenario's; the prospective trend, "
        + "fixed at signing, does not follow, and so the benchmark follows only in part.",
      source: trendMissed,
      moves: ["nationalGrowth.mean": "year 1 plus 0.04"], in: scenario
    ) { assumptions in
      assumptions.nationalGrowth.mean = assumptions.nationalGrowth.mean.map { years in
        var years = years
        years[0] = exact(years[0] + miss)
        return years
      }
    }
  }

  private static let trendMissed =
    "Actual growth from 2023 to 2024 was 9 percent; the prospective trends of the 2024 and 2025 "
    + "starters had been set at 4.9 and 5.1 percent."

  /// The same shock had the law no guardrail; empty where the scenario's rules have none.
  private static func guardrailTaken(_ scenario: Scenario) -> [Stress] {
    let name = "withoutGuardrail"
    let facts = scenario.agreement
    guard !scenario.editions.contains(name),
      let rules = try? Rulebook.current().adopting(scenario.editions),
      let terms = try? rules.benchmarkTerms(
        in: facts.period.performanceYear(1), of: facts.period),
      terms.hasGuardrail
    else { return [] }
    var stress = trendShock(scenario)
    stress.name = "trendShockWithoutGuardrail"
    stress.title = "Trend shock, no guardrail"
    stress.says =
      "As the trend shock, and losses are not tested again against the two-way benchmark, as if 42 "
      + "CFR 425.652(b)(5) were taken away."
    stress.source = "A what-if, to see what the guardrail is worth. " + trendMissed
    stress.changed.editions.append(name)
    return [stress]
  }

  /// Beneficiaries leave faster, and the largest practice leaves for good.
  private static func churnShock(_ scenario: Scenario) -> Stress {
    let retention = 0.70
    let practiceLeaves = -0.287682  // ln 0.75
    return Stress(
      name: "churnShock", title: "Churn shock",
      says: "Seventy percent of beneficiaries stay from one year to the next, and a practice with "
        + "25 percent of them leaves the list in year 2.",
      source: "Judgement: five points below the low end, 75 percent, of observed yearly retention. "
        + "17 percent of published ACO-years 2018–2022 changed size by more than 25 percent.",
      moves: [
        "retention.mean": "0.70", "joining.sizePlan": "year 2 plus the logarithm of 0.75",
      ], in: scenario
    ) { assumptions in
      assumptions.retention.mean = retention
      assumptions.joining.sizePlan[1] = exact(assumptions.joining.sizePlan[1] + practiceLeaves)
      assumptions.joining.standardErrors.sizePlan = 0
    }
  }

  /// The quality performance standard is missed, and often the alternative too.
  private static func qualityFailure(_ scenario: Scenario) -> Stress {
    let score = 0.60
    let alternative = 0.5
    let hasMeasures = !scenario.assumptions.quality.measures.isEmpty
    return Stress(
      name: "qualityFailure", title: "Quality failure",
      says:
        "The expected quality score is at most 60 percent in every year, well below the standard; the "
        + "alternative standard is reached in at most one year of two, the reporting incentive in none."
        + (hasMeasures ? " The score is drawn as one; the measures are set aside." : ""),
      source: qualityFailed,
      moves: [
        "quality.mean": "at most 0.60", "quality.alternativeProbability": "at most 0.5",
        "quality.incentiveProbability": "0",
      ], in: scenario.withoutMeasures(source: qualityFailed)
    ) { assumptions in
      assumptions.quality.mean = assumptions.quality.mean.map { min($0, score) }
      assumptions.quality.alternativeProbability = min(
        assumptions.quality.alternativeProbability, alternative)
      assumptions.quality.incentiveProbability = 0
    }
  }

  private static let qualityFailed =
    "Judgement: 60 percent is more than three standard deviations below the published mean of 2022, "
    + "81.5 percent with a standard deviation of 6.2 points."

  /// The population truly sickens, faster than the benchmark may follow.
  private static func riskScoreCap(_ scenario: Scenario) -> Stress {
    let rise = 0.02
    return Stress(
      name: "riskScoreCap", title: "Risk score cap",
      says: "Risk scores rise 2 percent a year more than in the scenario and all of it is true "
        + "sickness, so that spending rises alike while the benchmark stops 3 points above "
        + "demographic growth.",
      source: "Judgement: one standard deviation of the yearly change of published risk scores "
        + "2018–2022, aged/non-dual. The cap is 42 CFR 425.605(a)(1)(ii).",
      moves: ["riskScore.mean": "plus 0.02", "riskScore.healthShare": "1"], in: scenario
    ) { assumptions in
      assumptions.riskScore.mean = assumptions.riskScore.mean.map { exact($0 + rise) }
      assumptions.riskScore.healthShare = 1
      assumptions.riskScore.standardErrors.healthShare = 0
    }
  }

  /// Care is put off for a year under a public health emergency, and comes back the next.
  private static func pandemicYear(_ scenario: Scenario) -> Stress {
    let (fall, rebound) = (-0.06, 0.10)
    return Stress(
      name: "pandemicYear", title: "Pandemic year",
      says: "National growth is minus 6 percent in year 2 and 10 percent in year 3; an emergency "
        + "covers 99.9 percent of beneficiaries for the 12 months of year 2, and no other year has "
        + "one.",
      source: "Judgement on the size of the fall and rebound. In 2020 through 2022 the public "
        + "health emergency relieved published shared losses in full.",
      moves: [
        "nationalGrowth.mean": "-0.06 in year 2, 0.10 in year 3",
        "extremeCircumstances.probability": "[0, 1, 0, 0, 0]",
        "extremeCircumstances.months": "12", "extremeCircumstances.share": "0.999",
        "extremeCircumstances.shareConcentration": "1_000",
      ], in: scenario
    ) { assumptions in
      assumptions.nationalGrowth.mean = assumptions.nationalGrowth.mean.map { years in
        [years[0], fall, rebound] + years.dropFirst(3)
      }
      assumptions.extremeCircumstances.probability = [0, 1, 0, 0, 0]
      assumptions.extremeCircumstances.months = 12
      assumptions.extremeCircumstances.share = 0.999
      assumptions.extremeCircumstances.shareConcentration = 1_000
    }
  }

  /// Six decimals, so that a sum equals the same number written in a file.
  private static func exact(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }

  private init(
    name: String, title: String, says: String, source: String, moves: KeyValuePairs<String, String>,
    in scenario: Scenario, _ change: (inout Assumptions) -> Void
  ) {
    var changed = scenario
    change(&changed.assumptions)
    for (key, value) in moves {
      changed.provenance.restate("assumptions.\(key)", as: value, source: source)
      // What is stated is taken as known, as in a file.
      let error = key.replacing(".", with: ".\(StandardErrorKeys.name).")
      changed.provenance.removeAll { $0.key == "assumptions.\(error)" }
    }
    self.init(name: name, title: title, says: says, source: source, changed: changed)
  }
}

extension Scenario {
  /// Its quality drawn as one score, where it is made of measures.
  fileprivate func withoutMeasures(source: String) -> Scenario {
    guard !assumptions.quality.measures.isEmpty else { return self }
    var changed = self
    changed.assumptions.quality.measures = []
    changed.provenance.restate("assumptions.quality.measures", as: "none", source: source)
    return changed
  }
}

extension [Provenance] {
  /// Marks the figures at or under a key as stated by a stress; adds the key where it is new.
  fileprivate mutating func restate(_ key: String, as value: String, source: String) {
    let stated = Provenance(key: key, value: value, status: .stated, source: source)
    let found = indices.filter { self[$0].key == key || self[$0].key.hasPrefix(key + ".") }
    guard let first = found.first else { return append(stated) }
    self[first] = stated
    for index in found.dropFirst().reversed() { remove(at: index) }
  }
}
