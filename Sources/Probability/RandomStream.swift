import CGSL
import CKernels

/// Random numbers with an address: `(seed and subject, trial, year, purpose, slot)`.
///
/// The stream is a pure function of its address. Trials can therefore run in any order, on any
/// number of threads, and be replayed one at a time. Year 0 holds draws made once per trial.
///
/// Each draw is a quantile of one uniform word at a fixed place of the stream: the n-th draw after
/// `seek` reads the same word whatever the draws before it were, and no law shifts another. A block of
/// the generator is four words of 32 bits, of four slots: 0 through 3, 4 through 7 and so on; a uniform
/// is the middle of its word. The distributions are GSL's, which the tests hold every quantile against;
/// a stream that is asked to draws with GSL's own samplers instead, which reject and so spend words as
/// they need them.
public struct RandomStream: ~Copyable {
  private let generator: UnsafeMutablePointer<gsl_rng>
  /// Whether GSL's own samplers draw: the plain reference.
  private let rejects: Bool
  private var address = ck_address()
  /// Draws since `seek`.
  private var spent: UInt32 = 0
  /// Where this address's words are taken from, if not all are the generator's own.
  private var points: PointBatch?

  /// Blocks of an address that each draw has for itself: its word's, and that of the word beside it.
  private static let blocks: UInt32 = 2

  /// - Parameter rejects: Whether GSL's own samplers draw.
  public init(rejecting rejects: Bool = false) {
    Self.prepare()
    // GSL returns nil only when memory is exhausted; there is then nothing left to report with.
    guard let generator = gsl_rng_alloc(philoxType) else { preconditionFailure("no memory") }
    self.generator = generator
    self.rejects = rejects
  }

  deinit { gsl_rng_free(generator) }

  /// Fills the tables that quantiles are looked up in; a kernel that draws in bulk needs them too.
  public static func prepare() { _ = quantileTables }

  /// Moves to the start of the stream with this address.
  ///
  /// - Parameters:
  ///   - slot: Tells types and repeated draws of one purpose apart; below 2²⁴.
  @inline(__always)
  public mutating func seek(
    _ subject: Subject, trial: UInt32, year: UInt32, purpose: Purpose, slot: UInt32 = 0
  ) {
    address = ck_address(
      key: subject.words, purpose: purpose.counterWord | slot / 4, year: year, trial: trial,
      place: slot % 4)
    spent = 0
    points = nil
    guard rejects else { return }
    let state = generator.pointee.state.assumingMemoryBound(to: PhiloxState.self)
    state.pointee.philox.key = subject.key
    state.pointee.counter = SIMD4(0, purpose.counterWord | slot, year, trial)
    state.pointee.unread = 0
  }

  /// Takes the words of this address from points where they give them, until the next `seek`.
  ///
  /// - Parameter points: At the trial of the address.
  @inline(__always)
  public mutating func follow(_ points: PointBatch) {
    if slot < 32, address.year < 8 { self.points = points }
  }

  private var slot: UInt32 { (address.purpose & 0xFF_FFFF) * 4 + address.place }

  /// The word that points give in place of a draw's own.
  private func guided(draw: UInt32) -> UInt32? {
    guard let points, draw < 2 else { return nil }
    return points.word(
      at: Int(ck_guided_place(address.purpose >> 24, slot, address.year, draw)))
  }

  /// The word of the next draw, and where the one beside it stands.
  @inline(__always)
  private mutating func next() -> (word: UInt32, beside: UInt32) {
    let draw = spent
    spent += 1
    let word = guided(draw: draw) ?? ck_word(&address, draw * Self.blocks)
    return (word, draw * Self.blocks + 1)
  }

  /// Standard normal.
  public mutating func normal() -> Double {
    guard !rejects else { return gsl_ran_gaussian_ziggurat(generator, 1) }
    return ck_draw_normal(next().word)
  }

