import Projection

extension Board {
  /// Page 11: each input by itself, at both ends of what it may come to; then where the choice
  /// changes; then two at a time.
  var inputPages: [DeckPage] {
    guard let inputs = InputBoard(self) else { return [] }
    return [inputs.tornadoPage, inputs.flipPage] + inputs.mapPages
  }
}

extension InputBoard {
  fileprivate var tornadoPage: DeckPage {
    DeckPage(
      number: 11, topic: "Tornado", headline: headline,
      exhibits: shownTornado.bars.isEmpty ? [] : [.chart(.tornado(chart)), .table(table)],
      howToRead:
        "One input at a time stands at the 10th, then at the 90th percentile of its five-year level; "
        + "all else as projected, chance about it included; the first \(trials) trials, paired. "
        + certainRemark)
  }

  private var certainRemark: String {
    guard !study.certain.isEmpty else { return "" }
    let names = study.certain.map { $0.title.lowercased() }
    return "Left out, having no stated uncertainty: \(Names.list(names))."
  }

  private var headline: Finding {
    let shown = title(shownTornado.path)
    guard let widest = shownTornado.bars.first, widest.width > 0 else {
      return Finding("No input of this scenario has an uncertainty that moves \(shown).")
    }
    let (low, high) = (widest.atTenth, widest.atNinetieth)
    let worse = low.value < high.value ? low : high
    let end = low.value < high.value ? "10th" : "90th"
    let change =
      worse.isClear
      ? "nets \(worse.dollarsWithoutSign) \(worse.value < 0 ? "less" : "more")"
      : "nets neither clearly less nor more"
    let lead = "at the \(end) percentile of what it may come to, \(shown) \(change)"
    return Finding(
      "\(widest.input.title) moves expected five-year net most: \(lead); \(leadWords).",
      number: worse)
  }

  /// Whether any bar's end takes the lead away.
  private var leadWords: String {
    guard let lead, let rival = lead.less else { return "there is no other path" }
    let ends = lead.bars.flatMap { bar in
      [(bar.input, bar.atTenth), (bar.input, bar.atNinetieth)]
    }
    // The errors of lead and change are not independent: added, they are at most this.
    let left = ends.map { input, change in
      (
        input,
        Estimate(
          value: lead.mean.value + change.value,
          standardError: lead.mean.standardError + change.standardError)
      )
    }
    let lost = left.filter { $0.1.value < 0 && $0.1.isClear }.map { $0.0.title.lowercased() }
    guard !lost.isEmpty else {
      let others = study.flipsFound.filter { reach(of: $0) == .inside && $0.to != rival }
      let inputs = others.reduce(into: [String]()) { names, flip in
        let name = flip.input.title.lowercased()
        if !names.contains(name) { names.append(name) }
      }
      let clearly = left.allSatisfy(\.1.isClear) ? "" : "clearly "
      let none =
        "no single input, between its 10th and 90th percentile, \(clearly)puts \(title(rival)) "
        + "ahead\(ofBest)"
      return inputs.isEmpty
        ? none : "\(none), but \(Names.list(inputs)) alone can put another path there"
    }
    let names = lost.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return "\(Names.list(names)) alone can put \(title(rival)) ahead\(ofBest)"
  }

  /// Said where the page is of another path than the one of highest mean.
  private var ofBest: String { isOther ? " of \(best), which has the highest mean" : "" }

  private var chart: TornadoChart {
    let (tornado, shown) = (shownTornado, title(shownTornado.path))
    return TornadoChart(
      label: "Change of mean five-year net of \(shown) with each input at the 10th and at the 90th "
        + "percentile of its level",
      title: "Change of mean five-year net, \(shown): \(tornado.mean.dollars) as projected",
      rows: tornado.bars.map { bar in
        let range = study.range(of: bar.input)
        return TornadoChart.Row(
          name: bar.input.title,
          ends: [
            (range?.atTenth, bar.atTenth, "10th"), (range?.atNinetieth, bar.atNinetieth, "90th"),
          ]
          .map { level, change, percentile in
            let words = level.map { bar.input.words($0) } ?? ""
            return TornadoChart.End(
              amount: change.value, words: words,
              tooltip: "\(bar.input.title) at \(words), the \(percentile) percentile: "
                + "\(change.dollars), error \(change.standardErrorDollars)")
          })
      })
  }

  private var table: Table {
    let bars = shownTornado.bars
    let unit = MoneyUnit(for: bars.flatMap { [$0.atTenth.value, $0.atNinetieth.value] })
    let ranges = bars.map { study.range(of: $0.input) }
    func levels(_ level: (InputRange) -> Estimate?) -> [String] {
      ranges.map { range in
        range.flatMap { range in level(range).map { range.input.words($0) } } ?? ""
      }
    }
    var columns: [(Table.Column, [String])] = [
      (.init("Input", .text), bars.map(\.input.title)),
      (.init("10th"), levels(\.atTenth)),
      (.init("As projected"), ranges.map { $0.map { $0.input.words($0.level) } ?? "" }),
      (.init("90th"), levels(\.atNinetieth)),
      (.init("Net at 10th"), unit.column(bars.map(\.atTenth), signed: true)),
      (.init("±"), unit.errors(bars.map(\.atTenth))),
      (.init("Net at 90th"), unit.column(bars.map(\.atNinetieth), signed: true)),
      (.init("±"), unit.errors(bars.map(\.atNinetieth))),
    ]
    // Its bars stand in another order where the page is of another path.
    if let lead, !isOther {
      columns.append((.init("Lead at 10th"), unit.column(lead.bars.map(\.atTenth), signed: true)))
      columns.append(
        (.init("Lead at 90th"), unit.column(lead.bars.map(\.atNinetieth), signed: true)))
    }
    let rival = isOther ? nil : study.rival.map { "; lead is over \(title($0))" }
    return Table(
      caption: "Level, and change of mean five-year net\(rival == nil ? "" : " and of the lead"), "
        + "\(unit.rawValue)\(rival ?? "")",
      columns: columns.map(\.0),
      rows: bars.indices.map { row in Table.Row(.plain, columns.map { $0.1[row] }) })
  }
}
