import Probability
import Regulation
import Scenarios

/// One type's luck in the benchmark years.
struct BenchmarkNoise {
  /// On the historical benchmark, fixed until the participant list changes.
  var factor = 1.0
  /// Luck of benchmark year 3 alone, from which the ACO's own growth is measured.
  var lastYear = 1.0
}

extension HistorySampler {
  /// One draw for each benchmark year and type, weighted as the benchmark weights its years, at
  /// the size of the population in the base year.
  ///
  /// The address holds the year: 0 at signing; a later year only where a participant-list change
  /// re-bases the benchmark.
  mutating func drawBenchmarkNoise() {
    guard model.assumptions.historicalBenchmarkNoise.drawn, model.noise.law != .none else { return }
    let weights = model.noise.benchmarkYearWeights
    for type in EnrollmentType.allCases {
      let personYears = Double(state.beneficiaries[type]) * model.base[type].personYearsEach
      let shape = model.noise.shape(type, personYears: personYears)
      let first = benchmarkYearLuck(type, 0, shape)
      let second = benchmarkYearLuck(type, 1, shape)
      let third = benchmarkYearLuck(type, 2, shape)
      state.benchmarkNoise[type] = BenchmarkNoise(
        factor: 1 + weights.0 * (first - 1) + weights.1 * (second - 1) + weights.2 * (third - 1),
        lastYear: third)
    }
  }

  private mutating func benchmarkYearLuck(
    _ type: EnrollmentType, _ benchmarkYear: Int, _ shape: Double
  ) -> Double {
    seek(.historicalBenchmarkNoise, slot: UInt32(4 * benchmarkYear + type.place))
    switch model.noise.law {
    case .gamma: return stream.gamma(shape: shape, scale: 1 / shape)
    case .normal: return 1 + stream.normal() / shape.squareRoot()
    case .none: return 1
    }
  }
}
