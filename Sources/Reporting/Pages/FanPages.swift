import Projection

extension Board {
  /// Page 4: five-year cumulative net, as fans of the options that can be signed.
  var fanPages: [DeckPage] {
    let sheets = Self.sheets(subjects, of: 6)
    return sheets.enumerated().map { index, options in
      DeckPage(
        number: 4, part: index + 1, parts: sheets.count, topic: "Cumulative net",
        headline: fanHeadline, exhibits: [.chart(.fans(fanChart(options)))],
        howToRead:
          "The line is the middle outcome after each year; the dark band holds half of all "
          + "futures, the pale band nine in ten. \(netMeaning)")
    }
  }

  private var fanHeadline: Finding {
    guard let leading, let last = outlooks[leading].cumulativeNet.last, let year = years.last
    else { return Finding("There is no option to settle.") }
    let low = last.quantiles[1].estimate.dollars
    let high = last.quantiles[3].estimate.dollars
    let middle = last.quantiles[2].estimate
    let half =
      low == high
      ? "half of all futures or more leave \(name(leading)) with \(low)"
      : "half of all futures leave \(name(leading)) between \(low) and \(high), "
        + "the middle one at \(middle.dollars)"
    return Finding("By the end of \(year), \(half); \(turn(leading)).", number: middle)
  }

  /// From which year on the middle outcome is above zero.
  private func turn(_ option: Int) -> String {
    let medians = outlooks[option].cumulativeNet.map { $0.quantiles[2].value.count }
    guard let lastBelow = medians.lastIndex(where: { $0 <= 0 }) else {
      return "the middle outcome is above zero from the first year"
    }
    guard lastBelow + 1 < medians.count else {
      return "the middle outcome does not end above zero"
    }
    return "the middle outcome is above zero from \(years[lastBelow + 1]) on"
  }

  private func fanChart(_ options: [Int]) -> FanChart {
    let amounts = subjects.flatMap { outlooks[$0].cumulativeNet.flatMap(\.quantiles) }
      .map { $0.value.dollars.amount }
    return FanChart(
      label: "Cumulative five-year net after each performance year, by option",
      panels: options.map { index in
        let points = zip(outlooks[index].cumulativeNet, years).map { distribution, year in
          let words = distribution.quantiles.map(\.estimate.dollars)
          return FanChart.Year(
            name: year.description,
            quantiles: distribution.quantiles.map { $0.value.dollars.amount },
            tooltip: "\(label(index)), through \(year): middle \(words[2]); half between "
              + "\(words[1]) and \(words[3]); nine in ten between \(words[0]) and \(words[4])")
        }
        return .init(name: label(index), isWhatIf: isWhatIf(index), years: points)
      },
      lowest: min(0, amounts.min() ?? 0), highest: max(0, amounts.max() ?? 0))
  }
}
