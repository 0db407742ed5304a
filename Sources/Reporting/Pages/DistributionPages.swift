import Projection

extension Board {
  /// Page 5: how the five-year payment is spread, with the spike at zero.
  var distributionPages: [DeckPage] {
    let sheets = panelSheets
    return sheets.enumerated().map { index, options in
      DeckPage(
        number: 5, part: index + 1, parts: sheets.count, topic: "Five-year payment",
        headline: zeroHeadline,
        exhibits: [.chart(.distributions(distributionChart(options)))],
        howToRead:
          "Bars are shares of all futures by five-year payment, before program costs, on one scale "
          + "for all options; hatched bars owe CMS, a black spike is exactly zero. The end bars "
          + "hold all that lies beyond."
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
    if high.value == 0 {
      return Finding(
        "No \(subjectNoun) pays exactly nothing over five years in any of "
          + "\(DecimalText.grouped(comparison.trials)) trials.", number: zero(top))
    }
    if most.count == subjects.count {
      return Finding(
        "Every \(subjectNoun) pays exactly nothing over five years about equally often, "
          + "in \(high.ofFutures).", number: zero(top))
    }
    return Finding(
      "Five years bring exactly nothing in \(high.ofFutures) under \(names(most)), and in "
        + "\(outlooks[bottom].total.chanceOfNothing.ofFutures) under \(names(least)).",
      number: zero(top))
  }

  private func distributionChart(_ options: [Int]) -> DistributionChart {
    let grouped = Histogram.trimmed(outlooks.map(\.histogram)).map(\.coarser)
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
  /// Bins at both ends, folded into the last bin kept: at the low end while every histogram has
  /// at most half a percent of its trials there, at the high end two percent. All have the same
  /// edges; the bins on either side of zero are kept.
  static func trimmed(_ all: [Histogram]) -> [Histogram] {
    guard let first = all.first, all.allSatisfy({ $0.counts.count == first.counts.count }) else {
      return all
    }
    let zero = first.width > 0 ? Int((-first.start / first.width).rounded()) : 0
    let isSeen = first.counts.indices.map { bin in
      bin == zero || bin == zero - 1
        || all.contains { histogram in
          let trials = histogram.counts.reduce(histogram.zeros, +)
          let through = histogram.counts[...bin].reduce(0, +)
          let from = histogram.counts[bin...].reduce(0, +)
          return 200 * through > trials && bin < zero || 50 * from > trials && bin >= zero
        }
    }
    guard let low = isSeen.firstIndex(of: true), let high = isSeen.lastIndex(of: true) else {
      return all
    }
    return all.map { histogram in
      var counts = Array(histogram.counts[low...high])
      counts[0] += histogram.counts[..<low].reduce(0, +)
      counts[counts.count - 1] += histogram.counts[(high + 1)...].reduce(0, +)
      return Histogram(
        start: histogram.start + Double(low) * histogram.width, width: histogram.width,
        counts: counts, zeros: histogram.zeros)
    }
  }

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
