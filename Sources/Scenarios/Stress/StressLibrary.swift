import Regulation

extension Stress {
  /// The names of all members of the library, whether or not a scenario's rules have room for each.
  public static let libraryNames = [
    "trendShock", "trendShockWithoutGuardrail", "highChurn", "largestPracticeLeaves",
    "qualityFailure", "riskScoreCap", "pandemicYear", "pandemicYearWithoutRelief", "allAtOnce",
  ]

  /// The library, then the scenario's own stresses, on the scenario's trials and seed.
  public static func all(for scenario: Scenario) -> [Stress] {
    library(for: scenario)
      + scenario.stresses.map { stress in
        var stress = stress
        stress.changed.trials = scenario.trials
        stress.changed.seed = scenario.seed
        return stress
      }
  }

  /// The stress library applied to a scenario: each member moves what it says and nothing else, so
  /// that two runs differ by that alone.
  ///
  /// A changed scenario keeps its name and the digest of the file it came from; the figures that
  /// were moved are `stated` in its provenance, with the source of the stress.
  public static func library(for scenario: Scenario) -> [Stress] {
    [trendShock(scenario)] + guardrailTaken(scenario) + [
      highChurn(scenario), largestPracticeLeaves(scenario), qualityFailure(scenario),
      riskScoreCap(scenario), pandemicYear(scenario), pandemicYearWithoutRelief(scenario),
      allAtOnce(scenario),
    ]
  }

  private static func trendShock(_ scenario: Scenario) -> Stress {
    Stress(
      name: "trendShock", title: "Trend shock",
      says: "National growth in year 1 is 4 points above the scenario's; the prospective trend, "
        + "fixed at signing, does not follow, and so the benchmark follows only in part.",
      source: trendMissed, of: [.trendMissed], in: scenario)
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

  private static func highChurn(_ scenario: Scenario) -> Stress {
    Stress(
      name: "highChurn", title: "High churn",
      says:
        "In every year 12 points fewer of the beneficiaries stay than planned, and no more join "
        + "than planned; leavers cost and are as sick as the rest. The ACO shrinks, its program costs "
        + "do not.",
      source: "Judgement: 70 percent where 82 are planned, five points below the low end, 75 "
        + "percent, of observed yearly retention.",
      of: [.highChurn(scenario)], in: scenario)
  }

  private static func largestPracticeLeaves(_ scenario: Scenario) -> Stress {
    let share = scenario.largestPracticeOrUsual
    return Stress(
      name: "largestPracticeLeaves", title: "Loss of the largest practice",
      says:
        "The practice with \(percent(share)) percent of the beneficiaries leaves the participant "
        + "list with year 2 and takes its benchmark years with it; program costs stay.",
      source:
        "17 percent of published ACO-years 2018–2022 changed size by more than 25 percent. The "
        + "benchmark of the list that is left: 42 CFR 425.652(a)(9). "
        + (scenario.population.largestPractice == nil
          ? "25 percent is judgement." : "The share is the scenario's."),
      of: [.largestPracticeLeaves(scenario)], in: scenario)
  }

  private static func percent(_ share: Double) -> String {
    Bounds.text((share * 1_000).rounded() / 10)
  }

  private static func qualityFailure(_ scenario: Scenario) -> Stress {
    let hasMeasures = !scenario.assumptions.quality.measures.isEmpty
    return Stress(
      name: "qualityFailure", title: "Quality failure",
      says:
        "The expected quality score is at most 60 percent in every year, well below the standard; the "
        + "alternative standard is reached in at most one year of two, the reporting incentive in none."
        + (hasMeasures ? " The score is drawn as one; the measures are set aside." : ""),
      source:
        "Judgement: 60 percent is more than three standard deviations below the published mean "
        + "of 2022, 81.5 percent with a standard deviation of 6.2 points.",
      of: [.qualityFailure(scenario)], in: scenario)
  }

  private static func riskScoreCap(_ scenario: Scenario) -> Stress {
    Stress(
      name: "riskScoreCap", title: "Risk score cap",
      says: "Risk scores rise 2 percent a year more than in the scenario and all of it is true "
        + "sickness, so that spending rises alike while the benchmark stops 3 points above "
        + "demographic growth.",
      source: "Judgement: one standard deviation of the yearly change of published risk scores "
        + "2018–2022, aged/non-dual. The cap is 42 CFR 425.605(a)(1)(ii).",
      of: [.riskScoreCap], in: scenario)
  }

  private static func pandemicYear(_ scenario: Scenario) -> Stress {
    Stress(
      name: "pandemicYear", title: "Pandemic year",
      says: "National growth is minus 6 percent in year 2 and 10 percent in year 3; an emergency "
        + "covers 99.9 percent of beneficiaries for the 12 months of year 2, and no other year has "
        + "one.",
      source: "Judgement on the size of the fall and rebound. In 2020 through 2022 the public "
        + "health emergency relieved published shared losses in full.",
      of: [.careFallsAndReturns, .emergency], in: scenario)
  }

  private static func pandemicYearWithoutRelief(_ scenario: Scenario) -> Stress {
    Stress(
      name: "pandemicYearWithoutRelief", title: "Pandemic year, no relief",
      says: "National growth is minus 6 percent in year 2 and 10 percent in year 3 as in the "
        + "pandemic year, and no year is declared extreme and uncontrollable: no loss is reduced and "
        + "no quality score is lifted.",
      source: "Judgement: the pandemic year had CMS not applied 42 CFR 425.512(c), 425.605(f) and "
        + "425.610(i), as it did in 2020 through 2022.",
      of: [.careFallsAndReturns, .noEmergency], in: scenario)
  }

  /// Growth of its own keeps the pandemic year out; the guardrail is law, not luck.
  private static func allAtOnce(_ scenario: Scenario) -> Stress {
    let share = percent(scenario.largestPracticeOrUsual)
    return Stress(
      name: "allAtOnce", title: "All at once",
      says: "Trend shock (growth 4 points above), high churn (12 points), loss of the largest "
        + "practice (\(share) percent, year 2), quality failure (60 percent at most) and the risk "
        + "score cap (2 percent a year) together. The pandemic, with a growth of its own, is left "
        + "out.",
      source: "The five have their own sources; that they come together is the severest case told "
        + "here, not a likely one.",
      of: [
        .trendMissed, .highChurn(scenario), .largestPracticeLeaves(scenario),
        .qualityFailure(scenario), .riskScoreCap,
      ], in: scenario)
  }
}
