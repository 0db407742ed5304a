import CKernels
import CWidths
import Testing

/// What the kernels make of their chances, counted: every fate as often as it should come, within 4.5
/// standard errors of a count over a million heads.
@Suite struct BeneficiaryChanceTests {
  static let joined: UInt32 = 1_000_000

  static func people(_ terms: PlainTerms, type: Int) -> KernelPeople {
    let people = KernelPeople(width: cw_widest())
    people.join(terms, (0..<4).map { $0 == type ? joined : 0 }, year: 0)
    return people
  }

  static func isNear(_ found: Int, _ expected: Double, of all: Double) -> Bool {
    let chance = expected / all
    return abs(Double(found) - expected) <= 4.5 * (expected * (1 - chance)).squareRoot() + 1e-9
  }

  @Test func `joiners are of every pair, and aligned, as often as stated`() {
    let terms = PlainTerms()
    let lists = Self.people(terms, type: 2).lists
    for pair in 0..<16 {
      let heads = lists[2 + 4 * (pair & 3)].filter { Int($0 >> 10 & 3) == pair >> 2 }
      let expected = Double(Self.joined) * terms.pairs[pair]
      #expect(Self.isNear(heads.count, expected, of: Double(Self.joined)), "pair \(pair)")
      let aligned = heads.count { $0 >> 12 == 1 }
      let part = Double(heads.count) * terms.aligned
      #expect(Self.isNear(aligned, part, of: Double(heads.count)), "pair \(pair), aligned")
    }
  }

  @Test(arguments: 0..<4)
  func `every kind of head stays, changes and keeps its rank as often as stated`(type: Int) {
    var terms = PlainTerms()
    let people = Self.people(terms, type: type)
    let before = people.lists
    // Nobody changes rank, so that kinds and ranks together tell who stayed.
    terms.keeping = [1, 1, 1, 1]
    people.live(terms, year: 1)
    let after = people.lists
    for level in 0..<4 {
      for kind in 0..<8 {
        let isOf: (UInt16) -> Bool = { Int($0 >> 10) == kind }
        let heads = Double(before[type + 4 * level].count(where: isOf))
        let stay = 1 - terms.leaving[type + 4 * level + 16 * kind]
        for next in 0..<4 {
          let expected = heads * stay * terms.becoming[4 * type + next]
          let found = after[next + 4 * level].count(where: isOf)
          #expect(
            Self.isNear(found, expected, of: heads), "level \(level), kind \(kind), to \(next)")
        }
      }
    }
  }

  /// Those who leave or stay, and those who draw afresh, do so whatever their rank.
  @Test func `ranks stay uniform, and are kept as often as stated`() {
    let terms = PlainTerms()
    let people = Self.people(terms, type: 3)
    let before = people.lists
    people.live(terms, year: 1)
    for list in stride(from: 3, to: 16, by: 4) {
      for heads in [before[list], people.lists[list]] {
        var counts = [Double](repeating: 0, count: 1_024)
        for head in heads { counts[Int(head & 1_023)] += 1 }
        let expected = Double(heads.count) / 1_024
        let square = counts.reduce(0) { $0 + ($1 - expected) * ($1 - expected) / expected }
        // Chi-square of 1,023 degrees of freedom: mean 1,023, standard deviation 45.2.
        #expect(abs(square - 1_023) < 4.5 * 45.2, "list \(list)")
      }
    }
    // Where nobody leaves or changes, heads stay in their order.
    var zero = terms
    zero.leaving = Array(repeating: 0, count: 128)
    zero.becoming = (0..<16).map { $0 % 5 == 0 ? 1 : 0 }
    let still = Self.people(zero, type: 3)
    let first = still.lists
    still.live(zero, year: 1)
    for list in stride(from: 3, to: 16, by: 4) {
      let same = zip(first[list], still.lists[list]).count { $0 == $1 }
      let chance = zero.keeping[3] + (1 - zero.keeping[3]) / 1_024
      let heads = Double(first[list].count)
      #expect(Self.isNear(same, heads * chance, of: heads), "list \(list)")
    }
  }

  /// The sum of a table that counts luck itself: uniform on 0 through 255, whoever stays.
  @Test func `luck in risk scores is uniform and nobody's fate`() {
    var terms = PlainTerms()
    terms.risk = (0..<16 * 256).map { UInt32($0 % 256) }
    let people = Self.people(terms, type: 3)
    func expectUniform(_ step: String, from before: [UInt64]) {
      let heads = Double(people.sums[3] - before[3])
      let mean = Double(people.sums[11] - before[11]) / heads
      // Standard deviation of one: √((256² − 1) / 12) = 73.9.
      #expect(abs(mean - 127.5) < 4.5 * 73.9 / heads.squareRoot(), "\(step)")
    }
    expectUniform("joiners", from: [UInt64](repeating: 0, count: 12))
    let joined = people.sums
    people.live(terms, year: 1)
    expectUniform("a year", from: joined)
  }
}
