import Probability
import Regulation
import Scenarios

/// Mean cost and mean risk score of the assigned, relative to what planned churn would have left.
struct Selection {
  var expenditure = 1.0
  var risk = 1.0
}

extension HistorySampler {
  /// Who is assigned this year, by type. Returns the factor on mean expenditure of the difference
  /// between the list worked and the list settled.
  mutating func assign(_ constants: YearModel) -> Double {
    let before = state.beneficiaries
    let retained = drawRetained()
    let joined = drawJoiners(constants, before)
    select(constants, before: before, retained: retained, joined: joined)
    for type in EnrollmentType.allCases {
      state.beneficiaries[type] = max(1, retained[type] + joined[type])
    }
    if let change = changeParticipants(constants) { scaleBeneficiaries(by: change) }
    switch model.assignment {
    case .prospective: return loseWithinYear()
    case .preliminaryProspective: return trueUp()
    }
  }

  /// This year's retention, beta-distributed and common to the types.
  mutating func drawRetention() -> Double {
    let retention = model.assumptions.retention
    let mean = min(max(retention.mean + state.drawn.retention, 0), 1)
    seek(.retention)
    state.retained =
      mean > 0 && mean < 1
      ? stream.beta(mean: mean, concentration: retention.concentration) : mean
    return state.retained
  }

  /// Stayers: binomial under the common retention; those voluntarily aligned at their own, higher
  /// rate.
  private mutating func drawRetained() -> ByEnrollmentType<Int> {
    let retention = model.assumptions.retention
    let rate = drawRetention()
    return ByEnrollmentType<Int> { type in
      let count = state.beneficiaries[type]
      let aligned = Int((Double(count) * retention.voluntaryShare).rounded(.toNearestOrEven))
      seek(.retention, slot: UInt32(4 + type.place))
      return stream.binomials((count - aligned, rate), (aligned, retention.voluntaryRetention))
    }
  }

  /// Joiners: negative binomial around what the size plan needs at the planned retention.
  private mutating func drawJoiners(
    _ constants: YearModel, _ before: ByEnrollmentType<Int>
  ) -> ByEnrollmentType<Int> {
    let needed = plannedSize(constants) - model.shock.plannedRetention
    return ByEnrollmentType<Int> { type in
      seek(.joining, slot: UInt32(type.place))
      return stream.count(
        mean: max(0, needed * Double(before[type])),
        dispersion: state.drawn.joiningDispersion)
    }
  }

  /// Planned size over last year's, as this trial has it.
  func plannedSize(_ constants: YearModel) -> Double { constants.plannedSize * state.drawn.size }

  /// Leavers and joiners differ from those who stay. Planned churn is already in the base year's
  /// means; only churn beyond the plan moves them.
  private mutating func select(
    _ constants: YearModel, before: ByEnrollmentType<Int>, retained: ByEnrollmentType<Int>,
    joined: ByEnrollmentType<Int>
  ) {
    let size = before.sum { Double($0) }
    let stay = retained.sum { Double($0) } / size
    let join = joined.sum { Double($0) } / size
    let planned = model.shock.plannedRetention
    let needed = max(0, plannedSize(constants) - planned)
    guard stay + join > 0, planned + needed > 0 else { return }
    let (retention, joining) = (model.assumptions.retention, model.assumptions.joining)
    // Leavers cannot take more with them than there is: stayers keep the least share.
    func mean(_ stay: Double, _ join: Double, _ leaver: Double, _ joiner: Double) -> Double {
      (max(1 - (1 - stay) * leaver, Self.leastFactor * stay) + join * joiner) / (stay + join)
    }
    let expenditure =
      mean(stay, join, retention.leaverExpenditure, joining.joinerExpenditure)
      / mean(planned, needed, retention.leaverExpenditure, joining.joinerExpenditure)
    let risk =
      mean(stay, join, retention.leaverRisk, joining.joinerRisk)
      / mean(planned, needed, retention.leaverRisk, joining.joinerRisk)
    state.selection = state.selection.map { before in
      Selection(expenditure: before.expenditure * expenditure, risk: before.risk * risk)
    }
  }

  /// Prospective assignment: the list only shrinks. Base figures are those settled, so the list
  /// begins larger by the expected loss.
  private mutating func loseWithinYear() -> Double {
    for type in EnrollmentType.allCases {
      state.beneficiaries[type] = max(1, drawSettled(type, of: Double(state.beneficiaries[type])))
    }
    return 1
  }

  /// How many are left at the year's end where this many are expected.
  mutating func drawSettled(_ type: EnrollmentType, of expected: Double) -> Int {
    let loss = model.assumptions.trueUp.inYearLoss
    guard loss > 0 else { return Int(expected.rounded(.toNearestOrEven)) }
    let list = Int((expected / (1 - loss)).rounded(.toNearestOrEven))
    seek(.trueUp, slot: UInt32(4 + type.place))
    return stream.binomial(trials: list, probability: 1 - loss)
  }

  /// Preliminary prospective assignment: the settled list holds those who used the ACO.
  private mutating func trueUp() -> Double {
    guard let drawn = drawTrueUp() else { return 1 }
    scaleBeneficiaries(by: drawn.size)
    return drawn.expenditure
  }

  /// The factors on size and on mean expenditure; `nil` where the two lists are alike.
  mutating func drawTrueUp() -> (size: Double, expenditure: Double)? {
    let trueUp = model.assumptions.trueUp
    guard trueUp.standardDeviation > 0 else { return nil }
    seek(.trueUp)
    let change = trueUp.standardDeviation * stream.normal()
    let halfVariance = trueUp.standardDeviation * trueUp.standardDeviation / 2
    let slope = trueUp.expenditureSlope
    return (
      singleExponential(change - halfVariance),
      singleExponential(slope * change - slope * slope * halfVariance)
    )
  }

  private mutating func scaleBeneficiaries(by factor: Double) {
    for type in EnrollmentType.allCases {
      state.beneficiaries[type] = max(
        1, Int((Double(state.beneficiaries[type]) * factor).rounded(.toNearestOrEven)))
    }
  }
}
