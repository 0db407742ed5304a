import Testing

@testable import Projection

@Suite struct BestOptionTests {
  /// Three options at 95 percent, look 1: each test has 0.05 / (1 · 2 · 3) = 0.008333, 2.39398 standard
  /// errors. The closest rival is 30 behind: 30 / 2.39398 = 12.531.
  @Test func `decided where the closest rival is further behind than the test's reach`() throws {
    func best(_ error: Double) throws -> BestOption {
      StoppingSample.best(
        try StoppingSample.comparison(means: [100, 160, 130]) { _, _ in error }, confidence: 0.95)
    }
    let near = try best(12.53)
    #expect(near.option == 1 && near.isDecided)
    #expect(near.rivals.map(\.option) == [2, 0])
    #expect(near.rivals.map(\.lead.value) == [30, 60])
    let far = try best(12.54)
    #expect(far.undecided.map(\.option) == [2])
    #expect(abs(far.rivals[0].low - (30 - 2.39398 * 12.54)) < 1e-3)
    #expect(abs(far.rivals[0].high - (30 + 2.39398 * 12.54)) < 1e-3)
  }

  /// The same figures at look 2 have a third of the share: 0.002778, 2.7729 standard errors.
  @Test func `a later look asks for more`() throws {
    func isDecided(_ error: Double) throws -> Bool {
      StoppingSample.best(
        try StoppingSample.comparison(means: [100, 160, 130]) { _, _ in error }, confidence: 0.95,
        look: 2
      ).isDecided
    }
    #expect(try isDecided(30 / 2.774))
    #expect(try !isDecided(30 / 2.772))
  }

  /// After 4,096 trials, lead 30. With an error of 15 look 2 has 15 / √2 · 2.7729 = 29.41: 8,192. With 16
  /// it has 31.37, and look 3, at 0.001389 and 2.9913 standard errors, 16 / 2 · 2.9913 = 23.93: 16,384.
  @Test func `how many trials would tell`() throws {
    func needed(_ error: Double, means: [Double] = [100, 160, 130]) throws -> Int? {
      StoppingSample.best(
        try StoppingSample.comparison(means: means) { _, _ in error }, confidence: 0.95
      ).undecided.first?.trialsNeeded
    }
    #expect(try needed(15) == 8_192)
    #expect(try needed(16) == 16_384)
    #expect(try needed(12) == nil)
    #expect(try needed(16, means: [100, 160, 160]) == nil)
  }

  @Test func `an option that pays the same in every trial is no rival, one of equal mean is`()
    throws
  {
    var comparison = try StoppingSample.comparison(means: [160, 100, 160]) { _, _ in 5 }
    let open = StoppingSample.best(comparison, confidence: 0.95)
    #expect(open.option == 0 && open.alike.isEmpty && open.undecided.map(\.option) == [2])
    for (row, column) in [(0, 2), (2, 0)] {
      comparison.differences[row][column] = PairedDifference(
        mean: Estimate(value: 0, standardError: 0), chanceOfMore: StoppingSample.never,
        chanceOfLess: StoppingSample.never)
    }
    let same = StoppingSample.best(comparison, confidence: 0.95)
    #expect(same.alike == [2] && same.isDecided && same.rivals.map(\.option) == [1])
  }

  @Test func `what cannot be signed is neither best nor rival; one option alone is decided`() throws
  {
    var comparison = try StoppingSample.comparison(means: [100, 900, 50]) { _, _ in 5 }
    comparison.outlooks[1].requested.whatIf = "too experienced"
    let best = StoppingSample.best(comparison, confidence: 0.95)
    #expect(best.option == 0 && best.rivals.map(\.option) == [2])
    comparison.outlooks[2].requested.whatIf = "too experienced"
    let alone = StoppingSample.best(comparison, confidence: 0.95)
    #expect(alone.option == 0 && alone.rivals.isEmpty && alone.isDecided)
  }

  /// Options of equal mean, each trial the sum of a shared and an own number; eight doubling looks.
  /// 2,000 runs name a best one in at most 10 percent, 200, and by chance in 240, three standard errors
  /// more. Were 10 percent spent at every look, some 500 would.
  @Test(arguments: [2, 3])
  func `of equal options one is named no more often than the confidence leaves`(options: Int) throws
  {
    let none = try StoppingSample.comparison(means: Array(repeating: 0, count: options))
    let named = (0..<2_000).count {
      var run = NullRun(seed: UInt64($0), lead: 0, options: options)
      return run.named(from: none, confidence: 0.9) != nil
    }
    #expect(named <= 240)
    // The bound is not idle: some are named.
    #expect(options > 2 || named >= 60)
  }

  /// The first is ahead by an eighth of the spread of a difference, the error of which falls to a 181st.
  @Test func `an option that is ahead is named in the end, and another hardly ever`() throws {
    let none = try StoppingSample.comparison(means: [0, 0, 0])
    let named = (0..<200).map {
      var run = NullRun(seed: 90_000 + UInt64($0), lead: 0.125, options: 3)
      return run.named(from: none, confidence: 0.99)
    }
    #expect(named.allSatisfy { $0 != nil })
    // One in a hundred of 200, and three standard errors: 2 + 4.2.
    #expect(named.count { $0 != 0 } <= 6)
  }
}

/// A run of options whose nets are known laws, counted as paired differences.
private struct NullRun {
  private var state: UInt64
  /// Of the first option.
  private let lead: Double
  private let options: Int
  private var trials = 0
  /// Of each pair, `first * options + second`.
  private var sums, squares: [Double]

  init(seed: UInt64, lead: Double, options: Int) {
    (state, self.lead, self.options) = (seed &* 0x9E37_79B9_7F4A_7C15, lead, options)
    sums = Array(repeating: 0, count: options * options)
    squares = sums
  }

  /// Four 16-bit uniforms added, less their mean; variance about 1/3.
  private mutating func noise() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    z ^= z >> 31
    let sum = (z & 0xFFFF) + (z >> 16 & 0xFFFF) + (z >> 32 & 0xFFFF) + (z >> 48)
    return Double(sum) / 65_536 - 2
  }

  private mutating func add() {
    trials += 1
    var net = [lead, 0, 0]
    for option in 0..<options { net[option] += noise() }
    for first in 0..<options {
      for second in 0..<options {
        let difference = net[first] - net[second]
        sums[first * options + second] += difference
        squares[first * options + second] += difference * difference
      }
    }
  }

  private func difference(_ first: Int, _ second: Int) -> Estimate {
    let (n, place) = (Double(trials), first * options + second)
    let mean = sums[place] / n
    let variance = (squares[place] - n * mean * mean) / (n - 1)
    return Estimate(value: mean, standardError: (max(0, variance) / n).squareRoot())
  }

  /// The option named at the first look that decides; `nil` where none of eight does.
  mutating func named(from none: Comparison, confidence: Double) -> Int? {
    for look in 1...8 {
      while trials < 256 << (look - 1) { add() }
      var comparison = none
      comparison.trials = trials
      for first in 0..<options {
        // Against the last, the means are in order.
        comparison.outlooks[first].net.mean.value = difference(first, options - 1).value
        for second in 0..<options {
          comparison.differences[first][second].mean = difference(first, second)
        }
      }
      let best = StoppingSample.best(comparison, confidence: confidence, look: look)
      if best.isDecided { return best.option }
    }
    return nil
  }
}
