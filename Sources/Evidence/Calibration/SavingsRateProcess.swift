import Probability

/// The savings rate of an ACO within an agreement, less what its year and cohort share:
/// autoregressive, with variance A + K/N and yearly persistence φ, plus transitory, with variance
/// T + k′/N. Parameters in that order: A, K, φ, T, k′; points² and 10,000 beneficiaries.
///
/// Variances may come out below zero where the data show less than none: an estimate held at zero
/// would be biased.
enum SavingsRateProcess {
  /// Claims noise of the savings rate is k/√N in the federal table of minimum savings rates,
  /// 42 CFR 425.605(b)(1): every row is z·k/√N.
  static let federalScale = 2.136

  /// Years of one ACO in one agreement, in order; facts are year and 10,000/N of each.
  static func groups(
    _ rows: [(row: ACOYear, residual: Double)], _ numbers: inout ACONumbers
  ) -> [CovarianceFit.Group] {
    struct Name: Hashable {
      var cluster: Int
      var start: Int
    }
    var places: [Name: Int] = [:]
    var groups: [CovarianceFit.Group] = []
    for (row, residual) in rows {
      let name = Name(
        cluster: numbers.number(row.id), start: row.cohort - row.year * 1_000_000)
      let place = places[name] ?? groups.count
      if place == groups.count {
        places[name] = place
        groups.append(.init(cluster: name.cluster, residuals: [], facts: []))
      }
      groups[place].residuals.append(residual)
      groups[place].facts.append([
        Double(row.year), Calibration.tenThousand / row.assignedBeneficiaries,
      ])
    }
    return groups
  }

  static func fit(_ groups: [CovarianceFit.Group]) -> CovarianceFit? {
    CovarianceFit(groups, from: start(groups), model: covariance)
  }

  /// How much a permanent part of variance U + u/N raises the log-likelihood.
  static func gainOfPermanentPart(
    _ groups: [CovarianceFit.Group], over fit: CovarianceFit
  ) -> Double {
    let gains = [0.4].compactMap { share in
      let from = [
        fit.point[0] * (1 - share), fit.point[1] * (1 - share), fit.point[2] * (1 - share / 2),
        fit.point[3], fit.point[4], fit.point[0] * share, fit.point[1] * share,
      ]
      return CovarianceFit(groups, from: from) { group, point, covariance, derivatives in
        Self.covariance(group, point, &covariance, &derivatives)
        Self.addPermanent(group, point, &covariance, &derivatives)
      }.map { $0.logLikelihood - fit.logLikelihood }
    }
    return max(0, gains.max() ?? 0)
  }

  private static func start(_ groups: [CovarianceFit.Group]) -> [Double] {
    let residuals = groups.flatMap(\.residuals)
    let variance = residuals.reduce(0) { $0 + $1 * $1 } / Double(residuals.count)
    let sizes = groups.flatMap(\.facts).map { $0[1] }
    let size = sizes.reduce(0, +) / Double(sizes.count)
    return [variance * 0.4, variance * 0.3 / size, 0.75, variance * 0.1, variance * 0.2 / size]
  }

  static func covariance(
    _ group: CovarianceFit.Group, _ point: [Double], _ covariance: inout [Double],
    _ derivatives: inout [[Double]]
  ) {
    let count = group.residuals.count
    for row in 0..<count {
      for column in 0..<count {
        let place = row * count + column
        let lag = (group.facts[row][0] - group.facts[column][0]).magnitude
        let size = (group.facts[row][1] * group.facts[column][1]).squareRoot()
        let kept = powered(point[2], lag)
        let variance = point[0] + point[1] * size
        derivatives[0][place] = kept
        derivatives[1][place] = kept * size
        derivatives[2][place] = lag > 0 ? variance * lag * powered(point[2], lag - 1) : 0
        covariance[place] = variance * kept
        guard row == column else { continue }
        derivatives[3][place] = 1
        derivatives[4][place] = size
        covariance[place] += point[3] + point[4] * size
      }
    }
  }

  private static func addPermanent(
    _ group: CovarianceFit.Group, _ point: [Double], _ covariance: inout [Double],
    _ derivatives: inout [[Double]]
  ) {
    let count = group.residuals.count
    for row in 0..<count {
      for column in 0..<count {
        let place = row * count + column
        let size = (group.facts[row][1] * group.facts[column][1]).squareRoot()
        derivatives[5][place] = 1
        derivatives[6][place] = size
        covariance[place] += point[5] + point[6] * size
      }
    }
  }

  /// A whole power, by multiplication.
  private static func powered(_ base: Double, _ exponent: Double) -> Double {
    var product = 1.0
    for _ in 0..<Int(exponent) { product *= base }
    return product
  }
}
