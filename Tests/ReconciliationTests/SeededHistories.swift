import Regulation

/// Histories of every kind, the same ones for the same seed.
struct SeededHistories: Sequence, IteratorProtocol {
  private var random: SeededUniform
  init(seed: UInt64) { random = SeededUniform(state: seed) }

  mutating func next() -> BenchmarkHistory? {
    BenchmarkHistory(
      strata: ByEnrollmentType { stratum(around: BenchmarkHistory.spending[$0].amount, $0) },
      dualShare: Rate(random.between(0, 0.5)), lowIncomeOrDualShare: Rate(random.between(0, 0.6)),
      priorSavings: random.between(0, 1) < 0.7 ? priorSavings() : nil)
  }

  private mutating func stratum(around mean: Double, _ type: EnrollmentType) -> BenchmarkStratum {
    let size = BenchmarkHistory.personYears[type].count
    return BenchmarkStratum(
      personYears: years { PersonYears(size * $0.between(0.5, 2)) },
      expenditure: years { PerCapita(mean * $0.between(0.8, 1.2)) },
      riskScore: years { Rate($0.between(0.8, 1.3)) }, nationalGrowth: earlier(),
      regionalGrowth: earlier(), marketShare: Rate(random.between(0, 1)),
      regionalExpenditure: PerCapita(mean * random.between(0.9, 1.3)),
      nationalExpenditure: PerCapita(mean * random.between(0.9, 1.1)),
      nationalRiskScore: Rate(random.between(0.95, 1.05)))
  }

  private mutating func priorSavings() -> PriorSavings {
    PriorSavings(
      years: years {
        PriorSavings.Year(
          perCapita: PerCapita($0.between(-600, 1_200)),
          standing: PriorSavings.Standing.allCases[Int($0.between(0, 3))])
      },
      populationRatio: Rate(random.between(0.7, 1.3)))
  }

  private mutating func earlier() -> EarlierBenchmarkYears<Rate> {
    EarlierBenchmarkYears(
      first: Rate(random.between(0.95, 1.2)), second: Rate(random.between(0.95, 1.1)))
  }

  private mutating func years<Value>(
    _ value: (inout SeededUniform) -> Value
  ) -> ByBenchmarkYear<Value> {
    let first = value(&random)
    let second = value(&random)
    return ByBenchmarkYear(first: first, second: second, third: value(&random))
  }
}

/// SplitMix64.
struct SeededUniform {
  var state: UInt64
  mutating func between(_ low: Double, _ high: Double) -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return low + (high - low) * Double((mixed ^ (mixed >> 31)) >> 11) / 9_007_199_254_740_992
  }
}

extension BenchmarkHistory {
  /// Every dollar multiplied; people, shares, scores and growth left as they are.
  func scaled(by factor: Double) -> Self {
    func times(_ amount: PerCapita) -> PerCapita { PerCapita(amount.amount * factor) }
    var scaled = self
    for type in EnrollmentType.allCases {
      scaled.strata[type].expenditure = strata[type].expenditure.map(times)
      scaled.strata[type].regionalExpenditure = times(strata[type].regionalExpenditure)
      scaled.strata[type].nationalExpenditure = times(strata[type].nationalExpenditure)
    }
    scaled.priorSavings?.years = (priorSavings?.years ?? .init(repeating: .init(perCapita: .zero)))
      .map { .init(perCapita: times($0.perCapita), standing: $0.standing) }
    return scaled
  }

  /// The types' figures handed on, each to the next, `shift` times.
  func turned(by shift: Int) -> Self {
    let types = EnrollmentType.allCases
    var turned = self
    for (place, type) in types.enumerated() {
      turned.strata[type] = strata[types[(place + shift) % types.count]]
    }
    return turned
  }
}
