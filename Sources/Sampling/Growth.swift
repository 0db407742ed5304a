import Probability
import Regulation
import Scenarios

extension HistorySampler {
  /// No spending falls below a fifth of what it is measured against, whatever the assumptions.
  static let leastFactor = 0.2

  /// National growth by type: a stationary first-order common shock and a small one of each type's
  /// own. Half the variance is taken off the logarithm, so the stated mean is the mean.
  mutating func growNation(_ constants: YearModel, _ scores: Scores) {
    let growth = model.assumptions.nationalGrowth
    state.nationalShock =
      year == 1
      ? growth.standardDeviation * scores.nationalGrowth
      : growth.autocorrelation * state.nationalShock
        + model.shock.nationalInnovation * scores.nationalGrowth
    for type in EnrollmentType.allCases {
      seek(model.subjects.nation, .nationalGrowth, slot: UInt32(4 + type.place))
      let own = growth.typeStandardDeviation * stream.normal()
      let shock = state.nationalShock + own - model.shock.nationalHalfVariance
      let mean = constants.nationalMean[type] + state.drawn.nationalGrowth
      state.nationalGrowth[type] *= max(Self.leastFactor, mean) * singleExponential(shock)
    }
  }

  /// The region's level relative to the nation's since benchmark year 3, as a factor of mean one.
  mutating func deviateRegion(_ constants: YearModel, _ scores: Scores) -> Double {
    let region = model.assumptions.regionalDeviation
    state.regionalDeviation =
      region.persistence * state.regionalDeviation
      + region.standardDeviation * scores.regionalDeviation
    return singleExponential(state.regionalDeviation + constants.regionalCentre)
  }

  /// The ACO's expenditure relative to what its region would have spent on the same people.
  ///
  /// Effects are added to one rather than exponentiated: the exponential of a Student-t variate
  /// has no mean.
  ///
  /// Only what the ACO sets in motion is `planned`; what would befall it anyway, lasting or passing,
  /// is not, so that what it avoids is the difference the plan alone makes on the same draws.
  mutating func drawEffect(_ constants: YearModel, _ scores: Scores) -> Double {
    state.persistentEffect =
      state.drawn.persistence * state.persistentEffect
      + state.drawn.persistentSpread * scores.expenditureEffect * state.tail
    let planned = constants.plannedEffect * state.drawn.planAchieved
    let others =
      model.assumptions.expenditureEffect.besidePlan + state.persistentEffect
      + passingEffect()
    let effect = max(Self.leastFactor, 1 + planned + others)
    state.avoided = max(Self.leastFactor, 1 + others) / effect - 1
    return effect
  }

  private mutating func passingEffect() -> Double {
    guard state.drawn.transitorySpread > 0 else { return 0 }
    seek(.expenditureEffect, slot: 1)
    return state.drawn.transitorySpread * stream.normal() * state.tail
  }
}
