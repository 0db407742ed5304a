import Reconciliation
import Regulation

/// Performance years of every kind, the same ones for the same seed.
struct SeededYears: Sequence, IteratorProtocol {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> PerformanceYearResult? {
    let benchmark = (20_000_000 + 900_000_000 * uniform()).rounded()
    let expenditure = (benchmark * (0.70 + 0.60 * uniform())).rounded()
    return PerformanceYearResult(
      assignedBeneficiaries: Int(3_000 + 40_000 * uniform()), benchmark: Dollars(benchmark),
      guardrailBenchmark: uniform() < 0.5
        ? Dollars((benchmark * (0.98 + 0.04 * uniform())).rounded()) : nil,
      expenditure: Dollars(expenditure),
      participantRevenue: uniform() < 0.9 ? Dollars(expenditure * uniform()) : nil,
      isLowRevenue: uniform() < 0.5,
      quality: QualityResult(
        standing: QualityResult.Standing.allCases[Int(3 * uniform())], score: Rate(uniform())),
      extremeCircumstances: uniform() < 0.3
        ? .init(months: Int(13 * uniform()), shareOfBeneficiaries: Rate(uniform())) : .none)
  }

  /// SplitMix64, from 0 up to 1.
  private mutating func uniform() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((mixed ^ (mixed >> 31)) >> 11) / 9_007_199_254_740_992
  }
}

extension PerformanceYearResult {
  /// Every dollar multiplied; heads, shares and scores left as they are.
  func scaled(by factor: Double) -> Self {
    var scaled = self
    scaled.benchmark = Dollars(benchmark.amount * factor)
    scaled.expenditure = Dollars(expenditure.amount * factor)
    scaled.guardrailBenchmark = guardrailBenchmark.map { Dollars($0.amount * factor) }
    scaled.participantRevenue = participantRevenue.map { Dollars($0.amount * factor) }
    return scaled
  }
}
