import Probability
import Regulation
import Scenarios

/// The luck of one type's claims in one benchmark year.
struct BenchmarkLuck {
  /// Claims over what was to be expected; mean one.
  private(set) var factor = 1.0
  /// A normal score, and its variance: zero where the luck is known.
  private var score = 0.0
  private var variance = 1.0
  private var shape = 0.0

  init() {}

  /// As expected: what is known of an agreement that goes on is in the ACO's position.
  init(expected shape: Double) {
    self.shape = shape
    variance = 0
  }

  init(shape: Double, _ law: ClaimsNoise.Law, _ stream: inout RandomStream) {
    self.shape = shape
    score = stream.normal()
    factor = law.luck(shape: shape, score: score, &stream)
  }

  /// The same year's luck for a list that was made `change` times as large.
  ///
  /// Those on both lists bring their claims along: the two scores correlate by the root of the smaller
  /// list over the larger.
  mutating func relist(by change: Double, _ law: ClaimsNoise.Law, _ stream: inout RandomStream) {
    let overlap = min(change, 1 / change)
    score = overlap.squareRoot() * score + (1 - overlap).squareRoot() * stream.normal()
    variance = overlap * variance + (1 - overlap)
    shape *= change
    // A list that did not change leaves what is known as it was.
    guard variance > 0 else { return }
    factor = law.luck(
      shape: shape / variance, score: score / variance.squareRoot(), &stream)
  }
}

extension HistorySampler {
  /// Claims of benchmark years 1, 2 and 3 over what was to be expected, by type; mean one, fixed
  /// until the participant list changes.
  public var benchmarkLuck: ByEnrollmentType<ByBenchmarkYear<Double>> {
    if isRead { return readLuck }
    return state.benchmarkYears.map { years in years.map(\.factor) }
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
      return BenchmarkLuck(expected: shape)
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
