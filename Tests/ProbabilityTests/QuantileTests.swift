import CGSL
import CKernels
import Testing

@testable import Probability

/// Every law as a quantile of uniform words, against GSL's distribution functions.
@Suite struct QuantileTests {
  let address = ck_address(key: (20, 26), purpose: 1 << 24, year: 1, trial: 0, place: 0)

  /// Words whose tails reach every octave: the first 20,000 as they come, the rest shifted outward.
  private func words(_ count: Int) -> [(UInt32, UInt32)] {
    RandomStream.prepare()
    var address = address
    return (0..<UInt32(count)).map { block in
      let drawn = ck_words(&address, block * 64).word
      let shift = block < 20_000 ? 0 : block % 31
      let below = (drawn.0 & ~(1 << 31)) >> shift
      return (drawn.0 >> 31 == 0 ? below : ~below, drawn.1)
    }
  }

  /// The polynomials and single precision err by 8e-7; GSL's quantile is exact to rounding. A score is that
  /// of the middle of two words that differ in their last bit.
  @Test func `the normal score is GSL's quantile within 1e-6, tails included`() {
    var worst = 0.0
    for (word, _) in words(60_000) {
      let middle = (ck_draw_uniform(word & ~1) + ck_draw_uniform(word | 1)) / 2
      let exact =
        middle < 0.5 ? gsl_cdf_ugaussian_Pinv(middle) : gsl_cdf_ugaussian_Qinv(1 - middle)
      worst = max(worst, abs(ck_draw_normal(word) - exact))
      // As far above zero as its complement is below.
      #expect(ck_draw_normal(~word) == -ck_draw_normal(word))
    }
    #expect(worst < 1e-6)
    #expect(worst > 1e-8, "a table that is exact was not looked up")
  }

  /// Where octaves meet, at the middle and at both ends.
  @Test func `the normal score rises with the word`() {
    RandomStream.prepare()
    for octave in 0..<32 as Range<UInt32> {
      let border = UInt64(1) << octave
      for beside in max(border, 200) - 200...border + 200 where beside < UInt64(UInt32.max) {
        let word = UInt32(beside)
        // Neighbours differ by less than single precision tells apart, but for its error.
        #expect(ck_draw_normal(word + 1) > ck_draw_normal(word) - 1e-6)
        #expect(ck_draw_normal(word + 1) < ck_draw_normal(word) + 0.5)
      }
    }
    #expect(ck_draw_normal(0) == ck_draw_normal(1) && ck_draw_normal(0) < -6.2)
    #expect(ck_draw_normal(1 << 31) == 0 && ck_draw_normal(.max) > 6.2)
  }

  @Test(
    arguments: [1, 1.01, 1.3, 2.25, 3.43, 3.99, 4, 4.2, 5, 8, 12, 16, 25, 80, 400, 3_000, 20_000.0])
  func `a gamma variate lies where GSL's distribution puts it`(shape: Double) {
    var address = address
    var worst = 0.0
    for (word, _) in words(30_000) {
      let drawn = shape * ck_draw_gamma(shape, ck_draw_normal(word), &address, 1)
      worst = max(worst, abs(gsl_cdf_gamma_P(drawn, shape, 1) - ck_draw_uniform(word)))
    }
    #expect(worst < 1e-6, "\(shape): \(worst)")
  }

  /// Shapes below one are thinned by a uniform; their law is tested, not their place. The largest
  /// distance of an empirical distribution from the true one exceeds 1.95/√n once in a thousand.
  @Test(arguments: [0.05, 0.2, 0.5, 0.99])
  func `a gamma variate of small shape has GSL's distribution`(shape: Double) {
    RandomStream.prepare()
    var address = address
    let count = 40_000
    let places = (0..<UInt32(count)).map { block -> Double in
      let score = ck_draw_normal(ck_word(&address, block * 2))
      let drawn = shape * ck_draw_gamma(shape, score, &address, block * 2 + 1)
      return gsl_cdf_gamma_P(drawn, shape, 1)
    }.sorted()
    var distance = 0.0
    for (place, value) in places.enumerated() {
      let (below, above) = (Double(place) / Double(count), Double(place + 1) / Double(count))
      distance = max(distance, abs(value - below), abs(value - above))
    }
    #expect(distance < 1.95 / Double(count).squareRoot(), "\(shape)")
  }

