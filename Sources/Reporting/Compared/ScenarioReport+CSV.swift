import Projection

extension ScenarioReport {
  /// One row for each scenario and option, then one for each scenario's best path: five-year net in
  /// dollars, and how it differs from the first scenario's, future by future.
  var csv: String {
    var csv = CSVText()
    csv.row([
      "scenario", "option", "title", "trials", "mean", "meanStandardError", "p5", "tailMean",
      "tailMeanStandardError", "chanceOfAnyRepayment", "difference", "differenceStandardError",
      "chanceOfMore", "chanceOfLess",
    ])
    for option in compared.options {
      for side in sides {
        let outlook = outlook(option, side)
        csv.row(
          [names[side], outlook.option.name, outlook.option.title].map(CSVText.harmless)
            + Self.cells(outlook.net, outlook.chanceOfAnyRepayment, option.net[side]))
      }
    }
    for side in sides where mayRecommend {
      guard let best = bestPath(side) else { continue }
      csv.row(
        [names[side], "best path", best.path.title].map(CSVText.harmless)
          + Self.cells(best.net, best.chanceOfOwing, pathChange(side)))
    }
    return csv.text
  }

  private static func cells(
    _ net: Distribution, _ owing: Chance, _ difference: PairedDifference?
  ) -> [String] {
    func dollars(_ amount: Double) -> String { DecimalText.fixed(amount, places: 2) }
    func share(_ share: Double) -> String { DecimalText.fixed(share, places: 6) }
    return [
      String(net.trials), dollars(net.mean.value), dollars(net.mean.standardError),
      dollars(net.quantiles[0].value.dollars.amount), dollars(net.tailMean.value),
      dollars(net.tailMean.standardError), share(owing.value),
      difference.map { dollars($0.mean.value) } ?? "",
      difference.map { dollars($0.mean.standardError) } ?? "",
      difference.map { share($0.chanceOfMore.value) } ?? "",
      difference.map { share($0.chanceOfLess.value) } ?? "",
    ]
  }
}
