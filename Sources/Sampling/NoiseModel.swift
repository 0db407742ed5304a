import Probability
import Regulation
import Scenarios

/// How the luck of finitely many claims shrinks with person-years, by type.
struct NoiseModel: Sendable {
  let law: ClaimsNoise.Law
  /// One person-year's coefficient of variation, by type.
  let personVariation: ByEnrollmentType<Double>
  let correlation: Double

  init(_ assumptions: Assumptions, _ population: Population) {
    let noise = assumptions.claimsNoise
    law = noise.law
    correlation = noise.correlation
    personVariation = noise.personVariation(of: population)
  }

  /// The shape of a gamma variate with mean 1 for this many person-years.
  @inline(__always)
  func shape(_ type: EnrollmentType, personYears: Double) -> Double {
    let variation = personVariation[type]
    return personYears / (variation * variation)
  }
}

/// One type's claims luck carried from year to year, as a normal score.
struct NoiseState {
  private var score = 0.0
  private var shape = 0.0

  /// The factor on expenditure in the next year; mean one.
  ///
  /// Those assigned in both years bring their part of the luck along: consecutive scores correlate by the
  /// stated correlation, times the root of the smaller year over the larger. Each year is exactly of its
  /// law.
  mutating func next(
    shape next: Double, law: ClaimsNoise.Law, correlation: Double, _ stream: inout RandomStream
  ) -> Double {
    guard law != .none else { return 1 }
    let drawn = stream.normal()
    if shape == 0 {
      score = drawn
    } else {
      let kept = correlation * (min(shape, next) / max(shape, next)).squareRoot()
      score = kept * score + (1 - kept * kept).squareRoot() * drawn
    }
    shape = next
    return law.luck(shape: next, score: score, &stream)
  }
}

extension ClaimsNoise.Law {
  /// Claims over what was to be expected, at a normal score.
  ///
  /// - Parameters:
  ///   - shape: One over the variance.
  ///   - stream: Where the score was drawn.
  func luck(shape: Double, score: Double, _ stream: inout RandomStream) -> Double {
    switch self {
    case .gamma: stream.gammaOfMeanOne(shape: shape, score: score)
    case .normal: 1 + score / shape.squareRoot()
    case .none: 1
    }
  }
}
