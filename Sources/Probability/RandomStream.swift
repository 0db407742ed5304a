import CGSL

/// What a random number is spent on. Each purpose draws from its own stream, so a model that
/// spends one more number on retention leaves the same trial's claims noise untouched.
public enum Purpose: UInt32, CaseIterable, Sendable {
  case nationalGrowth = 1, regionalDeviation, expenditureEffect, claimsNoise
  case historicalBenchmarkNoise, retention, joining, participantChange, trueUp, riskScore, quality
  case extremeCircumstances, parameters
  /// One beneficiary's year, and one joiner's first: block i of the stream is the i-th place's.
  case beneficiaryYear, beneficiaryJoining
  /// Which blocks of trials are counted again, and how often, to see how sure a choice is.
  case resampling
  /// No part of a history: the order in which a study draws the parts of one again.
  case order
  /// What the ACO's own programs achieve, cost and bill.
  case programs
  /// No part of a history: what of others' parts of losses is collected (slot 0 the participants', 1
  /// the sponsor's), and which settled years CMS opens again.
  case collection, reopening

  /// Word 1 of the counter of slot 0; word 0 counts the stream's blocks, 2 is the year, 3 the trial.
  public var counterWord: UInt32 { rawValue << 24 }
}

/// Random numbers with an address: `(seed and subject, trial, year, purpose, slot)`.
///
/// The stream is a pure function of its address. Trials can therefore run in any order, on any
/// number of threads, and be replayed one at a time; and a rejection sampler that spends more
/// numbers in one slot shifts nothing in another. Year 0 holds draws made once per trial.
/// Every distribution is GSL's.
public struct RandomStream: ~Copyable {
  private let generator: UnsafeMutablePointer<gsl_rng>

  public init() {
    // GSL returns nil only when memory is exhausted; there is then nothing left to report with.
    guard let generator = gsl_rng_alloc(philoxType) else { preconditionFailure("no memory") }
    self.generator = generator
  }

  deinit { gsl_rng_free(generator) }

  /// Moves to the start of the stream with this address.
  ///
  /// - Parameters:
  ///   - slot: Tells types and repeated draws of one purpose apart; below 2²⁴.
  @inline(__always)
  public mutating func seek(
    _ subject: Subject, trial: UInt32, year: UInt32, purpose: Purpose, slot: UInt32 = 0
  ) {
    let state = generator.pointee.state.assumingMemoryBound(to: PhiloxState.self)
    state.pointee.philox.key = subject.key
    state.pointee.counter = SIMD4(0, purpose.counterWord | slot, year, trial)
    state.pointee.unread = 0
  }

  /// Standard normal (Marsaglia & Tsang's ziggurat, GSL).
  public mutating func normal() -> Double { gsl_ran_gaussian_ziggurat(generator, 1) }

  /// Uniform on [0, 1).
  public mutating func uniform() -> Double { gsl_rng_uniform(generator) }

  /// Gamma with mean `shape · scale`; `shape` and `scale` above zero.
  public mutating func gamma(shape: Double, scale: Double) -> Double {
    gsl_ran_gamma(generator, shape, scale)
  }

  /// χ² with ν degrees of freedom, ν above zero.
  public mutating func chiSquared(degreesOfFreedom: Double) -> Double {
    gsl_ran_chisq(generator, degreesOfFreedom)
  }

  /// Beta with the given mean and concentration a + b, both parameters above zero.
  public mutating func beta(mean: Double, concentration: Double) -> Double {
    gsl_ran_beta(generator, mean * concentration, (1 - mean) * concentration)
  }

  /// Successes in `trials` independent attempts.
  public mutating func binomial(trials: Int, probability: Double) -> Int {
    Int(gsl_ran_binomial(generator, probability, UInt32(clamping: trials)))
  }

  /// A count with the given mean and variance mean + (dispersion · mean)²: Poisson where
  /// `dispersion` is zero, negative binomial otherwise.
  public mutating func count(mean: Double, dispersion: Double) -> Int {
    guard mean > 0 else { return 0 }
    guard dispersion > 0 else { return Int(gsl_ran_poisson(generator, mean)) }
    let shape = 1 / (dispersion * dispersion)
    return Int(gsl_ran_negative_binomial(generator, shape / (shape + mean), shape))
  }
}

/// The generator's state as GSL keeps it: a Philox counter and the words of its last block.
struct PhiloxState {
  var philox: Philox
  var counter: SIMD4<UInt32>
  var block: SIMD4<UInt32>
  var unread: Int

  @inline(__always)
  mutating func next() -> UInt32 {
    if unread == 0 {
      block = philox.block(at: counter)
      counter.x &+= 1
      unread = 4
    }
    unread -= 1
    return block[3 - unread]
  }
}

/// Philox under GSL's generator interface, so that `gsl_ran_*` draws from a counter-based stream.
///
/// Unsafe only to the compiler: the type is written once, before the first stream exists, and
/// never again.
nonisolated(unsafe) private let philoxType: UnsafePointer<gsl_rng_type> = {
  gsl_set_error_handler_off()  // GSL would otherwise end the process on a bad argument.
  let type = UnsafeMutablePointer<gsl_rng_type>.allocate(capacity: 1)
  let name: StaticString = "philox4x32-10"
  type.initialize(
    to: gsl_rng_type(
      name: UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self),
      max: UInt(UInt32.max), min: 0, size: MemoryLayout<PhiloxState>.size,
      set: { state, _ in
        state?.initializeMemory(
          as: PhiloxState.self,
          to: PhiloxState(philox: Philox(key: .zero), counter: .zero, block: .zero, unread: 0))
      },
      get: { UInt($0?.assumingMemoryBound(to: PhiloxState.self).pointee.next() ?? 0) },
      get_double: {
        Double($0?.assumingMemoryBound(to: PhiloxState.self).pointee.next() ?? 0) / 0x1p32
      }))
  return UnsafePointer(type)
}()