  /// Of a distribution function, where counts are read off an expansion.
  static let countError = 1e-4
  /// Where probabilities are added, in single precision.
  static let addedError = 2e-6

  /// How far the uniform at which a count passes a value is from the distribution function there, at the
  /// most of up to two thousand values.
  ///
  /// - Parameter count: Of a word, and growing with it.
  private func farthest(
    _ count: (UInt32) -> Double, _ below: (Double) -> Double
  ) -> Double {
    RandomStream.prepare()
    var worst = 0.0
    let (least, most) = (count(0), count(.max))
    let step = max(1, ((most - least) / 2_000).rounded())
    for value in stride(from: least, to: most, by: step) {
      var (low, high) = (UInt32(0), UInt32.max)
      while high - low > 1 {
        let middle = low + (high - low) / 2
        if count(middle) <= value { low = middle } else { high = middle }
      }
      worst = max(worst, abs((Double(low) + 1) * 0x1p-32 - below(value)))
    }
    return worst
  }

  @Test(
    arguments: [1.0, 7, 30, 45, 67, 100, 400, 9_000, 300_000],
    [0.001, 0.02, 0.15, 0.5, 0.82, 0.95, 0.995])
  func `a binomial count lies where GSL's distribution puts it`(n: Double, p: Double) {
    for (word, _) in words(2_000) {
      let count = ck_draw_binomial(n, p, word)
      #expect(count >= 0 && count <= n && count == count.rounded())
    }
    let worst = farthest({ ck_draw_binomial(n, p, $0) }) {
      gsl_cdf_binomial_P(UInt32($0), p, UInt32(n))
    }
    let allowed = n * p * (1 - p) < 10 ? Self.addedError : Self.countError
    #expect(worst < allowed, "\(n), \(p): \(worst)")
  }

  /// Below the variance where probabilities are added each kind has a word of its own.
  @Test(
    arguments: [(44, 0.82), (60, 0.82), (400, 0.82), (9_000, 0.7), (3, 0.5)] as [(Double, Double)],
    [(0, 0.93), (3, 0.93), (40, 0.93), (400, 0.98), (30_000, 0.999)] as [(Double, Double)])
  func `successes of two kinds lie where the sum of GSL's distributions puts them`(
    one: (n: Double, p: Double), other: (n: Double, p: Double)
  ) {
    let variance = one.n * one.p * (1 - one.p) + other.n * other.p * (1 - other.p)
    let (kinds, beside) = (
      ck_trials(count: one.n, chance: one.p), ck_trials(count: other.n, chance: other.p)
    )
    guard variance >= 10 else {
      for (first, second) in words(2_000) {
        let both = ck_draw_binomials(kinds, beside, ck_pair(first: first, second: second))
        let apart =
          ck_draw_binomial(one.n, one.p, first) + ck_draw_binomial(other.n, other.p, second)
        #expect(both == apart)
      }
      return
    }
    // Of the second kind, those that are not beyond eight standard deviations.
    let spread = 8 * (other.n * other.p * (1 - other.p)).squareRoot() + 8
    let counts = max(0, other.n * other.p - spread)...min(other.n, other.n * other.p + spread)
    func below(_ count: Double) -> Double {
      stride(from: counts.lowerBound.rounded(.down), through: counts.upperBound, by: 1).reduce(0) {
        guard count >= $1 else { return $0 }
        return $0 + gsl_ran_binomial_pdf(UInt32($1), other.p, UInt32(other.n))
          * gsl_cdf_binomial_P(UInt32(min(one.n, count - $1)), one.p, UInt32(one.n))
      }
    }
    for (first, second) in words(600) {
      let count = ck_draw_binomials(kinds, beside, ck_pair(first: first, second: second))
      #expect(count >= 0 && count <= one.n + other.n && count == count.rounded())
    }
    // The second word is for small variances.
    let worst = farthest(
      { ck_draw_binomials(kinds, beside, ck_pair(first: $0, second: 0)) }, below)
    #expect(worst < Self.countError, "\(one), \(other): \(worst)")
  }

