import Probability
import Regulation

@testable import Evidence

/// One ACO's life in a simulated panel.
struct SimulatedACO {
  private let number: Int
  private let panel: SimulatedPanel
  private var size: Double
  private var last: ACOYear?
  /// Normal scores of the autoregressive parts, for a population of any size and by size.
  private var score: (constant: Double, bySize: Double)
  private var quality: Double
  private var walk = ByEnrollmentType(repeating: 0.0)

  init(number: Int, panel: SimulatedPanel, _ stream: inout RandomStream) {
    self.number = number
    self.panel = panel
    size = max(5_000, exponential(9.5 + 0.7 * stream.normal()))
    score = (stream.normal(), stream.normal())
    quality = stream.normal()
  }

  /// A third of the ACOs stay in one agreement, the others begin a second one.
  private func start(_ year: Int) -> Day {
    let first = panel.years.lowerBound
    switch number % 3 {
    case 0: return Day(year: first, month: 1, day: 1)
    case 1: return Day(year: year < first + 2 ? first - 1 : first + 2, month: 1, day: 1)
    default: return Day(year: year < first + 3 ? first : first + 3, month: 1, day: 1)
    }
  }

  mutating func next(_ year: Int, _ stream: inout RandomStream) -> ACOYear {
    let start = start(year)
    if last != nil { size *= exponential(Self.sizeChange(&stream)) }
    let isNew = last.map { $0.agreementStart != start } ?? false
    if last != nil { age(by: isNew ? SimulatedPanel.rebased : SimulatedPanel.persistence, &stream) }
    var row = ACOYear(
      id: "S\(number)", year: year, agreementStart: start, assignedBeneficiaries: size,
      savingsRate: savingsRate(year, &stream) / 100)
    row.strata = strata(&stream).map { Optional($0) }
    row.expenditure = Self.perCapita(row) { $0.expenditure }
    let region = SimulatedPanel.region * stream.normal()
    row.benchmark =
      if let last, let benchmark = last.benchmark {
        benchmark * Self.expectedGrowth(last, row) * exponential(region)
      } else { 11_000 }
    row.qualityScore = SimulatedPanel.qualityMean + 0.05 * quality
    let chance = stream.uniform()
    let (met, alternative) = SimulatedPanel.standings
    row.standing =
      chance < met ? .standardMet : chance < met + alternative ? .alternativeMet : .notMet
    last = row
    return row
  }

  private mutating func age(by kept: Double, _ stream: inout RandomStream) {
    let fresh = (1 - kept * kept).squareRoot()
    let first = stream.normal()
    score.constant = kept * score.constant + fresh * first
    score.bySize = kept * score.bySize + fresh * stream.normal()
    // Shares a tenth of its news with the savings rate.
    let news = 0.1 * first + 0.99.squareRoot() * stream.normal()
    quality = 0.7 * quality + 0.51.squareRoot() * news
  }

  private static func sizeChange(_ stream: inout RandomStream) -> Double {
    let law = SimulatedPanel.size
    return stream.uniform() < law.weight
      ? law.mean + law.spread * stream.normal() : law.wideMean + law.wideSpread * stream.normal()
  }

  /// In points.
  private func savingsRate(_ year: Int, _ stream: inout RandomStream) -> Double {
    let small = 10_000 / size
    let mean = SimulatedPanel.yearMean[year - panel.years.lowerBound]
    if panel.law == .changes {
      let law = SimulatedPanel.change
      let freedom = law.degreesOfFreedom
      let before = last.map { 10_000 / $0.assignedBeneficiaries } ?? 0
      let chi = stream.chiSquared(degreesOfFreedom: freedom)
      let t = stream.normal() * ((freedom - 2) / chi).squareRoot()
      let change = (law.constant + law.bySize * (small + before)).squareRoot() * t
      return last.map { $0.savingsRate * 100 + change } ?? 4 * stream.normal()
    }
    let (kept, passing) = (SimulatedPanel.meanReverting, SimulatedPanel.transitory)
    return mean + kept.constant.squareRoot() * score.constant
      + (kept.bySize * small).squareRoot() * score.bySize
      + (passing.constant + passing.bySize * small).squareRoot() * stream.normal()
  }

  private mutating func strata(_ stream: inout RandomStream) -> ByEnrollmentType<ACOYear.Stratum> {
    let shares = ByEnrollmentType(esrd: 0.005, disabled: 0.083, agedDual: 0.058, agedNonDual: 0.854)
    let prices = ByEnrollmentType(
      esrd: 86_000.0, disabled: 11_000, agedDual: 17_000, agedNonDual: 10_600)
    let common = SimulatedPanel.commonShare.squareRoot() * stream.normal()
    let growth = 0.02 * stream.normal()
    return ByEnrollmentType { type in
      let people = size * shares[type]
      let own = (1 - SimulatedPanel.commonShare).squareRoot() * stream.normal()
      if last != nil { walk[type] += SimulatedPanel.population[type] * (common + own) }
      let luck = SimulatedPanel.person[type] / people.squareRoot() * stream.normal()
      let risk = exponential(walk[type] + luck)
      let noise = growth + 0.03 * stream.normal()
      guard let before = last?.strata[type] else {
        return .init(personYears: people, expenditure: prices[type], riskScore: risk)
      }
      let health = SimulatedPanel.healthShare * logarithm(risk / before.riskScore)
      return .init(
        personYears: people, expenditure: before.expenditure * exponential(0.04 + health + noise),
        riskScore: risk)
    }
  }

  private static func perCapita(
    _ row: ACOYear, _ figure: (ACOYear.Stratum) -> Double
  ) -> Double {
    let people = row.strata.sum { $0?.personYears ?? 0 }
    return row.strata.sum { $0.map { figure($0) * $0.personYears } ?? 0 } / people
  }

  /// What risk and type mix alone make of expenditure.
  private static func expectedGrowth(_ before: ACOYear, _ after: ACOYear) -> Double {
    let people = after.strata.sum { $0?.personYears ?? 0 }
    let spent = EnrollmentType.allCases.reduce(0.0) { sum, type in
      guard let first = before.strata[type], let second = after.strata[type] else { return sum }
      return sum + first.expenditure * second.riskScore / first.riskScore * second.personYears
    }
    return spent / people / perCapita(before) { $0.expenditure }
  }
}
