import CKernels
import Probability
import Regulation

/// Who is assigned, one by one: two bytes a head, in lists that a worker keeps for all its trials.
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

  private let people: OpaquePointer
  /// Heads, spending and risk of the year, four of each by type.
  private var sums = [UInt64](repeating: 0, count: 12)
  private let atSigning: ExpectedList
  private var redrawn: PurposeSet = []

  init(_ model: BeneficiaryModel) {
    self.model = model
    expected = ExpectedList(model)
    atSigning = expected
    (spendingAtSigning, riskAtSigning) = expected.means(model)
    people = ck_new_people()
  }

  deinit { ck_free_people(people) }

  /// More than this many are not drawn one by one; no history needs them.
  static let most = 1 << 28

  /// Empties the list and fills it as it stands at signing.
  ///
  /// - Parameter redrawn: Purposes drawn from the second seed until it begins again.
  func begin(trial: UInt32, redrawing redrawn: PurposeSet) {
    ck_dismiss(people)
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
  ///
  /// - Parameter leaving: Probabilities, in the order of `ExpectedList.heads`.
  func live(leaving: [SIMD4<Double>], year: UInt32, trial: UInt32) {
    let key = key(.beneficiaryYear)
    withNumbers(leaving) { leaving in
      withNumbers(model.transitions.rows) { becoming in
        withNumbers([model.keeping]) { keeping in
          withAmounts { amounts in
            var terms = ck_year(
              key: key, purpose: Purpose.beneficiaryYear.counterWord, year: year, trial: trial,
              leaving: leaving, becoming: becoming, keeping: keeping, amounts: amounts)
            ck_live(model.width, people, &terms, &sums)
          }
        }
      }
    }
  }

  func join(
    _ mix: JoiningMix, _ joiners: ByEnrollmentType<Int>, year: UInt32, trial: UInt32
  ) {
    let key = key(.beneficiaryJoining)
    seated(joiners).withUnsafeBufferPointer { joiners in
      mix.pairs.withUnsafeBufferPointer { pairs in
        withAmounts { amounts in
          var terms = ck_joining(
            key: key, purpose: Purpose.beneficiaryJoining.counterWord, year: year, trial: trial,
            joiners: joiners.baseAddress, pairs: pairs.baseAddress, aligned: mix.aligned,
            amounts: amounts)
          ck_join(model.width, people, &terms, &sums)
        }
      }
    }
  }

  /// As many joiners as there is room for.
  private func seated(_ joiners: ByEnrollmentType<Int>) -> [UInt32] {
    var room = max(0, Self.most - Int(heads.sum { Double($0) }))
    return EnrollmentType.allCases.map { type in
      let seated = min(max(0, joiners[type]), room)
      room -= seated
      return UInt32(seated)
    }
  }

  /// Heads by type after the year's leaving and joining.
  var heads: ByEnrollmentType<Int> { ByEnrollmentType { Int(sums[$0.place]) } }

  /// Takes the year's luck from its sums and from the list as it was to be expected.
  func observe() {
    let (spending, risk) = expected.means(model)
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

  /// Four numbers after another.
  private func withNumbers(
    _ lanes: [SIMD4<Double>], _ body: (UnsafePointer<Double>?) -> Void
  ) {
    lanes.withUnsafeBytes { body($0.assumingMemoryBound(to: Double.self).baseAddress) }
  }

  private func withAmounts(_ body: (ck_amounts) -> Void) {
    model.spending.withUnsafeBufferPointer { spending in
      model.risk.withUnsafeBufferPointer { risk in
        body(ck_amounts(spending: spending.baseAddress, risk: risk.baseAddress))
      }
    }
  }
}
