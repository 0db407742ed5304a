@preconcurrency import CGSL
import Probability

/// The baseline: the same years as a first scalar loop would write them, every variate GSL's own, on
/// the fastest of GSL's good generators.
struct ScalarBeneficiaries: ~Copyable {
  private struct Head {
    var type, cost, risk, aligned: UInt8
    /// Before the cost level.
    var amount: Double

    var cell: Int { Int(type | cost << 2 | risk << 4 | aligned << 6) }
  }

  private let law: BeneficiaryLaw
  private let pairs: [Double]
  private let generator: UnsafeMutablePointer<gsl_rng>
  private var heads: [Head] = []
  /// Heads, spending and risk of the year, four of each by type.
  private(set) var sums = [Double](repeating: 0, count: 12)

  init(_ law: BeneficiaryLaw, seed: UInt) {
    self.law = law
    pairs = law.pairs
    generator = gsl_rng_alloc(gsl_rng_taus2)
    gsl_rng_set(generator, seed)
  }

  deinit { gsl_rng_free(generator) }

  mutating func begin(_ counts: [Int]) {
    heads.removeAll(keepingCapacity: true)
    startYear()
    join(counts, pairs: Array(repeating: 1.0 / 16, count: 16))
  }

  /// One year of everyone, and this year's joiners.
  mutating func nextYear(_ joiners: [Int]) {
    startYear()
    var staying = 0
    for place in heads.indices {
      var head = heads[place]
      if gsl_rng_uniform(generator) < law.leaving[head.cell] { continue }
      head.type = typeAfter(head.type)
      if gsl_rng_uniform(generator) >= law.keeping[Int(head.type)] { head.amount = amount() }
      count(head)
      heads[staying] = head
      staying += 1
    }
    heads.removeLast(heads.count - staying)
    join(joiners, pairs: pairs)
  }

  private mutating func startYear() {
    for place in sums.indices { sums[place] = 0 }
  }

  private func typeAfter(_ type: UInt8) -> UInt8 {
    var chance = gsl_rng_uniform(generator)
    let row = 4 * Int(type)
    // Most stay of their type.
    chance -= law.becoming[row + Int(type)]
    guard chance >= 0 else { return type }
    var last = type
    for after in 0..<4 where after != Int(type) && law.becoming[row + after] > 0 {
      last = UInt8(after)
      chance -= law.becoming[row + after]
      if chance < 0 { break }
    }
    return last
  }

  private func amount() -> Double {
    let kind = gsl_rng_uniform(generator)
    guard kind >= law.nothing else { return 0 }
    if kind < law.nothing + law.episodes {
      return min(law.limit, gsl_ran_gamma(generator, law.episodeShape, law.episodeScale))
    }
    return min(law.limit, gsl_ran_lognormal(generator, law.middle, law.spread))
  }

  private mutating func count(_ head: Head) {
    let type = Int(head.type)
    sums[type] += 1
    sums[4 + type] += head.amount * law.costLevels[Int(head.cost)]
    sums[8 + type] +=
      law.riskLevels[Int(head.risk)] * gsl_ran_lognormal(generator, 0, law.riskSpread)
  }

  private mutating func join(_ joiners: [Int], pairs: [Double]) {
    for type in 0..<4 {
      for _ in 0..<joiners[type] {
        var chance = gsl_rng_uniform(generator) - pairs[0]
        var pair = 0
        while chance >= 0, pair < 15 {
          pair += 1
          chance -= pairs[pair]
        }
        let aligned: UInt8 = gsl_rng_uniform(generator) < law.aligned ? 1 : 0
        let head = Head(
          type: UInt8(type), cost: UInt8(pair & 3), risk: UInt8(pair >> 2), aligned: aligned,
          amount: amount())
        heads.append(head)
        count(head)
      }
    }
  }
}
