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

/// One type's claims luck carried from year to year: a gamma variate and its shape, or a normal
/// score.
struct NoiseState {
  var level = 0.0
  var shape = 0.0

  /// The factor on expenditure in the next year.
  ///
  /// Gamma: the beneficiaries who stay carry their part of last year's gamma mass (a beta
  /// fraction of it), the rest is fresh, so each year is exactly gamma and consecutive years have
  /// the stated correlation (beta–gamma autoregression; Lewis, McKenzie & Hugus, 1989).
  mutating func next(
    shape next: Double, law: ClaimsNoise.Law, correlation: Double, _ stream: inout RandomStream
  ) -> Double {
    switch law {
    case .none: return 1
    case .normal:
      let score = stream.normal()
      level =
        shape == 0
        ? score : correlation * level + (1 - correlation * correlation).squareRoot() * score
      shape = next
      return 1 + level / next.squareRoot()
    case .gamma:
      let carried = shape == 0 ? 0 : correlation * min(shape, next)
      let kept =
        carried > 0
        ? level * stream.beta(mean: carried / shape, concentration: shape) : 0
      level = kept + stream.gamma(shape: next - carried, scale: 1)
      shape = next
      return level / next
    }
  }
}
