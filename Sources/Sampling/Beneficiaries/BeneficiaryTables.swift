import Probability
import Regulation
import Scenarios

/// Every type's spending by cost level and rank, in the integers of `CKernels`.
struct SpendingTables {
  private(set) var amounts: [UInt32]
  private(set) var keeping = ByEnrollmentType<Double>(repeating: 0)

  /// - Parameter correlation: Of one stayer's spending in consecutive years.
  init(
    _ assumptions: Assumptions, _ base: ByEnrollmentType<PathModel.BaseModel>, _ noise: NoiseModel,
    correlation: Double
  ) {
    amounts = Array(repeating: 0, count: 4 * BeneficiaryModel.levels * SpendingLaw.ranks)
    for type in EnrollmentType.allCases {
      // Of a head, who counts for less than a person-year.
      let variation = noise.personVariation[type] / base[type].headPersonYears.squareRoot()
      let law = Self.law(assumptions, type, variation: noise.law == .none ? 0 : variation)
      for (level, row) in law.amounts.enumerated() {
        let places = Self.places(type, level)
        for (place, amount) in zip(places, row) {
          amounts[place] = UInt32((amount * BeneficiaryModel.unit).rounded())
        }
      }
      keeping[type] = Self.keeping(law, correlation)
    }
  }

  private static func places(_ type: EnrollmentType, _ level: Int) -> Range<Int> {
    let start = (type.place + 4 * level) * SpendingLaw.ranks
    return start..<start + SpendingLaw.ranks
  }

  /// What those of a type and a cost level spend, rank by rank.
  func row(_ type: EnrollmentType, _ level: Int) -> ArraySlice<UInt32> {
    amounts[Self.places(type, level)]
  }

  /// Levels differ no more than selection needs, and make up a quarter of the variance at most.
  private static func law(
    _ assumptions: Assumptions, _ type: EnrollmentType, variation: Double
  ) -> SpendingLaw {
    let spending = assumptions.spending
    let needed = SelectionModel.levelVariance(
      assumptions.retention.leaverExpenditure, assumptions.joining.joinerExpenditure)
    guard variation > 0 else { return SpendingLaw(still: SelectionModel.levels(needed)) }
    return SpendingLaw(
      SpendingShape(
        zeroShare: spending.zeroShare[type], ordinaryShare: spending.ordinaryShare[type],
        ordinarySpread: spending.ordinarySpread[type],
        episodeVariation: spending.episodeVariation[type]),
      levels: SelectionModel.levels(min(needed, variation * variation / 4)), variation: variation)
  }

  /// Levels are kept for good; the rank must be kept often enough to make up the rest.
  private static func keeping(_ law: SpendingLaw, _ correlation: Double) -> Double {
    let variation = SpendingLaw.variation(of: law.amounts)
    guard variation > 0 else { return 0 }
    let means = law.levelMeans
    let between =
      means.reduce(0.0) { $0 + ($1 - 1) * ($1 - 1) } / Double(means.count)
      / (variation * variation)
    return between < 1 ? min(max((correlation - between) / (1 - between), 0), 1) : 0
  }
}

/// Every type's risk score by risk level and luck of the year, in the integers of `CKernels`.
struct RiskTables {
  private(set) var scores: [UInt32]
  /// Of one head's score.
  private(set) var variance = ByEnrollmentType<Double>(repeating: 0)
  let levels: [Double]

  /// - Parameter overlap: The part of a year's list that is on the next one too. Levels persist, so
  ///   only those who come and go carry them into a yearly change; `personStandardDeviation` is
  ///   stated of that change.
  init(
    _ assumptions: Assumptions, _ base: ByEnrollmentType<PathModel.BaseModel>, overlap: Double
  ) {
    let needed = SelectionModel.levelVariance(
      assumptions.retention.leaverRisk, assumptions.joining.joinerRisk)
    levels = SelectionModel.levels(needed)
    let between = levels.reduce(0.0) { $0 + ($1 - 1) * ($1 - 1) } / Double(levels.count)
    scores = Array(repeating: 0, count: 4 * BeneficiaryModel.levels * RiskLaw.parts)
    for type in EnrollmentType.allCases {
      let person = assumptions.riskScore.personStandardDeviation[type]
      let yearly =
        max(0, person * person / base[type].headPersonYears - (1 - overlap) * between)
        / (1 + between)
      let law = RiskLaw(variation: yearly.squareRoot())
      variance[type] = between + (1 + between) * yearly
      for (level, mean) in levels.enumerated() {
        for (place, score) in zip(Self.places(type, level), law.scores) {
          scores[place] = UInt32((mean * score * BeneficiaryModel.unit).rounded())
        }
      }
    }
  }

  private static func places(_ type: EnrollmentType, _ level: Int) -> Range<Int> {
    let start = (BeneficiaryModel.levels * type.place + level) * RiskLaw.parts
    return start..<start + RiskLaw.parts
  }

  /// The scores of a type and a risk level, by luck.
  func row(_ type: EnrollmentType, _ level: Int) -> ArraySlice<UInt32> {
    scores[Self.places(type, level)]
  }
}
