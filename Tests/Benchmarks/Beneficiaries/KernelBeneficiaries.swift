import CKernels
import CWidths
import Probability

/// The lists of the kernel and nothing around them, under the law of the scalar loop.
final class KernelBeneficiaries {
  private let law: BeneficiaryLaw
  private let pairs: [Double], even = [Double](repeating: 1.0 / 16, count: 16)
  private let spending, risk: [UInt32]
  private let people: OpaquePointer
  private var year: UInt32 = 0, trial: UInt32 = 0
  /// Heads, spending and risk of the year, four of each by type.
  private(set) var sums = [UInt64](repeating: 0, count: 12)

  init(_ law: BeneficiaryLaw) {
    self.law = law
    pairs = law.pairs
    spending = law.spendingTable
    risk = law.riskTable
    people = ck_new_people()
  }

  deinit { ck_free_people(people) }

  func begin(_ counts: [Int], trial: UInt32) {
    ck_dismiss(people)
    (year, self.trial) = (0, trial)
    startYear()
    join(counts, pairs: even)
  }

  func nextYear(_ joiners: [Int]) {
    year += 1
    startYear()
    withAmounts { amounts in
      law.leaving.withUnsafeBufferPointer { leaving in
        law.becoming.withUnsafeBufferPointer { becoming in
          law.keeping.withUnsafeBufferPointer { keeping in
            var terms = ck_year(
              key: (1, 2), purpose: Purpose.beneficiaryYear.counterWord, year: year, trial: trial,
              leaving: leaving.baseAddress, becoming: becoming.baseAddress,
              keeping: keeping.baseAddress, amounts: amounts)
            ck_live(cw_widest(), people, &terms, &sums)
          }
        }
      }
    }
    join(joiners, pairs: pairs)
  }

  private func startYear() {
    for place in sums.indices { sums[place] = 0 }
  }

  private func join(_ joiners: [Int], pairs: [Double]) {
    withAmounts { amounts in
      joiners.map { UInt32($0) }.withUnsafeBufferPointer { joiners in
        pairs.withUnsafeBufferPointer { pairs in
          var terms = ck_joining(
            key: (1, 2), purpose: Purpose.beneficiaryJoining.counterWord, year: year,
            trial: trial, joiners: joiners.baseAddress, pairs: pairs.baseAddress,
            aligned: law.aligned, amounts: amounts)
          ck_join(cw_widest(), people, &terms, &sums)
        }
      }
    }
  }

  private func withAmounts(_ body: (ck_amounts) -> Void) {
    spending.withUnsafeBufferPointer { spending in
      risk.withUnsafeBufferPointer { risk in
        body(ck_amounts(spending: spending.baseAddress, risk: risk.baseAddress))
      }
    }
  }
}
