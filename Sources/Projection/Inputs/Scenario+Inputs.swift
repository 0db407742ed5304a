import Probability
import Regulation
import Scenarios

extension Scenario {
  /// The scenario with its inputs moved; single beneficiaries are not drawn, which an agreement in
  /// their detail could not afford so often.
  func moved(to point: InputPoint) -> Scenario {
    var scenario = self
    scenario.detail = .aggregate
    for input in Input.allCases {
      guard let shift = point.shifts[input], shift != 0 else { continue }
      scenario.move(input, by: shift)
    }
    return scenario
  }

  /// What an input comes to over the five years: a fraction of spending, of the scenario's benchmark
  /// or a year's growth; beneficiaries; a share; or dollars.
  func level(of input: Input) -> Double {
    let (effect, quality) = (assumptions.expenditureEffect, assumptions.quality)
    return switch input {
    case .trueSavings: Self.mean(effect.plan) + effect.besidePlan
    case .historicalBenchmark: 1
    case .trendMiss:
      weighted { type in
        let (actual, fixed) = (assumptions.nationalGrowth.mean, assumptions.prospectiveTrend.growth)
        return Self.mean(actual[type]) - Self.mean(fixed[type])
      }
    case .regionalGrowth: assumptions.regionalDeviation.drift
    case .churn: 1 - assumptions.retention.mean
    case .size: Double(population.assignedBeneficiaries)
    case .riskScores: weighted { assumptions.riskScore.mean[$0] }
    case .qualityScore: Self.mean(quality.mean)
    case .qualityStandard: quality.standard + 2 * quality.standardDrift
    case .participantRevenue: agreement.participantRevenue.amount
    case .marketShare: weighted { shareOfRegion[$0].fraction }
    case .extremeCircumstances: Self.mean(assumptions.extremeCircumstances.probability)
    }
  }

  private static func mean(_ years: [Double]) -> Double { years.reduce(0, +) / Double(years.count) }

  /// The mean of a figure by type, weighted by expenditure.
  func weighted(_ figure: (EnrollmentType) -> Double) -> Double {
    let spent = population.strata.map { ($0.expenditure * $0.personYears).amount }
    let total = spent.sum { $0 }
    return EnrollmentType.allCases.reduce(0) { $0 + figure($1) * spent[$1] / total }
  }

  private var shareOfRegion: ByEnrollmentType<Rate> {
    history.map { $0.strata.map(\.marketShare) } ?? agreement.marketShare
  }

  private mutating func move(_ input: Input, by shift: Double) {
    switch input {
    case .trueSavings: assumptions.expenditureEffect.besidePlan += shift
    case .historicalBenchmark: scaleBenchmark(by: exponential(shift))
    case .trendMiss:
      assumptions.nationalGrowth.mean = assumptions.nationalGrowth.mean.map { years in
        years.map { $0 + shift }
      }
    case .regionalGrowth: assumptions.regionalDeviation.drift += shift
    case .churn:
      assumptions.retention.planned = assumptions.retention.countedOn
      assumptions.retention.mean = Self.odds(assumptions.retention.mean, -shift)
    case .size: scaleSize(by: exponential(shift))
    case .riskScores: assumptions.riskScore.mean = assumptions.riskScore.mean.map { $0 + shift }
    case .qualityScore:
      assumptions.quality.mean = assumptions.quality.mean.map { Self.odds($0, shift) }
    case .qualityStandard:
      assumptions.quality.standard = min(max(assumptions.quality.standard + shift, 0), 1)
    case .participantRevenue:
      agreement.participantRevenue = Dollars(
        agreement.participantRevenue.amount * exponential(shift))
    case .marketShare: mapShare { Rate(Self.odds($0.fraction, shift)) }
    case .extremeCircumstances:
      assumptions.extremeCircumstances.probability =
        assumptions.extremeCircumstances.probability.map { Self.odds($0, shift) }
    }
  }

  /// A share whose odds change by so much of their logarithm; 0 and 1 stay.
  static func odds(_ share: Double, _ shift: Double) -> Double {
    guard share > 0, share < 1 else { return share }
    let odds = share / (1 - share) * exponential(shift)
    return odds / (1 + odds)
  }

  private mutating func mapShare(_ change: (Rate) -> Rate) {
    agreement.marketShare = agreement.marketShare.map(change)
    guard var history else { return }
    history.strata = history.strata.map { stratum in
      var stratum = stratum
      stratum.marketShare = change(stratum.marketShare)
      return stratum
    }
    self.history = history
  }

  /// A benchmark that is built is moved by the expenditure of its years, so that the law's own
  /// adjustments damp it as they damp luck.
  private mutating func scaleBenchmark(by factor: Double) {
    guard var history else {
      population.strata = population.strata.map { stratum in
        var stratum = stratum
        stratum.historicalBenchmark = Rate(factor) * stratum.historicalBenchmark
        return stratum
      }
      return
    }
    history.strata = history.strata.map { stratum in
      var stratum = stratum
      stratum.expenditure = stratum.expenditure.map { Rate(factor) * $0 }
      return stratum
    }
    self.history = history
  }

  /// The ACO so many times as large from the benchmark years on: beneficiaries, person-years, its
  /// share of the region and its participants' revenue; program costs and advances as stated.
  private mutating func scaleSize(by wanted: Double) {
    let before = Double(population.assignedBeneficiaries)
    population.assignedBeneficiaries = max(1, Int((before * wanted).rounded()))
    let factor = Double(population.assignedBeneficiaries) / before
    population.strata = population.strata.map { stratum in
      var stratum = stratum
      stratum.personYears = PersonYears(stratum.personYears.count * factor)
      return stratum
    }
    if var history {
      history.strata = history.strata.map { stratum in
        var stratum = stratum
        stratum.personYears = stratum.personYears.map { PersonYears($0.count * factor) }
        return stratum
      }
      self.history = history
    }
    mapShare { Rate(min(1, $0.fraction * factor)) }
    agreement.participantRevenue = Dollars(agreement.participantRevenue.amount * factor)
  }
}
