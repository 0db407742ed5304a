import Reconciliation
import Regulation

extension Statement {
  /// How the benchmark of one observed year came to be: risk ratios and their cap, the update,
  /// the total; beside the expenditure it is compared with.
  public init(title: String, of year: ObservedYear, _ updated: UpdatedBenchmark) {
    self.init(
      title: title, of: year.strata, in: year.performanceYear,
      assignedBeneficiaries: year.assignedBeneficiaries, updated)
  }

  /// The same of a year of which only the benchmark is known.
  public init(
    title: String, of strata: ByEnrollmentType<Stratum>, in year: PerformanceYear,
    assignedBeneficiaries: Int?, _ updated: UpdatedBenchmark
  ) {
    self.init(
      title: title,
      lines: Self.population(of: strata, in: year, assignedBeneficiaries)
        + Self.risk(of: strata, updated.risk) + Self.update(of: strata, updated)
        + Self.totals(of: strata, updated),
      keys: [
        "performanceYear", "assignedBeneficiaries", "personYears", "historicalBenchmark",
        "riskRatio", "demographicRatio", "aggregateRiskRatio", "aggregateDemographicRatio",
        "riskRatioCapped", "riskRatioAfterCap", "nationalGrowth", "regionalGrowth",
        "marketShare", "regionalAggregateRiskRatio", "regionalAggregateDemographicRatio",
        "regionalRiskCap", "regionalRiskGrowthFactor", "twoWayUpdate", "prospectiveTrend",
        "update", "updatedBenchmark", "expenditurePerCapita", "benchmark", "guardrailBenchmark",
        "expenditure", "savings",
      ])
  }

  private static func population(
    of strata: ByEnrollmentType<Stratum>, in year: PerformanceYear, _ assignedBeneficiaries: Int?
  ) -> [Line] {
    let beneficiaries = assignedBeneficiaries.map {
      Line(
        key: "assignedBeneficiaries", label: "Assigned beneficiaries", figure: .count($0),
        paragraph: .variableMinimumRate)
    }
    return [
      Line(
        key: "performanceYear", label: "Performance year",
        figure: .year(year), paragraph: .comparison)
    ] + [beneficiaries].compactMap { $0 } + [
      Line(
        key: "personYears", label: "Person-years",
        figure: .personYearsByType(strata.map(\.personYears)), paragraph: .comparison),
      Line(
        key: "historicalBenchmark", label: "Historical benchmark",
        figure: .perCapitaByType(strata.map(\.historicalBenchmark)), paragraph: .update,
        note: "Adjusted, in dollars of benchmark year 3."),
    ]
  }

  private static func risk(of strata: ByEnrollmentType<Stratum>, _ risk: RiskAdjustment) -> [Line] {
    [
      Line(
        key: "riskRatio", label: "Risk ratio", figure: .ratioByType(strata.map(\.riskRatio)),
        paragraph: .riskRatio, note: "Performance year over benchmark year 3."),
      Line(
        key: "demographicRatio", label: "Demographic ratio",
        figure: .ratioByType(strata.map(\.demographicRatio)), paragraph: .riskRatio),
      Line(
        key: "aggregateRiskRatio", label: "Aggregate risk ratio",
        figure: .ratio(risk.aggregateRatio), paragraph: .riskRatio),
      Line(
        key: "aggregateDemographicRatio", label: "Aggregate demographic ratio",
        figure: .ratio(risk.aggregateDemographicRatio), paragraph: .riskRatio),
      Line(
        key: "riskRatioCapped", label: "Held to the cap", figure: .flag(risk.isCapped),
        paragraph: .riskRatio),
      Line(
        key: "riskRatioAfterCap", label: "Risk ratio, after the cap",
        figure: .ratioByType(risk.ratio), paragraph: .riskRatio),
    ]
  }

  private static func update(
    of strata: ByEnrollmentType<Stratum>, _ updated: UpdatedBenchmark
  ) -> [Line] {
    [
      Line(
        key: "nationalGrowth", label: "National growth",
        figure: .ratioByType(strata.map(\.nationalGrowth)), paragraph: .update),
      Line(
        key: "regionalGrowth", label: "Regional growth",
        figure: .ratioByType(strata.map(\.regionalGrowth)), paragraph: .update),
      Line(
        key: "marketShare", label: "Market share",
        figure: .ratioByType(strata.map(\.marketShare)), paragraph: .update,
        note: "The weight of the nation in the two-way update."),
    ] + regionalRisk(updated.regionalRisk) + [
      Line(
        key: "twoWayUpdate", label: "Two-way update",
        figure: .ratioByType(updated.twoWayUpdate), paragraph: .update),
      Line(
        key: "prospectiveTrend", label: "Prospective trend",
        figure: .ratioByType(strata.map(\.prospectiveTrend)), paragraph: .update),
      Line(
        key: "update", label: "Update", figure: .ratioByType(updated.update), paragraph: .update),
    ]
  }

  /// Told where the region's growth was raised.
  private static func regionalRisk(_ growth: RegionalRiskGrowth?) -> [Line] {
    guard let growth, growth.isCapped else { return [] }
    return [
      Line(
        key: "regionalAggregateRiskRatio", label: "Region's aggregate risk ratio",
        figure: .ratio(growth.aggregateRatio), paragraph: .regionalRiskGrowth),
      Line(
        key: "regionalAggregateDemographicRatio", label: "Region's demographic ratio",
        figure: .ratio(growth.aggregateDemographicRatio), paragraph: .regionalRiskGrowth),
      Line(
        key: "regionalRiskCap", label: "Cap of the region's risk ratio",
        figure: .ratio(growth.cap), paragraph: .regionalRiskGrowth,
        note: "The higher, the larger the ACO in its region."),
      Line(
        key: "regionalRiskGrowthFactor", label: "Region's growth raised by",
        figure: .ratioByType(growth.factor), paragraph: .regionalRiskGrowth),
    ]
  }

  private static func totals(
    of strata: ByEnrollmentType<Stratum>, _ updated: UpdatedBenchmark
  ) -> [Line] {
    let spent = Dollars(strata.sum { ($0.expenditure * $0.personYears).amount })
    var lines = [
      Line(
        key: "updatedBenchmark", label: "Updated benchmark, per capita",
        figure: .perCapitaByType(updated.perCapita), paragraph: .update),
      Line(
        key: "expenditurePerCapita", label: "Expenditure, per capita",
        figure: .perCapitaByType(strata.map(\.expenditure)), paragraph: .comparison),
      Line(
        key: "benchmark", label: "Updated benchmark, in all", figure: .money(updated.total),
        paragraph: .update),
    ]
    if let guardrail = updated.guardrailTotal {
      lines.append(
        Line(
          key: "guardrailBenchmark", label: "With the two-way update",
          figure: .money(guardrail), paragraph: .guardrail))
    }
    return lines + [
      Line(
        key: "expenditure", label: "Expenditure, in all", figure: .money(spent),
        paragraph: .comparison),
      Line(
        key: "savings", label: updated.total < spent ? "Losses" : "Savings",
        figure: .money(updated.total - spent), paragraph: .comparison),
    ]
  }
}
