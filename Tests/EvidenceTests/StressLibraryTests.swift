import Regulation
import Scenarios
import Testing

@Suite struct StressLibraryTests {
  @Test func `the library has nine members in the order of the reports`() {
    #expect(
      Stress.library(for: .sample).map(\.name) == [
        "trendShock", "trendShockWithoutGuardrail", "highChurn", "largestPracticeLeaves",
        "qualityFailure", "riskScoreCap", "pandemicYear", "pandemicYearWithoutRelief", "allAtOnce",
      ])
    #expect(Stress.library(for: .sample).map(\.name) == Stress.libraryNames)
  }

  @Test func `rules without a guardrail have none to take away`() {
    var scenario = Scenario.sample
    scenario.editions = ["withoutGuardrail"]
    let names = Stress.library(for: scenario).map(\.name)
    #expect(names.count == 8 && !names.contains("trendShockWithoutGuardrail"))
    scenario.editions = []
    scenario.agreement.period = AgreementPeriod(firstDay: Day(year: 2023, month: 1, day: 1))
    #expect(Stress.library(for: scenario).count == 8)
  }

  @Test func `a quality failure sets measures aside, and says so`() throws {
    var scenario = Scenario.sample
    let measure = MeasureBenchmark(
      name: "236", collection: .medicareCQM, isOutcome: true, lowerIsBetter: false,
      deciles: Array(repeating: .zero, count: 10))
    scenario.assumptions.quality.measures = [
      QualityMeasure(
        benchmark: measure, denominator: 900, rate: 0.7, plan: Array(repeating: 0.7, count: 5))
    ]
    let library = Stress.library(for: scenario)
    let failure = try #require(library.first { $0.name == "qualityFailure" })
    #expect(failure.changed.assumptions.quality.measures.isEmpty)
    #expect(failure.changed.assumptions.quality.mean == [0.60, 0.60, 0.60, 0.60, 0.55])
    #expect(failure.says.hasSuffix("The score is drawn as one; the measures are set aside."))
    let told = failure.changed.provenance.first { $0.key == "assumptions.quality.measures" }
    #expect(told?.value == "none" && told?.status == .stated)
    let all = try #require(library.first { $0.name == "allAtOnce" })
    #expect(all.changed.assumptions.quality.measures.isEmpty)
    let others = library.filter { !["qualityFailure", "allAtOnce"].contains($0.name) }
    #expect(others.allSatisfy { $0.changed.assumptions.quality.measures.count == 1 })
  }

  @Test func `each member moves its own assumptions and nothing else`() throws {
    var moved: [String: (inout Assumptions) -> Void] = [
      "trendShock": {
        $0.nationalGrowth.mean = ByEnrollmentType(
          esrd: [0.09, 0.05, 0.05, 0.05, 0.05], disabled: [0.088, 0.048, 0.048, 0.048, 0.048],
          agedDual: [0.088, 0.048, 0.048, 0.048, 0.048],
          agedNonDual: [0.088, 0.048, 0.048, 0.048, 0.048])
      },
      "highChurn": {
        $0.retention.mean = 0.70
        $0.retention.planned = 0.82
        $0.retention.leaverExpenditure = 1
        $0.retention.leaverRisk = 1
      },
      "largestPracticeLeaves": { $0.participantChange.planned = [0, -0.287682, 0, 0, 0] },
      "qualityFailure": {
        $0.quality.mean = [0.60, 0.60, 0.60, 0.60, 0.55]
        $0.quality.alternativeProbability = 0.5
        $0.quality.incentiveProbability = 0
      },
      "riskScoreCap": {
        $0.riskScore.mean = ByEnrollmentType(
          esrd: 0.02, disabled: 0.02, agedDual: 0.02, agedNonDual: 0.025)
        $0.riskScore.healthShare = 1
      },
      "pandemicYear": {
        $0.nationalGrowth.mean = ByEnrollmentType(
          esrd: [0.05, -0.06, 0.10, 0.05, 0.05], disabled: [0.048, -0.06, 0.10, 0.048, 0.048],
          agedDual: [0.048, -0.06, 0.10, 0.048, 0.048],
          agedNonDual: [0.048, -0.06, 0.10, 0.048, 0.048])
        $0.extremeCircumstances.probability = [0, 1, 0, 0, 0]
        $0.extremeCircumstances.months = 12
        $0.extremeCircumstances.share = 0.999
        $0.extremeCircumstances.shareConcentration = 1_000
      },
    ]
    moved["pandemicYearWithoutRelief"] = {
      $0.nationalGrowth.mean = ByEnrollmentType(
        esrd: [0.05, -0.06, 0.10, 0.05, 0.05], disabled: [0.048, -0.06, 0.10, 0.048, 0.048],
        agedDual: [0.048, -0.06, 0.10, 0.048, 0.048],
        agedNonDual: [0.048, -0.06, 0.10, 0.048, 0.048])
      $0.extremeCircumstances.probability = [0, 0, 0, 0, 0]
    }
    let together = [
      "trendShock", "highChurn", "largestPracticeLeaves", "qualityFailure", "riskScoreCap",
    ].compactMap { moved[$0] }
    moved["allAtOnce"] = { for move in together { move(&$0) } }
    for stress in Stress.library(for: .sample) {
      var expected = Scenario.sample
      let isWithoutGuardrail = stress.name == "trendShockWithoutGuardrail"
      let move = try #require(moved[isWithoutGuardrail ? "trendShock" : stress.name])
      move(&expected.assumptions)
      if isWithoutGuardrail { expected.editions.append("withoutGuardrail") }
      expected.provenance = stress.changed.provenance
      #expect(stress.changed == expected, "\(stress.name)")
    }
  }

  @Test func `what was moved is stated in the provenance with the stress's source`() throws {
    let stress = try #require(Stress.library(for: .sample).first { $0.name == "qualityFailure" })
    let provenance = stress.changed.provenance
    #expect(provenance.count == 5)
    #expect(Array(provenance.prefix(2)) == Scenario.sample.provenance)
    #expect(provenance[2].key == "assumptions.quality.mean")
    #expect(provenance[2].value == "at most 0.60")
    #expect(provenance[2].status == .stated)
    #expect(provenance[2].source == stress.source)
    #expect(provenance[4].key == "assumptions.quality.incentiveProbability")
  }

  @Test func `a stress goes on from what the scenario has planned`() throws {
    var scenario = Scenario.sample
    scenario.assumptions.participantChange.planned = [0.1, 0.2, 0, 0, 0]
    scenario.assumptions.retention.mean = 0.79
    scenario.assumptions.retention.planned = 0.82
    scenario.population.largestPractice = Rate(0.5)
    func changed(_ name: String) throws -> Assumptions {
      try #require(Stress.library(for: scenario).first { $0.name == name }).changed.assumptions
    }
    // ln 0.5 = −0.693147.
    #expect(
      try changed("largestPracticeLeaves").participantChange.planned == [0.1, -0.493147, 0, 0, 0])
    #expect(try changed("highChurn").retention.mean == 0.67)
    #expect(try changed("highChurn").retention.planned == 0.82)
  }

  @Test func `a figure listed by enrollment type is listed once after it is moved`() throws {
    var scenario = Scenario.sample
    scenario.provenance = EnrollmentType.allCases.map {
      Provenance(
        key: "assumptions.riskScore.mean.\($0)", value: "0", status: .defaulted, source: "default")
    }
    let stress = try #require(Stress.library(for: scenario).first { $0.name == "riskScoreCap" })
    #expect(
      stress.changed.provenance.map(\.key) == [
        "assumptions.riskScore.mean", "assumptions.riskScore.healthShare",
      ])
  }

  @Test func `each member says what it does and why it is that large`() {
    for stress in Stress.library(for: .sample) {
      #expect(stress.says.hasSuffix(".") && stress.says.contains(/\d/))
      #expect(!stress.source.isEmpty)
      #expect(stress.says.count <= 280 && stress.source.count <= 280, "a page cuts there")
      #expect(!stress.title.isEmpty)
    }
  }
}

