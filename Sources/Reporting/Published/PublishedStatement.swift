import Evidence
import Reconciliation
import Regulation

extension Statement {
  /// One published row, settled line by line, with CMS's figures at the end.
  public init(of settled: PublishedSettlement) {
    let year = settled.year
    let working = SettlementWorking(
      year: settled.result, terms: settled.terms, settlement: settled.settlement)
    self.init(
      title: "\(year.id) \(year.name), performance year \(year.performanceYear)",
      lines: working.comparison + working.outcome + Self.published(settled),
      keys: SettlementWorking.keys + Self.publishedKeys)
  }

  private static let publishedKeys = [
    "disasterAdjustment", "predicted", "printedMinimumSavingsRate", "printedFinalSharingRate",
    "printedFinalLossRate", "printedGenerated", "printedEarned", "verdict",
  ]

  private static func published(_ settled: PublishedSettlement) -> [Line] {
    let year = settled.year
    let isLoss = settled.predicted < .zero
    var lines: [Line] = []
    if let relief = year.disasterAdjustment, relief > .zero {
      lines.append(
        Line(
          key: "disasterAdjustment", label: "Forgiven, as printed", figure: .money(relief),
          paragraph: .extremeCircumstances, note: "Read from the file, not computed."))
    }
    lines.append(
      Line(
        key: "predicted", label: isLoss ? "Owed to CMS" : "Paid to the ACO",
        figure: .money(settled.predicted), paragraph: isLoss ? .payingLosses : .payingSavings))
    return lines + printed(year, settled) + [verdict(settled)]
  }

  private static func printed(_ year: PublishedYear, _ settled: PublishedSettlement) -> [Line] {
    let rates: [(String, String, PrintedRate?, Paragraph)] = [
      (
        "printedMinimumSavingsRate", "CMS: minimum savings rate", year.printed.minimumSavingsRate,
        settled.settlement.minimumRateBasis.paragraph
      ),
      (
        "printedFinalSharingRate", "CMS: final sharing rate", year.printed.finalSharingRate,
        .sharingRate(of: settled.terms.track)
      ),
      (
        "printedFinalLossRate", "CMS: final loss rate", year.printed.finalLossRate,
        .lossRate(of: settled.terms.track)
      ),
    ]
    let amounts: [(String, String, Dollars?)] = [
      ("printedGenerated", "CMS: savings generated", year.printed.generated),
      ("printedEarned", "CMS: earned, or owed", year.printed.earned),
    ]
    return rates.compactMap { key, label, rate, paragraph in
      rate.map {
        Line(key: key, label: label, figure: .rate(Rate($0.fraction)), paragraph: paragraph)
      }
    }
      + amounts.compactMap { key, label, amount in
        amount.map { Line(key: key, label: label, figure: .money($0), paragraph: .comparison) }
      }
  }

  private static func verdict(_ settled: PublishedSettlement) -> Line {
    let title =
      switch settled.verdict {
      case .matched: "within $1"
      case .insideBand: "inside the band"
      case .needsParticipantRevenue: "needs revenue"
      case .notCheckable: "not checkable"
      case .missed: "missed"
      }
    return Line(
      key: "verdict", label: "Ours beside CMS's",
      figure: .word(settled.verdict.key, title: title), paragraph: .comparison,
      note: settled.verdict.sentence)
  }
}
