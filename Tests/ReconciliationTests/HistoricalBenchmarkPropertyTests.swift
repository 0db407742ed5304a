import Reconciliation
import Regulation
import Testing

/// What holds of every benchmark, whatever went into it.
@Suite struct HistoricalBenchmarkPropertyTests {
  static let histories = Array(SeededHistories(seed: 425_652).prefix(400))

  /// First, second and fourth agreements of 2025, and one from before 2024.
  static func terms() throws -> [HistoricalBenchmarkTerms] {
    try [(2025, 1), (2025, 2), (2025, 4), (2021, 2)].map { start, number in
      try Rulebook.current().historicalBenchmarkTerms(
        for: BenchmarkStanding(agreementNumber: number, regionalAdjustmentsApplied: number - 1),
        of: AgreementPeriod(firstDay: Day(year: start, month: 1, day: 1)))
    }
  }

  private func each(
    _ body: (BenchmarkHistory, HistoricalBenchmarkTerms, HistoricalBenchmark) -> Void
  ) throws {
    for terms in try Self.terms() {
      for history in Self.histories {
        body(history, terms, history.historicalBenchmark(under: terms))
      }
    }
  }

  private func near(_ a: PerCapita, _ b: PerCapita) -> Bool {
    abs(a.amount - b.amount) <= 1e-9 * max(1, abs(a.amount), abs(b.amount))
  }

  /// Not below, but for the last bits.
  private func reaches(_ a: PerCapita, _ b: PerCapita) -> Bool { near(a, b) || a > b }

  // MARK: - Scaling, order, identity

  @Test(arguments: [0.25, 3])
  func `scaling every dollar scales every dollar and changes no choice`(factor: Double) throws {
    try each { history, terms, built in
      let scaled = history.scaled(by: factor).historicalBenchmark(under: terms)
      #expect(near(scaled.perCapita, PerCapita(factor * built.perCapita.amount)))
      #expect(scaled.adjustment.kind == built.adjustment.kind)
      let offsets = [scaled, built].map { $0.regional.offset?.factor.fraction ?? 0 }
      #expect(abs(offsets[0] - offsets[1]) < 1e-12)
    }
  }

  @Test(arguments: 1...3)
  func `which type bears which figures is immaterial`(shift: Int) throws {
    try each { history, terms, built in
      let turned = history.turned(by: shift).historicalBenchmark(under: terms)
      #expect(near(turned.perCapita, built.perCapita))
      #expect(near(turned.regional.singleValue, built.regional.singleValue))
      #expect(turned.adjustment.kind == built.adjustment.kind)
    }
  }

  @Test func `where nothing moves and nobody differs the benchmark is what was spent`() throws {
    for terms in try Self.terms() {
      let built = BenchmarkHistory.still.historicalBenchmark(under: terms)
      for type in EnrollmentType.allCases {
        #expect(near(built.adjusted[type], BenchmarkHistory.spending[type]))
      }
      let trend = BenchmarkHistory.still.prospectiveTrend(
        growing: .init(repeating: .zero), on: built, over: .afterAdjustment)
      #expect(trend.factor == .init(repeating: .one))
    }
  }

  // MARK: - Monotonicity in each driver

  /// Changes one figure of every type upward and compares a value of the benchmark.
  private func rising(
    _ change: (inout BenchmarkStratum) -> Void,
    _ value: @escaping (HistoricalBenchmark) -> PerCapita = { $0.perCapitaBeforeAdjustment },
    never direction: (PerCapita, PerCapita) -> Bool
  ) throws {
    var moved = 0
    try each { history, terms, built in
      var changed = history
      for type in EnrollmentType.allCases { change(&changed.strata[type]) }
      let after = value(changed.historicalBenchmark(under: terms))
      #expect(direction(after, value(built)))
      if after != value(built) { moved += 1 }
    }
    #expect(moved > 100)
  }

  @Test func `more expenditure in a benchmark year never lowers the weighed years`() throws {
    let years: [WritableKeyPath<ByBenchmarkYear<PerCapita>, PerCapita>] = [
      \.first, \.second, \.third,
    ]
    for year in years {
      try rising({ $0.expenditure[keyPath: year] = $0.expenditure[keyPath: year] + PerCapita(500) })
      { reaches($0, $1) }
    }
  }

  @Test func `more growth of nation or region never lowers the weighed years`() throws {
    try rising({ $0.nationalGrowth.first = $0.nationalGrowth.first + Rate(0.02) }) {
      reaches($0, $1)
    }
    try rising({ $0.regionalGrowth.second = $0.regionalGrowth.second + Rate(0.02) }) {
      reaches($0, $1)
    }
  }

  @Test func `a higher score lowers the years brought to another, raises those brought to it`()
    throws
  {
    try rising({ $0.riskScore.first = $0.riskScore.first + Rate(0.05) }) { reaches($1, $0) }
    try rising({ $0.riskScore.third = $0.riskScore.third + Rate(0.05) }) { reaches($0, $1) }
  }

