extension Calibration {
  /// How far the sums of five years' savings rates lie apart, whatever agreements they fell in.
  mutating func fitFiveYearSum(_ panel: Panel) {
    let sums = Self.fiveYearSums(panel)
    let groups = sums.enumerated().map { place, sum in
      CovarianceFit.Group(cluster: place, residuals: [sum.residual], facts: [[sum.inverseSize]])
    }
    let sample = Constant.Sample(
      acos: sums.count, observations: sums.count, years: sums.isEmpty ? [] : panel.years)
    let variance = sums.reduce(0) { $0 + $1.residual * $1.residual } / Double(max(1, sums.count))
    let size = sums.reduce(0) { $0 + $1.inverseSize } / Double(max(1, sums.count))
    let fit =
      sample.isTooSmall == nil
      ? CovarianceFit(groups, from: [variance / 2, variance / 2 / size]) {
        group, point, covariance, derivatives in
        covariance[0] = point[0] + point[1] * group.facts[0][0]
        derivatives[0][0] = 1
        derivatives[1][0] = group.facts[0][0]
      } : nil
    let method =
      "normal maximum likelihood of the sum of an ACO's savings rates in all five years, each less "
      + "its year's mean over the same ACOs, whatever its agreements: variance a + b times the "
      + "mean of 1/N; sandwich error clustered by ACO"
    let name = "savingsRate.fiveYearSum"
    add("\(name).constant", "points squared", "a: \(method)", sample, fit?.estimate(0))
    add(
      "\(name).bySize", "points squared times 10,000 beneficiaries", "b: \(method)", sample,
      fit?.estimate(1))
    if let fit { correlate("\(name).constant", "\(name).bySize", fit.sandwich.correlation(0, 1)) }
  }

  /// Of every ACO settled in five years on end: the sum in points less the mean of all sums, and the
  /// mean of 10,000/N.
  private static func fiveYearSums(
    _ panel: Panel
  ) -> [(residual: Double, inverseSize: Double)] {
    let years = panel.years
    guard years.count == 5, let first = years.first, years == Array(first...(first + 4)) else {
      return []
    }
    let whole = Dictionary(grouping: panel.acoYears, by: \.id).filter { $0.value.count == 5 }
      .sorted { $0.key < $1.key }.map(\.value)
    let sums = whole.map { $0.reduce(0) { $0 + $1.savingsRate * 100 } }
    let count = Double(sums.count)
    let mean = sums.reduce(0, +) / count
    return zip(whole, sums).map { rows, sum in
      let size = rows.reduce(0) { $0 + tenThousand / $1.assignedBeneficiaries } / 5
      return ((sum - mean) * (count / (count - 1)).squareRoot(), size)
    }
  }
}
