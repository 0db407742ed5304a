import Probability
import Regulation
import Scenarios

/// The luck of one type's claims in one benchmark year: a gamma variate and its shape, or a normal
/// score and its shape.
struct BenchmarkLuck {
  private var level = 0.0
  private var shape = 0.0

  /// Claims over what was to be expected; mean one.
  func factor(_ law: ClaimsNoise.Law) -> Double {
    switch law {
    case .gamma: level / shape
    case .normal: 1 + level / shape.squareRoot()
    case .none: 1
    }
  }

  init() {}

  /// As expected: what is known of an agreement that goes on is in the ACO's position.
  init(expected shape: Double, _ law: ClaimsNoise.Law) {
    self.shape = shape
    level = law == .gamma ? shape : 0
  }

  init(shape: Double, _ law: ClaimsNoise.Law, _ stream: inout RandomStream) {
    self.shape = shape
    switch law {
    case .gamma: level = stream.gamma(shape: shape, scale: 1)
    case .normal: level = stream.normal()
    case .none: break
    }
  }

  /// The same year's luck for a list that was made `change` times as large.
  ///
  /// Those on both lists bring their claims along. Gamma: a smaller list keeps a beta fraction of
  /// the mass, a larger one adds fresh mass, so either is exactly gamma at its own size. Normal:
  /// the two scores correlate by the root of the smaller list over the larger.
  mutating func relist(by change: Double, _ law: ClaimsNoise.Law, _ stream: inout RandomStream) {
    let next = shape * change
    switch law {
    case .gamma:
      if next < shape {
        level *= stream.beta(mean: change, concentration: shape)
      } else if next > shape {
        level += stream.gamma(shape: next - shape, scale: 1)
      }
    case .normal:
      let overlap = min(change, 1 / change)
      level = overlap.squareRoot() * level + (1 - overlap).squareRoot() * stream.normal()
    case .none: break
    }
    shape = next
  }
}

extension HistorySampler {
  /// Claims of benchmark years 1, 2 and 3 over what was to be expected, by type; mean one, fixed
  /// until the participant list changes.
  public var benchmarkLuck: ByEnrollmentType<ByBenchmarkYear<Double>> {
    if isRead { return readLuck }
    return state.benchmarkYears.map { years in years.map { $0.factor(model.benchmarkLaw) } }
  }

  /// One draw for each benchmark year and type, at that year's person-years.
  ///
  /// The address holds the year: 0 at signing.
  mutating func drawBenchmarkYears() {
    guard model.benchmarkLaw != .none else { return }
    for type in EnrollmentType.allCases {
      let personYears = model.benchmarkPersonYears[type]
      state.benchmarkYears[type] = ByBenchmarkYear(
        first: benchmarkYear(type, 0, personYears.first),
        second: benchmarkYear(type, 1, personYears.second),
        third: benchmarkYear(type, 2, personYears.third))
    }
  }

  private mutating func benchmarkYear(
    _ type: EnrollmentType, _ place: Int, _ personYears: Double
  ) -> BenchmarkLuck {
    let shape = model.noise.shape(type, personYears: personYears)
    if model.position?.continues == true {
      return BenchmarkLuck(expected: shape, model.benchmarkLaw)
    }
    seek(.historicalBenchmarkNoise, slot: UInt32(4 * place + type.place))
    return BenchmarkLuck(shape: shape, model.benchmarkLaw, &stream)
  }

  /// The benchmark years as they stand for a list made `change` times as large,
  /// 42 CFR 425.652(a)(9).
  mutating func relistBenchmarkYears(by change: Double, _ reason: ListChange) {
    hasRebased = true
    relistPosition(by: change)
    guard model.benchmarkLaw != .none else { return }
    for type in EnrollmentType.allCases {
      var years = state.benchmarkYears[type]
      relist(&years.first, slot: reason.benchmarkSlot + UInt32(0 + type.place), change)
      relist(&years.second, slot: reason.benchmarkSlot + UInt32(4 + type.place), change)
      relist(&years.third, slot: reason.benchmarkSlot + UInt32(8 + type.place), change)
      state.benchmarkYears[type] = years
    }
  }

  private mutating func relist(
    _ luck: inout BenchmarkLuck, slot: UInt32, _ change: Double
  ) {
    seek(.historicalBenchmarkNoise, slot: slot)
    luck.relist(by: change, model.benchmarkLaw, &stream)
  }
}