extension Scenario {
  /// A scenario with every member told apart, built by hand.
  fileprivate static let sample = Scenario(
    name: "sample", title: "Sample", aco: "A1", region: "R", question: nil, trials: 1_000, seed: 1,
    editions: [],
    agreement: AgreementFacts(
      period: AgreementPeriod(firstDay: Day(year: 2027, month: 1, day: 1)), number: 1,
      experienced: false, formerlyTwoSided: false, glidePathAgreements: 0,
      assignment: .prospective, minimumRateChoice: .variable,
      participantRevenue: Dollars(15_000_000), marketShare: .init(repeating: Rate(0.1)),
      advanceInvestmentPayments: [], prepaidSharedSavings: [], options: []),
    population: Population(
      measuredIn: 2022, assignedBeneficiaries: 12_000, growthToBenchmark: .init(repeating: 0.05),
      strata: .init(
        repeating: Population.BaseStratum(
          personYears: PersonYears(3_000), expenditure: PerCapita(11_000),
          historicalBenchmark: PerCapita(11_200), riskScore: 1))),
    assumptions: .sample,
    finances: Finances(programCost: [], discountRate: 0.03),
    provenance: [
      Provenance(key: "aco", value: "A1", status: .real, source: "file"),
      Provenance(
        key: "assumptions.retention.mean", value: "0.82", status: .defaulted, source: "default"),
    ],
    digest: "digest")
}

