import Reconciliation
import Regulation

extension HistoricalBenchmarkWorking {
  var regional: [Statement.Line] {
    let regional = historical.regional
    return [
      byType(
        "regionalDifference", "Region less benchmark", regional.difference, .regionalAdjustment),
      single(
        "regionalNetDifference", "Over all types", regional.netDifference, .regionalAdjustment,
        note: regional.isLowerSpending
          ? "The ACO spends less than its region."
          : "The ACO does not spend less than its region."),
      Statement.Line(
        key: "regionalTime", label: "Time an adjustment is received",
        figure: .count(built.terms.regional.time), paragraph: .regionalAdjustment,
        note: timesNote),
      rate("regionalWeight", "Weight", regional.weight, .regionalAdjustment),
      byType(
        "regionalBeforeCaps", "Weighted difference", regional.beforeCaps, .regionalAdjustment),
      byType("regionalAfterCaps", "After its caps", regional.afterCaps, .regionalAdjustment),
    ] + offset + [
      byType("regionalByType", "Regional adjustment", regional.byType, .regionalAdjustment),
      single(
        "regionalAdjustment", "One value", regional.singleValue, .regionalAdjustment),
    ]
  }

  private var timesNote: String {
    switch built.terms.regional.timesCounted {
    case .onlyApplied:
      "With the agreements in which one was applied: a reading; the text does not settle it."
    case .everyAgreement: "With every earlier agreement: a reading; the text does not settle it."
    }
  }

  private var offset: [Statement.Line] {
    guard let offset = historical.regional.offset else { return [] }
    return [
      Statement.Line(
        key: "regionalOffsetRiskScore", label: "Risk score of the offset",
        figure: .ratio(offset.riskScore), paragraph: .regionalAdjustment,
        note: "Of year 3, weighted by expenditure and person-years."),
      rate(
        "regionalOffset", "Part of negatives forgiven", offset.factor, .regionalAdjustment),
    ]
  }

  /// The adjustments that are the same dollars for every type.
  var flatAdjustments: [Statement.Line] { priorSavings + population }

  private var priorSavings: [Statement.Line] {
    guard let prior = historical.priorSavings, let years = history.priorSavings?.years else {
      return []
    }
    return [
      priorYear("priorSavings1", "Savings three years before", years.first),
      priorYear("priorSavings2", "Two years before", years.second),
      priorYear("priorSavings3", "The year before", years.third),
      single("priorSavingsAverage", "Average", prior.average, .priorSavings),
      rate("priorSavingsProration", "Proration", prior.proration, .priorSavings),
      single("priorSavingsProrated", "Prorated average", prior.proratedAverage, .priorSavings),
      single("priorSavingsBeforeCap", "Share added", prior.beforeCap, .priorSavings),
      single("priorSavingsCap", "The most that is added", prior.cap, .priorSavings),
      single(
        "priorSavingsAdjustment", "Prior savings adjustment", prior.value, .priorSavings,
        note: prior.isEligible ? nil : "No average savings: not eligible."),
    ]
  }

  private func priorYear(
    _ key: String, _ label: String, _ year: PriorSavings.Year
  ) -> Statement.Line {
    let note: String? =
      switch year.standing {
      case .reconciled: nil
      case .notReconciled: "Not reconciled: counts as zero."
      case .noncompliance: "Not paid for noncompliance: counts as zero."
      }
    return single(key, label, year.counted, .priorSavings, note: note)
  }

  private var population: [Statement.Line] {
    guard let population = historical.population else { return [] }
    return [
      rate(
        "lowIncomeOrDualShare", "Low income or dual", population.share, .populationAdjustment),
      single(
        "populationScaler", "Left by the other adjustments", population.scaler,
        .populationAdjustment),
      single(
        "populationAdjustment", "Population adjustment", population.value, .populationAdjustment,
        note: population.isEligible ? nil : "The share is too small: not eligible."),
    ]
  }

  // MARK: - Kinds of lines

  func byType(
    _ key: String, _ label: String, _ amounts: ByEnrollmentType<PerCapita>,
    _ paragraph: Paragraph, note: String? = nil
  ) -> Statement.Line {
    .init(
      key: key, label: label, figure: .perCapitaByType(amounts), paragraph: paragraph, note: note)
  }

  func ratios(
    _ key: String, _ label: String, _ ratios: ByEnrollmentType<Rate>, _ paragraph: Paragraph
  ) -> Statement.Line {
    .init(key: key, label: label, figure: .ratioByType(ratios), paragraph: paragraph)
  }

  func single(
    _ key: String, _ label: String, _ amount: PerCapita, _ paragraph: Paragraph,
    note: String? = nil
  ) -> Statement.Line {
    .init(key: key, label: label, figure: .perCapita(amount), paragraph: paragraph, note: note)
  }

  func rate(
    _ key: String, _ label: String, _ rate: Rate, _ paragraph: Paragraph
  ) -> Statement.Line {
    .init(key: key, label: label, figure: .rate(rate), paragraph: paragraph)
  }
}
