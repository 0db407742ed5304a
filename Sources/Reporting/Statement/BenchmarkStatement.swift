import Reconciliation
import Regulation

extension Statement {
  /// How the benchmark of one observed year came to be: risk ratios and their cap, the update,
  /// the total; beside the expenditure it is compared with.
  public init(title: String, of year: ObservedYear, _ updated: UpdatedBenchmark) {
    self.init(
      title: title,
      lines: Self.population(of: year) + Self.risk(of: year, updated.risk)
        + Self.update(of: year, updated) + Self.totals(of: year, updated),
      keys: [
        "performanceYear", "assignedBeneficiaries", "personYears", "historicalBenchmark",
        "riskRatio", "demographicRatio", "aggregateRiskRatio", "aggregateDemographicRatio",
        "riskRatioCapped", "riskRatioAfterCap", "nationalGrowth", "regionalGrowth",
        "marketShare", "twoWayUpdate", "prospectiveTrend", "update", "updatedBenchmark",
        "expenditurePerCapita", "benchmark", "guardrailBenchmark", "expenditure", "savings",
      ])
  }

  private static func population(of year: ObservedYear) -> [Line] {
    [
      Line(
        key: "performanceYear", label: "Performance year",
        figure: .year(year.performanceYear),
        paragraph: .comparison),
      Line(
        key: "assignedBeneficiaries", label: "Assigned beneficiaries",
        figure: .count(year.assignedBeneficiaries), paragraph: .variableMinimumRate),
      Line(
        key: "personYears", label: "Person-years",
        figure: .personYearsByType(year.strata.map(\.personYears)), paragraph: .comparison),
      Line(
        key: "historicalBenchmark", label: "Historical benchmark",
        figure: .perCapitaByType(year.strata.map(\.historicalBenchmark)), paragraph: .update,
        note: "Adjusted, in dollars of benchmark year 3."),
    ]
  }

  private static func risk(of year: ObservedYear, _ risk: RiskAdjustment) -> [Line] {
    [
      Line(
        key: "riskRatio", label: "Risk ratio", figure: .ratioByType(year.strata.map(\.riskRatio)),
        paragraph: .riskRatio, note: "Performance year over benchmark year 3."),
      Line(
        key: "demographicRatio", label: "Demographic ratio",
        figure: .ratioByType(year.strata.map(\.demographicRatio)), paragraph: .riskRatio),
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

  private static func update(of year: ObservedYear, _ updated: UpdatedBenchmark) -> [Line] {
    [
      Line(
        key: "nationalGrowth", label: "National growth",
        figure: .ratioByType(year.strata.map(\.nationalGrowth)), paragraph: .update),
      Line(
        key: "regionalGrowth", label: "Regional growth",
        figure: .ratioByType(year.strata.map(\.regionalGrowth)), paragraph: .update),
      Line(
        key: "marketShare", label: "Market share",
        figure: .ratioByType(year.strata.map(\.marketShare)), paragraph: .update,
        note: "The weight of the nation in the two-way update."),
      Line(
        key: "twoWayUpdate", label: "Two-way update",
        figure: .ratioByType(updated.twoWayUpdate), paragraph: .update),
      Line(
        key: "prospectiveTrend", label: "Prospective trend",
        figure: .ratioByType(year.strata.map(\.prospectiveTrend)), paragraph: .update),
      Line(
        key: "update", label: "Update", figure: .ratioByType(updated.update), paragraph: .update),
    ]
  }

  private static func totals(of year: ObservedYear, _ updated: UpdatedBenchmark) -> [Line] {
    let spent = Dollars(year.strata.sum { ($0.expenditure * $0.personYears).amount })
    var lines = [
      Line(
        key: "updatedBenchmark", label: "Updated benchmark, per capita",
        figure: .perCapitaByType(updated.perCapita), paragraph: .update),
      Line(
        key: "expenditurePerCapita", label: "Expenditure, per capita",
        figure: .perCapitaByType(year.strata.map(\.expenditure)), paragraph: .comparison),
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
