import Probability
import Regulation
import Sampling
import Scenarios
import Testing

@testable import Projection

@Suite struct PointsTests {
  static func agreement(trials: Int, seed: UInt64 = 5) throws -> Agreement {
    var scenario = SamenessTests.lively(trials: trials)
    (scenario.seed, scenario.points) = (seed, .sobol)
    return try Agreement(scenario, under: .current()).sampled(workers: 2)
  }

  static func tally(trials: Int, seed: UInt64 = 5) throws -> (Agreement, Tally) {
    let agreement = try agreement(trials: trials, seed: seed)
    let bench = try TallyBench(agreement, workers: 2)
    return (agreement, try bench.tally(of: 0..<bench.blocks, workers: 2))
  }

  @Test func `plain trials follow no points`() throws {
    let scenario = SamenessTests.lively(trials: 2_000)
    let agreement = try Agreement(scenario, under: .current())
    let sampled = try agreement.sampled(workers: 2)
    #expect(sampled.pointsDigest.isEmpty && sampled.model.points == nil)
    #expect(try sampled.ledger(workers: 1).checksum == agreement.ledger(workers: 1).checksum)
  }

  @Test func `points are a function of scenario and seed`() throws {
    let agreement = try Self.agreement(trials: 2_000)
    #expect(agreement.pointsDigest.count == 16)
    #expect(agreement.pointsDigest == (try Self.agreement(trials: 9_000)).pointsDigest)
    #expect(agreement.pointsDigest != (try Self.agreement(trials: 2_000, seed: 6)).pointsDigest)
  }

  @Test(arguments: [1, 7, 64])
  func `parts add up to the whole on points, and more trials change none`(parts: Int) throws {
    let agreement = try Self.agreement(trials: 20_000)
    let bench = try TallyBench(agreement, workers: 2)
    let whole = try bench.tally(of: 0..<bench.blocks, workers: 1)
    let sum = try (0..<parts).reversed().reduce(into: bench.none) {
      $0.add(try bench.tally(of: bench.shard($1, of: parts), workers: 1 + $1 % 3))
    }
    #expect(sum == whole)
    #expect(agreement.comparison(of: sum) == agreement.comparison(of: whole))
    #expect(whole.parts.map(\.trials).reduce(0, +) == 20_000)
    #expect(try Tally(bytes: whole.bytes[...]) == whole)
    let few = try Self.agreement(trials: 3_000).ledger(workers: 1)
    let many = try agreement.ledger(workers: 2)
    let (short, long) = (few.payments(of: 0, year: 3), many.payments(of: 0, year: 3))
    #expect(firstMismatch(short, long.prefix(3_000)) == nil)
  }

  @Test func `any trial is replayed alone`() throws {
    let agreement = try Self.agreement(trials: 3_000)
    let ledger = try agreement.ledger(workers: 2)
    for trial in [0, 127, 128, 1_500, 2_999] {
      let paid = agreement.replay(trial: trial, option: 1).reduce(Cents.zero) { $0 + $1.paid }
      #expect(paid.count == ledger.total(of: 1)[trial])
    }
  }

  /// By hand: three randomisations of 2, 2 and 4 trials with sums 2, 6 and 8. The mean is 16/8 = 2; what
  /// the sums are beside twice their trials: -2, 2, 0, squared 8; times 3/2 over 64: 0.1875.
  @Test func `the error is that of the spread between randomisations`() {
    let three = Randomisations(trials: [2, 0, 2, 4])
    #expect(three.variance(ofMean: [2, 0, 6, 8]) == 0.1875)
    #expect(three.halfWidth == 4.303)
    #expect(three.effect(ofMean: [2, 0, 6, 8], plain: 0.375) == 0.5)
    #expect(three.effect(ofMean: [2, 0, 2, 4], plain: 0.375) == 1)
    #expect(Randomisations(trials: [5]).variance(ofMean: [3]) == .infinity)
  }

  /// By hand: sixteen randomisations of the amounts 0 through 99 cents, but in every second one 50
  /// through 69 are 49, in the others 30 through 49 are 50. Below every mark but the median's each has
  /// as many, so that nothing is known of what the points gain there, and the interval is as of
  /// independent trials, with Student's 2.131: of rank 400 of 1,600 by 2.131 √300 = 36.9, so from 22 to
  /// 27 cents. Below 50 cents are 70 or 30 of 100: the mean's variance is 16/15 · 16 · 20² / 1,600², 17.07
  /// times ¼ / 1,600. So the median's ranks are 800 less and plus 2.131 · 20 √17.07 = 176.1: 623 holds 47
  /// cents, 976 holds 52.
  @Test func `a quantile's interval is of what the points do to the chance below its own mark`() {
    #expect(Distribution.levels == [0.05, 0.25, 0.5, 0.75, 0.95])
    var tally = AmountTally(KnownAmounts(marks: [5, 25, 50, 75, 95]))
    for randomisation in 0..<16 {
      let amounts = (0..<100).map { (cents: Int64) in
        if randomisation.isMultiple(of: 2) { return (50..<70).contains(cents) ? 49 : cents }
        return (30..<50).contains(cents) ? 50 : cents
      }
      amounts.withUnsafeBufferPointer { tally.add($0, of: randomisation) }
    }
    let all = Distribution(tally, Randomisations(trials: Array(repeating: 100, count: 16)))
    let (quarter, median) = (all.quantiles[1], all.quantiles[2])
    #expect([quarter.low, quarter.high] == [Cents(22), Cents(27)])
    #expect([median.low, median.high] == [Cents(47), Cents(52)])
  }

