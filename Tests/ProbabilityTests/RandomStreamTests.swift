import CKernels
import Testing

@testable import Probability

@Suite struct RandomStreamTests {
  let aco = Subject(seed: 2027, kind: .aco, name: "A0001")

  func draws(_ count: Int, _ draw: (inout RandomStream) -> Double) -> Moments {
    var stream = RandomStream()
    var moments = Moments()
    for trial in 0..<count {
      stream.seek(aco, trial: UInt32(trial), year: 1, purpose: .quality)
      moments.add(draw(&stream))
    }
    return moments
  }

  @Test func `normal, gamma, beta and counts have their stated means and variances`() {
    let count = 200_000
    let cases: [(String, Double, Double, (inout RandomStream) -> Double)] = [
      ("normal", 0, 1, { $0.normal() }),
      ("uniform", 0.5, 1.0 / 12, { $0.uniform() }),
      ("gamma", 8, 16, { $0.gamma(shape: 4, scale: 2) }),
      ("chi-squared", 6.5, 13, { $0.chiSquared(degreesOfFreedom: 6.5) }),
      ("beta", 0.82, 0.82 * 0.18 / 201, { $0.beta(mean: 0.82, concentration: 200) }),
      ("binomial", 820, 147.6, { Double($0.binomial(trials: 1000, probability: 0.82)) }),
      ("Poisson", 170, 170, { Double($0.count(mean: 170, dispersion: 0)) }),
      (
        "negative binomial", 170, 170 + 0.01 * 170 * 170,
        { Double($0.count(mean: 170, dispersion: 0.1)) }
      ),
    ]
    for (name, mean, variance, draw) in cases {
      let found = draws(count, draw)
      #expect(abs(found.standardised(mean: mean)) < Tolerance.meanZ, "\(name)")
      #expect(abs(found.variance / variance - 1) < Tolerance.varianceRatio(count), "\(name)")
    }
  }

  @Test func `the same address gives the same number, whatever was drawn before`() {
    var stream = RandomStream()
    stream.seek(aco, trial: 7, year: 3, purpose: .claimsNoise, slot: 2)
    let first = stream.gamma(shape: 3, scale: 1)
    stream.seek(aco, trial: 8, year: 3, purpose: .claimsNoise, slot: 2)
    for _ in 0..<13 { _ = stream.normal() }
    stream.seek(aco, trial: 7, year: 3, purpose: .claimsNoise, slot: 2)
    #expect(stream.gamma(shape: 3, scale: 1) == first)
  }

  /// Draw n of slot 4k + i is word i of block 2n at address k.
  @Test func `four slots share the blocks of one address`() {
    var stream = RandomStream()
    var address = ck_address(
      key: aco.words, purpose: Purpose.joining.counterWord | 3, year: 4, trial: 9, place: 0)
    for draw in 0..<3 as Range<UInt32> {
      let block = ck_words(&address, 2 * draw).word
      let words = [block.0, block.1, block.2, block.3]
      for place in 0..<4 as Range<UInt32> {
        stream.seek(aco, trial: 9, year: 4, purpose: .joining, slot: 12 + place)
        for _ in 0..<draw { _ = stream.uniform() }
        let word = words[Int(place)]
        #expect(stream.uniform() == ck_draw_uniform(word))
        address.place = place
        #expect(ck_word(&address, 2 * draw) == word)
      }
    }
  }

  @Test func `every part of the address matters`() {
    var stream = RandomStream()
    var seen: Set<Double> = []
    let other = Subject(seed: 2028, kind: .aco, name: "A0001")
    for subject in [aco, other] {
      for trial in [0, 1, UInt32.max] {
        for year in 0...5 as ClosedRange<UInt32> {
          for purpose in Purpose.allCases {
            for slot in 0...3 as ClosedRange<UInt32> {
              stream.seek(subject, trial: trial, year: year, purpose: purpose, slot: slot)
              seen.insert(stream.normal() + Double(stream.binomial(trials: 9, probability: 0.5)))
            }
          }
        }
      }
    }
    #expect(seen.count == 2 * 3 * 6 * Purpose.allCases.count * 4)
  }

  @Test func `neighbouring trials, years, purposes and slots are uncorrelated`() {
    let count = 100_000
    var stream = RandomStream()
    func correlation(_ shift: (inout RandomStream, UInt32) -> Void) -> Double {
      var sum = 0.0
      for trial in 0..<UInt32(count) {
        stream.seek(aco, trial: trial, year: 1, purpose: .quality)
        let first = stream.normal()
        shift(&stream, trial)
        sum += first * stream.normal()
      }
      return sum / Double(count).squareRoot()
    }
    let shifts: [(inout RandomStream, UInt32) -> Void] = [
      { $0.seek(aco, trial: $1 + 1, year: 1, purpose: .quality) },
      { $0.seek(aco, trial: $1, year: 2, purpose: .quality) },
      { $0.seek(aco, trial: $1, year: 1, purpose: .extremeCircumstances) },
      { $0.seek(aco, trial: $1, year: 1, purpose: .quality, slot: 1) },
    ]
    for shift in shifts { #expect(abs(correlation(shift)) < Tolerance.meanZ) }
  }
}

/// Sums for a mean and a variance.
struct Moments {
  var count = 0.0
  var sum = 0.0
  var squares = 0.0
  mutating func add(_ value: Double) {
    count += 1
    sum += value
    squares += value * value
  }
  var mean: Double { sum / count }
  var variance: Double { (squares - sum * sum / count) / (count - 1) }
  /// How many standard errors the mean lies from the one stated.
  func standardised(mean stated: Double) -> Double {
    (mean - stated) / (variance / count).squareRoot()
  }
}

/// The ladder of tolerances: seeds are fixed, so a test that passes always passes; these say how
/// far from the truth a correct sampler could plausibly lie.
enum Tolerance {
  /// Standard errors of a mean.
  static let meanZ = 4.0
  /// Five standard errors of a variance ratio with kurtosis up to 6.
  static func varianceRatio(_ count: Int) -> Double { 5 * (5 / Double(count)).squareRoot() }
}
