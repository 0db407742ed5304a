import CKernels
import Probability
import Regulation

extension ck_measure {
  /// - Parameter deviations: Room for `ck_most_programs` values a year, six; kept as long as this.
  init(_ measure: MeasureModel, deviations: UnsafeMutablePointer<Double>) {
    self.init()
    (key.0, key.1) = measure.subject.drawn(again: false).words
    (second_key.0, second_key.1) = measure.subject.drawn(again: true).words
    denominator = measure.denominator
    standard_error = measure.standardError
    centre = measure.centres.years
    spread = measure.spreads.years
    common_weight = measure.commonWeight
    own_weight = measure.ownWeight
    for (year, moved) in measure.deviations.enumerated() {
      for program in moved.indices {
        deviations[year * ck_most_programs + program] = moved[program]
      }
    }
    self.deviations = UnsafePointer(deviations)
    grows_with_size = measure.growsWithSize ? 1 : 0
  }
}

/// The measures of a model as the kernel reads them.
final class MeasureTable {
  private let measures: UnsafeMutableBufferPointer<ck_measure>
  private let deviations: UnsafeMutablePointer<Double>

  init(_ models: [MeasureModel]) {
    let room = ck_history_years * ck_most_programs
    deviations = .allocate(capacity: max(1, models.count * room))
    measures = .allocate(capacity: models.count)
    for (place, model) in models.enumerated() {
      measures.initializeElement(
        at: place, to: ck_measure(model, deviations: deviations + place * room))
    }
  }

  deinit {
    measures.deallocate()
    deviations.deallocate()
  }

  var start: UnsafePointer<ck_measure>? { UnsafePointer(measures.baseAddress) }
  var count: Int32 { Int32(measures.count) }
}
