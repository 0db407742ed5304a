extension Calibration {
  /// What all ACOs share in a year: the mean change of the savings rate within an agreement.
  mutating func fitYearEffects(_ panel: Panel) {
    let pairs = panel.pairsWithinAgreements()
    var effects: [Estimate] = []
    for year in panel.years.dropFirst() {
      var rows = Jackknife()
      for pair in pairs where pair.later.year == year {
        rows.add((pair.later.savingsRate - pair.earlier.savingsRate) * 100, cell: 0, of: pair.later)
      }
      add(
        "savingsRate.yearEffect.\(year)", "points",
        "mean one-year change within an agreement, \(year - 1) to \(year)", rows
      ) { $0.reduce(0) { $0 + $1.x } / $0.reduce(0) { $0 + $1.count } }
      if let effect = constants.last?.estimate { effects.append(effect) }
    }
    addOverYears(effects, pairs)
  }

  private mutating func addOverYears(_ effects: [Estimate], _ pairs: [ACOPair]) {
    let sample = Constant.Sample(
      acos: Set(pairs.map(\.later.id)).count, observations: pairs.count,
      years: Set(pairs.map(\.later.year)).sorted())
    let count = Double(effects.count)
    let mean = effects.reduce(0) { $0 + $1.value } / count
    let squares = effects.reduce(0) { $0 + ($1.value - mean) * ($1.value - mean) }
    let sampling = effects.reduce(0) { $0 + $1.standardError * $1.standardError } / count
    let spread = max(0, squares / (count - 1) - sampling).squareRoot()
    let enough = effects.count > 2
    let why = "\(effects.count) yearly changes where 3 are needed"
    add(
      "savingsRate.yearEffect.mean", "points",
      "mean of the yearly mean changes; error from their spread over years, not over ACOs", sample,
      enough
        ? Estimate(value: mean, standardError: (squares / (count - 1) / count).squareRoot()) : nil,
      whyNot: why)
    add(
      "savingsRate.yearEffect.spread", "points",
      "standard deviation of the yearly mean changes net of their sampling variance; error of a "
        + "spread of so few years under a normal law, s/sqrt(2(n-1))", sample,
      enough
        ? Estimate(
          value: spread,
          standardError: (squares / (count - 1)).squareRoot() / (2 * (count - 1)).squareRoot())
        : nil, whyNot: why)
  }
}
