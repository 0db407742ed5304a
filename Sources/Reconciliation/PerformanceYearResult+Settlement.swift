import Regulation

extension PerformanceYearResult {
  /// This year settled under one track's terms.
  ///
  /// The order is the order of 42 CFR 425.605(a)–(h) and 425.610(a)–(i): compare expenditure with
  /// the updated benchmark, test the minimum rate, share *from the first dollar*, apply the limit.
  /// An ACO that clears its minimum savings rate shares all of its savings, not only the part
  /// above the rate.
  public func settlement(under terms: TrackTerms) -> Settlement {
    let minimum = terms.minimumRates.rate(forAssigned: assignedBeneficiaries)
    var settlement = Settlement(
      benchmark: benchmark, expenditure: expenditure, savings: benchmark - expenditure,
      minimumSavingsRate: minimum.rate, minimumRateBasis: minimum.basis,
      isTwoSided: terms.losses != nil, guardrail: nil,
      outcome: .noShare(.belowMinimumSavingsRate))
    if settlement.savings < .zero {
      settleLosses(under: terms, &settlement)
    } else if settlement.savings > .zero {
      settlement.outcome = sharedSavings(settlement.savings, minimum.rate, terms)
    }
    return settlement
  }

  /// The most that may be shared with the ACO for this year, whether or not anything is,
  /// 42 CFR 425.605(d), 425.610(e)(2).
  public func performancePaymentLimit(under terms: TrackTerms) -> Dollars {
    terms.performancePaymentLimit * benchmark
  }

  // MARK: - Savings, 425.605(c)–(d), (h); 425.610(c)–(e)

  private func sharedSavings(
    _ savings: Dollars, _ minimum: Rate, _ terms: TrackTerms
  ) -> Settlement.Outcome {
    let reachesMinimum = savings.reaches(minimum * benchmark, computedFrom: benchmark)
    guard let factor = reachesMinimum ? Rate.one : reducedFactor(terms) else {
      return .noShare(.belowMinimumSavingsRate)
    }
    guard let applicable = terms.finalSharingRate(quality) else {
      return .noShare(.qualityStandardNotMet)
    }
    if let earlyEnd, !earlyEnd.keepsSavings { return .noShare(.endedBeforeSavings) }
    let rate = factor * applicable
    let shared = rate * savings
    return .sharedSavings(
      SharedSavings(
        finalSharingRate: rate, isReduced: !reachesMinimum, beforeLimit: shared,
        sequestration: terms.sequestration * shared,
        limit: performancePaymentLimit(under: terms)))
  }

  /// The low-revenue rule: open to savings above zero that miss the minimum savings rate.
  private func reducedFactor(_ terms: TrackTerms) -> Rate? {
    guard let reduced = terms.reducedSharing, isLowRevenue,
      assignedBeneficiaries >= reduced.fewestBeneficiaries
    else { return nil }
    return reduced.factor
  }

  // MARK: - Losses, 425.605(b)–(g); 425.610(b), (f)–(i); 425.652(b)(5)

  private func settleLosses(under terms: TrackTerms, _ settlement: inout Settlement) {
    guard let twoSided = terms.losses else {
      settlement.outcome = .noShare(.oneSidedModel)
      return
    }
    guard reachesMinimumLossRate(settlement.minimumSavingsRate, of: benchmark) else {
      settlement.outcome = .noShare(.belowMinimumLossRate)
      return
    }
    // Losses are smaller exactly where the two-way benchmark is larger. The loss recoupment limit
    // then is a share of that benchmark too, so a loss held to its limit is not relieved by it.
    if let guardrailBenchmark, guardrailBenchmark > benchmark {
      settlement.guardrail = .init(
        benchmark: guardrailBenchmark, savings: guardrailBenchmark - expenditure)
    }
    settlement.outcome = sharedLosses(
      against: settlement.guardrail?.benchmark ?? benchmark, settlement.minimumSavingsRate, terms,
      twoSided)
  }

  private func sharedLosses(
    against benchmark: Dollars, _ minimum: Rate, _ terms: TrackTerms, _ twoSided: LossTerms
  ) -> Settlement.Outcome {
    guard expenditure > benchmark else { return .noShare(.guardrailRemovesLosses) }
    guard reachesMinimumLossRate(minimum, of: benchmark) else {
      return .noShare(.belowMinimumLossRate)
    }
    if let earlyEnd, earlyEnd.monthsOfLosses == 0 { return .noShare(.endedWithoutLosses) }
    let rate = terms.finalLossRate(quality, twoSided)
    let limits = twoSided.recoupmentLimit
    return .sharedLosses(
      SharedLosses(
        sharedLossRate: rate, beforeLimit: rate * (expenditure - benchmark),
        limitOfRevenue: limits.ofRevenue.flatMap { share in
          participantRevenue.map { share * $0 }
        },
        limitOfBenchmark: limits.ofBenchmark.map { $0 * benchmark },
        needsParticipantRevenue: limits.ofRevenue != nil && participantRevenue == nil,
        partOfYear: earlyEnd.map { terms.partOfYear(months: $0.monthsOfLosses) } ?? .one,
        extremeCircumstancesPart: terms.partOfYear(months: extremeCircumstances.months)
          * extremeCircumstances.shareOfBeneficiaries))
  }

  func reachesMinimumLossRate(_ minimum: Rate, of benchmark: Dollars) -> Bool {
    (expenditure - benchmark).reaches(minimum * benchmark, computedFrom: benchmark)
  }
}

extension TrackTerms {
  /// The share of savings kept, or `nil` when quality bars the ACO from sharing.
  public func finalSharingRate(_ quality: QualityResult) -> Rate? {
    switch (sharingByQuality, quality.standing) {
    case (.standardOnly, .standardMet), (.standardOrAlternative, .standardMet):
      maximumSharingRate
    case (.timesScore, .standardMet), (.timesScore, .alternativeMet),
      (.standardOrAlternative, .alternativeMet):
      maximumSharingRate * quality.score
    case (.standardOnly, .alternativeMet), (_, .notMet): nil
    }
  }

  /// A fixed rate whatever the quality, or one that falls as quality rises.
  func finalLossRate(_ quality: QualityResult, _ twoSided: LossTerms) -> Rate {
    switch twoSided.sharedLossRate {
    case .fixed(let rate): rate
    case .complementOfSharing(let bounds):
      finalSharingRate(quality) == nil
        ? bounds.upperBound
        : (maximumSharingRate * quality.score).complement.clamped(to: bounds)
    }
  }

  func partOfYear(months: Int) -> Rate { Rate(Double(months)) / Rate(Double(monthsInYear)) }
}
