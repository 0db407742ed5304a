import Probability
import Regulation

extension Calibration {
  /// Risk scores: how much they move in a year, together, and back; and what expenditure shows of
  /// it.
  mutating func fitRiskScores(_ panel: Panel) {
    let pairs = panel.pairsWithinAgreements().filter(\.isStable)
    addSpreads(RiskScoreFit(pairs), pairs)
    addReversion(panel)
    addHealth(pairs)
  }

  private mutating func addSpreads(_ fit: RiskScoreFit?, _ pairs: [ACOPair]) {
    let printed = pairs.filter { RiskScoreFit.change($0, .agedNonDual) != nil }
    let sample =
      fit?.sample
      ?? Constant.Sample(
        acos: Set(printed.map(\.later.id)).count, observations: printed.count,
        years: Set(printed.map(\.later.year)).sorted())
    let method =
      "normal maximum likelihood of the yearly change of ln risk score of the four types together, "
      + "in one agreement at stable size, less the mean of year and cohort; sandwich error "
      + "clustered by ACO"
    for type in EnrollmentType.allCases {
      add(
        "riskScore.standardDeviation.\(type.rawValue)", "ln per year",
        "spread for a population of any size: \(method)", sample, fit?.populationSpread(type))
      add(
        "riskScore.personStandardDeviation.\(type.rawValue)", "ln times root person-years",
        "one person's part, with variance over the person-years of each of the two years: "
          + method, sample, fit?.personSpread(type))
    }
    add(
      "riskScore.commonShare", "correlation",
      "correlation across types of the spread for a population of any size: \(method)", sample,
      fit?.commonShare)
  }

  /// Consecutive changes net of the person-level luck they share.
  private mutating func addReversion(_ panel: Panel) {
    for type in EnrollmentType.allCases {
      let person = self["riskScore.personStandardDeviation.\(type.rawValue)"]?.estimate?.value
      var rows = Jackknife()
      for (pair, product) in Self.consecutiveChanges(panel, type) {
        guard let person, let middle = pair.earlier.strata[type] else { continue }
        rows.add(product + person * person / middle.personYears, cell: 0, of: pair.later)
      }
      add(
        "riskScore.reversion.\(type.rawValue)", "ln squared",
        "covariance of consecutive yearly changes of ln risk score in one agreement at stable "
          + "size, less the means of year and cohort, plus the person-level variance they share; "
          + "0 is a random walk, below 0 reverts", rows
      ) { $0.reduce(0) { $0 + $1.x } / $0.reduce(0) { $0 + $1.count } }
    }
  }

  /// Products of an ACO's change and its change the year before, each less its cell's mean.
  private static func consecutiveChanges(
    _ panel: Panel, _ type: EnrollmentType
  ) -> [(row: ACOPair, product: Double)] {
    let places = panel.places
    let triples = panel.pairsWithinAgreements().filter(\.isStable).compactMap {
      later -> (earlier: ACOPair, later: ACOPair)? in
      guard let place = places[Panel.Key(later.later.id, later.later.year - 2)] else { return nil }
      let earlier = ACOPair(earlier: panel.acoYears[place], later: later.earlier)
      guard earlier.isSameAgreement == true, earlier.isStable,
        RiskScoreFit.change(earlier, type) != nil, RiskScoreFit.change(later, type) != nil
      else { return nil }
      return (earlier, later)
    }
    typealias Triples = Cells<(earlier: ACOPair, later: ACOPair)>
    let before = Triples.residuals(triples, cell: \.later.later.cohort) {
      RiskScoreFit.change($0.earlier, type) ?? 0
    }
    let after = Triples.residuals(triples, cell: \.later.later.cohort) {
      RiskScoreFit.change($0.later, type) ?? 0
    }
    return zip(before, after).map { ($0.row.later, $0.residual * $1.residual) }
  }

  /// Expenditure growth against the change of risk score.
  private mutating func addHealth(_ pairs: [ACOPair]) {
    var all = Jackknife()
    for type in EnrollmentType.allCases {
      var rows = Jackknife()
      for pair in pairs {
        guard let risk = RiskScoreFit.change(pair, type),
          let spent = pair.growth(of: { $0.strata[type]?.expenditure })
        else { continue }
        rows.add(risk, spent, cell: pair.later.cohort, of: pair.later)
        all.add(risk, spent, cell: pair.later.cohort * 4 + type.place, of: pair.later)
      }
      let which =
        "of the yearly growth of per-capita expenditure and the change of ln risk score, in one "
        + "agreement at stable size, within year and cohort"
      add(
        "riskScore.growthCorrelation.\(type.rawValue)", "correlation", "correlation \(which)", rows
      ) {
        PooledMoments($0).correlation
      }
      add(
        "riskScore.growthSlope.\(type.rawValue)", "ln per ln", "least squares slope \(which)", rows
      ) { PooledMoments($0).slope }
    }
    add(
      "riskScore.healthShare", "ln per ln",
      "least squares slope of the yearly growth of per-capita expenditure on the change of ln risk "
        + "score, all types, in one agreement at stable size, within year, cohort and type", all
    ) { PooledMoments($0).slope }
  }
}
