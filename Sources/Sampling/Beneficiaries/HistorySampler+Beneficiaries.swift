import Probability
import Regulation
import Scenarios

extension HistorySampler {
  mutating func begin(_ list: BeneficiaryList) {
    list.begin(trial: trial, redrawing: redrawn)
    state.beneficiaries = list.heads.map { max(1, $0) }
  }

  /// The year of everyone assigned: who stays, who joins, what they spend. Returns the factor on
  /// mean expenditure of the difference between the list worked and the list settled.
  ///
  /// Retention, the number of joiners, changes of the participant list and the true-up are the draws
  /// of `assign`, at its addresses; who it is, is drawn one by one.
  mutating func live(_ list: BeneficiaryList, _ constants: YearModel) -> Double {
    let model = list.model
    list.expected.match(state.beneficiaries)
    let before = list.expected
    let planned = before.leaving(model, retention: model.retention.countedOn)
    let leaving = before.leaving(model, retention: drawRetention())
    let needed = joinersNeeded(constants, staying: before.staying(planned, model.transitions))
    let joined = drawJoiners(needed)
    let mix = JoiningMix(before, model, aligned: alignedShareOfJoiners(constants))
    restore(list, planned: before.next(model, leaving: planned, joining: mix, joiners: needed))
    let staying = before.staying(leaving, model.transitions)
    let (sizes, trueUp) = drawListChanges(constants, staying.plus(joined))
    settle(list, leaving: leaving, staying: staying, joined: joined, mix: mix, sizes: sizes)
    return trueUp
  }

  /// Joiners the size plan needs, by type: as many as planned churn and changes of type leave open.
  private func joinersNeeded(
    _ constants: YearModel, staying: ByEnrollmentType<Double>
  ) -> ByEnrollmentType<Double> {
    let open = ByEnrollmentType<Double> { type in
      plannedSize(constants) * Double(state.beneficiaries[type]) - staying[type]
    }
    let (wanted, found) = (open.sum { $0 }, open.sum { max(0, $0) })
    guard wanted > 0 else { return .init(repeating: 0) }
    // A type that others' changes more than fill takes its part from the others' joiners.
    return open.map { max(0, $0) * wanted / found }
  }

  private mutating func drawJoiners(
    _ needed: ByEnrollmentType<Double>
  ) -> ByEnrollmentType<Double> {
    ByEnrollmentType<Double> { type in
      seek(.joining, slot: UInt32(type.place))
      return Double(
        stream.count(mean: needed[type], dispersion: state.drawn.joiningDispersion))
    }
  }

  /// As many of the joiners are voluntarily aligned as keep the share of the whole list.
  private func alignedShareOfJoiners(_ constants: YearModel) -> Double {
    let retention = model.assumptions.retention
    let needed = plannedSize(constants) - model.shock.plannedRetention
    guard needed > 0 else { return retention.voluntaryShare }
    let open = plannedSize(constants) - retention.voluntaryRetention
    return min(max(retention.voluntaryShare * open / needed, 0), 1)
  }

  /// Planned churn is already in the base year's means: what it would take from them is given back.
  private func restore(_ list: BeneficiaryList, planned: ExpectedList) {
    let (before, after) = (list.expected.means(list.model), planned.means(list.model))
    for type in EnrollmentType.allCases {
      list.restored[type].expenditure *= before.spending[type] / after.spending[type]
      list.restored[type].risk *= before.risk[type] / after.risk[type]
    }
  }

  /// Factors on the size of the list by type: practices that come or go, and the list settled
  /// against the list worked.
  private mutating func drawListChanges(
    _ constants: YearModel, _ expected: ByEnrollmentType<Double>
  ) -> (sizes: ByEnrollmentType<Double>, expenditure: Double) {
    let change = changeParticipants(constants) ?? 1
    switch model.assignment {
    case .prospective:
      let sizes = ByEnrollmentType<Double> { type in
        let heads = max(1, expected[type] * change)
        return change * Double(drawSettled(type, of: heads)) / heads
      }
      return (sizes, 1)
    case .preliminaryProspective:
      let trueUp = drawTrueUp()
      return (.init(repeating: change * (trueUp?.size ?? 1)), trueUp?.expenditure ?? 1)
    }
  }

  private mutating func settle(
    _ list: BeneficiaryList, leaving: [SIMD4<Double>], staying: ByEnrollmentType<Double>,
    joined: ByEnrollmentType<Double>, mix: JoiningMix, sizes: ByEnrollmentType<Double>
  ) {
    let model = list.model
    let worked = list.expected.next(model, leaving: leaving, joining: mix, joiners: joined)
    // A smaller list loses everyone alike; a larger one gains heads like those it has.
    let kept = SIMD4(sizes.map { min(1, $0) })
    let leaving = leaving.map { 1 - (1 - $0) * kept }
    let joiners = ByEnrollmentType<Int> { type in
      let more = max(0, sizes[type] - 1) * (staying[type] + joined[type])
      return Int((joined[type] * min(1, sizes[type]) + more).rounded())
    }
    let all = joiners.sum { Double($0) }
    let some = EnrollmentType.allCases.reduce(0.0) { $0 + joined[$1] * min(1, sizes[$1]) }
    let mix = JoiningMix(mix, part: all > 0 ? min(1, some / all) : 1, restLike: worked)
    list.expected = list.expected.next(
      model, leaving: leaving, joining: mix, joiners: joiners.map { Double($0) })
    list.startYear()
    list.live(leaving: leaving, year: year, trial: trial)
    list.join(mix, joiners, year: year, trial: trial)
    list.observe()
    state.beneficiaries = list.heads.map { max(1, $0) }
    select(list)
  }

  /// Mean cost and risk of the list to be expected, over what planned churn would have left.
  private mutating func select(_ list: BeneficiaryList) {
    let (spending, risk) = list.expected.means(list.model)
    state.selection = ByEnrollmentType { type in
      Selection(
        expenditure: spending[type] / list.spendingAtSigning[type]
          * list.restored[type].expenditure,
        risk: risk[type] / list.riskAtSigning[type] * list.restored[type].risk)
    }
  }
}
