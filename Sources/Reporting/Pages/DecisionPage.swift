import Projection

extension Board {
  /// Page 1: the decision in one sentence, with its odds and the number that would change it.
  var decision: DeckPage {
    DeckPage(
      number: 1, topic: "The decision", headline: appetite?.headline ?? decisionHeadline,
      exhibits: [
        .keyFigures(appetite?.figures ?? decisionFigures), .chart(.ranges(rangeChart)),
      ]
        + (remarks.isEmpty
          ? [] : [.remarks(title: "What it risks, and what would change it", remarks)]),
      howToRead:
        "The outer range holds nine futures in ten, the inner one half of them."
        + (comparison.parties == nil ? " \(netMeaning)" : ""))
  }

  /// On two sheets where one has no room for a legible chart: the second is headed by the first of what
  /// would change the decision.
  var decisionPages: [DeckPage] {
    var sheets = decision.withRemarksApart(!fits(decision))
    guard sheets.count == 2, case .remarks(let title, let findings) = sheets[1].exhibits[0],
      let first = findings.first, findings.count > 1
    else { return sheets }
    sheets[1].headline = first
    sheets[1].exhibits = [.remarks(title: title, Array(findings.dropFirst()))]
    sheets[1].howToRead =
      "Each sentence is of the same simulated futures; the pages that follow show its figures."
    return sheets
  }

  /// Where the scenario states what risk is acceptable, that comes first.
  private var appetite: AppetiteDecision? { AppetiteDecision(self) }

  /// As many as leave the chart its room: the numbers that would change the answer give way first.
  private var remarks: [Finding] {
    let party = PartyBoard(self)?.decisionRemark
    let next = comparison.benchmark.map { nextAgreementRemark($0.next) }
    let found = [
      stoppingRemark,
      appetite?.remark ?? (party == nil ? PathBoard(self)?.decisionRemark : nil),
      party == nil ? flipRemark : nil, party,
      party == nil ? next : nil,
    ].compactMap { $0 }
    return changes(atMost: max(1, (party == nil ? 5 : 2) - found.count)) + found
  }

  /// The nearest level of one input at which the best of all paths changes.
  private var flipRemark: Finding? {
    InputBoard(self).flatMap { inputs in inputs.nearestFlip.map { inputs.sentence($0) } }
  }

  private var decisionHeadline: Finding {
    guard mayRecommend else {
      return Finding(
        "No recommendation: these figures come from popular summaries, not from the regulation, "
          + "and no option is priced for a decision.")
    }
    guard !legal.isEmpty, let leading else {
      return Finding(
        all.count == 1
          ? "The one option asked for cannot be signed; it is shown as a what-if."
          : "None of the \(all.count) options asked for can be signed; all are shown as what-ifs.")
    }
    guard let runnerUp else { return onlyOption(leading) }
    let lead = comparison.differences[leading][runnerUp]
    return tied.count > 1 ? tieHeadline : winnerHeadline(leading, runnerUp, lead)
  }

  private func onlyOption(_ option: Int) -> Finding {
    let net = outlooks[option].net.mean
    return Finding(
      "Only \(name(option)) can be signed of the options asked for: expected five-year net "
        + "\(net.dollars); \(owing(option)).", number: net)
  }

  private var tieHeadline: Finding {
    let rivals = tied.filter { $0 != leading }
    let closest = rivals.map { comparison.differences[leading ?? 0][$0].mean }
    let widest = closest.max { $0.value < $1.value } ?? Estimate(value: 0, standardError: 0)
    let apart =
      widest.value == 0
      ? "their means are equal"
      : "their means lie within two standard errors (\(widest.standardErrorDollars) each) "
        + "of the highest"
    return Finding(
      "\(tieNames) cannot be told apart on expected five-year net: \(apart). "
        + "Choose between them on risk.", number: widest)
  }

  private var tieNames: String {
    tied.count == legal.count && tied.count > 2
      ? "The \(tied.count) legal options" : Names.list(tied.map(name))
  }