  @Test func `a dearer region never lowers the adjustment while the ACO stays on its side`() throws
  {
    var moved = 0
    try each { history, terms, built in
      var dearer = history
      for type in EnrollmentType.allCases {
        let region = history.strata[type].regionalExpenditure
        dearer.strata[type].regionalExpenditure = PerCapita(1.01 * region.amount)
      }
      let after = dearer.historicalBenchmark(under: terms)
      guard after.regional.isLowerSpending == built.regional.isLowerSpending else { return }
      #expect(reaches(after.regional.singleValue, built.regional.singleValue))
      #expect(reaches(better(after), better(built)))
      if better(after) > better(built) { moved += 1 }
    }
    #expect(moved > 100)
  }

  @Test func `more prior savings, need or dual eligibility never lower the adjustment`() throws {
    var moved = (savings: 0, need: 0, dual: 0)
    try each { history, terms, built in
      var saved = history
      if let years = history.priorSavings?.years {
        saved.priorSavings?.years.second.perCapita = years.second.perCapita + PerCapita(200)
      }
      var needy = history
      needy.lowIncomeOrDualShare = history.lowIncomeOrDualShare + Rate(0.1)
      var dual = history
      dual.dualShare = history.dualShare + Rate(0.1)
      let after = [saved, needy, dual].map { $0.historicalBenchmark(under: terms) }
      let least = (better(built), built.adjustment.singleValue)
      #expect(reaches(better(after[0]), least.0) && reaches(better(after[2]), least.0))
      #expect(reaches(after[1].adjustment.singleValue, least.1))
      moved.savings += better(after[0]) > least.0 ? 1 : 0
      moved.need += after[1].adjustment.singleValue > least.1 ? 1 : 0
      moved.dual += better(after[2]) > least.0 ? 1 : 0
    }
    #expect(moved.savings > 20 && moved.need > 20 && moved.dual > 20, "\(moved)")
  }

  @Test func `growth of the prospective trend raises its factor, costliness lowers it`() throws {
    try each { history, _, built in
      for divisor in ProspectiveTrendDivisor.allCases {
        let low = history.prospectiveTrend(
          growing: .init(repeating: Rate(0.03)), on: built, over: divisor)
        let high = history.prospectiveTrend(
          growing: .init(repeating: Rate(0.06)), on: built, over: divisor)
        for type in EnrollmentType.allCases {
          #expect(high.factor[type] > low.factor[type])
          #expect(near(high.flatDollars[type], PerCapita(2 * low.flatDollars[type].amount)))
          #expect(
            near(
              PerCapita((high.factor[type] - .one).fraction * high.divisor[type].amount),
              high.flatDollars[type]))
        }
      }
    }
  }

  /// The better of the two adjustments that do not depend on each other. The population adjustment
  /// shrinks by its share of what they add, so the highest of all three may fall as they rise.
  private func better(_ built: HistoricalBenchmark) -> PerCapita {
    max(built.regional.singleValue, built.priorSavings?.value ?? .zero)
  }

  @Test func `a rise of one adjustment costs the population adjustment its share of it`() throws {
    var fell = 0
    try each { history, terms, built in
      guard let before = built.population, before.isEligible else { return }
      var saved = history
      saved.priorSavings = PriorSavings(
        years: .init(repeating: .init(perCapita: PerCapita(200))), populationRatio: .one)
      let after = saved.historicalBenchmark(under: terms)
      let lost = before.value - (after.population?.value ?? .zero)
      let gained = max(better(after), .zero) - max(better(built), .zero)
      #expect(near(lost, history.lowIncomeOrDualShare * gained))
      if after.adjustment.singleValue < built.adjustment.singleValue { fell += 1 }
    }
    #expect(fell > 0)
  }

  // MARK: - Bounds and choice

  @Test func `no adjustment exceeds its bounds and the highest is chosen`() throws {
    var kinds: Set<HighestAdjustment.Kind> = []
    try each { history, terms, built in
      for type in EnrollmentType.allCases {
        let national = history.strata[type].nationalExpenditure
        #expect(built.regional.byType[type] <= terms.regional.mostAbove * national)
        #expect(built.regional.byType[type] >= -(terms.regional.mostBelow * national))
      }
      kinds.insert(built.adjustment.kind)
      guard !terms.regional.appliedIfNegative else {
        #expect(built.adjustment.kind == .regional)
        return
      }
      let values = [
        built.regional.singleValue, built.priorSavings?.value ?? .zero,
        built.population?.value ?? .zero, .zero,
      ]
      #expect(near(built.adjustment.singleValue, values.max() ?? .zero))
    }
    #expect(kinds == Set(HighestAdjustment.Kind.allCases))
  }
}