  /// Uniform on (0, 1).
  public mutating func uniform() -> Double {
    guard !rejects else { return gsl_rng_uniform(generator) }
    return ck_draw_uniform(next().word)
  }

  /// Whether what has this chance happens, and the normal score of how, both from this address's first
  /// word: it happens in both tails, lower scores in the lower one. `nil` where no point gives that word:
  /// whether and how are then draws of their own.
  public mutating func event(chance: Double) -> (happens: Bool, score: Double)? {
    guard let word = guided(draw: spent) else { return nil }
    spent += 1
    var score = 0.0
    let happens = ck_draw_event(word, chance, &score) != 0
    return (happens, score)
  }

  /// Gamma with mean `shape · scale`; `shape` and `scale` above zero.
  public mutating func gamma(shape: Double, scale: Double) -> Double {
    guard !rejects else { return gsl_ran_gamma(generator, shape, scale) }
    let (word, beside) = next()
    return scale * shape * ck_draw_gamma(shape, ck_draw_normal(word), &address, beside)
  }

  /// Gamma of mean one where this normal score, of the latest draw, puts it; `shape` above zero.
  public mutating func gammaOfMeanOne(shape: Double, score: Double) -> Double {
    guard !rejects else { return gammaQuantile(score: score, shape: shape) / shape }
    return ck_draw_gamma(shape, score, &address, (spent - 1) * Self.blocks + 1)
  }

  /// χ² with ν degrees of freedom, ν above zero.
  public mutating func chiSquared(degreesOfFreedom: Double) -> Double {
    guard !rejects else { return gsl_ran_chisq(generator, degreesOfFreedom) }
    return gamma(shape: degreesOfFreedom / 2, scale: 2)
  }

  /// Beta with the given mean and concentration a + b, both parameters above zero: a gamma variate's
  /// part of its sum with another, two draws.
  public mutating func beta(mean: Double, concentration: Double) -> Double {
    let (a, b) = (mean * concentration, (1 - mean) * concentration)
    guard !rejects else { return gsl_ran_beta(generator, a, b) }
    let first = gamma(shape: a, scale: 1)
    return first / (first + gamma(shape: b, scale: 1))
  }

  /// Successes in `trials` independent attempts.
  public mutating func binomial(trials: Int, probability: Double) -> Int {
    guard !rejects else {
      return Int(gsl_ran_binomial(generator, probability, UInt32(clamping: trials)))
    }
    return Int(ck_draw_binomial(Double(trials), probability, next().word))
  }

  /// Successes of two kinds of attempts together, two draws.
  public mutating func binomials(
    _ one: (trials: Int, probability: Double), _ other: (trials: Int, probability: Double)
  ) -> Int {
    guard !rejects else {
      return binomial(trials: one.trials, probability: one.probability)
        + binomial(trials: other.trials, probability: other.probability)
    }
    let words = ck_pair(first: next().word, second: next().word)
    return Int(
      ck_draw_binomials(
        ck_trials(count: Double(one.trials), chance: one.probability),
        ck_trials(count: Double(other.trials), chance: other.probability), words))
  }

  /// A count with the given mean and variance mean + (dispersion · mean)²: Poisson where
  /// `dispersion` is zero, negative binomial otherwise. Two draws.
  public mutating func count(mean: Double, dispersion: Double) -> Int {
    guard mean > 0 else { return 0 }
    guard !rejects else { return gslCount(mean: mean, dispersion: dispersion) }
    let (first, second) = (next().word, next())
    let words = ck_pair(first: first, second: second.word)
    return Int(ck_draw_count(mean, dispersion, words, &address, second.beside))
  }

  private mutating func gslCount(mean: Double, dispersion: Double) -> Int {
    guard dispersion > 0 else { return Int(gsl_ran_poisson(generator, mean)) }
    let shape = 1 / (dispersion * dispersion)
    return Int(gsl_ran_negative_binomial(generator, shape / (shape + mean), shape))
  }
}

/// Filled once, before the first stream exists.
private let quantileTables: Void = ck_prepare()
