import Probability
import Regulation
import Scenarios

/// One quality measure bound for sampling.
///
/// Its true rate is logit-normal about the plan of each year: a part of the spread is the common
/// quality score of the ACO, the rest the measure's own, both autocorrelated alike. The rate reported
/// is that of the patients counted: binomial.
struct MeasureModel: Sendable {
  let subject: TwiceSeeded
  let denominator: Double
  let growsWithSize: Bool
  /// Uncertainty of the current rate, on the logit.
  let standardError: Double
  /// By year, six used: the logit whose mean rate is the planned one, and the spread of the logit.
  let centres, spreads: SIMD8<Double>
  /// By year, six: on the logit, of what each program does to the rate; by place of the program.
  let deviations: [SIMD16<Double>]
  /// Of the common score, below zero where a lower rate is better, and of the measure's own.
  let commonWeight, ownWeight: Double

  /// - Parameter isUncertain: Whether the error of the current rate is drawn.
  init(
    _ measure: QualityMeasure, _ programs: [Program], commonShare: Double, isUncertain: Bool,
    _ subjects: Subjects
  ) {
    let name = measure.benchmark.name
    subject = subjects.measure(name)
    denominator = Double(measure.denominator)
    growsWithSize = measure.growsWithSize
    let error =
      isUncertain ? measure.standardError / (measure.rate * (1 - measure.rate)) : 0
    standardError = error
    var (centres, spreads) = (SIMD8<Double>(), SIMD8<Double>())
    let sign = measure.benchmark.lowerIsBetter ? -1.0 : 1
    var deviations: [SIMD16<Double>] = []
    for year in 0...5 {
      let stated = min(year, 4)
      let rate = measure.plan[stated] + programs.plannedRate(of: name, stated)
      spreads[year] = measure.standardDeviation / (rate * (1 - rate))
      deviations.append(programs.deviations(of: name, stated) * (sign / (rate * (1 - rate))))
      let all =
        spreads[year] * spreads[year] + error * error + deviations[year].variance
      centres[year] = logitOfMean(rate, spread: all.squareRoot())
    }
    (self.centres, self.spreads, self.deviations) = (centres, spreads, deviations)
    commonWeight = sign * commonShare.squareRoot()
    ownWeight = (1 - commonShare).squareRoot()
  }
}

/// What a trial remembers of its measures between years, by their places.
struct MeasureState {
  /// Error of the current rate, on the logit; the same in all years.
  var error = SIMD16<Double>()
  /// Each measure's own normal score.
  var own = SIMD16<Double>()
}

extension HistorySampler {
  /// The error of each measure's current rate, once per trial.
  mutating func drawMeasureErrors() {
    for place in model.measures.indices {
      seek(model.measures[place].subject, .parameters)
      state.measures.error[place] = model.measures[place].standardError * stream.normal()
    }
  }

  /// What is reported of each measure in the year whose common quality score has been drawn.
  mutating func reportMeasures() -> ReportedMeasures {
    let size = state.beneficiaries.sum { Double($0) } / model.assignedBeneficiaries
    var reported = ReportedMeasures.none
    for place in model.measures.indices {
      let rate = trueRate(place)
      let measure = model.measures[place]
      let scale = measure.growsWithSize ? size : 1
      let cases = max(1, (measure.denominator * scale).rounded())
      seek(measure.subject, .quality, slot: 1)
      let met = stream.binomial(trials: Int(cases), probability: rate)
      reported.append(rate: Rate(Double(met) / cases), cases: Int(cases))
    }
    return reported
  }

  private mutating func trueRate(_ place: Int) -> Double {
    let measure = model.measures[place]
    seek(measure.subject, .quality)
    let normal = stream.normal()
    let own =
      year == 1
      ? normal
      : state.drawn.qualityAutocorrelation * state.measures.own[place] + qualityInnovation * normal
    state.measures.own[place] = own
    let score = measure.commonWeight * state.qualityScore + measure.ownWeight * own
    let logit =
      measure.centres[Int(year) - 1] + state.measures.error[place]
      + measure.spreads[Int(year) - 1] * score
      + (measure.deviations[Int(year) - 1] * state.programs.quality).sum()
    return 1 / (1 + singleExponential(-logit))
  }
}
