import Reconciliation
import Regulation

extension SettlementWorking {
  /// From the outcome to what is shared.
  var outcome: [Statement.Line] {
    switch settlement.outcome {
    case .noShare(let reason): lines(of: reason)
    case .sharedSavings(let savings): lines(of: savings)
    case .sharedLosses(let losses): lines(of: losses)
    }
  }

  private func outcomeLine(
    _ word: String, _ title: String, _ paragraph: Paragraph
  ) -> Statement.Line {
    .init(
      key: "outcome", label: "Outcome", figure: .word(word, title: title), paragraph: paragraph)
  }

  private func lines(of reason: Settlement.Reason) -> [Statement.Line] {
    let paragraph = reason.paragraph(settlement.minimumRateBasis)
    let lines = [
      outcomeLine("noShare", "nothing shared", paragraph),
      Statement.Line(
        key: "reason", label: "Because", figure: .word(reason.rawValue, title: ""),
        paragraph: paragraph, note: reason.sentence),
    ]
    guard settlement.savings >= .zero else { return lines }
    return lines
      + savingsLines(
        rate: .zero, beforeLimit: .zero, sequestration: .zero,
        limit: year.performancePaymentLimit(under: terms), amount: .zero, note: nil)
  }

  private func lines(of savings: SharedSavings) -> [Statement.Line] {
    [
      outcomeLine("sharedSavings", "savings shared", .sharingRate(of: terms.track)),
      Statement.Line(
        key: "reducedSharing", label: "Low-revenue rule applied",
        figure: .flag(savings.isReduced), paragraph: .lowRevenue,
        note: savings.isReduced
          ? "Savings are below the minimum savings rate: the rate is the reduced one." : nil),
    ]
      + savingsLines(
        rate: savings.finalSharingRate, beforeLimit: savings.beforeLimit,
        sequestration: savings.sequestration, limit: savings.limit, amount: savings.amount,
        note: savings.isLimited ? "Held to the performance payment limit." : nil)
  }

  private func savingsLines(
    rate: Rate, beforeLimit: Dollars, sequestration: Dollars, limit: Dollars, amount: Dollars,
    note: String?
  ) -> [Statement.Line] {
    [
      .init(
        key: "finalSharingRate", label: "Final sharing rate", figure: .rate(rate),
        paragraph: .sharingRate(of: terms.track)),
      .init(
        key: "sharedSavingsBeforeLimit", label: "Shared, before limit",
        figure: .money(beforeLimit), paragraph: .sharingRate(of: terms.track)),
      .init(
        key: "sequestration", label: "Sequestration", figure: .money(sequestration),
        paragraph: .sequestration),
      .init(
        key: "afterSequestration", label: "After sequestration",
        figure: .money(beforeLimit - sequestration), paragraph: .sequestration),
      .init(
        key: "performancePaymentLimit", label: "Performance payment limit",
        figure: .money(limit), paragraph: .paymentLimit(of: terms.track)),
      .init(
        key: "sharedSavings", label: "Shared savings", figure: .money(amount),
        paragraph: .paymentLimit(of: terms.track), note: note),
    ]
  }

  private func lines(of losses: SharedLosses) -> [Statement.Line] {
    [
      outcomeLine("sharedLosses", "losses shared", .lossRate(of: terms.track)),
      .init(
        key: "sharedLossRate", label: "Shared loss rate", figure: .rate(losses.sharedLossRate),
        paragraph: .lossRate(of: terms.track)),
      .init(
        key: "sharedLossesBeforeLimit", label: "Shared, before limit",
        figure: .money(losses.beforeLimit), paragraph: .lossRate(of: terms.track)),
    ] + limitLines(of: losses) + reliefLines(of: losses)
  }

  private func limitLines(of losses: SharedLosses) -> [Statement.Line] {
    let paragraph = Paragraph.lossLimit(of: terms.track)
    var lines: [Statement.Line] = []
    if losses.limitOfRevenue != nil || losses.needsParticipantRevenue {
      lines.append(
        .init(
          key: "lossRecoupmentLimitOfRevenue", label: "Limit, share of revenue",
          figure: losses.limitOfRevenue.map { .money($0) } ?? .unknown, paragraph: paragraph,
          note: losses.needsParticipantRevenue
            ? "Needs participant revenue: the loss owed may be smaller than shown." : nil))
    }
    if let limit = losses.limitOfBenchmark {
      lines.append(
        .init(
          key: "lossRecoupmentLimitOfBenchmark", label: "Limit, share of benchmark",
          figure: .money(limit), paragraph: paragraph))
    }
    if let limit = losses.limit {
      lines.append(
        .init(
          key: "lossRecoupmentLimit", label: "Loss recoupment limit", figure: .money(limit),
          paragraph: paragraph))
    }
    if let basis = losses.limitBasis {
      lines.append(
        .init(
          key: "limitBasis", label: "Taken from",
          figure: .word(basis.rawValue, title: basis.rawValue), paragraph: paragraph))
    }
    return lines + [
      .init(
        key: "sharedLossesAfterLimit", label: "Shared, after limit",
        figure: .money(losses.afterLimit), paragraph: paragraph,
        note: losses.isLimited ? "Held to the loss recoupment limit." : nil)
    ]
  }

  private func reliefLines(of losses: SharedLosses) -> [Statement.Line] {
    [
      .init(
        key: "proration", label: "Part of the year", figure: .rate(losses.partOfYear),
        paragraph: .termination),
      .init(
        key: "sharedLossesAfterProration", label: "Shared, for that part",
        figure: .money(losses.afterProration), paragraph: .termination),
      .init(
        key: "extremeCircumstancesReduction", label: "Extreme circumstances",
        figure: .money(losses.extremeCircumstancesReduction), paragraph: .extremeCircumstances),
      .init(
        key: "sharedLossesOwed", label: "Shared losses owed", figure: .money(losses.owed),
        paragraph: .payingLosses),
    ]
  }
}

extension Settlement.Reason {
  /// Why nothing is shared, for a reader.
  public var sentence: String {
    switch self {
    case .belowMinimumSavingsRate: "Savings do not reach the minimum savings rate."
    case .qualityStandardNotMet: "No quality standard in force is met."
    case .endedBeforeSavings: "The agreement ended before its savings could be shared."
    case .oneSidedModel: "A one-sided model shares no losses."
    case .belowMinimumLossRate: "Losses do not reach the minimum loss rate."
    case .guardrailRemovesLosses: "Expenditure is not above the guardrail benchmark."
    case .endedWithoutLosses: "The ACO left early enough to owe no losses."
    }
  }

  func paragraph(_ basis: Settlement.MinimumRateBasis) -> Paragraph {
    switch self {
    case .belowMinimumSavingsRate, .belowMinimumLossRate: basis.paragraph
    case .qualityStandardNotMet: .qualityPerformanceStandard
    case .endedBeforeSavings, .endedWithoutLosses: .termination
    case .oneSidedModel: .comparison
    case .guardrailRemovesLosses: .guardrail
    }
  }
}
