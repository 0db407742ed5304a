import Regulation

extension ExactMoments {
  /// - Parameters:
  ///   - parts: The same by randomisation; empty for independent trials.
  ///   - unit: Counted as one: 100 for dollars from cents.
  func estimate(
    of trials: Int, _ parts: [ExactMoments], _ randomisations: Randomisations, unit: Double = 1
  ) -> Estimate {
    guard !parts.isEmpty else { return estimate(of: trials, unit: unit) }
    let variance = randomisations.variance(ofMean: parts.map { Double($0.sum) })
    return Estimate(value: mean(of: trials) / unit, standardError: variance.squareRoot() / unit)
  }
}

extension Chance {
  /// A share of trials that follow points, with its interval: Wilson's, of as many independent trials as
  /// would have its error.
  ///
  /// - Parameter parts: The count by randomisation; empty for independent trials.
  init(_ count: Int, of trials: Int, _ parts: [Double], _ randomisations: Randomisations) {
    guard !parts.isEmpty else {
      self.init(count, of: trials)
      return
    }
    let p = Double(count) / Double(trials)
    let plain = p * (1 - p) / Double(trials)
    self.init(
      count, of: trials, effect: randomisations.effect(ofMean: parts, plain: plain),
      reach: randomisations.halfWidth)
  }
}

extension PairTally {
  /// - Parameter parts: The same by randomisation.
  func difference(
    of trials: Int, _ parts: [PairTally], _ randomisations: Randomisations
  ) -> PairedDifference {
    PairedDifference(
      mean: moments.estimate(of: trials, parts.map(\.moments), randomisations, unit: 100),
      chanceOfMore: Chance(more, of: trials, parts.map { Double($0.more) }, randomisations),
      chanceOfLess: Chance(less, of: trials, parts.map { Double($0.less) }, randomisations))
  }
}

extension Distribution {
  /// Puts the errors of points in place of those of independent trials.
  ///
  /// A quantile's interval is that of independent trials, by as much narrower or wider as the chance to
  /// lie below the mark next to it is better or worse known. The tail's mean is the first mark less what
  /// trials fall short of it by, over the tail's part (Rockafellar & Uryasev 2000): its error is that of
  /// the shortfall, since where exactly the mark lies moves it in the second order alone.
  mutating func hold(
    _ segments: AmountSegments, _ amount: AmountParts, _ randomisations: Randomisations
  ) {
    let sums = amount.sums { Double($0.moments.sum) }
    mean.standardError = randomisations.variance(ofMean: sums).squareRoot() / 100
    func chance(_ count: (AmountParts.Part) -> Int) -> Chance {
      let counts = amount.parts.map(count)
      return Chance(
        counts.reduce(0, +), of: trials, counts.map(Double.init), randomisations)
    }
    chanceToOwe = chance { $0.owing }
    chanceOfNothing = chance { $0.nothing }
    let earning = zip(amount.parts, randomisations.all).map { $1 - $0.owing - $0.nothing }
    chanceToEarn = Chance(
      earning.reduce(0, +), of: trials, earning.map(Double.init), randomisations)
    quantiles = Self.levels.indices.map { place in
      QuantileEstimate(
        level: Self.levels[place], of: segments,
        effect: Self.effect(of: amount, place, trials, randomisations),
        reach: randomisations.halfWidth)
    }
    let shortfall = randomisations.variance(ofMean: amount.sums { Double($0.shortfall) })
    tailMean.standardError = shortfall.squareRoot() / Self.tail / 100
  }

  /// Of the chance to lie below a mark.
  private static func effect(
    of amount: AmountParts, _ place: Int, _ trials: Int, _ randomisations: Randomisations
  ) -> Double {
    let counts = amount.sums { Double($0.below[place]) }
    let p = counts.reduce(0, +) / Double(trials)
    return randomisations.effect(ofMean: counts, plain: p * (1 - p) / Double(trials))
  }
}
