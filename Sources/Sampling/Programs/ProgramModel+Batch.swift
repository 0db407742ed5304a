import CKernels
import Probability
import Regulation

extension ck_program {
  /// - Parameter quality: How far each year's score moves, as a logit, with the program's own score;
  ///   six.
  init(_ program: ProgramModel, quality: [Double]) {
    self.init()
    (key.0, key.1) = program.subject.drawn(again: false).words
    (second_key.0, second_key.1) = program.subject.drawn(again: true).words
    effect_mean = program.effect.mean
    effect_spread = program.effect.standardDeviation
    cost_spread = program.costLevel.spread
    (share_estimate, share_centre) = (program.share.estimate, program.share.centre)
    share_spread = program.share.spread
    medicare_share = program.medicareShare
    reach = program.reach.row
    serving = program.serving.row
    ramp = program.ramp.years
    cost = program.cost.years
    cost_each = program.costPerBeneficiary.years
    fee_each = program.feePerBeneficiary.years
    self.quality = (quality[0], quality[1], quality[2], quality[3], quality[4], quality[5])
    moves_quality = program.movesQuality ? 1 : 0
  }
}

extension SIMD8<Double> {
  /// The six that are used.
  var years: (Double, Double, Double, Double, Double, Double) {
    (self[0], self[1], self[2], self[3], self[4], self[5])
  }
}
