import CGSL
import CKernels

/// Random numbers with an address: `(seed and subject, trial, year, purpose, slot)`.
///
/// The stream is a pure function of its address. Trials can therefore run in any order, on any
/// number of threads, and be replayed one at a time. Year 0 holds draws made once per trial.
///
/// Each draw is a quantile of uniform words at fixed places of the stream: the n-th draw after `seek`
/// reads the same words whatever the draws before it were, and no law shifts another. The
/// distributions are GSL's, which the tests hold every quantile against; a stream that is asked to
/// draws with GSL's own samplers instead, which reject and so spend words as they need them.
public struct RandomStream: ~Copyable {
  private let generator: UnsafeMutablePointer<gsl_rng>
  /// Whether GSL's own samplers draw: the plain reference.
  private let rejects: Bool
  private var address = ck_address()
  /// Draws since `seek`.
  private var spent: UInt32 = 0
  /// Where this address's words are taken from, if not all are the generator's own.
  private var points: PointBatch?

  /// Blocks of two words that each draw has for itself.
  private static let blocks: UInt32 = 32

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
      key: subject.words, purpose: purpose.counterWord | slot, year: year, trial: trial)
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
    let slot = address.purpose & 0xFF_FFFF
    if slot < 32, address.year < 8 { self.points = points }
  }

  /// The words of a draw, those that points give in place of the generator's.
  private func guided(
    _ words: (UInt64, UInt64), by points: PointBatch, draw: UInt32
  ) -> (UInt64, UInt64) {
    guard draw < 2 else { return words }
    let place = Int(
      ck_guided_place(
        address.purpose >> 24, address.purpose & 0xFF_FFFF, address.year, draw))
    return (points.word(at: place) ?? words.0, points.word(at: place + 1) ?? words.1)
  }

  /// The words of the next draw, and the first of the blocks beside them that are its own.
  @inline(__always)
  private mutating func next() -> (words: (UInt64, UInt64), beside: UInt32) {
    let block = spent * Self.blocks
    spent += 1
    let words = withUnsafePointer(to: address) { ck_two_words($0, block) }
    guard let points else { return ((words.first, words.second), block + 1) }
    return (guided((words.first, words.second), by: points, draw: spent - 1), block + 1)
  }

  /// Standard normal.
  public mutating func normal() -> Double {
    guard !rejects else { return gsl_ran_gaussian_ziggurat(generator, 1) }
    return ck_draw_normal(next().words.0)
  }

  /// Uniform on (0, 1).
  public mutating func uniform() -> Double {
    guard !rejects else { return gsl_rng_uniform(generator) }
    return ck_draw_uniform(next().words.0)
  }

  /// Whether what has this chance happens, and the normal score of how, both from this address's first
  /// word: it happens in both tails, lower scores in the lower one. `nil` where no point gives that word:
  /// whether and how are then draws of their own.
  public mutating func event(chance: Double) -> (happens: Bool, score: Double)? {
    let place = ck_guided_place(
      address.purpose >> 24, address.purpose & 0xFF_FFFF, address.year, spent)
    guard let word = points?.word(at: Int(place)) else { return nil }
    spent += 1
    var score = 0.0
    let happens = ck_draw_event(word, chance, &score) != 0
    return (happens, score)
  }

  /// Gamma with mean `shape · scale`; `shape` and `scale` above zero.
  public mutating func gamma(shape: Double, scale: Double) -> Double {
    guard !rejects else { return gsl_ran_gamma(generator, shape, scale) }
    let (words, beside) = next()
    return scale * ck_draw_gamma(shape, words.0, &address, beside)
  }

  /// χ² with ν degrees of freedom, ν above zero.
  public mutating func chiSquared(degreesOfFreedom: Double) -> Double {
    guard !rejects else { return gsl_ran_chisq(generator, degreesOfFreedom) }
    return gamma(shape: degreesOfFreedom / 2, scale: 2)
  }

  /// Beta with the given mean and concentration a + b, both parameters above zero: a gamma variate's
  /// part of its sum with another.
  public mutating func beta(mean: Double, concentration: Double) -> Double {
    let (a, b) = (mean * concentration, (1 - mean) * concentration)
    guard !rejects else { return gsl_ran_beta(generator, a, b) }
    let (words, beside) = next()
    let first = ck_draw_gamma(a, words.0, &address, beside)
    let second = ck_draw_gamma(b, words.1, &address, beside + Self.blocks / 2)
    return first / (first + second)
  }

  /// Successes in `trials` independent attempts.
  public mutating func binomial(trials: Int, probability: Double) -> Int {
    guard !rejects else {
      return Int(gsl_ran_binomial(generator, probability, UInt32(clamping: trials)))
    }
    return Int(ck_draw_binomial(Double(trials), probability, next().words.0))
  }

  /// A count with the given mean and variance mean + (dispersion · mean)²: Poisson where
  /// `dispersion` is zero, negative binomial otherwise.
  public mutating func count(mean: Double, dispersion: Double) -> Int {
    guard mean > 0 else { return 0 }
    guard !rejects else { return gslCount(mean: mean, dispersion: dispersion) }
    let (words, beside) = next()
    return Int(
      ck_draw_count(
        mean, dispersion, ck_pair(first: words.0, second: words.1), &address, beside))
  }

  private mutating func gslCount(mean: Double, dispersion: Double) -> Int {
    guard dispersion > 0 else { return Int(gsl_ran_poisson(generator, mean)) }
    let shape = 1 / (dispersion * dispersion)
    return Int(gsl_ran_negative_binomial(generator, shape / (shape + mean), shape))
  }
}

/// Filled once, before the first stream exists.
private let quantileTables: Void = ck_prepare()
