import Probability
import Regulation
import Sampling
import Scenarios

extension StartingPosition {
  /// The prior of positions as the years through one tell it.
  ///
  /// Variances and persistence are the calibration's. The part kept at a rebasing is the one of
  /// largest normal likelihood of all records, given the others. The mean moves on as it did in the
  /// window, shrunk towards no movement by a prior spread of `driftSpread`.
  ///
  /// The effect's innovation is what the fitted variance a year ahead, given the position, is above
  /// the product's own.
  ///
  /// `nil` where the years are too few for a calibration.
  init?(
    _ calibration: Calibration, _ panel: Panel, beside product: ProductSpread,
    _ assumptions: Assumptions
  ) {
    guard let last = calibration.years.last, let first = calibration.years.first else { return nil }
    let past = panel.limited(to: first...last)
    let means = Self.yearMeans(past)
    guard let variance = calibration["savingsRate.process.meanReverting.constant"]?.estimate,
      let sized = calibration["savingsRate.process.meanReverting.bySize"]?.estimate,
      let persistence = calibration["savingsRate.process.persistence"]?.estimate,
      let passing = calibration["savingsRate.process.transitory.constant"]?.estimate,
      let passingSized = calibration["savingsRate.process.transitory.bySize"]?.estimate
    else { return nil }
    let (drift, spread) = Self.movement(means.map(\.mean), years: means.map(\.year))
    self.init(
      means: Self.five(means.map(\.mean)), latestMean: last, drift: drift,
      yearStandardDeviation: spread, standardDeviation: Self.root(variance.value) / 100,
      scale: Self.root(sized.value), persistence: min(max(persistence.value, 0), 0.99),
      keptAtRebasing: 1, benchmarkScale: Self.benchmarkScale,
      transitoryStandardDeviation: Self.root(passing.value) / 100,
      transitoryScale: Self.root(passingSized.value))
    let square = persistence.value * persistence.value
    let ahead = (1 - square) * max(0, variance.value) + max(0, passing.value)
    let aheadSized = (1 - square) * max(0, sized.value) + max(0, passingSized.value)
    innovationStandardDeviation = Self.root(ahead - product.constant * 10_000) / 100
    innovationScale = Self.root(aheadSized - product.bySize)
    degreesOfFreedom = Self.degreesOfFreedom(calibration, assumptions)
    keptAtRebasing = mostLikelyKept(past.records)
  }

  /// Points, squared, from ten thousand beneficiaries are fractions, squared, from one.
  private static func root(_ variance: Double) -> Double { max(0, variance).squareRoot() }

  /// √0.4 of the federal table's k: between equal weights of three benchmark years (1/3) and 10, 30
  /// and 60 percent (0.46). Results cannot tell it from the mean-reverting effect.
  static let benchmarkScale = 0.4.squareRoot() * SavingsRateProcess.federalScale

  /// Prior spread of the mean's yearly movement, a fraction.
  static let driftSpread = 0.003

  private static func yearMeans(_ panel: Panel) -> [(year: Int, mean: Double)] {
    panel.years.map { year in
      let rates = panel.acoYears.filter { $0.year == year }.map(\.savingsRate)
      return (year, rates.reduce(0, +) / Double(rates.count))
    }
  }

  /// Drift and spread of the mean's yearly changes.
  private static func movement(_ means: [Double], years: [Int]) -> (Double, Double) {
    let changes = zip(zip(means, means.dropFirst()), zip(years, years.dropFirst())).compactMap {
      $1.1 == $1.0 + 1 ? $0.1 - $0.0 : nil
    }
    guard changes.count > 1 else { return (0, 0) }
    let count = Double(changes.count)
    let mean = changes.reduce(0, +) / count
    let variance = changes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    let trust = driftSpread * driftSpread / (driftSpread * driftSpread + variance / count)
    return (mean * trust, variance.squareRoot())
  }

  /// The last five, the earliest repeated where there are fewer.
  private static func five(_ means: [Double]) -> [Double] {
    let last = means.suffix(5)
    return Array(repeating: last.first ?? 0, count: 5 - last.count) + last
  }

  /// The tails seen in one-year changes belong to the effect; claims of thousands are near normal.
  /// The excess kurtosis of the change, 6/(ν − 4), is the effect's times its squared share of the
  /// variance, here at 10,000 beneficiaries.
  private static func degreesOfFreedom(
    _ calibration: Calibration, _ assumptions: Assumptions
  ) -> Double {
    guard let seen = calibration["savingsRate.oneYearChange.degreesOfFreedom"]?.estimate?.value,
      let constant = calibration["savingsRate.oneYearChange.constant"]?.estimate?.value,
      let sized = calibration["savingsRate.oneYearChange.bySize"]?.estimate?.value
    else { return assumptions.expenditureEffect.degreesOfFreedom }
    let noise = assumptions.claimsNoise
    let claims = 2 * noise.scale * noise.scale * (1 - noise.correlation)
    let share = 1 - claims / (constant + 2 * sized)
    guard seen > 4, share > 0 else { return assumptions.expenditureEffect.degreesOfFreedom }
    return min(4 + (seen - 4) * share * share, 1_000)
  }

  private func mostLikelyKept(_ records: [Record]) -> Double {
    let found = Minimum(from: [0.7], steps: [0.1], precision: 1e-4) { point in
      guard (0...1).contains(point[0]) else { return .infinity }
      var prior = self
      prior.keptAtRebasing = point[0]
      return records.reduce(0) { $0 + RecordFilter($1, prior).surprise }
    }
    return found.point[0]
  }
}

extension Panel {
  /// Every ACO's years as a record, by id; whether an agreement goes on after the last is not known
  /// here.
  var records: [Record] {
    Dictionary(grouping: acoYears, by: \.id).sorted { $0.key < $1.key }.map {
      Self.record($0.value)
    }
  }

  /// - Parameter rows: Of one ACO, ascending by year.
  static func record(_ rows: [ACOYear]) -> Record {
    var before: ACOYear?
    let years = rows.map { row in
      defer { before = row }
      let isNew = before.map { $0.agreementStart == nil || $0.agreementStart != row.agreementStart }
      return Record.Year(
        year: row.year, savingsRate: row.savingsRate,
        assignedBeneficiaries: row.assignedBeneficiaries, newBenchmark: isNew ?? true)
    }
    return Record(years: years, continues: false)
  }
}
