import Probability
import Regulation
import Sampling
import Scenarios

extension Assumptions {
  /// These assumptions with what the years through one tell of where ACOs stand and how they move.
  ///
  /// Variances, persistence and their errors are the calibration's. The expenditure effect's
  /// innovation is what the fitted variance a year ahead, given the position, is above the product's
  /// own, over the squared response of a savings rate to the effect; its transitory part is then
  /// nothing.
  ///
  /// `nil` where the years are too few for a calibration.
  init?(
    _ assumptions: Assumptions, fittedTo calibration: Calibration, _ panel: Panel,
    beside product: ProductSpread
  ) {
    self = assumptions
    guard let position = StartingPosition(calibration, panel),
      let persistence = calibration["savingsRate.process.persistence"]?.estimate,
      let ahead = calibration["savingsRate.process.oneYearAhead.constant"]?.estimate,
      let aheadBySize = calibration["savingsRate.process.oneYearAhead.bySize"]?.estimate
    else { return nil }
    startingPosition = position
    let constant = SpreadEstimate(ahead, less: product.constant * 10_000)
    let bySize = SpreadEstimate(aheadBySize, less: product.bySize)
    let unit = 1 / product.response
    expenditureEffect.persistentStandardDeviation = unit * constant.spread / 100
    expenditureEffect.persistentScale = unit * bySize.spread
    expenditureEffect.persistence = position.persistence
    expenditureEffect.transitoryStandardDeviation = 0
    expenditureEffect.transitoryScale = 0
    expenditureEffect.standardErrors.persistentStandardDeviation = unit * constant.error / 100
    expenditureEffect.standardErrors.persistentScale = unit * bySize.error
    expenditureEffect.standardErrors.persistence = persistence.standardError
    if let freedom = degreesOfFreedom(calibration) { expenditureEffect.degreesOfFreedom = freedom }
  }

  /// The tails seen in one-year changes belong to the effect; claims of thousands are near normal.
  /// The excess kurtosis of the change, 6/(ν − 4), is the effect's times its squared share of the
  /// variance, here at 10,000 beneficiaries.
  private func degreesOfFreedom(_ calibration: Calibration) -> Double? {
    guard let seen = calibration["savingsRate.oneYearChange.degreesOfFreedom"]?.estimate?.value,
      let constant = calibration["savingsRate.oneYearChange.constant"]?.estimate?.value,
      let sized = calibration["savingsRate.oneYearChange.bySize"]?.estimate?.value
    else { return nil }
    let claims = 2 * claimsNoise.scale * claimsNoise.scale * (1 - claimsNoise.correlation)
    let share = 1 - claims / (constant + 2 * sized)
    guard seen > 4, share > 0 else { return nil }
    return min(4 + (seen - 4) * share * share, 1_000)
  }
}

/// The root of a variance, 0 where it is below 0, with its error by the delta method.
///
/// Points, squared, from ten thousand beneficiaries are fractions, squared, from one.
struct SpreadEstimate: Hashable, Sendable {
  var spread, error: Double

  init(_ variance: Estimate, less other: Double = 0) {
    spread = max(0, variance.value - other).squareRoot()
    error = spread > 0 ? variance.standardError / (2 * spread) : 0
  }
}

extension StartingPosition {
  /// The prior of positions as the years through one tell it.
  ///
  /// The part kept at a rebasing is the one of largest normal likelihood of all records, given the
  /// others. The mean moves on as it did in the window, shrunk towards no movement by a prior spread
  /// of `driftSpread`.
  ///
  /// `nil` where the years are too few for a calibration.
  init?(_ calibration: Calibration, _ panel: Panel) {
    guard let last = calibration.years.last, let first = calibration.years.first else { return nil }
    let past = panel.limited(to: first...last)
    let means = Self.yearMeans(past)
    guard let variance = calibration["savingsRate.process.meanReverting.constant"]?.estimate,
      let sized = calibration["savingsRate.process.meanReverting.bySize"]?.estimate,
      let persistence = calibration["savingsRate.process.persistence"]?.estimate,
      let passing = calibration["savingsRate.process.transitory.constant"]?.estimate,
      let passingSized = calibration["savingsRate.process.transitory.bySize"]?.estimate
    else { return nil }
    let (spread, scale) = (SpreadEstimate(variance), SpreadEstimate(sized))
    let (short, shortScale) = (SpreadEstimate(passing), SpreadEstimate(passingSized))
    let movement = MeanMovement(means.map(\.mean), years: means.map(\.year))
    self.init(
      means: Self.five(means.map(\.mean)), latestMean: last, drift: movement.drift,
      yearStandardDeviation: movement.spread, standardDeviation: spread.spread / 100,
      scale: scale.spread, persistence: min(max(persistence.value, 0), 0.99),
      keptAtRebasing: 1, benchmarkScale: Self.benchmarkScale,
      transitoryStandardDeviation: short.spread / 100, transitoryScale: shortScale.spread)
    standardErrors.means =
      (calibration["savingsRate.mean.\(last)"]?.estimate?.standardError ?? 0) / 100
    standardErrors.drift = movement.driftError
    standardErrors.standardDeviation = spread.error / 100
    standardErrors.scale = scale.error
    standardErrors.persistence = persistence.standardError
    standardErrors.transitoryScale = shortScale.error
    let kept = mostLikelyKept(past.records)
    keptAtRebasing = kept.value
    standardErrors.keptAtRebasing = kept.standardError
  }

  /// √0.4 of the federal table's k: between equal weights of three benchmark years (1/3) and 10, 30
  /// and 60 percent (0.46). Results cannot tell it from the mean-reverting effect.
  static let benchmarkScale = 0.4.squareRoot() * SavingsRateProcess.federalScale

  private static func yearMeans(_ panel: Panel) -> [(year: Int, mean: Double)] {
    panel.years.map { year in
      let rates = panel.acoYears.filter { $0.year == year }.map(\.savingsRate)
      return (year, rates.reduce(0, +) / Double(rates.count))
    }
  }

  /// The last five, the earliest repeated where there are fewer.
  private static func five(_ means: [Double]) -> [Double] {
    let last = means.suffix(5)
    return Array(repeating: last.first ?? 0, count: 5 - last.count) + last
  }

  /// With the error that the likelihood's curve leaves, clustered by ACO, the others being known.
  private func mostLikelyKept(_ records: [Record]) -> Estimate {
    func surprises(_ kept: Double) -> [Double] {
      var prior = self
      prior.keptAtRebasing = kept
      return records.map { RecordFilter($0, prior).surprise }
    }
    let found = Minimum(from: [0.7], steps: [0.1], precision: 1e-4) { point in
      (0...1).contains(point[0]) ? surprises(point[0]).reduce(0, +) : .infinity
    }
    let sandwich = Sandwich(
      at: found.point, steps: [0.01], clusters: Array(records.indices),
      logLikelihoods: { surprises($0[0]).map { -$0 } })
    return Estimate(value: found.point[0], standardError: sandwich?.standardError(0) ?? 0)
  }
}
