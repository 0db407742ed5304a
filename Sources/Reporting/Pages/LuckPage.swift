import Projection

/// The sources of the spread as a board asks after them.
enum SpreadKind: CaseIterable {
  case skill, luck, rest

  var title: String {
    switch self {
    case .skill: "The ACO's own savings and quality"
    case .luck: "Luck of claims"
    case .rest: "All else"
    }
  }

  var sources: [SpreadSource] { SpreadSource.allCases.filter { $0.kind == self } }
}

extension SpreadSource {
  fileprivate var kind: SpreadKind {
    switch self {
    case .trueSavings, .quality: .skill
    case .claimsNoise, .historicalBenchmarkNoise: .luck
    case .assignment, .trend, .riskScore, .extremeCircumstances, .parameters: .rest
    }
  }

  var words: String {
    switch self {
    case .trueSavings: "True savings"
    case .quality: "Quality"
    case .claimsNoise: "Claims, performance years"
    case .historicalBenchmarkNoise: "Claims, benchmark years"
    case .assignment: "Who is assigned; true-up"
    case .trend: "National and regional growth"
    case .riskScore: "Risk scores and their cap"
    case .extremeCircumstances: "Extreme circumstances"
    case .parameters: "Not knowing the constants"
    }
  }
}

extension SpreadBreakdown.Option {
  fileprivate subscript(_ source: SpreadSource) -> SpreadBreakdown.Part {
    let none = Estimate(value: 0, standardError: 0)
    return parts.first { $0.source == source } ?? .init(source: source, share: none, amount: none)
  }

  /// Sources together; their errors may be fully correlated.
  fileprivate func amount(_ kinds: [SpreadKind]) -> Estimate {
    let amounts = kinds.flatMap(\.sources).map { self[$0].amount }
    return Estimate(
      value: amounts.reduce(0) { $0 + $1.value },
      standardError: amounts.reduce(0) { $0 + $1.standardError })
  }
}

extension Estimate {
  /// Zero where the simulation cannot tell it from zero.
  fileprivate var ifClear: Estimate {
    isClear ? self : Estimate(value: 0, standardError: standardError)
  }
}

extension Board {
  /// Page 10: how much of the spread is luck, and how much the ACO's own doing.
  var luckPages: [DeckPage] {
    guard let spread = comparison.spread, let shown = leading ?? all.first,
      spread.options.indices.contains(shown)
    else { return [] }
    let option = spread.options[shown]
    return [
      DeckPage(
        number: 10, topic: "Luck or skill", headline: luckHeadline(option, shown),
        exhibits: (option.standardDeviation.value > 0
          ? [.chart(.parts(partsChart(option, shown)))] : []) + [.table(sourceTable(spread))],
        howToRead:
          "Spread: one standard deviation of five-year net. Amounts are Shapley shares of the "
          + "variance times the spread, so they add up to it, within rounding; "
          + "\(DecimalText.grouped(spread.walks)) pairs of histories. The correlated scores of "
          + "nation, region, savings, risk and quality count by what each adds to those named "
          + "before it.")
    ]
  }

  private func luckHeadline(_ option: SpreadBreakdown.Option, _ shown: Int) -> Finding {
    guard option.standardDeviation.value > 0 else {
      return Finding(
        "Five-year net under \(name(shown)) is the same in every simulated future.",
        number: option.standardDeviation)
    }
    let (skill, luck, rest) = (
      option.amount([.skill]), option.amount([.luck]), option.amount([.rest])
    )
    func words(_ amount: Estimate) -> String {
      amount.isClear ? amount.dollars : "nothing beyond the simulation's error"
    }
    return Finding(
      "\(Self.verdict(skill, luck, rest)): of the \(option.standardDeviation.dollars) spread of "
        + "five-year net under \(name(shown)), the ACO's own savings and quality carry "
        + "\(words(skill)), the luck of claims \(words(luck)), and all else \(words(rest)).",
      number: option.standardDeviation)
  }

  private static func verdict(_ skill: Estimate, _ luck: Estimate, _ rest: Estimate) -> String {
    let both = Estimate(
      value: skill.value + luck.value, standardError: skill.standardError + luck.standardError)
    let outside = difference(rest, both)
    if outside.isClear, outside.value > 0 { return "Mostly neither skill nor luck of claims" }
    let lead = difference(skill, luck)
    guard lead.isClear else { return "Skill and luck weigh alike" }
    return lead.value > 0 ? "More skill than luck" : "More luck than skill"
  }

  private func partsChart(_ option: SpreadBreakdown.Option, _ shown: Int) -> PartsChart {
    PartsChart(
      label: "What each source of chance carries of the spread of five-year net under "
        + "\(name(shown))",
      groups: SpreadKind.allCases.map { kind in
        PartsChart.Group(
          name: kind.title,
          rows: kind.sources.map { source in
            let part = option[source]
            let isClear = part.amount.isClear
            return PartsChart.Row(
              name: source.words, amount: part.amount.value,
              standardError: part.amount.standardError,
              value: isClear ? part.amount.dollars : "0", share: isClear ? part.share.percent : "",
              tooltip: "\(source.words): \(part.amount.dollars), "
                + "error \(part.amount.standardErrorDollars)")
          })
      })
  }

  private func sourceTable(_ spread: SpreadBreakdown) -> Table {
    let options = Array(legalFirst.prefix(Self.optionsPerSheet))
    let unit = MoneyUnit(for: options.map { spread.options[$0].standardDeviation.value })
    let order = SpreadKind.allCases.flatMap(\.sources)
    let columns = options.map { index in
      let option = spread.options[index]
      return unit.column(order.map { option[$0].amount.ifClear } + [option.standardDeviation])
    }
    func row(_ kind: Table.Row.Kind, _ name: String, _ place: Int) -> Table.Row {
      Table.Row(kind, [name] + columns.map { $0[place] })
    }
    return Table(
      caption: "What each source carries of the spread of five-year net, \(unit.rawValue)",
      columns: [.init("Source", .text)] + options.map { .init(label($0)) },
      rows: order.enumerated().map { row(.plain, $1.words, $0) }
        + [row(.leading, "Spread", order.count)])
  }
}