  /// Dispersions as far as one quantile serves; where probabilities are added, as far as a file may state.
  @Test(
    arguments: [0.3, 4, 9.9, 10, 11, 25, 90, 800, 20_000], [0, 0.02, 0.1, 0.2, 0.3, 0.54, 2])
  func `a count lies where GSL's Poisson or negative binomial puts it`(
    mean: Double, dispersion: Double
  ) {
    guard mean < 10 || dispersion <= 0.3 else { return }
    var address = address
    let worst = farthest({
      ck_draw_count(mean, dispersion, ck_pair(first: $0, second: 0), &address, 1)
    }) { count in
      if dispersion == 0 { return gsl_cdf_poisson_P(UInt32(count), mean) }
      let shape = 1 / (dispersion * dispersion)
      return gsl_cdf_negative_binomial_P(UInt32(count), shape / (shape + mean), shape)
    }
    let allowed = mean < 10 ? Self.addedError : Self.countError
    #expect(worst < allowed, "\(mean), \(dispersion): \(worst)")
  }

  /// Both find the quantile at a given score: the polynomial's is within 5e-4 standard deviations of
  /// GSL's, the reference's is GSL's.
  @Test(arguments: [0.04, 0.5, 1, 1.5, 5, 8, 30, 400, 2_000, 20_000])
  func `a gamma variate at a score is GSL's quantile`(shape: Double) {
    let aco = Subject(seed: 3, kind: .aco, name: "A1")
    var quantiles = RandomStream()
    var gsl = RandomStream(rejecting: true)
    for place in -32...32 {
      let score = Double(place) / 8
      quantiles.seek(aco, trial: 1, year: 2, purpose: .claimsNoise)
      _ = quantiles.normal()
      let found = quantiles.gammaOfMeanOne(shape: shape, score: score)
      let reference = shape * gsl.gammaOfMeanOne(shape: shape, score: score)
      // Below one the kernel thins, and is tested by its law.
      if shape >= 1 {
        #expect(abs(shape * found - reference) < 5e-4 * shape.squareRoot(), "\(score)")
      }
      let (below, above) = (
        gsl_cdf_gamma_P(reference, shape, 1), gsl_cdf_gamma_Q(reference, shape, 1)
      )
      #expect(abs(below - gsl_cdf_ugaussian_P(score)) < 1e-7, "\(score)")
      #expect(abs(above - gsl_cdf_ugaussian_Q(score)) < 1e-7, "\(score)")
    }
  }

  /// The kernel's exponential and logarithm are the ones of Elementary.swift.
  @Test func `the reference path draws the same laws`() {
    let aco = Subject(seed: 3, kind: .aco, name: "A1")
    var quantiles = RandomStream()
    var gsl = RandomStream(rejecting: true)
    func moments(_ stream: inout RandomStream, _ draw: (inout RandomStream) -> Double) -> Moments {
      var moments = Moments()
      for trial in 0..<100_000 as Range<UInt32> {
        stream.seek(aco, trial: trial, year: 2, purpose: .joining)
        moments.add(draw(&stream))
      }
      return moments
    }
    let draws: [(inout RandomStream) -> Double] = [
      { $0.normal() }, { $0.uniform() }, { $0.gamma(shape: 70, scale: 1) },
      { $0.gamma(shape: 0.4, scale: 2) }, { $0.chiSquared(degreesOfFreedom: 6) },
      { $0.beta(mean: 0.4, concentration: 90) }, { $0.beta(mean: 0.7, concentration: 3) },
      { Double($0.binomial(trials: 900, probability: 0.83)) },
      { Double($0.binomials((30, 0.8), (4, 0.9))) },
      { Double($0.binomials((900, 0.83), (90, 0.95))) },
      { Double($0.count(mean: 150, dispersion: 0.1)) },
      { Double($0.count(mean: 60, dispersion: 0.8)) },
    ]
    for (place, draw) in draws.enumerated() {
      let (one, other) = (moments(&quantiles, draw), moments(&gsl, draw))
      let error = ((one.variance + other.variance) / one.count).squareRoot()
      #expect(abs(one.mean - other.mean) < 4 * error, "draw \(place)")
      #expect(
        abs(one.variance / other.variance - 1) < 1.5 * Tolerance.varianceRatio(100_000),
        "draw \(place)")
    }
  }
}
