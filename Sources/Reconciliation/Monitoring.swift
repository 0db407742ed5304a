import Regulation

/// The years in which the quality performance standard was failed, 42 CFR 425.316(c)(2)(ii).
///
/// A fresh one holds for a first agreement; across a renewal the count goes on.
public struct QualityFailures: Hashable, Sendable {
  public var inARow, inAgreement: Int

  public init(inARow: Int = 0, inAgreement: Int = 0) {
    self.inARow = inARow
    self.inAgreement = inAgreement
  }

  public mutating func add(_ quality: QualityResult, under terms: MonitoringTerms) {
    guard quality.fails(under: terms) else {
      inARow = 0
      return
    }
    inARow += 1
    inAgreement += 1
  }

  /// Whether CMS terminates the agreement for them.
  public func endAgreement(under terms: MonitoringTerms) -> Bool {
    inARow >= terms.consecutiveFailures || inAgreement >= terms.failuresInAgreement
  }
}

extension QualityResult {
  fileprivate func fails(under terms: MonitoringTerms) -> Bool {
    switch standing {
    case .standardMet: false
    case .alternativeMet: !terms.alternativeCountsAsMet
    case .notMet: true
    }
  }
}

extension PerformanceYearResult {
  /// Whether expenditure exceeds the benchmark by the minimum loss rate, or in a one-sided model by
  /// the minimum savings rate, 42 CFR 425.316(d); against the guardrail benchmark where that is the
  /// larger, 42 CFR 425.652(b)(5).
  public func isOverrun(under terms: TrackTerms) -> Bool {
    let tested = max(benchmark, guardrailBenchmark ?? benchmark)
    let minimum = terms.minimumRates.rate(forAssigned: assignedBeneficiaries).rate
    return expenditure > tested && reachesMinimumLossRate(minimum, of: tested)
  }
}
