import Regulation
import Scenarios

extension QualityMeasure {
  /// A measure whose rate stands still but for the luck of the patients counted; deciles begin at
  /// 0, 0.1, … 0.9, or at 1, 0.9, … 0.1 where lower is better.
  public static func still(
    _ name: String, rate: Double, of denominator: Int, outcome: Bool = false,
    lowerIsBetter: Bool = false, collection: MeasureBenchmark.Collection = .medicareCQM
  ) -> QualityMeasure {
    let deciles = (0..<10).map { Rate(Double(lowerIsBetter ? 10 - $0 : $0) / 10) }
    return QualityMeasure(
      benchmark: MeasureBenchmark(
        name: name, collection: collection, isOutcome: outcome, lowerIsBetter: lowerIsBetter,
        deciles: deciles),
      denominator: denominator, rate: rate, plan: Array(repeating: rate, count: 5))
  }

  /// Three measures that move, one of them better when lower.
  public static var lively: [QualityMeasure] {
    var measures = [
      still("236 Blood pressure", rate: 0.7, of: 900, outcome: true),
      still("113 Colorectal cancer", rate: 0.65, of: 2_000),
      still("001 Diabetes", rate: 0.2, of: 1_500, outcome: true, lowerIsBetter: true),
    ]
    for place in measures.indices {
      measures[place].standardDeviation = 0.03
      measures[place].standardError = 0.01
      measures[place].growsWithSize = true
    }
    return measures
  }
}
