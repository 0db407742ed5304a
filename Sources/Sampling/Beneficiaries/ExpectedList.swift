import Probability
import Regulation

/// The list as it is expected to be, given the year's rates: heads by type, cost level, risk level
/// and alignment, in the order of the places' lower seven bits.
///
/// Who really stays and joins is drawn one by one; this tells how likely each is to, and what the
/// mean of those drawn should be, so that their luck has mean one.
struct ExpectedList {
  static let cells = 128
  var heads: [Double]

  init(_ model: BeneficiaryModel) {
    let pairs = Double(BeneficiaryModel.levels * BeneficiaryModel.levels)
    let aligned = model.selection.voluntaryShare
    heads = (0..<Self.cells).map { cell in
      let count = Double(model.beneficiaries[EnrollmentType(cell: cell)])
      return count / pairs * (cell >> 6 == 1 ? aligned : 1 - aligned)
    }
  }

  /// Makes the types as many as they turned out to be.
  mutating func match(_ beneficiaries: ByEnrollmentType<Int>) {
    let sums = total
    for cell in heads.indices {
      let type = EnrollmentType(cell: cell)
      heads[cell] *= sums[type] > 0 ? Double(beneficiaries[type]) / sums[type] : 0
    }
  }

  var total: ByEnrollmentType<Double> { sum { _ in 1 } }

  /// Heads by pair of levels, all types together.
  var pairs: [Double] {
    var pairs = Array(repeating: 0.0, count: 16)
    for cell in heads.indices { pairs[cell >> 2 & 15] += heads[cell] }
    return pairs
  }

  /// Each cell's probability of leaving where so many are retained of those aligned by claims.
  func leaving(_ model: BeneficiaryModel, retention: Double) -> [Double] {
    let tilt = Tilt(pairs, model.selection, model.selection.leavers)
    return heads.indices.map { cell in
      let stay = cell >> 6 == 1 ? model.selection.voluntaryRetention : retention
      let mean = min(1, max(0, (1 - stay) * model.leaving[EnrollmentType(cell: cell)]))
      return min(1, max(0, mean * (1 + tilt.part(mean) * tilt.offsets[cell >> 2 & 15])))
    }
  }

  /// Those who stay, by the type they are then of.
  func staying(_ leaving: [Double], _ transitions: TypeTransitions) -> ByEnrollmentType<Double> {
    var stay = ByEnrollmentType<Double>(repeating: 0)
    for cell in heads.indices {
      stay[EnrollmentType(cell: cell)] += heads[cell] * (1 - leaving[cell])
    }
    return ByEnrollmentType { after in
      EnrollmentType.allCases.reduce(0.0) { sum, before in
        sum + stay[before] * transitions.matrix[4 * before.place + after.place]
      }
    }
  }

  /// The list a year later.
  func next(
    _ model: BeneficiaryModel, leaving: [Double], joining: JoiningMix,
    joiners: ByEnrollmentType<Double>
  ) -> ExpectedList {
    var next = self
    for cell in heads.indices {
      let type = EnrollmentType(cell: cell)
      next.heads[cell] =
        joiners[type] * joining.pairs[cell >> 2 & 15]
        * (cell >> 6 == 1 ? joining.aligned : 1 - joining.aligned)
    }
    for cell in heads.indices {
      let stay = heads[cell] * (1 - leaving[cell])
      for after in 0..<4 {
        next.heads[cell & ~3 | after] += stay * model.transitions.matrix[4 * (cell & 3) + after]
      }
    }
    return next
  }

  /// Mean spending and risk of a head, by type, in units; one unit where nobody is expected.
  func spendingMean(_ model: BeneficiaryModel) -> ByEnrollmentType<Double> {
    mean { model.spendingMeans[$0 & 15] }
  }

  func riskMean(_ model: BeneficiaryModel) -> ByEnrollmentType<Double> {
    mean { model.riskMeans[$0 & 3 | $0 >> 2 & 12] }
  }

  private func mean(_ value: (_ cell: Int) -> Double) -> ByEnrollmentType<Double> {
    let (heads, sums) = (total, sum(value))
    return ByEnrollmentType { heads[$0] > 0 ? sums[$0] / heads[$0] : BeneficiaryModel.unit }
  }

  private func sum(_ value: (_ cell: Int) -> Double) -> ByEnrollmentType<Double> {
    var sums = ByEnrollmentType<Double>(repeating: 0)
    for cell in heads.indices { sums[EnrollmentType(cell: cell)] += heads[cell] * value(cell) }
    return sums
  }
}

/// Of what kind the joiners of a year are.
struct JoiningMix {
  /// Probability of each pair of cost level and risk level.
  let pairs: [Double]
  /// Probability of being voluntarily aligned.
  let aligned: Double

  /// Joiners who differ from the list they join as the assumptions say.
  init(_ list: ExpectedList, _ model: BeneficiaryModel, aligned: Double) {
    let heads = list.pairs
    let total = heads.reduce(0, +)
    let tilt = Tilt(heads, model.selection, model.selection.joiners)
    let part = tilt.part(0)
    pairs = heads.indices.map { heads[$0] / total * (1 + part * tilt.offsets[$0]) }
    self.aligned = aligned
  }

  /// Some of these joiners, and for the rest heads like those of a list: practices that join bring
  /// patients like the ones already there.
  init(_ some: JoiningMix, part: Double, restLike list: ExpectedList) {
    let heads = list.pairs
    let total = heads.reduce(0, +)
    pairs = heads.indices.map { part * some.pairs[$0] + (1 - part) * heads[$0] / total }
    let aligned = list.heads[(ExpectedList.cells / 2)...].reduce(0, +)
    self.aligned = part * some.aligned + (1 - part) * aligned / total
  }

  /// As the first list is made up.
  init(_ model: BeneficiaryModel) {
    pairs = Array(repeating: 1.0 / 16, count: 16)
    aligned = model.selection.voluntaryShare
  }

  /// As `ck_joining.levels` wants them.
  var thresholds: [UInt32] {
    var sum = 0.0
    return pairs.dropLast().map { probability in
      sum += probability
      return threshold(sum)
    }
  }
}

extension EnrollmentType {
  /// The type in the lowest two bits of a place.
  @inline(__always)
  init(cell: Int) {
    switch cell & 3 {
    case 0: self = .esrd
    case 1: self = .disabled
    case 2: self = .agedDual
    default: self = .agedNonDual
    }
  }
}
