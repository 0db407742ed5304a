import Regulation
import Scenarios

/// A synthetic ACO of 12,000 beneficiaries whose reports look like real ones.
enum SampleScenario {
  static func make(
    title: String = "Mountain Valley Rural Network", editions: [String] = [],
    options: [RequestedOption] = standardOptions, trials: Int = 10_000
  ) -> Scenario {
    Scenario(
      name: "mountain-valley", title: title, aco: "A1234", region: "Idaho",
      question: "Climb the glide path, start at Level E, or go straight to ENHANCED?",
      trials: trials, seed: 20_270_101, editions: editions, agreement: agreement(options),
      population: population, assumptions: assumptions,
      finances: Finances(programCost: fives(Dollars(650_000)), discountRate: 0.03),
      provenance: provenance, digest: String(repeating: "5e6f7a8b", count: 8))
  }

  static let standardOptions = ParticipationOption.standard.map { option in
    RequestedOption(
      option: option,
      whatIf: ["levelB", "levelC", "levelD"].contains(option.name)
        ? "Automatic advancement moves an ACO one level up each year; this level cannot be held "
          + "for five years (42 CFR 425.600(a)(4)(i)(C)(2))." : nil)
  }

  static func fives<Value>(_ value: Value) -> [Value] { Array(repeating: value, count: 5) }

  private static func agreement(_ options: [RequestedOption]) -> AgreementFacts {
    AgreementFacts(
      period: AgreementPeriod(firstDay: Day(year: 2027, month: 1, day: 1)), number: 1,
      experienced: false, formerlyTwoSided: false, glidePathAgreements: 0,
      assignment: .prospective, minimumRateChoice: .elected(Rate(0.01)),
      participantRevenue: Dollars(31_000_000), marketShare: .init(repeating: Rate(0.08)),
      advanceInvestmentPayments: fives(.zero), prepaidSharedSavings: fives(.zero),
      options: options)
  }

  private static let population = Population(
    measuredIn: 2022, assignedBeneficiaries: 12_000,
    growthToBenchmark: .init(repeating: 0.05),
    strata: .init { type in
      .init(
        personYears: PersonYears(type == .agedNonDual ? 8_900 : 930),
        expenditure: PerCapita(type == .esrd ? 92_000 : 11_300),
        historicalBenchmark: PerCapita(type == .esrd ? 92_900 : 11_400), riskScore: 1.02)
    })

  private static let assumptions = Assumptions(
    nationalGrowth: NationalGrowth(
      mean: .init(repeating: fives(0.048)), standardDeviation: 0.02, autocorrelation: 0.3,
      typeStandardDeviation: 0.005, meanStandardError: 0.005),
    prospectiveTrend: ProspectiveTrend(growth: .init(repeating: fives(0.049))),
    regionalDeviation: RegionalDeviation(standardDeviation: 0.01, persistence: 0.8),
    expenditureEffect: ExpenditureEffect(
      plan: fives(-0.01), planStandardDeviation: 0.5, persistentStandardDeviation: 0.01,
      persistence: 0.9, transitoryStandardDeviation: 0.008, degreesOfFreedom: 6.5),
    claimsNoise: ClaimsNoise(
      law: .gamma, scale: 2.136, relativeSize: .init(repeating: 1), correlation: 0.12),
    historicalBenchmarkNoise: HistoricalBenchmarkNoise(drawn: true, regionalWeight: 0),
    retention: Retention(
      mean: 0.82, concentration: 200, voluntaryShare: 0.05, voluntaryRetention: 0.93,
      leaverExpenditure: 1.15, leaverRisk: 1.1, meanStandardError: 0.01),
    joining: Joining(
      sizePlan: fives(-0.03), dispersion: 0.1, joinerExpenditure: 0.95, joinerRisk: 0.97),
    participantChange: ParticipantChange(probability: 0.08, mean: 0, standardDeviation: 0.35),
    trueUp: TrueUp(standardDeviation: 0.03, expenditureSlope: -0.1, inYearLoss: 0.03),
    riskScore: RiskScore(
      mean: .init(repeating: 0), standardDeviation: .init(repeating: 0.03),
      personStandardDeviation: .init(repeating: 1), commonShare: 0.5, healthShare: 0.4,
      persistence: 0.9, demographicMean: 0, demographicStandardDeviation: 0.003),
    quality: Quality(
      mean: fives(0.8), standardDeviation: 0.06, autocorrelation: 0.69, standard: 0.7385,
      standardDrift: 0, standardStandardDeviation: 0.02, reportingFailure: 0.002,
      alternativeProbability: 0.99, incentiveProbability: 0, meanStandardError: 0.01),
    extremeCircumstances: ExtremeCircumstancesRisk(
      probability: fives(0.04), months: 3, share: 0.3, shareConcentration: 5),
    correlation: CorrelationMatrix(
      values: [
        1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0.4, -0.1, 0, 0, 0.4, 1, 0, 0, 0, -0.1, 0, 1,
      ]),
    parameterUncertainty: true)

  private static let figures: [(String, String, Provenance.Status, String)] = [
    ("population.assignedBeneficiaries", "12000", .real, "CMS public-use file PY2022, ACO A1234"),
    ("population.agedNonDual.personYears", "8900", .real, "CMS public-use file PY2022, ACO A1234"),
    ("population.esrd.historicalBenchmark", "92900", .assumed, "Public-use file gives totals only"),
    ("agreement.participantRevenue", "31000000", .stated, "Finance department, 2025 close"),
    ("finances.programCost", "650000", .stated, "Budget approved 2026-09"),
    ("assumptions.nationalGrowth.mean", "0.048", .defaulted, "Judgement; ACPT 4.9–5.1 percent"),
    ("assumptions.retention.mean", "0.82", .defaulted, "84.4 percent same ACO, AJMC 2019"),
    ("assumptions.claimsNoise.scale", "2.136", .defaulted, "The federal MSR table"),
    (
      "assumptions.expenditureEffect.plan", "[-0.01, -0.01, -0.01, -0.01, -0.01]", .stated,
      "Management estimate, reviewed 2026-10-02"
    ),
    ("assumptions.quality.mean", "0.80", .stated, "Own APP scores, 2023–2025"),
  ]

  private static let provenance = figures.map { key, value, status, source in
    Provenance(key: key, value: value, status: status, source: source)
  }
}