  /// By hand, of the same sixteen: 70 or 30 of 100 have the variance of 1,600 / 17.0667 = 93.75
  /// independent trials. Wilson's half of a chance of one half, with Student's 2.131: 2.131 √(¼ / 93.75 +
  /// 2.131² / 4 / 93.75²) / (1 + 2.131² / 93.75) = 0.10747.
  @Test func `a chance's interval is Student's, of as many independent trials as have its error`() {
    let counts = (0..<16).map { $0.isMultiple(of: 2) ? 70.0 : 30 }
    let chance = Chance(
      800, of: 1_600, counts, Randomisations(trials: Array(repeating: 100, count: 16)))
    #expect(abs(chance.standardError - (0.25 / 93.75).squareRoot()) < 1e-12)
    #expect(abs(chance.high - 0.5 - 0.10747) < 1e-5 && abs(0.5 - chance.low - 0.10747) < 1e-5)
  }

  /// A pilot that found slopes on the first draw and the tenth, each shrunk by a 1,024th over itself so
  /// that 0.8 and 0.6 are left; one on the fourth, which is straight; and one on the ninth that noise alone
  /// explains. The first dimension is turned to 0.8 of the first score and 0.6 of the tenth; the others
  /// are as they were.
  @Test func `the first dimension is turned to the gradient, events and scales left straight`()
    throws
  {
    let agreement = try Agreement(SamenessTests.lively(trials: 2_048), under: .current())
    func shrunkTo(_ kept: Double) -> Double {
      (kept + (kept * kept + 4.0 / 1_024).squareRoot()) / 2
    }
    var slope = Array(repeating: 0.0, count: PointPilot.turned)
    (slope[0], slope[9], slope[3], slope[8]) = (shrunkTo(0.8), shrunkTo(0.6), 0.9, -0.03)
    let turned = PointBatch(PointPilot(slope: slope).points(for: agreement))
    let straight = PointBatch(agreement.points(GuidedDraws.all, axes: [], for: "points"))
    for trial in 0..<2_048 {
      turned.seek(trial)
      straight.seek(trial)
      // Scores are within 1e-6 of the quantile, as are those that words hold but for the farthest tails.
      let along = 0.8 * turned.score(0) + 0.6 * turned.score(9)
      #expect(abs(along - straight.score(0)) < 5e-6)
      for other in [1, 3, 6, 8, 10, 63, 64, GuidedDraws.all.count - 1] {
        #expect(abs(turned.score(other) - straight.score(other)) < 5e-6)
      }
    }
  }

  @Test func `a pilot that finds nothing turns nothing`() throws {
    let agreement = try Agreement(SamenessTests.lively(trials: 2_048), under: .current())
    let noise = Array(repeating: 0.03, count: PointPilot.turned)
    let points = PointPilot(slope: noise).points(for: agreement)
    #expect(points.digest == agreement.points(GuidedDraws.all, axes: [], for: "points").digest)
  }

  /// By hand: every second of sixteen randomisations has 0 and 100 cents, the others 25 and 75, fifty
  /// times each. About the mean of 50 the squares are 250,000 or 62,500 of 100 trials, of mean 1,562.5;
  /// its variance is 16/15 · 16 · 93,750² / 1,600² = 242.06², and the spread's error that over twice 39.5
  /// cents: 3.06 cents.
  @Test func `a spread's error is that of the squares by randomisation`() {
    var tally = AmountTally(KnownAmounts(marks: [0, 0, 0, 0, 0]))
    for randomisation in 0..<16 {
      let ends: [Int64] = randomisation.isMultiple(of: 2) ? [0, 100] : [25, 75]
      let amounts = (0..<100).map { ends[$0 % 2] }
      amounts.withUnsafeBufferPointer { tally.add($0, of: randomisation) }
    }
    let spread = tally.standardDeviation(
      of: 1_600, Randomisations(trials: Array(repeating: 100, count: 16)))
    #expect(abs(spread.value - 0.395) < 0.001)
    #expect(abs(spread.standardError - 0.0306) < 0.0001)
  }

