extension Examples {
  /// Every key of a file with a finished benchmark, each with a value other than its default.
  static let full = """
    format: 1
    title: Mountain valley rural network
    aco: A1234
    region: Idaho
    question: Climb the glide path, or go straight to ENHANCED?
    trials: 200_000
    seed: 18446744073709551615
    detail: beneficiaries
    rules:
      editions: [cy2027Proposed]
      readings: {timesCounted: everyAgreement, prospectiveTrendDivisor: beforeAdjustment}
    agreement:
      start: "2026-01-01"
      number: 2
      experienced: false
      formerlyTwoSided: false
      glidePathAgreements: 1
      regionalAdjustments: {applied: 0, notApplied: 1}
      assignment: prospective
      minimumRateChoice: variable
      participantRevenue: 6.4e7
      marketShare: {esrd: 0.05, disabled: 0.06, agedDual: 0.07, agedNonDual: 0.08}
      advanceInvestmentPayments: [0, 0, 0, 0, 0]
      prepaidSharedSavings: [4, 5, 6, 7, 8]
      options:
        - glidePath
        - levelB
        - {name: waitThenE, title: Level B then E, years: [levelB, levelE, levelE, levelE, levelE], leave: {by: june30, lossYears: 2, lossBeyond: 500_000, lossBeyondShare: 0.01}}
        - {name: levelA, whatIf: true}
        - {name: enhanced, title: The top}
        - {name: climbThenLeap, years: [levelB, levelC, enhanced, enhanced, enhanced], renewsIn: 3}
      presentOption: waitThenE
    population:
      measuredIn: 2021
      assignedBeneficiaries: 12_000
      growthToBenchmark: {esrd: 0.01, disabled: 0.02, agedDual: -0.03, agedNonDual: 0.04}
      dualShare: 0.09
      lowIncomeOrDualShare: 0.16
      largestPractice: 0.3
      esrd:        {personYears: 90.5,  expenditure: 92_000, historicalBenchmark: 92_900, riskScore: 1.02, regionalExpenditure: 93_000, nationalExpenditure: 91_000}
      disabled:    {personYears: 1_610, expenditure: 12_900, historicalBenchmark: 13_000, riskScore: 1.05}
      agedDual:    {personYears: 1_100, expenditure: 18_400, historicalBenchmark: 18_600, riskScore: 1.08}
      agedNonDual: {personYears: 8_900, expenditure: 11_300, historicalBenchmark: 11_400, riskScore: 0.97}
    record:
      continues: true
      source: Own settlement reports
      years:
        - {year: 2020, savingsRate: 0.02, assignedBeneficiaries: 11_000, newBenchmark: true}
        - {year: 2021, savingsRate: 0.03, assignedBeneficiaries: 11_500, newBenchmark: false}
    finances:
      programCost: [1, 2, 3, 4, 1_200_000]
      discountRate: 0.03
    programs:
      - {name: care, title: Care management, of: agedDual, cost: [1, 2, 3, 4, 5], costPerBeneficiary: 12, costStandardDeviation: 0.1, ramp: [0.2, 0.4, 0.6, 0.8, 1], effect: {mean: -0.02, standardDeviation: 0.01, shareOfSpending: 0.3}, quality: {mean: 0.01, standardDeviation: 0.005}, fees: {perBeneficiary: 400, share: 0.25, standardDeviation: 0.05, medicareShare: 0.8}, source: Own pilot}
    appetite: {maxChanceOfOwing: 0.1, maxLossInFiveYears: 5_000_000, reserve: 2_500_000}
    cash:
      openingReserve: 3_000_000
      results: {month: 10, paymentDelayDays: 30, source: Calendar of 2025}
      mechanism: {form: letterOfCredit, carryingCost: 0.015, source: Bank's offer}
      professionalRevenue: {amount: 9_000_000, growth: 0.03, qpRate: 0.9, mipsAdjustment: 0.01, source: Own claims}
      stopLoss: {basis: fiveYears, attachment: 1_000_000, limit: 4_000_000, coinsurance: 0.1, premium: 90_000, loading: 0.4, source: Broker's quote}
    sponsor: {ownFacilityShare: [0.4, 0.41, 0.42, 0.43, 0.44], contributionMargin: 0.5, backfill: 0.2, source: Hospital finance}
    sharing:
      savings: {aco: 0.5, sponsor: 0.2, participants: 0.3}
      losses: {aco: 0.1, sponsor: 0.7, participants: 0.2}
      collectability: {participants: {mean: 0.8, standardDeviation: 0.1}, sponsor: {mean: 0.99, standardDeviation: 0.01}, shortfall: sponsor}
      source: Participation agreements
    reopening: {probability: 0.05, standardDeviation: 0.1, of: benchmark, source: Judgement}
    assumptions:
      nationalGrowth:
        mean: {esrd: 0.03, disabled: [0.01, 0.02, 0.03, 0.04, 0.05], agedDual: 0.04, agedNonDual: 0.05}
        standardDeviation: 0.021
        autocorrelation: 0.31
        typeStandardDeviation: 0.006
        meanStandardError: 0.004
        source: Trustees report
      prospectiveTrend: {growth: [0.05, 0.051, 0.052, 0.053, 0.054], source: Signed in 2025}
      regionalDeviation: {standardDeviation: 0.011, persistence: 0.7, drift: 0.004, source: Own region}
      expenditureEffect: {plan: [0, -0.01, -0.02, -0.03, -0.04], besidePlan: 0.001, planStandardDeviation: 0.6, persistentStandardDeviation: 0.012, persistentScale: 1.1, persistence: 1, transitoryStandardDeviation: 0.009, transitoryScale: 0.4, degreesOfFreedom: 8, standardErrors: {persistentStandardDeviation: 0.001, persistentScale: 0.2, persistence: 0}, source: Management}
      claimsNoise: {law: normal, scale: 2.2, relativeSize: {esrd: 0.5, disabled: 1.1, agedDual: 1.2, agedNonDual: 1.4}, correlation: 0.2, standardErrors: {correlation: 0.05}, source: Own claims}
      historicalBenchmarkNoise: {drawn: false, regionalWeight: 0.35, source: Judgement}
      retention: {mean: 0.8, planned: 0.81, concentration: 100, voluntaryShare: 0.1, voluntaryRetention: 0.9, leaverExpenditure: 1.2, leaverRisk: 1.3, meanStandardError: 0.02, source: Own lists}
      joining: {sizePlan: [0.01, 0.02, 0.03, 0.04, 0.05], dispersion: 0.2, joinerExpenditure: 0.9, joinerRisk: 0.91, standardErrors: {sizePlan: 0.01, dispersion: 0.03}, source: Growth plan}
      participantChange: {probability: 0.1, mean: -0.05, standardDeviation: 0.3, planned: [0, 0.1, 0, -0.2, 0], standardErrors: {probability: 0.02, standardDeviation: 0.04}, source: Contracts}
      trueUp: {standardDeviation: 0.04, expenditureSlope: -0.2, inYearLoss: 0.05, source: Own lists}
      riskScore: {mean: 0.001, standardDeviation: {esrd: 0.04, disabled: 0.041, agedDual: 0.042, agedNonDual: 0.02}, personStandardDeviation: {esrd: 0.4, disabled: 0.5, agedDual: 0.6, agedNonDual: 0.7}, commonShare: 0.6, healthShare: 0.3, persistence: 0.8, demographicMean: -0.001, demographicStandardDeviation: 0.004, standardErrors: {standardDeviation: {esrd: 0.001, disabled: 0.002, agedDual: 0.003, agedNonDual: 0.004}, personStandardDeviation: {esrd: 0.01, disabled: 0.02, agedDual: 0.03, agedNonDual: 0.04}, commonShare: 0.05, healthShare: 0.06}, source: Coding team}
      quality: {mean: [0.81, 0.82, 0.83, 0.84, 0.85], standardDeviation: 0.07, autocorrelation: 0.6, standard: 0.74, standardDrift: 0.01, standardStandardDeviation: 0.03, reportingFailure: 0.003, alternativeProbability: 0.98, incentiveProbability: 0.1, meanStandardError: 0.02, commonShare: 0.3, standardErrors: {standardDeviation: 0.002, autocorrelation: 0.03}, source: Own scores}
      extremeCircumstances: {probability: [0.01, 0.02, 0.03, 0.04, 0.05], months: 4, share: 0.4, shareConcentration: 6, source: Storm records}
      spending: {zeroShare: {esrd: 0.01, disabled: 0.02, agedDual: 0.04, agedNonDual: 0.06}, ordinaryShare: {esrd: 0.5, disabled: 0.4, agedDual: 0.35, agedNonDual: 0.25}, ordinarySpread: {esrd: 0.6, disabled: 1.1, agedDual: 1.2, agedNonDual: 1.4}, episodeVariation: {esrd: 0.5, disabled: 0.6, agedDual: 0.7, agedNonDual: 0.8}, source: Own claims}
      transitions: {mortality: {esrd: 0.15, disabled: 0.03, agedDual: 0.07, agedNonDual: 0.05}, ageing: 0.07, ageingDualShare: 0.4, becomingDual: 0.005, esrdOnset: 0.002, source: Own lists}
      startingPosition: {means: [0.01, 0.02, 0.03, 0.04, 0.05], latestMean: 2023, drift: 0.001, yearStandardDeviation: 0.007, standardDeviation: 0.02, scale: 3, persistence: 0.7, keptAtRebasing: 0.6, benchmarkScale: 1.2, transitoryStandardDeviation: 0.001, transitoryScale: 2, standardErrors: {means: 0.001, drift: 0.002, standardDeviation: 0.003, scale: 0.4, persistence: 0.05, keptAtRebasing: 0.06, transitoryScale: 0.3}, source: Own fit}
      correlation:
        nationalGrowth:    [1, 0.1, 0.2, 0, 0]
        regionalDeviation: [0.1, 1, 0, 0, 0]
        expenditureEffect: [0.2, 0, 1, 0, -0.2]
        riskScore:         [0, 0, 0, 1, 0.3]
        quality:           [0, 0, -0.2, 0.3, 1]
        standardErrors: {quality: 0.03}
        source: Judgement of the actuary
      parameterUncertainty: false
    stresses:
      - name: boardQuestion
        title: What the board asked
        says: Half the quality and no savings.
        source: Minutes of the board
        agreement: {participantRevenue: 6.3e7}
        population: {largestPractice: 0.4, esrd: {riskScore: 1.1}}
        finances: {discountRate: 0.04}
        assumptions: {quality: {mean: 0.5}, claimsNoise: gamma}
    provenance:
      real:
        source: CMS public-use file, PY2021, ACO A1234
        keys: [population.assignedBeneficiaries, population.esrd, agreement.marketShare.disabled]
      assumed:
        source: Stands in for figures not published
        keys: [population.disabled.historicalBenchmark]
    presentation:
      organisation: Mountain Valley Care
      logo: logo.svg
      colours: {main: "#204020", light: "#80a080", loss: "#702010"}
      pages: [1, 2, 7, 13, 16]
      date: 2025-11-02
    documentation:
      responsiblePerson: {name: Jane Doe, qualification: "FSA, MAAA", organisation: Doe & Partners}
      intendedUsers: [The board of directors, The chief financial officer]
      purpose: To choose a participation option for the agreement that starts in 2026.
      scope: One agreement period; not the ACO's other contracts.
      dataReview: Settlement reports reconciled to CMS's files by J. Doe; no difference found.
      reliance: On the finance department's revenue and on CMS's files, neither audited.
      informationDate: 2025-10-31
      subsequentEvents: The final rule of November 2025 is not reflected.
      materiality: 250_000
      limitationsKnown: [The new hospital wing is left out.]
      changes:
        - {date: 2025-10-01, what: First draft, who: J. Doe}
        - {date: 2025-11-02, what: Revenue updated, who: R. Roe}

    """
}