  private func winnerHeadline(
    _ leading: Int, _ runnerUp: Int, _ lead: PairedDifference
  ) -> Finding {
    let net = outlooks[leading].net.mean
    let opening =
      net.isClear && net.value < 0
      ? "No legal option is expected to cover its costs; \(name(leading)) loses least: it nets "
      : "Sign \(name(leading)) on expected five-year net: "
    return Finding(
      opening + "\(net.dollars), \(lead.mean.dollars) more than \(name(runnerUp)), and ahead of it "
        + "in \(lead.chanceOfMore.ofFutures). \(owing(leading).capitalizedFirst). "
        + (PartyBoard(self)?.objection(to: leading)
          ?? "The answer changes if \(name(leading)) alone brings "
          + "\(yearlyLead(lead.mean).dollars) a year less than projected."),
      number: lead.mean)
  }

  private func owing(_ option: Int) -> String {
    let chance = outlooks[option].chanceOfAnyRepayment
    return chance.value == 0
      ? "it owes CMS in none of \(DecimalText.grouped(comparison.trials)) trials"
      : "it owes CMS in at least one year in \(chance.ofFutures)"
  }

  private var decisionFigures: [KeyFigure] {
    guard let leading else { return [] }
    let outlook = outlooks[leading]
    let who = mayRecommend ? label(leading) : "\(label(leading)), the highest; no recommendation"
    var figures = [
      KeyFigure(
        label: "Expected five-year net", value: outlook.net.mean.dollars,
        note: "\(who), ± \(outlook.net.mean.standardErrorDollars)")
    ]
    if let runnerUp {
      let lead = comparison.differences[leading][runnerUp]
      figures.append(
        KeyFigure(
          label: "Lead over \(name(runnerUp))", value: lead.mean.dollars,
          note: "± \(lead.mean.standardErrorDollars); ahead in \(lead.chanceOfMore.percent)"))
    }
    let repay = outlook.chanceOfAnyRepayment
    figures.append(
      KeyFigure(
        label: "Chance to owe CMS in any year", value: repay.percent,
        note: repay.value == 0
          ? "not once in \(DecimalText.grouped(comparison.trials)) trials"
          : repay.words == repay.percent ? "of all futures" : repay.words))
    figures.append(
      KeyFigure(
        label: "Mean of the worst 5% of futures", value: outlook.net.tailMean.dollars,
        note: tailNote(leading)))
    return PartyBoard(self)?.decisionFigures(leading, beside: figures) ?? figures
  }

  private func tailNote(_ leading: Int) -> String {
    let error = "± \(outlooks[leading].net.tailMean.standardErrorDollars)"
    guard let runnerUp else { return "five-year net, \(error)" }
    return "\(error); \(name(runnerUp)) \(outlooks[runnerUp].net.tailMean.dollars)"
  }

  /// The options that can be signed, the highest mean first.
  private var ranked: [Int] {
    subjects.sorted {
      (outlooks[$1].net.mean.value, $0) < (outlooks[$0].net.mean.value, $1)
    }
  }

  private var rangeChart: RangeChart {
    let order = Array(ranked.prefix(Self.optionsPerSheet))
    let beside = appetite.flatMap { $0.isListed ? nil : $0 }
    let means = order.map { outlooks[$0].net.mean } + (beside.map { [$0.mean] } ?? [])
    let unit = MoneyUnit(for: means.map(\.value))
    let (values, errors) = (unit.column(means), unit.errors(means))
    let named = beside.map { [$0.row(values[order.count], errors[order.count])] } ?? []
    let rows =
      named
      + order.indices.map { place in
        let index = order[place]
        let net = outlooks[index].net
        return RangeChart.Row(
          name: label(index), isWhatIf: isWhatIf(index),
          isLeading: appetite == nil && tied == [index],
          quantiles: net.quantiles.map { $0.value.dollars.amount }, mean: net.mean.value,
          tailMean: net.tailMean.value, value: values[place], error: errors[place],
          tooltip: "\(label(index)): mean \(net.mean.dollars), half of futures between "
            + "\(net.quantiles[1].estimate.dollars) and \(net.quantiles[3].estimate.dollars), "
            + "nine in ten between \(net.quantiles[0].estimate.dollars) and "
            + "\(net.quantiles[4].estimate.dollars), mean of the worst 5% \(net.tailMean.dollars)")
      }
    return RangeChart(
      label: "Five-year net of \(rows.count) options: mean, middle half, nine in ten and the "
        + "mean of the worst 5 percent", valueTitle: ["mean ± standard error", unit.rawValue],
      rows: rows)
  }
}
