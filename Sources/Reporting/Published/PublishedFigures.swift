import Evidence
import Reconciliation
import Regulation

/// One published row as files carry it: every intermediate beside CMS's figure, under one set of
/// keys. Dollars are unrounded, rates fractions.
struct PublishedFigures {
  enum Value {
    case text(String)
    case number(Double)
    case whole(Int)
    case flag(Bool)
    case none
  }

  private var values: [String: Value] = [:]

  /// In the order of the law; printed figures stand after ours.
  static let keys = [
    "file", "line", "performanceYear", "aco", "name", "track", "agreementStart",
    "assignedBeneficiaries", "benchmark", "savings", "savingsRate", "minimumSavingsRate",
    "minimumRateBasis", "printedMinimumSavingsRate", "minimumRateCheck", "lowRevenue",
    "qualityStanding", "qualityScore", "outcome", "reason", "printedGenerated", "testAgrees",
    "reducedSharing", "finalSharingRate", "printedFinalSharingRate", "sharedSavingsBeforeLimit",
    "sequestration", "performancePaymentLimit", "sharedSavings", "sharedLossRate",
    "printedFinalLossRate", "sharedLossesBeforeLimit", "lossRecoupmentLimitOfBenchmark",
    "lossBeforeRelief", "printedLossBeforeRelief", "disasterAdjustment", "earned",
    "earnedAtLowestScore", "earnedAtHighestScore", "printedEarned", "difference", "verdict",
    "because", "impliedParticipantRevenue",
  ]

  subscript(key: String) -> Value { values[key] ?? .none }

  init(_ row: PublicUseRow, _ came: PublishedRow) {
    values["file"] = .text(row.file)
    values["line"] = .whole(row.line)
    values["aco"] = .text(String(row.id.prefix(40)))
    values["name"] = .text(String(row.name.prefix(200)))
    switch came {
    case .refused(let problems):
      values["verdict"] = .text("refused")
      values["because"] = .text(problems.map(\.says).joined(separator: " "))
    case .notSettled(let year, let why, let check):
      if let year { fill(year) }
      values["minimumRateCheck"] = check.map { .text($0.rawValue) }
      values["verdict"] = .text("notCheckable")
      values["because"] = .text(why.sentence)
    case .settled(let settled):
      fill(settled.year)
      fill(settled)
      fill(settled.settlement.outcome)
      fill(settled.verdict)
    }
  }

  private mutating func fill(_ year: PublishedYear) {
    values["performanceYear"] = .whole(year.performanceYear.calendarYear)
    values["track"] = .text(year.track.inLaw.key)
    values["agreementStart"] = year.agreementStart.map { .text($0.description) }
    values["assignedBeneficiaries"] = .whole(year.assignedBeneficiaries)
    values["benchmark"] = year.money.map { .number($0.benchmark.amount) }
    values["savings"] = year.money.map { .number($0.savings.amount) }
    values["lowRevenue"] = year.isLowRevenue.map { .flag($0) }
    values["qualityStanding"] = year.standing.map { .text($0.rawValue) }
    values["qualityScore"] = year.score.map { .number($0.fraction) }
    values["disasterAdjustment"] = year.disasterAdjustment.map { .number($0.amount) }
    let printed = year.printed
    values["printedMinimumSavingsRate"] = printed.minimumSavingsRate.map { .number($0.fraction) }
    values["printedGenerated"] = printed.generated.map { .number($0.amount) }
    values["printedFinalSharingRate"] = printed.finalSharingRate.map { .number($0.fraction) }
    values["printedFinalLossRate"] = printed.finalLossRate.map { .number($0.fraction) }
    values["printedEarned"] = printed.earned.map { .number($0.amount) }
  }

  private mutating func fill(_ settled: PublishedSettlement) {
    let settlement = settled.settlement
    values["savingsRate"] = .number(settlement.savingsRate.fraction)
    values["minimumSavingsRate"] = .number(settlement.minimumSavingsRate.fraction)
    values["minimumRateBasis"] = .text(settlement.minimumRateBasis.rawValue)
    values["minimumRateCheck"] = settled.checks.minimumRate.map { .text($0.rawValue) }
    values["testAgrees"] = settled.checks.test.map { .flag($0) }
    values["performancePaymentLimit"] = .number(
      settled.result.performancePaymentLimit(under: settled.terms).amount)
    values["earned"] = .number(settled.predicted.amount)
    values["earnedAtLowestScore"] = .number(settled.band.lowerBound.amount)
    values["earnedAtHighestScore"] = .number(settled.band.upperBound.amount)
    if let printed = settled.year.printed.earned {
      values["difference"] = .number((settled.predicted - printed).amount)
    }
  }

  private mutating func fill(_ outcome: Settlement.Outcome) {
    switch outcome {
    case .noShare(let reason):
      values["outcome"] = .text("noShare")
      values["reason"] = .text(reason.rawValue)
    case .sharedSavings(let savings):
      values["outcome"] = .text("sharedSavings")
      values["reducedSharing"] = .flag(savings.isReduced)
      values["finalSharingRate"] = .number(savings.finalSharingRate.fraction)
      values["sharedSavingsBeforeLimit"] = .number(savings.beforeLimit.amount)
      values["sequestration"] = .number(savings.sequestration.amount)
      values["sharedSavings"] = .number(savings.amount.amount)
    case .sharedLosses(let losses):
      values["outcome"] = .text("sharedLosses")
      values["sharedLossRate"] = .number(losses.sharedLossRate.fraction)
      values["sharedLossesBeforeLimit"] = .number(losses.beforeLimit.amount)
      values["lossRecoupmentLimitOfBenchmark"] = losses.limitOfBenchmark.map { .number($0.amount) }
      values["lossBeforeRelief"] = .number(losses.afterProration.amount)
    }
  }

  private mutating func fill(_ verdict: Verdict) {
    values["verdict"] = .text(verdict.key)
    values["because"] = verdict.sentence.map { .text($0) }
    if case .needsParticipantRevenue(let implied) = verdict {
      values["impliedParticipantRevenue"] = .number(implied.amount)
    }
  }
}

extension Verdict {
  /// The word in files.
  var key: String {
    switch self {
    case .matched: "matched"
    case .insideBand: "insideBand"
    case .needsParticipantRevenue: "needsParticipantRevenue"
    case .notCheckable: "notCheckable"
    case .missed: "missed"
    }
  }

  var sentence: String? {
    switch self {
    case .matched: nil
    case .insideBand: "Inside what the rounding of the printed quality score leaves open."
    case .needsParticipantRevenue(let implied):
      "The printed loss is the limit of participant revenue of "
        + "\(StatementNumbers.money(implied)), which no public file prints."
    case .notCheckable(let why): why.sentence
    case .missed(let miss): miss.sentence
    }
  }
}
