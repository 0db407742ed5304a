import CKernels
import Probability
import Regulation

/// Who is assigned, one by one: three bytes a head, in two arrays that a worker keeps for all its
/// trials. Whoever leaves leaves an empty place, and the next to join takes it.
final class BeneficiaryList {
  let model: BeneficiaryModel
  /// The list as it was to be expected this year; at `begin` as it is at signing.
  var expected: ExpectedList
  /// Claims over what was to be expected, by type; mean one.
  var luck = ByEnrollmentType<Double>(repeating: 1)
  /// Logarithm of risk scores over what was to be expected, and its variance.
  var riskLuck = ByEnrollmentType<(value: Double, variance: Double)>(repeating: (0, 0))
  /// What planned churn has taken from each type's mean so far, given back.
  var restored = ByEnrollmentType<Selection>(repeating: Selection())
  /// Of cells at signing, in units.
  let spendingAtSigning, riskAtSigning: ByEnrollmentType<Double>

  private var places: UnsafeMutablePointer<UInt8>
  private var ranks: UnsafeMutablePointer<UInt16>
  /// Places in use, a multiple of `ck_chunk`, and room for more.
  private(set) var count = 0
  private var capacity: Int
  /// Heads, spending and risk of the year, four of each by type.
  private var sums = [UInt64](repeating: 0, count: 12)
  private let atSigning: ExpectedList
  private var redrawn: PurposeSet = []

  init(_ model: BeneficiaryModel) {
    self.model = model
    expected = ExpectedList(model)
    atSigning = expected
    spendingAtSigning = expected.spendingMean(model)
    riskAtSigning = expected.riskMean(model)
    capacity = Self.rounded(model.beneficiaries.sum { Double($0) } * 1.25)
    places = .allocate(capacity: capacity)
    ranks = .allocate(capacity: capacity)
    ranks.initialize(repeating: 0, count: capacity)
  }

  deinit {
    places.deallocate()
    ranks.deallocate()
  }

  /// Bytes kept for the list.
  var bytes: Int { 3 * capacity }

  /// More than this many are not drawn one by one; no history needs them.
  static let most = 1 << 28

  /// Empties the list and fills it as it stands at signing.
  ///
  /// - Parameter redrawn: Purposes drawn from the second seed until it begins again.
  func begin(trial: UInt32, redrawing redrawn: PurposeSet) {
    count = 0
    self.redrawn = redrawn
    expected = atSigning
    restored = .init(repeating: Selection())
    startYear()
    join(JoiningMix(model), model.beneficiaries, year: 0, trial: trial)
    observe()
  }

  func startYear() {
    for place in sums.indices { sums[place] = 0 }
  }

  /// One year of everyone on the list.
  func live(leaving: [Double], year: UInt32, trial: UInt32) {
    let key = key(.beneficiaryYear)
    let leaving = leaving.map { threshold($0) }
    let changing = model.transitions.thresholds
    let keeping = EnrollmentType.allCases.map { UInt32(model.keeping[$0] * 0x1p22) }
    leaving.withUnsafeBufferPointer { leaving in
      changing.withUnsafeBufferPointer { changing in
        keeping.withUnsafeBufferPointer { keeping in
          withTables { spending, risk in
            var terms = ck_year(
              key: key, purpose: Purpose.beneficiaryYear.counterWord, year: year, trial: trial,
              leaving: leaving.baseAddress, changing: changing.baseAddress,
              keeping: keeping.baseAddress, spending: spending, risk: risk)
            ck_live(model.width, places, ranks, count, &terms, &sums)
          }
        }
      }
    }
  }

  /// Joiners take the empty places, new ones where those do not suffice.
  func join(
    _ mix: JoiningMix, _ joiners: ByEnrollmentType<Int>, year: UInt32, trial: UInt32
  ) {
    let wanted = EnrollmentType.allCases.map { UInt32(clamping: joiners[$0]) }
    let total = wanted.reduce(0.0) { $0 + Double($1) } + sums[0..<4].reduce(0.0) { $0 + Double($1) }
    reserve(Self.rounded(total))
    let key = key(.beneficiaryJoining)
    wanted.withUnsafeBufferPointer { joiners in
      mix.thresholds.withUnsafeBufferPointer { levels in
        withTables { spending, risk in
          var terms = ck_joining(
            key: key, purpose: Purpose.beneficiaryJoining.counterWord, year: year, trial: trial,
            joiners: joiners.baseAddress, levels: levels.baseAddress,
            aligned: threshold(mix.aligned), spending: spending, risk: risk)
          ck_join(model.width, places, ranks, count, &terms, &sums)
        }
      }
    }
  }

  /// Heads by type after the year's leaving and joining.
  var heads: ByEnrollmentType<Int> { ByEnrollmentType { Int(sums[$0.place]) } }

  /// Takes the year's luck from its sums and from the list as it was to be expected.
  func observe() {
    let (spending, risk) = (expected.spendingMean(model), expected.riskMean(model))
    for type in EnrollmentType.allCases {
      let heads = Double(sums[type.place])
      guard heads > 0 else {
        luck[type] = 1
        riskLuck[type] = (0, 0)
        continue
      }
      luck[type] = Double(sums[4 + type.place]) / heads / spending[type]
      let variance = model.riskVariance[type] / heads
      let score = max(1e-9, Double(sums[8 + type.place]) / heads / risk[type])
      // Half the variance is taken off again where the score is used.
      riskLuck[type] = variance > 0 ? (logarithm(score) + variance / 2, variance) : (0, 0)
    }
  }

  private func key(_ purpose: Purpose) -> (UInt32, UInt32) {
    model.subject.drawn(again: redrawn.contains(purpose)).words
  }

  private func reserve(_ wanted: Int) {
    guard wanted > count else { return }
    if wanted > capacity { grow(to: max(wanted, 2 * capacity)) }
    (places + count).initialize(repeating: UInt8(ck_empty_place), count: wanted - count)
    count = wanted
  }

  private func grow(to wanted: Int) {
    let more = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted)
    more.update(from: places, count: count)
    places.deallocate()
    places = more
    let moreRanks = UnsafeMutablePointer<UInt16>.allocate(capacity: wanted)
    moreRanks.initialize(repeating: 0, count: wanted)
    moreRanks.update(from: ranks, count: count)
    ranks.deallocate()
    ranks = moreRanks
    capacity = wanted
  }

  private func withTables(
    _ body: (_ spending: UnsafePointer<UInt32>?, _ risk: UnsafePointer<UInt32>?) -> Void
  ) {
    model.spending.withUnsafeBufferPointer { spending in
      model.risk.withUnsafeBufferPointer { risk in body(spending.baseAddress, risk.baseAddress) }
    }
  }

  private static func rounded(_ heads: Double) -> Int {
    let chunk = Int(ck_chunk)
    return (Int(min(heads, Double(most)).rounded(.up)) + chunk - 1) / chunk * chunk
  }
}
