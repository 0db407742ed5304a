import Probability
import Regulation

@testable import Evidence

/// A panel drawn from known constants: exactly the model that calibration estimates.
struct SimulatedPanel {
  var seed: UInt64
  var acos = 700
  var years = 2031...2035
  var law = Law.process

  enum Law {
    /// Autoregressive and transitory parts, all normal.
    case process
    /// A random walk whose changes are Student t with variance a + b(1/N + 1/N before).
    case changes
  }

  // Savings rate: points and 10,000 beneficiaries.
  static let meanReverting = (constant: 6.0, bySize: 10.0)
  static let persistence = 0.75
  static let transitory = (constant: 0.8, bySize: 3.5)
  static let yearMean = [1.6, 2.5, 3.9, 3.4, 3.7]
  /// What remains of the autoregressive part into a new agreement.
  static let rebased = 0.4
  static let change = (constant: 2.3, bySize: 4.8, degreesOfFreedom: 6.0)
  // Risk scores.
  static let population = ByEnrollmentType(
    esrd: 0.02, disabled: 0.02, agedDual: 0.03, agedNonDual: 0.02)
  static let person = ByEnrollmentType(
    esrd: 0.25, disabled: 0.8, agedDual: 0.6, agedNonDual: 1.0)
  static let commonShare = 0.8
  static let healthShare = 0.5
  // Size, quality, region.
  static let size = (weight: 0.74, mean: -0.035, spread: 0.08, wideMean: 0.05, wideSpread: 0.5)
  static let qualityMean = 0.85
  static let standings = (met: 0.8, alternative: 0.12)
  static let region = 0.02

  var panel: Panel {
    var stream = RandomStream()
    let subject = Subject(seed: seed, kind: .aco, name: "simulated")
    let rows = (0..<acos).flatMap { aco -> [ACOYear] in
      stream.seek(subject, trial: UInt32(aco), year: law == .process ? 0 : 1, purpose: .parameters)
      var life = SimulatedACO(number: aco, panel: self, &stream)
      return years.map { life.next($0, &stream) }
    }
    let measures: Set<String> = ["ACO1", "ACO2", "ACO3"]
    return Panel(
      rows, qualityMeasures: Dictionary(uniqueKeysWithValues: years.map { ($0, measures) }))
  }

  /// Constants whose true value is known without another panel.
  static func exact(_ law: Law, years: ClosedRange<Int>) -> [String: Double] {
    var known: [String: Double] = [:]
    if law == .changes {
      for suffix in [""] + years.dropFirst().map({ ".without\($0 - 1)to\($0)" }) {
        known["savingsRate.oneYearChange.constant\(suffix)"] = change.constant
        known["savingsRate.oneYearChange.bySize\(suffix)"] = change.bySize
        known["savingsRate.oneYearChange.degreesOfFreedom\(suffix)"] = change.degreesOfFreedom
      }
      return known
    }
    known = [
      "savingsRate.process.meanReverting.constant": meanReverting.constant,
      "savingsRate.process.meanReverting.bySize": meanReverting.bySize,
      "savingsRate.process.persistence": persistence,
      "savingsRate.process.transitory.constant": transitory.constant,
      "savingsRate.process.transitory.bySize": transitory.bySize,
      "claimsNoise.correlation": 1 - transitory.bySize / (2.136 * 2.136),
      "savingsRate.process.oneYearAhead.constant": (1 - 0.5625) * meanReverting.constant
        + transitory.constant,
      "savingsRate.process.oneYearAhead.bySize": (1 - 0.5625) * meanReverting.bySize
        + transitory.bySize,
      "riskScore.commonShare": commonShare, "riskScore.healthShare": healthShare,
      "sizeChange.narrow.weight": size.weight, "sizeChange.narrow.mean": size.mean,
      "sizeChange.narrow.spread": size.spread, "sizeChange.wide.mean": size.wideMean,
      "sizeChange.wide.spread": size.wideSpread, "regionalDeviation.upperBound": region,
    ]
    for type in EnrollmentType.allCases {
      known["riskScore.standardDeviation.\(type.rawValue)"] = population[type]
      known["riskScore.personStandardDeviation.\(type.rawValue)"] = person[type]
      known["riskScore.reversion.\(type.rawValue)"] = 0
      known["riskScore.growthSlope.\(type.rawValue)"] = healthShare
    }
    for (place, year) in years.enumerated() {
      known["savingsRate.mean.\(year)"] = yearMean[place]
      known["quality.mean.\(year)"] = qualityMean
      known["quality.standardMet.\(year)"] = standings.met
      known["quality.alternativeMet.\(year)"] = standings.alternative
      known["quality.notMet.\(year)"] = 1 - standings.met - standings.alternative
      guard place > 0 else { continue }
      known["savingsRate.yearEffect.\(year)"] = yearMean[place] - yearMean[place - 1]
      known["regionalDeviation.upperBound.\(year)"] = region
    }
    return known
  }
}
