import Regulation
import Scenarios

extension Scenario {
  /// An ACO to whom nothing happens: no growth, no churn, no risk change, quality always met, and
  /// claims noise only. Tests switch on what they test.
  ///
  /// - Parameters:
  ///   - savingsRate: True savings as a fraction of the benchmark.
  ///   - noise: Standard deviation of the savings rate times √(assigned beneficiaries).
  public static func quiet(
    assigned: Int, savingsRate: Double, noise: Double = 2.136, law: ClaimsNoise.Law = .normal,
    choice: MinimumRateChoice = .elected(Rate(0)), trials: Int = 20_000, seed: UInt64 = 1,
    start: Int = 2025, revenueOverBenchmark: Double = 1, qualityScore: Double = 0.9
  ) -> Scenario {
    let perPerson = Double(assigned) * 0.975
    let shares = ByEnrollmentType(esrd: 0.005, disabled: 0.083, agedDual: 0.058, agedNonDual: 0.854)
    let benchmarks = ByEnrollmentType(
      esrd: 85_829.0, disabled: 11_099, agedDual: 17_054, agedNonDual: 10_604)
    let strata = ByEnrollmentType<Population.BaseStratum> { type in
      Population.BaseStratum(
        personYears: PersonYears(perPerson * shares[type]),
        expenditure: PerCapita(benchmarks[type] * (1 - savingsRate)),
        historicalBenchmark: PerCapita(benchmarks[type]), riskScore: 1)
    }
    let total = strata.sum { ($0.historicalBenchmark * $0.personYears).amount }
    return Scenario(
      name: "quiet", title: "Quiet ACO", aco: "Q0001", region: "Quiet", question: nil,
      trials: trials, seed: seed, editions: [],
      agreement: AgreementFacts(
        period: AgreementPeriod(firstDay: Day(year: start, month: 1, day: 1)), number: 1,
        experienced: false, formerlyTwoSided: false, glidePathAgreements: 0,
        assignment: .prospective, minimumRateChoice: choice,
        participantRevenue: Dollars(total * revenueOverBenchmark),
        marketShare: .init(repeating: .zero),
        advanceInvestmentPayments: Array(repeating: .zero, count: 5),
        prepaidSharedSavings: Array(repeating: .zero, count: 5),
        options: ParticipationOption.standard.map { RequestedOption(option: $0, whatIf: nil) }),
      population: Population(
        measuredIn: start - 1, assignedBeneficiaries: assigned,
        growthToBenchmark: .init(repeating: 0), strata: strata),
      assumptions: .quiet(noise: noise / (1 - savingsRate), law: law, qualityScore: qualityScore),
      finances: Finances(programCost: Array(repeating: .zero, count: 5), discountRate: 0),
      provenance: [], digest: "")
  }
}

extension Assumptions {
  static func quiet(noise: Double, law: ClaimsNoise.Law, qualityScore: Double) -> Assumptions {
    let flat = Array(repeating: 0.0, count: 5)
    var identity = Array(repeating: 0.0, count: 25)
    for place in 0..<5 { identity[place * 6] = 1 }
    return Assumptions(
      nationalGrowth: NationalGrowth(
        mean: .init(repeating: flat), standardDeviation: 0, autocorrelation: 0,
        typeStandardDeviation: 0, meanStandardError: 0),
      prospectiveTrend: ProspectiveTrend(growth: .init(repeating: flat)),
      regionalDeviation: RegionalDeviation(standardDeviation: 0, persistence: 0),
      expenditureEffect: ExpenditureEffect(
        plan: flat, planStandardDeviation: 0, persistentStandardDeviation: 0, persistence: 1,
        transitoryStandardDeviation: 0, degreesOfFreedom: 6.5),
      claimsNoise: ClaimsNoise(
        law: law, scale: noise,
        relativeSize: .init(esrd: 0.45, disabled: 1.05, agedDual: 1.25, agedNonDual: 1.45),
        correlation: 0),
      historicalBenchmarkNoise: HistoricalBenchmarkNoise(drawn: false, regionalWeight: 0),
      retention: Retention(
        mean: 1, concentration: 200, voluntaryShare: 0, voluntaryRetention: 1,
        leaverExpenditure: 1, leaverRisk: 1, meanStandardError: 0),
      joining: Joining(sizePlan: flat, dispersion: 0, joinerExpenditure: 1, joinerRisk: 1),
      participantChange: ParticipantChange(probability: 0, mean: 0, standardDeviation: 0.5),
      trueUp: TrueUp(standardDeviation: 0, expenditureSlope: 0, inYearLoss: 0),
      riskScore: RiskScore(
        mean: .init(repeating: 0), standardDeviation: .init(repeating: 0),
        personStandardDeviation: .init(repeating: 0), commonShare: 0.5, healthShare: 0,
        persistence: 1, demographicMean: 0, demographicStandardDeviation: 0),
      quality: Quality(
        mean: Array(repeating: qualityScore, count: 5), standardDeviation: 0,
        autocorrelation: 0, standard: 0.5, standardDrift: 0, standardStandardDeviation: 0,
        reportingFailure: 0, alternativeProbability: 1, incentiveProbability: 0,
        meanStandardError: 0),
      extremeCircumstances: ExtremeCircumstancesRisk(
        probability: flat, months: 3, share: 0.3, shareConcentration: 5),
      correlation: CorrelationMatrix(values: identity), parameterUncertainty: false)
  }
}