  @Test func `how often a limit binds has the error of its own counts`() throws {
    let (agreement, tally) = try Self.tally(trials: 2_048)
    func error(_ parts: [ExactMoments]) -> Double {
      tally.randomisations.variance(ofMean: parts.map { Double($0.sum) }).squareRoot()
    }
    let outlooks = agreement.comparison(of: tally).outlooks
    for (outlook, limits) in zip(outlooks, tally.limits) {
      #expect(outlook.paymentLimitHits.standardError == error(limits.parts.map(\.payment)))
      #expect(outlook.lossLimitHits.standardError == error(limits.parts.map(\.loss)))
    }
    #expect(tally.limits.contains { $0.parts.map(\.payment) != $0.parts.map(\.loss) })
  }

  @Test(arguments: [0..<1_000, 960..<6_000, 2_048..<4_096, 4_096..<4_097])
  func `a range is cut where one randomisation ends and another begins`(trials: Range<Int>) throws {
    let parts = try Self.agreement(trials: 10_000).parts(of: trials)
    #expect(parts.flatMap { Array($0.trials) } == Array(trials))
    for part in parts {
      #expect(part.trials.allSatisfy { PointSet.randomisation(of: $0) == part.randomisation })
    }
  }

  @Test func `points are scrambled by the seed, the pilot's and the run's each on their own`()
    throws
  {
    func scores(seed: UInt64, for name: String) throws -> [Double] {
      var scenario = SamenessTests.lively(trials: 2_048)
      scenario.seed = seed
      let agreement = try Agreement(scenario, under: .current())
      let batch = PointBatch(agreement.points([GuidedDraws.all[0]], axes: [], for: name))
      return (0..<64).map {
        batch.seek($0)
        return batch.score(0)
      }
    }
    let one = try scores(seed: 5, for: "points")
    #expect(try scores(seed: 5, for: "points") == one)
    #expect(try scores(seed: 6, for: "points") != one)
    #expect(try scores(seed: 5, for: "pilot") != one)
  }

  @Test func `a difference the other way round is as well known`() throws {
    let (agreement, tally) = try Self.tally(trials: 2_048)
    let differences = agreement.comparison(of: tally).differences
    for option in 1..<differences.count {
      let (one, other) = (differences[option][0], differences[0][option])
      #expect(one.mean.value == -other.mean.value)
      #expect(one.mean.standardError == other.mean.standardError)
      #expect(one.chanceOfMore == other.chanceOfLess && one.chanceOfLess == other.chanceOfMore)
    }
    #expect(differences[6][0].chanceOfMore != differences[6][0].chanceOfLess)
  }

  /// 256 seeds of 2,048 trials, of Level A and of ENHANCED, the last of seven. Stated variance over
  /// observed: each has some 255 degrees of freedom and 256 times 15, so that one of the five ratios is
  /// beyond a factor of 1.4 but once in a thousand times.
  @Test func `stated errors are the observed ones`() throws {
    let figures: [(Comparison) -> (Double, Double)] = [
      { ($0.outlooks[0].net.mean.value, $0.outlooks[0].net.mean.standardError) },
      { ($0.differences[6][0].mean.value, $0.differences[6][0].mean.standardError) },
      { ($0.outlooks[6].total.chanceToOwe.value, $0.outlooks[6].total.chanceToOwe.standardError) },
      { ($0.histories[4].savingsRate.value, $0.histories[4].savingsRate.standardError) },
      { ($0.outlooks[6].total.tailMean.value, $0.outlooks[6].total.tailMean.standardError) },
    ]
    let seeds = 256
    let runs = try (0..<seeds).map { seed in
      let (agreement, tally) = try Self.tally(trials: 2_048, seed: UInt64(seed))
      return agreement.comparison(of: tally)
    }
    for (place, figure) in figures.enumerated() {
      let read = runs.map(figure)
      let mean = read.reduce(0) { $0 + $1.0 } / Double(seeds)
      let observed = read.reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) } / Double(seeds - 1)
      let stated = read.reduce(0) { $0 + $1.1 * $1.1 } / Double(seeds)
      #expect((1 / 1.4...1.4).contains(stated / observed), "figure \(place): \(stated / observed)")
    }
  }

  /// A mean over points is nearer the truth than one over as many independent trials: less than half the
  /// variance.
  @Test func `points gain`() throws {
    let (agreement, tally) = try Self.tally(trials: 8_192)
    let mean = agreement.comparison(of: tally).outlooks[0].net.mean.standardError
    let plain = tally.amounts[tally.places.net(of: 0, year: 4)].moments.estimate(
      of: 8_192, unit: 100
    ).standardError
    #expect(mean * mean < plain * plain / 2)
  }
}
