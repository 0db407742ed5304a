import Reconciliation
import Regulation

/// One way to complete a published row: what it prints, and a choice for each thing it does not.
struct PublishedReading: Hashable {
  var agreement: AgreementPeriod
  var choice: MinimumRateChoice
  var isLowRevenue: Bool
  var standing: QualityResult.Standing
  /// 0 through 1.
  var score: Double
}

extension PublishedYear {
  /// Every way to complete the row; one where everything is printed.
  ///
  /// Standing is not among the choices: a file that does not print it holds ACOs that reported,
  /// and the standard is taken as met.
  func readings(electing choices: [Rate]) -> [PublishedReading] {
    let agreements =
      agreement.map { [$0] }
      ?? [
        AgreementPeriod(firstDay: performanceYear.firstDay),
        AgreementPeriod(firstDay: Day(year: 2019, month: 7, day: 1)),
      ].filter { $0.place(of: performanceYear) > 0 }
    return agreements.flatMap { agreement in
      minimumRateChoices(among: choices).flatMap { choice in
        (isLowRevenue.map { [$0] } ?? [true, false]).flatMap { isLow in
          (score.map { [$0.fraction] } ?? [1, 0]).map { score in
            PublishedReading(
              agreement: agreement, choice: choice, isLowRevenue: isLow,
              standing: standing ?? .standardMet, score: score)
          }
        }
      }
    }
  }

  /// The election of a two-sided ACO: a printed rate that may be elected was elected, any other is
  /// the variable one.
  func minimumRateChoices(among choices: [Rate]) -> [MinimumRateChoice] {
    guard track.isTwoSided else { return [.variable] }
    guard let printed = printed.minimumSavingsRate else {
      return [.variable] + choices.map(MinimumRateChoice.elected)
    }
    let elected = choices.first { abs($0.fraction - printed.fraction) < 1e-9 }
    return [elected.map(MinimumRateChoice.elected) ?? .variable]
  }

  /// What the row does not print and a settlement may turn on.
  var notPrinted: [PublicUseColumn] {
    var columns: [PublicUseColumn] = []
    if agreementStart == nil { columns.append(.currentStart) }
    if track.isTwoSided, printed.minimumSavingsRate == nil { columns.append(.minimumSavingsRate) }
    if isLowRevenue == nil { columns.append(.revenueCategory) }
    if score == nil { columns.append(.qualityScore) }
    return columns
  }

  /// The measured year that a settlement takes.
  func result(
    _ money: Money, _ reading: PublishedReading, endingUnder termination: TerminationTerms?
  ) -> PerformanceYearResult {
    let expenditure = money.benchmark - money.savings
    return PerformanceYearResult(
      assignedBeneficiaries: assignedBeneficiaries, benchmark: money.benchmark,
      guardrailBenchmark: guardrailRelieves && money.savings < .zero ? expenditure : nil,
      expenditure: expenditure, participantRevenue: nil, isLowRevenue: reading.isLowRevenue,
      quality: QualityResult(standing: reading.standing, score: Rate(reading.score)),
      earlyEnd: termination.map {
        Termination(effective: performanceYear.lastDay, by: .cms).consequence(under: $0)
      })
  }
}

extension PerformanceYear {
  fileprivate var lastDay: Day { Day(year: calendarYear, month: 12, day: 31) }
}
