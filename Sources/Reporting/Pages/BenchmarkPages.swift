import Projection
import Reconciliation
import Regulation

extension Board {
  /// Page 16: what the benchmark is made of, and what the five years make of the next one.
  var benchmarkPages: [DeckPage] {
    guard let benchmark = comparison.benchmark else { return [] }
    return [
      DeckPage(
        number: 16, topic: "The benchmark", headline: partsHeadline(benchmark),
        exhibits: [.table(partsTable(benchmark)), .table(spreadTable(benchmark))],
        howToRead:
          "Means over the first \(DecimalText.grouped(benchmark.trials)) trials; the parts of a "
          + "year add up to its updated benchmark. Shares of variance overlap: what two sides do "
          + "together counts in both."),
      DeckPage(
        number: 16, topic: "The next agreement", headline: nextHeadline(benchmark.next),
        exhibits: [.keyFigures(nextFigures(benchmark.next)), .table(nextTable(benchmark.next))],
        howToRead:
          "The years \(years[2]) to \(years[4]) become benchmark years, their luck included; "
          + "\(benchmark.next.firstYear) goes on like \(years[4]). Not counted in the five-year net."
      ),
    ]
  }

  // MARK: - What the benchmark is made of

  private func partsHeadline(_ benchmark: BenchmarkOutlook) -> Finding {
    guard let last = benchmark.years.last else { return Finding("No year was simulated.") }
    let total = last.total
    let growth = last[.twoWayUpdate]
    let trend = last[.prospectiveTrend]
    return Finding(
      "The benchmark of \(last.performanceYear) is \(total.dollars) on average; growth since the "
        + "benchmark years \(Self.adds(growth)), and the prospective trend then "
        + "\(Self.adds(trend)).", number: total)
  }

  private static func adds(_ amount: Estimate) -> String {
    guard amount.isClear else { return "adds nothing beyond the simulation's error" }
    return (amount.value < 0 ? "takes " : "adds ") + amount.dollarsWithoutSign
  }

  private func partsTable(_ benchmark: BenchmarkOutlook) -> Table {
    let unit = MoneyUnit(for: benchmark.years.map(\.total.value))
    let parts = BenchmarkOutlook.Part.allCases.filter { part in
      benchmark.years.contains { $0[part].value != 0 || $0[part].standardError != 0 }
    }
    let isBuilt = comparison.scenario.history != nil
    func row(_ kind: Table.Row.Kind, _ name: String, _ amounts: [Estimate], signed: Bool)
      -> Table.Row
    {
      Table.Row(kind, [name] + unit.column(amounts, signed: signed))
    }
    return Table(
      caption: "What each part adds to the benchmark, \(unit.rawValue)",
      columns: [.init("Part", .text)]
        + benchmark.years.map { .init($0.performanceYear.description) },
      rows: parts.map { part in
        row(
          .plain, part.words(isBuilt: isBuilt), benchmark.years.map { $0[part] },
          signed: part != .historical)
      } + [row(.leading, "Updated benchmark", benchmark.years.map(\.total), signed: false)])
  }

  private func spreadTable(_ benchmark: BenchmarkOutlook) -> Table {
    let options = Array(legalFirst.prefix(Self.optionsPerSheet))
    return Table(
      caption: "Share of the variance of five-year net that goes with the benchmark",
      columns: [.init("Drawn again", .text)] + options.map { .init(label($0)) },
      rows: benchmark.spread.map { side in
        Table.Row(.plain, [side.side.words] + options.map { side.shares[$0].percent })
      })
  }

  // MARK: - The next agreement

  private func nextHeadline(_ next: BenchmarkOutlook.NextAgreement) -> Finding {
    Finding(
      "Built again from the ACO's own years, the benchmark is \(moved(next.meanChange)) the one "
        + "that expires; \(rates(next)).", number: next.meanChange)
  }

