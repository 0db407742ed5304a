import Regulation
import Testing

@testable import Reconciliation

/// Measures scored for a batch against the law's score of one trial.
@Suite struct ScoredColumnsTests {
  static let places = 3
  static let trials = ObservedColumns.trials

  static let terms = MeasuredQualityTests.terms(
    MeasuredQualityTests.benchmark(MeasuredQualityTests.pressure, .eCQM, outcome: true),
    MeasuredQualityTests.benchmark(MeasuredQualityTests.diabetes, .eCQM, lower: true, weight: 2),
    MeasuredQualityTests.benchmark(MeasuredQualityTests.tenths, outcome: true))

  /// Rates all over their benchmarks; every fifth measure has too few cases.
  private static func rate(_ trial: Int, _ place: Int) -> Double {
    Double((trial * 37 + place * 61 + 11) % 101) / 101
  }
  private static func cases(_ trial: Int, _ place: Int) -> Int {
    (trial + place) % 5 == 0 ? 19 : 400 + trial
  }

  @Test func `every trial has the law's score, and meets what it says it meets`() {
    var zeros = Array(repeating: 0.0, count: 4 * Self.trials)
    var rates = (0..<Self.places * Self.trials).map {
      Self.rate($0 % Self.trials, $0 / Self.trials)
    }
    var cases = (0..<Self.places * Self.trials).map {
      Double(Self.cases($0 % Self.trials, $0 / Self.trials))
    }
    let columns = ScoredColumns(Self.terms)
    var (alternatives, incentives) = (Set<Double>(), Set<Double>())
    zeros.withUnsafeMutableBufferPointer { zeros in
      rates.withUnsafeMutableBufferPointer { rates in
        cases.withUnsafeMutableBufferPointer { cases in
          guard let none = zeros.baseAddress, let rate = rates.baseAddress,
            let count = cases.baseAddress
          else { return }
          let year = columns.scored(Self.observed(none, rate, count))
          for trial in 0..<Self.trials {
            let expected = Self.quality(trial).scored(under: Self.terms)
            #expect(year.score[trial] == expected.score.fraction)
            #expect((year.reachesAlternative[trial] != 0) == expected.reachesAlternative)
            #expect((year.meetsIncentive[trial] != 0) == expected.meetsIncentive)
            alternatives.insert(year.reachesAlternative[trial])
            incentives.insert(year.meetsIncentive[trial])
          }
        }
      }
    }
    #expect(alternatives == [0, 1] && incentives == [0, 1])
  }

  private static func quality(_ trial: Int) -> QualityMeasurement {
    var measures = ReportedMeasures.none
    for place in 0..<places {
      measures.append(rate: Rate(rate(trial, place)), cases: cases(trial, place))
    }
    return QualityMeasurement(
      reported: true, score: .zero, standardScore: Rate(0.7), reachesAlternative: false,
      meetsIncentive: false, measures: measures)
  }

  private static func observed(
    _ none: ObservedColumns.Column, _ rates: ObservedColumns.Column,
    _ cases: ObservedColumns.Column
  ) -> ObservedColumns {
    ObservedColumns(
      personYears: none, expenditure: none, riskRatio: none, nationalGrowth: none,
      regionalGrowth: none, marketShare: none, regionalRiskRatio: none,
      regionalDemographicRatio: none, demographicRatio: none, assignedBeneficiaries: none,
      participantRevenue: none, reported: none, score: none, standardScore: none,
      reachesAlternative: none, meetsIncentive: none,
      measures: MeasureColumns(rates: rates, cases: cases, count: places), months: none,
      shareOfBeneficiaries: none)
  }
}
