import Probability
import Regulation

/// The list as it is expected to be, given the year's rates: heads by type, cost level, risk level
/// and alignment.
///
/// Who really stays and joins is drawn one by one; this tells how likely each is to, and what the
/// mean of those drawn should be, so that their luck has mean one.
struct ExpectedList {
  /// Cost level + 4 · risk level + 16 · aligned.
  static let kinds = 32
  /// By kind, the four types side by side: the order of the cells of `CKernels`.
  var heads: [SIMD4<Double>]

  init(_ model: BeneficiaryModel) {
    let pairs = Double(BeneficiaryModel.levels * BeneficiaryModel.levels)
    let aligned = model.selection.voluntaryShare
    let count = SIMD4(model.beneficiaries.map { Double($0) })
    heads = (0..<Self.kinds).map { kind in
      count / pairs * (Self.isAligned(kind) ? aligned : 1 - aligned)
    }
  }

  static func isAligned(_ kind: Int) -> Bool { kind >> 4 == 1 }

  /// Makes the types as many as they turned out to be.
  mutating func match(_ beneficiaries: ByEnrollmentType<Int>) {
    let wanted = SIMD4(beneficiaries.map { Double($0) })
    let sums = lanes
    let factor = (wanted / sums).replacing(with: 0, where: sums .<= 0)
    for kind in heads.indices { heads[kind] *= factor }
  }

  /// All kinds, by type.
  private var lanes: SIMD4<Double> {
    var sum = SIMD4<Double>.zero
    for heads in heads { sum += heads }
    return sum
  }

  /// Heads by pair of levels, all types together.
  var pairs: [Double] {
    (0..<16).map { heads[$0].sum() + heads[$0 + 16].sum() }
  }

  /// The part that is voluntarily aligned.
  var alignedShare: Double {
    var aligned = SIMD4<Double>.zero
    for heads in heads[16...] { aligned += heads }
    return aligned.sum() / lanes.sum()
  }

  /// Each kind's and type's probability of leaving where so many are retained of those aligned by
  /// claims.
  func leaving(_ model: BeneficiaryModel, retention: Double) -> [SIMD4<Double>] {
    let tilt = Tilt(pairs, model.selection, model.selection.leavers)
    let means = [retention, model.selection.voluntaryRetention].map { stay in
      ((1 - stay) * SIMD4(model.leaving)).asProbabilities
    }
    let slopes = means.map { mean in
      mean * SIMD4(ByEnrollmentType(mean).map { tilt.part($0) })
    }
    return (0..<Self.kinds).map { kind in
      (means[kind >> 4] + slopes[kind >> 4] * tilt.offsets[kind & 15]).asProbabilities
    }
  }

  /// Those who stay, by the type they are then of.
  func staying(
    _ leaving: [SIMD4<Double>], _ transitions: TypeTransitions
  ) -> ByEnrollmentType<Double> {
    var stay = SIMD4<Double>.zero
    for kind in heads.indices { stay += heads[kind] * (1 - leaving[kind]) }
    return ByEnrollmentType(transitions.after(stay))
  }

  /// The list a year later.
  func next(
    _ model: BeneficiaryModel, leaving: [SIMD4<Double>], joining: JoiningMix,
    joiners: ByEnrollmentType<Double>
  ) -> ExpectedList {
    var next = self
    let joiners = SIMD4(joiners)
    for kind in heads.indices {
      let aligned = Self.isAligned(kind) ? joining.aligned : 1 - joining.aligned
      next.heads[kind] =
        joiners * (joining.pairs[kind & 15] * aligned)
        + model.transitions.after(heads[kind] * (1 - leaving[kind]))
    }
    return next
  }

  /// Mean spending and risk of a head, by type, in units; one unit where nobody is expected.
  func means(_ model: BeneficiaryModel) -> (
    spending: ByEnrollmentType<Double>, risk: ByEnrollmentType<Double>
  ) {
    var (spending, risk, sums) = (SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero)
    for kind in heads.indices {
      spending += heads[kind] * model.spendingMeans[kind & 3]
      risk += heads[kind] * model.riskMeans[kind >> 2 & 3]
      sums += heads[kind]
    }
    let unit = SIMD4(repeating: BeneficiaryModel.unit)
    return (
      ByEnrollmentType(unit.replacing(with: spending / sums, where: sums .> 0)),
      ByEnrollmentType(unit.replacing(with: risk / sums, where: sums .> 0))
    )
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
    aligned = part * some.aligned + (1 - part) * list.alignedShare
  }

  /// As the first list is made up.
  init(_ model: BeneficiaryModel) {
    pairs = Array(repeating: 1.0 / 16, count: 16)
    aligned = model.selection.voluntaryShare
  }
}

extension ByEnrollmentType<Double> {
  /// From lanes in the order of the types' places.
  init(_ lanes: SIMD4<Double>) {
    self.init(esrd: lanes[0], disabled: lanes[1], agedDual: lanes[2], agedNonDual: lanes[3])
  }
}

extension SIMD4<Double> {
  /// A lane for each type, in the order of their places.
  init(_ types: ByEnrollmentType<Double>) {
    self.init(types.esrd, types.disabled, types.agedDual, types.agedNonDual)
  }

  /// Cut off at zero and at one; `clamped` does the same by calls that are not inlined.
  @inline(__always)
  var asProbabilities: Self {
    replacing(with: 0, where: self .< 0).replacing(with: 1, where: self .> 1)
  }
}
