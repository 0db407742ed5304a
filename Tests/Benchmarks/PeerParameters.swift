import Foundation
import Regulation
import Scenarios

/// A scenario and the rules in force for it, as plain numbers for peers in other languages.
///
/// These are the figures as a scenario states them and the terms as the rulebook gives them, not
/// what Glidepath makes of them: every derived constant is the peer's own work, and so checks
/// Glidepath's. Values by enrollment type are in the order ESRD, disabled, aged/dual,
/// aged/non-dual.
struct PeerParameters {
  let scenario: Scenario
  let rules: Rulebook

  /// A scenario that asks for more than the peers write.
  struct BeyondPeers: Error, CustomStringConvertible {
    let what: String
    var description: String { "The peers do not write this: \(what). Leave it out." }
  }

  init(_ scenario: Scenario, under rules: Rulebook) throws {
    self.scenario = scenario
    self.rules = try rules.adopting(scenario.editions)
    let (facts, assumptions) = (scenario.agreement, scenario.assumptions)
    let beyond: [(String, Bool)] = [
      ("history", scenario.history != nil), ("record", scenario.record != nil),
      ("programs", !scenario.programs.isEmpty), ("cash", scenario.cash != nil),
      ("sharing", scenario.sharing != nil || scenario.reopening != nil),
      ("quality measures", !assumptions.quality.measures.isEmpty),
      ("parameterUncertainty", assumptions.parameterUncertainty),
      ("detail: beneficiaries", scenario.detail != .aggregate),
      ("a law of claims other than gamma", assumptions.claimsNoise.law != .gamma),
      (
        "advances",
        (facts.advanceInvestmentPayments + facts.prepaidSharedSavings).contains { $0 > .zero }
      ),
      (
        "a renewal or an exit",
        facts.options.contains { $0.option.renewsIn != nil || $0.option.leave != nil }
      ),
    ]
    if let found = beyond.first(where: \.1) { throw BeyondPeers(what: found.0) }
  }

  var facts: [String: Any] {
    get throws {
      [
        "population": population, "agreement": agreement, "assumptions": assumptions,
        "benchmarkWeights": try rules.benchmarkYearWeights(
          agreementNumber: scenario.agreement.number, of: scenario.agreement.period
        ).map(\.fraction),
        "years": try (0..<5).map(year),
        "terms": try (0..<5).map { year in
          try Track.allCases.map { try terms($0, year) }
        },
        "options": scenario.agreement.options.map { requested -> [String: Any] in
          [
            "name": requested.option.name,
            "tracks": requested.option.years.map { Track.allCases.firstIndex(of: $0) ?? 0 },
          ]
        },
      ]
    }
  }

  private func byType(_ value: (EnrollmentType) -> Double) -> [Double] {
    EnrollmentType.allCases.map(value)
  }

  func performanceYear(_ place: Int) -> PerformanceYear {
    scenario.agreement.period.performanceYear(place + 1)
  }

  // MARK: - What the scenario states

  private var population: [String: Any] {
    let (population, strata) = (scenario.population, scenario.population.strata)
    var facts: [String: Any] = [
      "assigned": population.assignedBeneficiaries,
      "yearsToBenchmark": max(
        0, scenario.agreement.period.firstDay.year - 1 - population.measuredIn),
      "growth": byType { population.growthToBenchmark[$0] },
      "personYears": byType { strata[$0].personYears.count },
      "expenditure": byType { strata[$0].expenditure.amount },
      "benchmark": byType { strata[$0].historicalBenchmark.amount },
      "riskScore": byType { strata[$0].riskScore },
    ]
    // -1 where the nation's is not stated.
    facts["nationalExpenditure"] = byType { strata[$0].nationalExpenditure?.amount ?? -1 }
    return facts
  }

  private var agreement: [String: Any] {
    let facts = scenario.agreement
    return [
      "prospective": facts.assignment == .prospective ? 1 : 0,
      "participantRevenue": facts.participantRevenue.amount,
      "marketShare": byType { facts.marketShare[$0].fraction },
    ]
  }

