import Reconciliation
import Regulation

extension Statement {
  /// The settlement of one performance year under one track's terms, every intermediate in the
  /// order of the law.
  public init(
    title: String, of year: PerformanceYearResult, under terms: TrackTerms,
    _ settlement: Settlement, _ payment: Payment
  ) {
    let working = SettlementWorking(year: year, terms: terms, settlement: settlement)
    self.init(
      title: title,
      lines: working.comparison + working.outcome + Self.lines(of: settlement, payment),
      keys: SettlementWorking.keys)
  }

  private static func lines(of settlement: Settlement, _ payment: Payment) -> [Line] {
    [
      Line(
        key: "earned", label: "Earned before recoupment", figure: .money(settlement.amount),
        paragraph: settlement.amount < .zero ? .payingLosses : .payingSavings),
      Line(
        key: "advanceInvestmentRecouped", label: "Advances recouped",
        figure: .money(payment.advanceInvestmentRecouped.dollars),
        paragraph: .advanceInvestmentRecoupment),
      Line(
        key: "advanceInvestmentBalanceAfter", label: "Advances still to recoup",
        figure: .money(payment.balancesAfter.advanceInvestment.dollars),
        paragraph: .advanceInvestmentRecoupment),
      Line(
        key: "prepaidRecouped", label: "Prepaid savings recouped",
        figure: .money(payment.prepaidSharedSavingsRecouped.dollars), paragraph: .prepaidRecoupment),
      Line(
        key: "prepaidBalanceAfter", label: "Prepaid savings still to recoup",
        figure: .money(payment.balancesAfter.prepaidSharedSavings.dollars),
        paragraph: .prepaidRecoupment),
      Line(
        key: "payment", label: payment.net < .zero ? "Owed to CMS" : "Paid to the ACO",
        figure: .money(payment.net.dollars),
        paragraph: payment.net < .zero ? .payingLosses : .payingSavings),
    ]
  }
}

/// One settlement and what it was made from.
struct SettlementWorking {
  var year: PerformanceYearResult
  var terms: TrackTerms
  var settlement: Settlement

  /// In the order they are printed.
  static let keys = [
    "track", "assignedBeneficiaries", "benchmark", "expenditure", "personYears",
    "benchmarkPerCapita", "expenditurePerCapita", "participantRevenue",
    "lowRevenue", "qualityStanding", "qualityScore", "savings", "savingsRate",
    "minimumSavingsRate", "minimumLossRate", "minimumRateBasis", "guardrailBenchmark",
    "guardrailSavings", "guardrailSavingsRate", "outcome", "reason", "finalSharingRate",
    "reducedSharing", "sharedSavingsBeforeLimit", "sequestration", "afterSequestration",
    "performancePaymentLimit", "sharedSavings", "sharedLossRate", "sharedLossesBeforeLimit",
    "lossRecoupmentLimitOfRevenue", "lossRecoupmentLimitOfBenchmark", "lossRecoupmentLimit",
    "limitBasis", "sharedLossesAfterLimit", "proration", "sharedLossesAfterProration",
    "extremeCircumstancesReduction", "sharedLossesOwed", "earned", "advanceInvestmentRecouped",
    "advanceInvestmentBalanceAfter", "prepaidRecouped", "prepaidBalanceAfter", "payment",
  ]

  var comparison: [Statement.Line] { facts + test + guardrail }

  private var facts: [Statement.Line] {
    var lines: [Statement.Line] = [
      .init(
        key: "track", label: "Track", figure: .word(terms.track.key, title: terms.track.title),
        paragraph: .sharingRate(of: terms.track)),
      .init(
        key: "assignedBeneficiaries", label: "Assigned beneficiaries",
        figure: .count(year.assignedBeneficiaries), paragraph: .variableMinimumRate),
      .init(
        key: "benchmark", label: "Updated benchmark", figure: .money(year.benchmark),
        paragraph: .update),
      .init(
        key: "expenditure", label: "Expenditure", figure: .money(year.expenditure),
        paragraph: .comparison),
    ]
    if let revenue = year.participantRevenue {
      lines.append(
        .init(
          key: "participantRevenue", label: "Participant revenue", figure: .money(revenue),
          paragraph: .lossLimit(of: terms.track)))
    }
    return lines + [
      .init(
        key: "lowRevenue", label: "Low revenue", figure: .flag(year.isLowRevenue),
        paragraph: .lowRevenue),
      .init(
        key: "qualityStanding", label: "Quality",
        figure: .word(year.quality.standing.rawValue, title: year.quality.standing.title),
        paragraph: year.quality.standing == .alternativeMet
          ? .alternativeStandard : .qualityPerformanceStandard),
      .init(
        key: "qualityScore", label: "Quality score", figure: .rate(year.quality.score),
        paragraph: .qualityPerformanceStandard),
    ]
  }

  private var test: [Statement.Line] {
    let minimum = settlement.minimumSavingsRate
    var lines: [Statement.Line] = [
      .init(
        key: "savings", label: settlement.savings < .zero ? "Losses" : "Savings",
        figure: .money(settlement.savings), paragraph: .comparison,
        note: "Updated benchmark less expenditure."),
      .init(
        key: "savingsRate", label: "Share of the benchmark", figure: .rate(settlement.savingsRate),
        paragraph: .comparison),
      .init(
        key: "minimumSavingsRate", label: "Minimum savings rate", figure: .rate(minimum),
        paragraph: settlement.minimumRateBasis.paragraph, note: minimumNote),
    ]
    if settlement.isTwoSided {
      lines.append(
        .init(
          key: "minimumLossRate", label: "Minimum loss rate", figure: .rate(-minimum),
          paragraph: settlement.minimumRateBasis.paragraph))
    }
    lines.append(
      .init(
        key: "minimumRateBasis", label: "Taken from",
        figure: .word(
          settlement.minimumRateBasis.rawValue, title: settlement.minimumRateBasis.title),
        paragraph: settlement.minimumRateBasis.paragraph))
    return lines
  }

  private var minimumNote: String? {
    guard settlement.minimumRateBasis == .tableBelowFewest else { return nil }
    return "Fewer than \(StatementNumbers.count(terms.minimumRates.fewestForElection)) "
      + "beneficiaries: the table replaces the elected rate for this year."
  }

  private var guardrail: [Statement.Line] {
    guard let guardrail = settlement.guardrail else { return [] }
    return [
      .init(
        key: "guardrailBenchmark", label: "Guardrail benchmark",
        figure: .money(guardrail.benchmark), paragraph: .guardrail,
        note: "Losses are measured again from the benchmark updated without the prospective trend."),
      .init(
        key: "guardrailSavings", label: "Savings or losses from it",
        figure: .money(guardrail.savings), paragraph: .guardrail),
      .init(
        key: "guardrailSavingsRate", label: "Share of that benchmark",
        figure: .rate(guardrail.savingsRate), paragraph: .guardrail),
    ]
  }
}

extension QualityResult.Standing {
  var title: String {
    switch self {
    case .standardMet: "standard met"
    case .alternativeMet: "alternative met"
    case .notMet: "not met"
    }
  }
}

extension Settlement.MinimumRateBasis {
  var title: String {
    switch self {
    case .table: "table"
    case .elected: "election"
    case .tableBelowFewest: "table"
    }
  }

  var paragraph: Paragraph {
    switch self {
    case .table: .variableMinimumRate
    case .elected: .electedMinimumRate
    case .tableBelowFewest: .reversionToVariable
    }
  }
}
