import Foundation
import Probability
import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

@Suite struct PathChoiceTests {
  /// 100 trials in 100 blocks: what each path nets, in dollars, and in how many trials it owes and
  /// runs through its reserve.
  static func blocks(_ nets: [Double], owed: Int = 0, exhausted: Int = 0) -> PathBlocks {
    let cents = nets.map { Int64($0 * 100) }
    let marks = cents.indices.map { trial in
      var marks = PathMarks()
      if trial < owed { marks.owes() }
      if trial < exhausted { marks.exhausts() }
      return marks
    }
    return PathBlocks(cents[...], marks[...], edge: cents.sorted()[(cents.count + 19) / 20 - 1])
  }

  static func resamples(_ blocks: Int = 100, seed: UInt64 = 1) -> Resamples {
    var scenario = Scenario.quiet(assigned: 10_000, savingsRate: 0)
    scenario.seed = seed
    return Resamples(blocks: blocks, for: scenario)
  }

  /// Bold: 95 trials of 20, five of −100: mean 14, worst five −100. Mild: 95 of 12, five of −40: mean
  /// 9.4. Safe: 1 always.
  static let three = [
    blocks(
      Array(repeating: -100, count: 5) + Array(repeating: 20, count: 95), owed: 30, exhausted: 8),
    blocks(
      Array(repeating: -40, count: 5) + Array(repeating: 12, count: 95), owed: 10, exhausted: 4),
    blocks(Array(repeating: 1, count: 100)),
  ]

  private func pick(_ appetite: Appetite) -> (Int?, Int) {
    let choice = PathChoice(among: Self.three, within: appetite, Self.resamples())
    return (choice.path, choice.qualifying)
  }

  @Test func `each limit of an appetite picks by hand`() {
    #expect(pick(Appetite()) == (0, 3))
    #expect(pick(Appetite(maxChanceOfOwing: 0.3)) == (0, 3))
    #expect(pick(Appetite(maxChanceOfOwing: 0.29)) == (1, 2))
    #expect(pick(Appetite(maxChanceOfOwing: 0)) == (2, 1))
    #expect(pick(Appetite(maxLossInFiveYears: Dollars(100))) == (0, 3))
    #expect(pick(Appetite(maxLossInFiveYears: Dollars(99))) == (1, 2))
    #expect(pick(Appetite(maxLossInFiveYears: Dollars(0))) == (2, 1))
    #expect(pick(Appetite(reserve: Dollars(50))) == (1, 2))
    #expect(pick(Appetite(maxChanceOfOwing: 0.05, reserve: Dollars(50))) == (2, 1))
  }

  @Test func `an appetite that nothing keeps names nothing`() {
    let choice = PathChoice(
      among: Array(Self.three.prefix(2)), within: Appetite(maxChanceOfOwing: 0), Self.resamples())
    #expect(choice.path == nil && choice.qualifying == 0)
    #expect(choice.chanceOfAnother.value == 0 && choice.costIfAnother == 0)
  }

  /// Figures of the whole sample are those of the distribution.
  @Test func `blocks counted once give the sample's own figures`() {
    let figures = Self.three[0].figures(counting: Array(repeating: 1, count: 100))
    #expect(figures.mean == 1_400 && figures.tailMean == -10_000)
    #expect(figures.chanceOfOwing == 0.3 && figures.chanceOfExhaustion == 0.08)
  }

  /// Independent normal columns: dollars, `count` paths of 10,000 trials.
  private func normals(_ count: Int, seed: UInt64) -> [[Double]] {
    var stream = RandomStream()
    return (0..<count).map { path in
      stream.seek(
        Subject(seed: seed, kind: .aco, name: "paths"), trial: UInt32(path), year: 0,
        purpose: .parameters)
      return (0..<10_000).map { _ in (stream.normal() * 1_000).rounded() }
    }
  }

  /// Two paths: the chance is Φ(−d/se) of the paired difference, within the error of 1,000
  /// resamples and of an error known from 100 blocks (7 percent).
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func `between two paths the odds are those of the paired difference`(seed: UInt64) {
    let columns = normals(2, seed: seed)
    let gaps = zip(columns[0], columns[1]).map { $0 - $1 }
    let mean = gaps.reduce(0, +) / 10_000
    let variance = gaps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 9_999
    let z = abs(mean) / (variance / 10_000).squareRoot()
    let choice = PathChoice(
      among: columns.map { Self.blocks($0) }, within: Appetite(), Self.resamples(seed: seed))
    #expect(choice.path == (mean > 0 ? 0 : 1))
    let expected = erfc(z / 2.0.squareRoot()) / 2
    let wider = erfc(z * 0.8 / 2.0.squareRoot()) / 2
    let narrower = erfc(z * 1.2 / 2.0.squareRoot()) / 2
    let error = 4 * choice.chanceOfAnother.standardError + 0.002
    #expect(choice.chanceOfAnother.value < max(wider, expected) + error)
    #expect(choice.chanceOfAnother.value > min(narrower, expected) - error)
  }

  /// Twenty paths that are truly alike: the one that came out best is rarely so again.
  /// A limit at the very tail of the better of two paths that lie far apart: it is broken in about half
  /// of the resamples, and the other, which keeps it in about half of those, is better in none.
  @Test func `breaking a limit is told from being beaten`() throws {
    let columns = normals(2, seed: 3)
    let blocks = [Self.blocks(columns[0].map { $0 + 10_000 }), Self.blocks(columns[1])]
    let choice = PathChoice(
      among: blocks, within: Appetite(maxLossInFiveYears: Dollars(1e6)), Self.resamples())
    #expect(choice.path == 0 && choice.qualifying == 2)
    let free = try #require(choice.parts)
    #expect(free.breaking.value == 0 && free.better.value == 0)
    let near = Self.blocks(columns[0].map { $0 + 100 })
    let loss = -near.figures.tailMean / 100
    let edge = PathChoice(
      among: [near, Self.blocks(columns[1])],
      within: Appetite(maxLossInFiveYears: Dollars(loss + 0.01)), Self.resamples())
    let parts = try #require(edge.parts)
    #expect(edge.path == 0 && abs(parts.breaking.value - 0.5) < 0.1, "\(parts.breaking.value)")
    #expect(
      abs(parts.breaking.value + parts.better.value - edge.chanceOfAnother.value) < 1e-12)
    #expect(
      PathChoice(among: blocks, within: Appetite(), Self.resamples()).parts == nil)
  }

  @Test func `having looked at many paths makes the best of them less sure`() {
    let columns = normals(20, seed: 9)
    let all = PathChoice(
      among: columns.map { Self.blocks($0) }, within: Appetite(), Self.resamples())
    let ranked = columns.sorted { $0.reduce(0, +) > $1.reduce(0, +) }
    let two = PathChoice(
      among: ranked.prefix(2).map { Self.blocks($0) }, within: Appetite(), Self.resamples())
    #expect(all.chanceOfAnother.value > two.chanceOfAnother.value)
    #expect(all.chanceOfAnother.value > 0.3)
    #expect(all.costIfAnother > 0)
  }

  @Test func `paths that are the same in every trial do not make a choice unsure`() {
    let columns = normals(1, seed: 3)
    let choice = PathChoice(
      among: [columns[0], columns[0]].map { Self.blocks($0) }, within: Appetite(),
      Self.resamples())
    #expect(choice.path == 0 && choice.chanceOfAnother.value == 0)
  }
}
