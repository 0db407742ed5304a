import CKernels
import Probability

@testable import Sampling

/// What single beneficiaries' years are lived by, made up.
struct PlainTerms {
  var leaving = (0..<128).map { 0.05 + 0.002 * Double($0) }
  var becoming = [
    1.0, 0, 0, 0, 0.02, 0.80, 0.10, 0.08, 0.01, 0, 0.99, 0, 0.004, 0, 0.016, 0.98,
  ]
  var keeping = [0.2, 0.4, 0.6, 0.3]
  var pairs = (0..<16).map { (1 + Double($0)) / 136 }
  var aligned = 0.15
  let spending = (0..<16 * SpendingLaw.ranks).map { UInt32($0 * 7_919 % 16_777_216) }
  var risk = (0..<16 * RiskLaw.parts).map { UInt32($0 * 104_729 % 16_777_216) }
  let subject = Subject(seed: 7, kind: .aco, name: "K0001")
  let trial: UInt32 = 41
}

/// The rule of `CBeneficiaries.h`, one head at a time.
struct PlainPeople {
  /// By type + 4 cost level; bits 0-9 rank, 10-11 risk level, 12 aligned.
  var lists = [[UInt16]](repeating: [], count: 16)
  var sums = [UInt64](repeating: 0, count: 12)

  mutating func live(_ terms: PlainTerms, year: UInt32) {
    var moved: [(list: Int, head: UInt16)] = []
    for list in 0..<16 {
      var stayed: [UInt16] = []
      let numbers = Self.numbers(
        terms, .beneficiaryYear, slot: UInt32(list), year: year, lists[list].count)
      for (head, numbers) in zip(lists[list], numbers) {
        guard let fate = Self.fate(terms, list, head, numbers.fate) else { continue }
        let next = fate.keeps ? head : head & ~1_023 | numbers.fresh
        let place = list & ~3 | fate.type
        if fate.type == list & 3 { stayed.append(next) } else { moved.append((place, next)) }
        count(terms, place, next, luck: numbers.luck)
      }
      lists[list] = stayed
    }
    for (list, head) in moved { lists[list].append(head) }
  }

  mutating func join(_ terms: PlainTerms, _ joiners: [UInt32], year: UInt32) {
    for type in 0..<4 {
      let numbers = Self.numbers(
        terms, .beneficiaryJoining, slot: UInt32(type), year: year, Int(joiners[type]))
      for number in numbers {
        var (pair, sum) = (0, 0.0)
        while pair < 15, number.fate >= Self.cut(sum + terms.pairs[pair]) {
          sum += terms.pairs[pair]
          pair += 1
        }
        let aligned = number.fate < Self.cut(sum + terms.pairs[pair] * terms.aligned)
        let head = number.fresh | UInt16(pair >> 2) << 10 | (aligned ? 1 << 12 : 0)
        let list = type + 4 * (pair & 3)
        lists[list].append(head)
        count(terms, list, head, luck: number.luck)
      }
    }
  }

  /// Leaving; or staying, in each type, with the old rank and with a fresh one.
  private static func fate(
    _ terms: PlainTerms, _ list: Int, _ head: UInt16, _ fate: UInt32
  ) -> (type: Int, keeps: Bool)? {
    let type = list & 3
    var sum = terms.leaving[list + 16 * Int(head >> 10)]
    let rest = 1 - sum
    if fate < cut(sum) { return nil }
    var last = (type, false)
    for after in [type] + (0..<4).filter({ $0 != type }) {
      let part = rest * terms.becoming[4 * type + after]
      if fate < cut(sum + part * terms.keeping[after]) { return (after, true) }
      sum += part
      last = (after, false)
      if fate < cut(sum) { return last }
    }
    return last
  }

  private mutating func count(_ terms: PlainTerms, _ list: Int, _ head: UInt16, luck: UInt32) {
    let type = list & 3
    sums[type] += 1
    sums[4 + type] += UInt64(terms.spending[1_024 * list + Int(head & 1_023)])
    sums[8 + type] += UInt64(terms.risk[1_024 * type + 256 * Int(head >> 10 & 3) + Int(luck)])
  }

  private static func cut(_ chance: Double) -> UInt32 { UInt32(chance * 0x1p24 + 0.5) }

  private struct Numbers {
    var fate: UInt32
    var luck: UInt32
    var fresh: UInt16
  }

  /// Three heads a block, eight blocks side by side; GSL reads the words one after another.
  private static func numbers(
    _ terms: PlainTerms, _ purpose: Purpose, slot: UInt32, year: UInt32, _ count: Int
  ) -> [Numbers] {
    var stream = RandomStream(rejecting: true)
    stream.seek(terms.subject, trial: terms.trial, year: year, purpose: purpose, slot: slot)
    let words = (0..<(count + 23) / 24 * 32).map { _ in UInt32(stream.uniform() * 0x1p32) }
    return (0..<count).map { head in
      let (block, number) = (head / 24 * 8 + head % 8, head / 8 % 3)
      let word = words[4 * block + number]
      let fresh = words[4 * block + 3] >> UInt32(10 * number) & 1_023
      return Numbers(fate: word >> 8, luck: word & 255, fresh: UInt16(fresh))
    }
  }
}

/// The same by `CKernels`.
final class KernelPeople {
  private let people = ck_new_people()
  private let width: Int32
  private(set) var sums = [UInt64](repeating: 0, count: 12)

  init(width: Int32) { self.width = width }
  deinit { ck_free_people(people) }

  var lists: [[UInt16]] {
    (0..<16).map { list in
      var count: UInt32 = 0
      let heads = ck_heads(people, Int32(list), &count)
      return Array(UnsafeBufferPointer(start: heads, count: Int(count)))
    }
  }

  func live(_ terms: PlainTerms, year: UInt32) {
    terms.leaving.withUnsafeBufferPointer { leaving in
      terms.becoming.withUnsafeBufferPointer { becoming in
        terms.keeping.withUnsafeBufferPointer { keeping in
          withAmounts(terms) { amounts in
            var all = ck_year(
              key: terms.subject.words, purpose: Purpose.beneficiaryYear.counterWord, year: year,
              trial: terms.trial, leaving: leaving.baseAddress, becoming: becoming.baseAddress,
              keeping: keeping.baseAddress, amounts: amounts)
            ck_live(width, people, &all, &sums)
          }
        }
      }
    }
  }

  func join(_ terms: PlainTerms, _ joiners: [UInt32], year: UInt32) {
    joiners.withUnsafeBufferPointer { joiners in
      terms.pairs.withUnsafeBufferPointer { pairs in
        withAmounts(terms) { amounts in
          var all = ck_joining(
            key: terms.subject.words, purpose: Purpose.beneficiaryJoining.counterWord, year: year,
            trial: terms.trial, joiners: joiners.baseAddress, pairs: pairs.baseAddress,
            aligned: terms.aligned, amounts: amounts)
          ck_join(width, people, &all, &sums)
        }
      }
    }
  }

  private func withAmounts(_ terms: PlainTerms, _ body: (ck_amounts) -> Void) {
    terms.spending.withUnsafeBufferPointer { spending in
      terms.risk.withUnsafeBufferPointer { risk in
        body(ck_amounts(spending: spending.baseAddress, risk: risk.baseAddress))
      }
    }
  }
}
