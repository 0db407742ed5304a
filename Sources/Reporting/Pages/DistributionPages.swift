import Projection

extension Board {
  /// Page 5: how the five-year payment is spread, with the spike at zero.
  var distributionPages: [DeckPage] {
    let sheets = Self.sheets(legalFirst)
    return sheets.enumerated().map { index, options in
      DeckPage(
        number: 5, part: index + 1, parts: sheets.count, topic: "Five-year payment",
        headline: zeroHeadline,
        exhibits: [.chart(.distributions(distributionChart(options)))],
        howToRead:
          "Bars are shares of all futures by five-year payment, before program costs: the black "
          + "spike is exactly zero, hatched bars owe CMS. Payments beyond the ends are in the end bars."
      )
    }
  }

  private var zeroHeadline: Finding {
    let zero = { (index: Int) in self.outlooks[index].total.chanceOfNothing.estimate }
    let most = highest(of: subjects, by: zero)
    let least = lowest(of: subjects, by: zero)
    guard let top = most.first, let bottom = least.first else {
      return Finding("There is no option to settle.")
    }
    let high = outlooks[top].total.chanceOfNothing
    if subjects.count == 1 {
      return Finding(
        "\(name(top)) pays exactly nothing over five years in \(high.ofFutures).",
        number: zero(top))
    }
    if most.count == subjects.count {
      return Finding(
        "Every \(subjectNoun) pays exactly nothing over five years about equally often: "
          + "\(high.ofFutures).", number: zero(top))
    }
    return Finding(
      "Five years of work bring exactly nothing in \(high.ofFutures) under \(names(most)), and in "
        + "\(outlooks[bottom].total.chanceOfNothing.ofFutures) under \(names(least)).",
      number: zero(top))
  }

  private func distributionChart(_ options: [Int]) -> DistributionChart {
    let grouped = outlooks.map(\.histogram.coarser)
    let trials = Double(max(1, comparison.trials))
    let tallest = zip(grouped, outlooks).map { histogram, outlook in
      max(Double(histogram.counts.max() ?? 0), Double(outlook.histogram.zeros)) / trials
    }
    let first = grouped.first
    return DistributionChart(
      label: "Share of futures by five-year payment, by option, with the share at exactly zero",
      panels: options.map { index in
        let chance = outlooks[index].total.chanceOfNothing
        return .init(
          name: label(index), isWhatIf: isWhatIf(index),
          shares: grouped[index].counts.map { Double($0) / trials },
          zeroShare: Double(outlooks[index].histogram.zeros) / trials,
          zeroLabel: chance.value == 0 ? "never exactly zero" : "exactly zero: \(chance.percent)")
      },
      start: first?.start ?? 0, width: first?.width ?? 1, tallest: tallest.max() ?? 1)
  }
}

extension Histogram {
  /// Neighbouring bins put together until at most 40 are left; an edge at zero stays an edge.
  var coarser: Histogram {
    let size = (counts.count + 37) / 38
    guard size > 1, width > 0 else { return self }
    let zeroEdge = Int((-start / width).rounded())
    let offset = ((zeroEdge % size) + size) % size
    let padded = Array(repeating: 0, count: (size - offset) % size) + counts
    let groups = stride(from: 0, to: padded.count, by: size).map { first in
      padded[first..<min(first + size, padded.count)].reduce(0, +)
    }
    return Histogram(
      start: start - Double((size - offset) % size) * width, width: width * Double(size),
      counts: groups, zeros: zeros)
  }
}