extension Assumptions {
  fileprivate static let sample = Assumptions(
    nationalGrowth: NationalGrowth(
      mean: ByEnrollmentType { Array(repeating: $0 == .esrd ? 0.05 : 0.048, count: 5) },
      standardDeviation: 0.02, autocorrelation: 0.3, typeStandardDeviation: 0.005,
      meanStandardError: 0.005),
    prospectiveTrend: ProspectiveTrend(
      growth: ByEnrollmentType(repeating: Array(repeating: 0.049, count: 5))),
    regionalDeviation: RegionalDeviation(standardDeviation: 0.01, persistence: 0.8),
    expenditureEffect: ExpenditureEffect(
      plan: Array(repeating: 0, count: 5), planStandardDeviation: 0.5,
      persistentStandardDeviation: 0.01, persistence: 0.9, transitoryStandardDeviation: 0.008,
      degreesOfFreedom: 6.5),
    claimsNoise: ClaimsNoise(
      law: .gamma, scale: 2.136, relativeSize: ByEnrollmentType(repeating: 1), correlation: 0.12),
    historicalBenchmarkNoise: HistoricalBenchmarkNoise(drawn: true, regionalWeight: 0),
    retention: Retention(
      mean: 0.82, concentration: 200, voluntaryShare: 0.05, voluntaryRetention: 0.93,
      leaverExpenditure: 1.15, leaverRisk: 1.1, meanStandardError: 0.01),
    joining: Joining(
      sizePlan: Array(repeating: -0.03, count: 5), dispersion: 0.1, joinerExpenditure: 0.95,
      joinerRisk: 0.97),
    participantChange: ParticipantChange(probability: 0.08, mean: 0, standardDeviation: 0.35),
    trueUp: TrueUp(standardDeviation: 0.03, expenditureSlope: -0.1, inYearLoss: 0.03),
    riskScore: RiskScore(
      mean: ByEnrollmentType(esrd: 0, disabled: 0, agedDual: 0, agedNonDual: 0.005),
      standardDeviation: ByEnrollmentType(repeating: 0.02),
      personStandardDeviation: ByEnrollmentType(repeating: 1), commonShare: 0.5, healthShare: 0.4,
      persistence: 0.9, demographicMean: 0, demographicStandardDeviation: 0.003),
    quality: Quality(
      mean: [0.8, 0.8, 0.8, 0.8, 0.55], standardDeviation: 0.06, autocorrelation: 0.69,
      standard: 0.7385, standardDrift: 0, standardStandardDeviation: 0.02, reportingFailure: 0.002,
      alternativeProbability: 0.99, incentiveProbability: 0.1, meanStandardError: 0.01),
    extremeCircumstances: ExtremeCircumstancesRisk(
      probability: Array(repeating: 0.04, count: 5), months: 3, share: 0.3, shareConcentration: 5),
    correlation: CorrelationMatrix(
      values: (0..<25).map { $0 % 6 == 0 ? 1 : 0 }), parameterUncertainty: true)
}