  private var assumptions: [String: Any] {
    let stated = scenario.assumptions
    return [
      "nationalGrowth": nationalGrowth(stated.nationalGrowth),
      "prospectiveTrend": EnrollmentType.allCases.map { stated.prospectiveTrend.growth[$0] },
      "regionalDeviation": [
        "standardDeviation": stated.regionalDeviation.standardDeviation,
        "persistence": stated.regionalDeviation.persistence,
        "drift": stated.regionalDeviation.drift,
      ],
      "expenditureEffect": effect(stated.expenditureEffect),
      "claimsNoise": [
        "scale": stated.claimsNoise.scale, "correlation": stated.claimsNoise.correlation,
        "relativeSize": byType { stated.claimsNoise.relativeSize[$0] },
      ] as [String: Any],
      "benchmarkNoise": [
        "drawn": stated.historicalBenchmarkNoise.drawn ? 1 : 0,
        "regionalWeight": stated.historicalBenchmarkNoise.regionalWeight,
      ],
      "retention": retention(stated.retention), "joining": joining(stated.joining),
      "participantChange": [
        "probability": stated.participantChange.probability,
        "mean": stated.participantChange.mean,
        "standardDeviation": stated.participantChange.standardDeviation,
        "planned": stated.participantChange.planned,
      ] as [String: Any],
      "trueUp": [
        "standardDeviation": stated.trueUp.standardDeviation,
        "expenditureSlope": stated.trueUp.expenditureSlope,
        "inYearLoss": stated.trueUp.inYearLoss,
      ],
      "riskScore": riskScore(stated.riskScore), "quality": quality(stated.quality),
      "extremeCircumstances": [
        "probability": stated.extremeCircumstances.probability,
        "months": stated.extremeCircumstances.months, "share": stated.extremeCircumstances.share,
        "shareConcentration": stated.extremeCircumstances.shareConcentration,
      ] as [String: Any],
      "correlation": stated.correlation.values,
    ]
  }

  private func nationalGrowth(_ growth: NationalGrowth) -> [String: Any] {
    [
      "mean": EnrollmentType.allCases.map { growth.mean[$0] },
      "standardDeviation": growth.standardDeviation, "autocorrelation": growth.autocorrelation,
      "typeStandardDeviation": growth.typeStandardDeviation,
    ]
  }

  private func effect(_ effect: ExpenditureEffect) -> [String: Any] {
    [
      "plan": effect.plan, "besidePlan": effect.besidePlan,
      "persistentStandardDeviation": effect.persistentStandardDeviation,
      "persistentScale": effect.persistentScale, "persistence": effect.persistence,
      "transitoryStandardDeviation": effect.transitoryStandardDeviation,
      "transitoryScale": effect.transitoryScale, "degreesOfFreedom": effect.degreesOfFreedom,
    ]
  }

  private func retention(_ retention: Retention) -> [String: Any] {
    [
      "mean": retention.mean, "countedOn": retention.countedOn,
      "concentration": retention.concentration, "voluntaryShare": retention.voluntaryShare,
      "voluntaryRetention": retention.voluntaryRetention,
      "leaverExpenditure": retention.leaverExpenditure, "leaverRisk": retention.leaverRisk,
    ]
  }

  private func joining(_ joining: Joining) -> [String: Any] {
    [
      "sizePlan": joining.sizePlan, "dispersion": joining.dispersion,
      "joinerExpenditure": joining.joinerExpenditure, "joinerRisk": joining.joinerRisk,
    ]
  }

  private func riskScore(_ risk: RiskScore) -> [String: Any] {
    [
      "mean": byType { risk.mean[$0] },
      "standardDeviation": byType { risk.standardDeviation[$0] },
      "personStandardDeviation": byType { risk.personStandardDeviation[$0] },
      "commonShare": risk.commonShare, "healthShare": risk.healthShare,
      "persistence": risk.persistence, "demographicMean": risk.demographicMean,
      "demographicStandardDeviation": risk.demographicStandardDeviation,
    ]
  }

  private func quality(_ quality: Quality) -> [String: Any] {
    [
      "mean": quality.mean, "standardDeviation": quality.standardDeviation,
      "autocorrelation": quality.autocorrelation, "standard": quality.standard,
      "standardDrift": quality.standardDrift,
      "standardStandardDeviation": quality.standardStandardDeviation,
      "reportingFailure": quality.reportingFailure,
      "alternativeProbability": quality.alternativeProbability,
      "incentiveProbability": quality.incentiveProbability,
    ]
  }
}
