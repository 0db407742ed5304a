extension Calibration {
  /// Yearly changes of ln N: a narrow part, and a wide one for participant lists that change.
  mutating func fitSizeChanges(_ panel: Panel) {
    let pairs = panel.pairs()
    var numbers = ACONumbers()
    let clusters = pairs.map { numbers.number($0.later.id) }
    let sample = Constant.Sample(
      acos: numbers.count, observations: pairs.count,
      years: Set(pairs.map(\.later.year)).sorted())
    let fit =
      sample.isTooSmall == nil ? TwoPartNormal(pairs.map(\.sizeChange), clusters: clusters) : nil
    let method =
      "of a mixture of two normal laws of the yearly change of ln assigned beneficiaries, by "
      + "maximum likelihood; sandwich error clustered by ACO"
    let parts: [(String, String, String, Estimate?)] = [
      ("narrow.weight", "probability", "weight of the narrow part", fit?.narrowWeight),
      ("narrow.mean", "ln per year", "mean of the narrow part", fit?.narrowMean),
      ("narrow.spread", "ln per year", "spread of the narrow part", fit?.narrowSpread),
      ("wide.mean", "ln per year", "mean of the wide part", fit?.wideMean),
      ("wide.spread", "ln per year", "spread of the wide part", fit?.wideSpread),
    ]
    for (name, unit, what, estimate) in parts {
      add("sizeChange.\(name)", unit, "\(what) \(method)", sample, estimate)
    }
  }
}