  /// For page 1.
  func nextAgreementRemark(_ next: BenchmarkOutlook.NextAgreement) -> Finding {
    Finding(
      "After these five years the benchmark is built again from them, and is "
        + "\(moved(next.meanChange)) the one that expires (nine futures in ten between "
        + "\(Self.percent(next.change[0])) and \(Self.percent(next.change[2]))); \(rates(next)).",
      number: next.meanChange)
  }

  private func moved(_ change: Estimate) -> String {
    guard change.isClear else { return "on average no different from" }
    let size = Estimate(value: change.value.magnitude, standardError: change.standardError)
    return "on average \(size.percent) \(change.value < 0 ? "lower" : "higher") than"
  }

  private func rates(_ next: BenchmarkOutlook.NextAgreement) -> String {
    "a mean savings rate of \(next.lastSavingsRate.percent) in \(years[4]) becomes "
      + "\(next.firstSavingsRate.percent) in \(next.firstYear)"
  }

  private func nextFigures(_ next: BenchmarkOutlook.NextAgreement) -> [KeyFigure] {
    let kinds = next.adjustments.filter { $0.chance.value > 0 }
      .map { "\($0.kind.title) \($0.chance.percent)" }
    return [
      KeyFigure(
        label: "Benchmark that expires", value: next.expiring.dollars,
        note: "for each person-year, \(years[4])"),
      KeyFigure(
        label: "Built again", value: next.rebased.dollars,
        note: "same year, same people; adjustment: \(Names.list(kinds))"),
      KeyFigure(
        label: "Change, 5th to 95th percentile",
        value: "\(Self.percent(next.change[0])) to \(Self.percent(next.change[2]))",
        note: "median \(Self.percent(next.change[1]))"),
      KeyFigure(
        label: "The ratchet", value: [next.ratchet].counts[0],
        note: "change of the next benchmark for each point of savings in the years it is built from"
      ),
    ]
  }

  private static func percent(_ value: Double) -> String {
    Estimate(value: value, standardError: 0.002).percent
  }

  private func nextTable(_ next: BenchmarkOutlook.NextAgreement) -> Table {
    let unit = MoneyUnit(for: next.options.map(\.payment.value))
    let shown = Array(
      (next.options.filter { legal.contains($0.place) }
        + next.options.filter { !legal.contains($0.place) }).prefix(Self.optionsPerSheet))
    let payments = unit.column(shown.map(\.payment))
    return Table(
      caption: "The first year of the next agreement, \(next.firstYear)",
      columns: [
        .init("Option of the five years", .text), .init("Goes on under", .word),
        .init("Mean savings rate"), .init("Mean payment, \(unit.rawValue)"),
        .init("Chance to earn"), .init("Chance to owe"),
      ],
      rows: shown.enumerated().map { row, option in
        Table.Row(
          rowKind(option.place),
          [
            label(option.place), option.track.title, option.savingsRate.percent, payments[row],
            option.chanceToEarn.percent, option.chanceToOwe.percent,
          ])
      })
  }
}

extension BenchmarkOutlook.Year {
  subscript(_ part: BenchmarkOutlook.Part) -> Estimate {
    parts.first { $0.part == part }?.amount ?? Estimate(value: 0, standardError: 0)
  }
}

extension BenchmarkOutlook.Part {
  func words(isBuilt: Bool) -> String {
    switch self {
    case .historical:
      isBuilt ? "Benchmark years, trended and weighed" : "Historical benchmark, as stated"
    case .regionalAdjustment: "Regional adjustment"
    case .priorSavingsAdjustment: "Prior savings adjustment"
    case .populationAdjustment: "Population adjustment"
    case .riskRatio: "Risk scores, before their cap"
    case .riskRatioCap: "What the cap on risk scores takes"
    case .twoWayUpdate: "Growth of nation and region"
    case .ownShareOfRegion: "The ACO's own spending within its region"
    case .prospectiveTrend: "Prospective trend in place of a third of growth"
    }
  }
}

extension SpreadShare.Side {
  fileprivate var words: String {
    switch self {
    case .benchmark:
      "Benchmark side: luck of the benchmark years, national and regional growth"
    case .benchmarkYears: "of which luck of the benchmark years alone"
    }
  }
}
