import Regulation

/// Measures scored, for every trial of a batch: what `QualityMeasurement.scored` makes of each, as the
/// columns that the year is then measured by.
final class ScoredColumns {
  private let terms: MeasureTerms
  private let score, reachesAlternative, meetsIncentive: UnsafeMutablePointer<Double>

  init(_ terms: MeasureTerms) {
    self.terms = terms
    func column() -> UnsafeMutablePointer<Double> {
      let column = UnsafeMutablePointer<Double>.allocate(capacity: ObservedColumns.trials)
      column.initialize(repeating: 0, count: ObservedColumns.trials)
      return column
    }
    (score, reachesAlternative, meetsIncentive) = (column(), column(), column())
  }

  deinit {
    score.deallocate()
    reachesAlternative.deallocate()
    meetsIncentive.deallocate()
  }

  /// The year with its measures scored; good until another is.
  func scored(_ observed: ObservedColumns) -> ObservedColumns {
    for trial in ObservedColumns.places {
      let facts = QualityMeasurement(
        reported: observed.reported[trial] != 0, score: Rate(observed.score[trial]),
        standardScore: Rate(observed.standardScore[trial]), reachesAlternative: false,
        meetsIncentive: false, measures: observed.measures.reported(of: trial)
      ).scored(under: terms)
      score[trial] = facts.score.fraction
      reachesAlternative[trial] = facts.reachesAlternative ? 1 : 0
      meetsIncentive[trial] = facts.meetsIncentive ? 1 : 0
    }
    var year = observed
    year.score = UnsafePointer(score)
    year.reachesAlternative = UnsafePointer(reachesAlternative)
    year.meetsIncentive = UnsafePointer(meetsIncentive)
    return year
  }
}
