import CKernels
import CWidths
import Testing

@testable import Probability

@Suite struct PointSetTests {
  /// Draws that may be guided, as many as asked for.
  static func draws(_ count: Int) -> [GuidedPlace] {
    (0..<count).map { GuidedPlace(.parameters, slot: $0 % 32, year: $0 / 32 % 8, draw: $0 / 256) }
  }

  static func points(
    _ dimensions: Int, axes: [[Double]] = [], seed: UInt64 = 7
  ) -> PointSet {
    PointSet(
      draws: draws(dimensions), axes: axes,
      subject: Subject(seed: seed, kind: .aco, name: "points"))
  }

  /// Words of one dimension of the trials of one randomisation, its points in order.
  static func words(
    _ points: PointSet, _ dimension: Int, of randomisation: Int, trials: Int
  ) -> [UInt32] {
    let batch = PointBatch(points)
    let place = draws(points.dimensions)[dimension].number
    var words: [UInt32] = []
    for trial in 0..<trials where PointSet.randomisation(of: trial) == randomisation {
      batch.seek(trial)
      if let word = batch.word(at: place) { words.append(word) }
    }
    return words
  }

  /// scipy 1.17.1, `qmc.Sobol(384, scramble=False, bits=32)` at the points whose number has one bit;
  /// natural order, not Gray's. FNV-1a over all, dimension by dimension.
  @Test func `direction numbers are a second source's`() {
    var numbers = [UInt32](repeating: 0, count: Int(ck_point_bits))
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for dimension in 0..<PointSet.mostDimensions {
      ck_directions_of(Int32(dimension), &numbers)
      for number in numbers { digest = (digest ^ UInt64(number)) &* 0x100_0000_01B3 }
    }
    #expect(digest == 0x0DDD_3D6D_C651_2525)
    ck_directions_of(6, &numbers)
    #expect(
      numbers.prefix(6).map { $0 >> 8 } == [
        8388608, 12582912, 10485760, 13631488, 5767168, 9699328,
      ])
  }

  @Test func `the first trials are 128 points of each randomisation, then each has as many more`() {
    let places = (0..<4_096).map { ck_place_of_trial(UInt32($0)) }
    #expect(places[127].randomisation == 0 && places[127].point == 127)
    #expect(places[128].randomisation == 1 && places[128].point == 0)
    #expect(places[2_047].randomisation == 15 && places[2_047].point == 127)
    #expect(places[2_048].randomisation == 0 && places[2_048].point == 128)
    #expect(places[4_095].randomisation == 15 && places[4_095].point == 255)
    for doubling in [2_048, 4_096] {
      for randomisation in 0..<16 {
        let held = places[..<doubling].filter { $0.randomisation == UInt32(randomisation) }
        #expect(held.map { Int($0.point) }.sorted() == Array(0..<doubling / 16))
      }
    }
  }

  @Test(arguments: [0, 1, 2, 38, 255, 383])
  func `every dimension is stratified in every randomisation`(dimension: Int) {
    let points = Self.points(384)
    for randomisation in [0, 9, 15] {
      let words = Self.words(points, dimension, of: randomisation, trials: 4_096)
      #expect(Set(words.map { $0 >> 24 }).count == 256 && words.count == 256)
    }
  }

  /// Dimensions 0 and 1 are a (0, 2)-sequence: of 256 points one in each of 16 by 16 squares.
  @Test func `the first two dimensions fill squares`() {
    let points = Self.points(2)
    for randomisation in 0..<16 {
      let first = Self.words(points, 0, of: randomisation, trials: 4_096)
      let second = Self.words(points, 1, of: randomisation, trials: 4_096)
      #expect(Set(zip(first, second).map { ($0 >> 28) << 4 | ($1 >> 28) }).count == 256)
    }
  }

  @Test func `randomisations and seeds scramble each on their own`() {
    let (one, other) = (Self.points(3), Self.points(3, seed: 8))
    let words = Self.words(one, 2, of: 0, trials: 2_048)
    #expect(words == Self.words(Self.points(3), 2, of: 0, trials: 2_048))
    #expect(words != Self.words(one, 2, of: 1, trials: 2_048))
    #expect(words != Self.words(other, 2, of: 0, trials: 2_048))
  }

  /// A shift alone moves all points of a randomisation alike: which bits two of them differ in would
  /// then be the same in every randomisation. The matrix makes them differ, but for the first one: what
  /// lies in the same half, quarter and so on stays there.
  @Test func `each randomisation has a matrix of its own, not a shift alone`() {
    let points = Self.points(40)
    for dimension in [0, 3, 39] {
      let apart = (0..<16).map { randomisation in
        let words = Self.words(points, dimension, of: randomisation, trials: 2_048)
        return (1..<128).map { words[0] ^ words[$0] }
      }
      #expect(Set(apart).count == 16)
      for others in apart {
        #expect(others.map(\.leadingZeroBitCount) == apart[0].map(\.leadingZeroBitCount))
      }
    }
  }

  @Test func `a batch is the same at every width, and a trial the same alone`() {
    let axis = (0..<40).map { Double($0 - 17) / 65.0 }
    let length = axis.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let points = Self.points(60, axes: [axis.map { $0 / length }])
    let baseline = PointBatch(points, width: 0)
    for width in Int32(1)...2 where width <= cw_widest() {
      let wide = PointBatch(points, width: width)
      for trial in stride(from: 0, to: 5_000, by: 37) {
        baseline.seek(trial)
        wide.seek(trial)
        for place in Self.draws(60) {
          #expect(baseline.word(at: place.number) == wide.word(at: place.number))
        }
      }
    }
  }

  /// With the axis across the plane between the first unit vector and g, the sum of g times the scores
  /// turned is the first score as it was.
  @Test func `a reflection puts the first dimension on the direction`() {
    let g = [0.6, 0, -0.8, 0]
    let apart = [g[0] - 1, g[1], g[2], g[3]]
    let length = apart.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let turned = PointBatch(Self.points(4, axes: [apart.map { $0 / length }]))
    let straight = PointBatch(Self.points(4))
    for trial in 0..<2_048 {
      turned.seek(trial)
      straight.seek(trial)
      let along = (0..<4).reduce(0.0) { $0 + g[$1] * turned.score($1) }
      // Scores are within 1e-6; words hold them as well within four standard deviations.
      #expect(abs(along - straight.score(0)) < 5e-6)
      #expect(abs(turned.score(1) - straight.score(1)) < 5e-6)
    }
  }

  @Test(arguments: [0, 1e-9, 0.5, 1, 3, 6])
  func `a score's word has that score`(score: Double) {
    RandomStream.prepare()
    for z in [score, -score] {
      // Half a word is all of what it moves where the tail is thin.
      let word = 0x1p-32 / normalDensity(z)
      #expect(abs(ck_draw_normal(ck_word_of_score(z)) - z) < 1e-6 + word)
      #expect(abs(ck_tail_below(z) / normalProbability(below: -score) - 1) < 1e-8)
    }
  }

  /// Chance 0.3: it happens where the tail is below 0.15, with score the tail over 0.3.
  @Test func `an event happens in both tails, in the order of the word`() {
    RandomStream.prepare()
    for (z, happens) in [(-2.0, true), (-1.0, false), (0.5, false), (1.2, true)] {
      var score = 0.0
      let tail = ck_tail_below(z)
      #expect((ck_draw_event(ck_word_of_score(z), 0.3, &score) != 0) == happens)
      guard happens else { continue }
      let within = normalQuantile(tail / 0.3)
      #expect(abs(score - (z < 0 ? within : -within)) < 1e-6)
    }
  }

  @Test func `a stream follows points where they give its words, until it moves on`() {
    let points = PointSet(
      draws: [GuidedPlace(.quality, slot: 0, year: 2)], axes: [],
      subject: Subject(seed: 7, kind: .aco, name: "points"))
    let (batch, aco) = (PointBatch(points), Subject(seed: 1, kind: .aco, name: "A"))
    batch.seek(5)
    var stream = RandomStream()
    var own = RandomStream()
    func both(_ slot: UInt32, _ follows: Bool) -> (Double, Double) {
      stream.seek(aco, trial: 5, year: 2, purpose: .quality, slot: slot)
      if follows { stream.follow(batch) }
      own.seek(aco, trial: 5, year: 2, purpose: .quality, slot: slot)
      return (stream.normal(), own.normal())
    }
    let (guided, plain) = both(0, true)
    #expect(guided == batch.score(0) && guided != plain)
    #expect(stream.normal() == own.normal())
    let another = both(1, true)
    #expect(another.0 == another.1)
    let after = both(0, false)
    #expect(after.0 == after.1)
  }
}
