import Projection
import Scenarios

extension StartingOutlook {
  /// How much weight the record got, in one sentence.
  public var sentence: String {
    let percent = { (share: Double) in "\(DecimalText.printed(share * 100, places: 0)) percent" }
    let rate = { (rate: Double) in "\(DecimalText.printed(rate * 100, places: 1)) percent" }
    let agreement = record.continues ? "the agreement goes on" : "the benchmark is new"
    return "The ACO's own \(record.years.count == 1 ? "year" : "\(record.years.count) years") got "
      + "\(percent(1 - priorWeight)) of the weight and the mean of all ACOs \(percent(priorWeight)): "
      + "a savings rate of \(rate(mean)) is expected of the first year, give or take "
      + "\(rate(standardDeviation)); \(agreement)."
  }

  /// What the last published rate was probably made of, in one sentence.
  public var luckSentence: String {
    let last = lastYear
    let points = { (part: Double) in
      (part > 0.0005 ? "+" : "") + DecimalText.printed(part * 100, places: 1)
    }
    let spread = { (part: Double) in DecimalText.printed(part * 100, places: 1) }
    return "Of the savings rate of \(spread(last.rate)) percent in \(last.year), "
      + "\(points(last.rate - last.mean)) points were the ACO's distance from the mean of all ACOs: "
      + "\(points(last.effect.value)) probably lasting effect and \(points(last.luck.value)) luck, "
      + "give or take \(spread(last.luck.standardDeviation)) (\(points(last.benchmarkLuck.value)) of "
      + "its benchmark, \(points(last.passing.value)) passing)."
  }
}

extension Board {
  /// Page 16, a sheet of its own: what the ACO's past savings rates were made into.
  var recordPages: [DeckPage] {
    guard let start = StartingOutlook(comparison.scenario) else { return [] }
    return [
      DeckPage(
        number: 16, topic: "Own record", headline: Finding(start.sentence),
        exhibits: [
          .table(Self.recordTable(start)), .table(Self.hindsightTable(start)),
          .remarks(title: "How much was luck", [Finding(start.luckSentence)]),
        ],
        howToRead:
          "Weight: what one point more in that year adds to the savings rate expected of the first "
          + "year. A new benchmark keeps part of an old rate and none of its luck.")
    ]
  }

  private static func hindsightTable(_ start: StartingOutlook) -> Table {
    let last = start.lastYear
    func row(_ name: String, _ value: Double, _ spread: Double?) -> Table.Row {
      Table.Row(
        .plain,
        [
          name, DecimalText.printed(value * 100, places: 1),
          spread.map { DecimalText.printed($0 * 100, places: 1) } ?? "",
        ])
    }
    return Table(
      caption: "What the savings rate of \(last.year) was probably made of",
      columns: [.init("Part", .text), .init("Points"), .init("Give or take")],
      rows: [
        row("Mean of all ACOs", last.mean, nil),
        row(
          "Effect of the ACO, part of which lasts", last.effect.value, last.effect.standardDeviation
        ),
        row(
          "Luck of the benchmark years", last.benchmarkLuck.value,
          last.benchmarkLuck.standardDeviation),
        row("What passed with the year", last.passing.value, last.passing.standardDeviation),
        Table.Row(
          .leading,
          ["Savings rate, percent", DecimalText.printed(last.rate * 100, places: 1), ""]),
      ])
  }

  private static func recordTable(_ start: StartingOutlook) -> Table {
    let rows = start.years.map { year, weight in
      Table.Row(
        .plain,
        [
          String(year.year), DecimalText.printed(year.savingsRate * 100, places: 1),
          DecimalText.grouped(Int(year.assignedBeneficiaries)),
          year.newBenchmark ? "new" : "same", DecimalText.printed(weight, places: 2),
        ])
    }
    let prior = Table.Row(
      .plain, ["Mean of all ACOs", "", "", "", DecimalText.printed(start.priorWeight, places: 2)])
    return Table(
      caption: "Past savings rates and the weight of each",
      columns: [
        .init("Performance year", .text), .init("Savings rate, percent"),
        .init("Assigned beneficiaries"), .init("Benchmark", .text), .init("Weight"),
      ], rows: rows + [prior])
  }
}
