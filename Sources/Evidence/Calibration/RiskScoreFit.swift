import Probability
import Regulation

/// Yearly changes of ln risk score of the four types together: standard deviation s_e for a
/// population of any size, one person's p_e adding p_e²(1/P_t + 1/P_{t−1}) with P person-years,
/// and a correlation c of the first parts across types. Parameters: four s, four p, c.
struct RiskScoreFit {
  let fit: CovarianceFit
  let sample: Constant.Sample

  /// One pair's changes, all four types printed.
  static func change(_ pair: ACOPair, _ type: EnrollmentType) -> Double? {
    guard let before = pair.earlier.strata[type], let after = pair.later.strata[type] else {
      return nil
    }
    return logarithm(after.riskScore / before.riskScore)
  }

  init?(_ pairs: [ACOPair]) {
    let whole = pairs.filter { pair in
      EnrollmentType.allCases.allSatisfy { Self.change(pair, $0) != nil }
    }
    let residuals = EnrollmentType.allCases.map { type in
      Cells<ACOPair>.residuals(whole, cell: \.later.cohort) { Self.change($0, type) ?? 0 }
    }
    var numbers = ACONumbers()
    let groups = (residuals.first ?? []).indices.map { place in
      let pair = residuals[0][place].row
      return CovarianceFit.Group(
        cluster: numbers.number(pair.later.id), residuals: residuals.map { $0[place].residual },
        facts: [EnrollmentType.allCases.map { Self.inversePersonYears(pair, $0) }])
    }
    sample = Constant.Sample(
      acos: numbers.count, observations: groups.count,
      years: Set((residuals.first ?? []).map(\.row.later.year)).sorted())
    guard sample.isTooSmall == nil,
      let fit = CovarianceFit(groups, from: Self.start(groups), model: Self.covariance)
    else { return nil }
    self.fit = fit
  }

  static func inversePersonYears(_ pair: ACOPair, _ type: EnrollmentType) -> Double {
    guard let before = pair.earlier.strata[type], let after = pair.later.strata[type] else {
      return 0
    }
    return 1 / before.personYears + 1 / after.personYears
  }

  /// Spread of a population of any size, of one person, and the common share.
  func populationSpread(_ type: EnrollmentType) -> Estimate { positive(type.place) }
  func personSpread(_ type: EnrollmentType) -> Estimate { positive(4 + type.place) }
  var commonShare: Estimate { fit.estimate(8) }

  private func positive(_ place: Int) -> Estimate {
    let estimate = fit.estimate(place)
    return Estimate(value: estimate.value.magnitude, standardError: estimate.standardError)
  }

  private static func start(_ groups: [CovarianceFit.Group]) -> [Double] {
    let count = Double(groups.count)
    let halves = (0..<4).map { type in
      groups.reduce(0) { $0 + $1.residuals[type] * $1.residuals[type] } / count / 2
    }
    let sizes = (0..<4).map { type in groups.reduce(0) { $0 + $1.facts[0][type] } / count }
    return halves.map { $0.squareRoot() }
      + (0..<4).map { (halves[$0] / sizes[$0]).squareRoot() } + [0.5]
  }

  private static func covariance(
    _ group: CovarianceFit.Group, _ point: [Double], _ covariance: inout [Double],
    _ derivatives: inout [[Double]]
  ) {
    for row in 0..<4 {
      for column in 0..<4 where column != row {
        let place = row * 4 + column
        covariance[place] = point[8] * point[row] * point[column]
        derivatives[row][place] = point[8] * point[column]
        derivatives[column][place] = point[8] * point[row]
        derivatives[8][place] = point[row] * point[column]
      }
      let place = row * 5
      let size = group.facts[0][row]
      covariance[place] = point[row] * point[row] + point[4 + row] * point[4 + row] * size
      derivatives[row][place] = 2 * point[row]
      derivatives[4 + row][place] = 2 * point[4 + row] * size
    }
  }
}

extension EnrollmentType {
  /// Its place in the fixed order, from 0.
  var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
