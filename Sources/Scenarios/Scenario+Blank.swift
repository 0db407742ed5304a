import Regulation

extension Scenario {
  /// Before any key is read. Every value is replaced by the file's or by a default; a test holds
  /// the shipped defaults to covering every key a file may leave out.
  static let blank = Scenario(
    name: "", title: "", aco: "", region: "", question: nil, trials: 0, seed: 0, editions: [],
    agreement: AgreementFacts(
      period: AgreementPeriod(firstDay: Day(year: 2019, month: 7, day: 1)), number: 0,
      experienced: false, formerlyTwoSided: false, glidePathAgreements: 0,
      assignment: .preliminaryProspective, minimumRateChoice: .variable,
      participantRevenue: .zero, marketShare: ByEnrollmentType(repeating: .zero),
      advanceInvestmentPayments: [], prepaidSharedSavings: [], options: []),
    population: Population(
      measuredIn: 0, assignedBeneficiaries: 0,
      growthToBenchmark: ByEnrollmentType(repeating: 0),
      strata: ByEnrollmentType(
        repeating: .init(
          personYears: .zero, expenditure: PerCapita(0), historicalBenchmark: PerCapita(0),
          riskScore: 0))),
    assumptions: .blank, finances: Finances(programCost: [], discountRate: 0), provenance: [],
    digest: "")
}

extension Assumptions {
  fileprivate static let blank = Assumptions(
    nationalGrowth: NationalGrowth(
      mean: ByEnrollmentType(repeating: []), standardDeviation: 0, autocorrelation: 0,
      typeStandardDeviation: 0, meanStandardError: 0),
    prospectiveTrend: ProspectiveTrend(growth: ByEnrollmentType(repeating: [])),
    regionalDeviation: RegionalDeviation(standardDeviation: 0, persistence: 0),
    expenditureEffect: ExpenditureEffect(
      plan: [], planStandardDeviation: 0, persistentStandardDeviation: 0, persistence: 0,
      transitoryStandardDeviation: 0, degreesOfFreedom: 0),
    claimsNoise: ClaimsNoise(
      law: .none, scale: 0, relativeSize: ByEnrollmentType(repeating: 0), correlation: 0),
    historicalBenchmarkNoise: HistoricalBenchmarkNoise(drawn: false, regionalWeight: 0),
    retention: Retention(
      mean: 0, concentration: 0, voluntaryShare: 0, voluntaryRetention: 0, leaverExpenditure: 0,
      leaverRisk: 0, meanStandardError: 0),
    joining: Joining(sizePlan: [], dispersion: 0, joinerExpenditure: 0, joinerRisk: 0),
    participantChange: ParticipantChange(probability: 0, mean: 0, standardDeviation: 0),
    trueUp: TrueUp(standardDeviation: 0, expenditureSlope: 0, inYearLoss: 0),
    riskScore: RiskScore(
      mean: ByEnrollmentType(repeating: 0), standardDeviation: ByEnrollmentType(repeating: 0),
      personStandardDeviation: ByEnrollmentType(repeating: 0), commonShare: 0, healthShare: 0,
      persistence: 0, demographicMean: 0, demographicStandardDeviation: 0),
    quality: Quality(
      mean: [], standardDeviation: 0, autocorrelation: 0, standard: 0, standardDrift: 0,
      standardStandardDeviation: 0, reportingFailure: 0, alternativeProbability: 0,
      incentiveProbability: 0, meanStandardError: 0),
    extremeCircumstances: ExtremeCircumstancesRisk(
      probability: [], months: 0, share: 0, shareConcentration: 0),
    correlation: CorrelationMatrix(values: Array(repeating: 0, count: 25)),
    parameterUncertainty: false)
}
