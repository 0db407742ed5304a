import Reconciliation
import Regulation
import Scenarios

/// A case worked out under the rules.
public enum SettledCase: Hashable, Sendable {
  case settlement(SettledYear)
  case repaymentMechanism(RepaymentMechanism)
  case advanceInvestment(AdvanceInvestmentPayments)
  case prepaidSharedSavings(PrepaidSharedSavings)
}

/// One performance year of a case file, settled, with all it was settled from.
public struct SettledYear: Hashable, Sendable {
  public var result: PerformanceYearResult
  public var terms: TrackTerms
  public var settlement: Settlement
  public var payment: Payment
  public var personYears: PersonYears?
  public var lowRevenueBasis: LowRevenueBasis

  /// How it was decided whether the ACO is low revenue.
  public enum LowRevenueBasis: Hashable, Sendable {
    case stated
    /// Participant revenue over expenditure, against the threshold.
    case fromRevenue(share: Rate, threshold: Rate)
    /// Neither stated nor to be had: taken as high revenue.
    case assumedHigh
  }
}

/// A case asks for something the rules of its year do not have: one sentence.
public struct CaseFault: Error, Hashable, Sendable, CustomStringConvertible {
  public var description: String
  public init(description: String) { self.description = description }
}

extension Case {
  /// The case worked out under `rules`, with the case's own editions laid over them.
  ///
  /// Throws `NotInForce` for a year before the rules, `RuleFault` for an unknown edition or an
  /// election the rules refuse, `CaseFault` where payments of the case's kind do not exist.
  public func settled(under rules: Rulebook) throws -> SettledCase {
    let rules = editions.isEmpty ? rules : try rules.adopting(editions)
    switch content {
    case .settlement(let year): return .settlement(try settled(year, under: rules))
    case .repaymentMechanism(let totals):
      let terms = try rules.repaymentMechanismTerms(in: performanceYear, of: agreement)
      return .repaymentMechanism(
        RepaymentMechanism(
          expenditure: totals.expenditure, participantRevenue: totals.participantRevenue,
          under: terms))
    case .advanceInvestment(let groups):
      return .advanceInvestment(try payments(to: groups, under: rules))
    case .prepaidSharedSavings(let savings):
      return .prepaidSharedSavings(try prepaid(savings, under: rules))
    }
  }

  private func payments(
    to groups: AdvanceInvestmentCase, under rules: Rulebook
  ) throws -> AdvanceInvestmentPayments {
    guard let terms = try rules.advanceInvestmentTerms(in: performanceYear, of: agreement),
      let payments = AdvanceInvestmentPayments(
        to: groups.beneficiaries.map { .init(score: $0.score, count: $0.count) }, under: terms)
    else {
      throw CaseFault(
        description: "\(name): no advance investment payments by score are made in "
          + "\(performanceYear) to an agreement from \(agreement.firstDay) "
          + "(\(Paragraph.advanceInvestmentAmounts)). Choose a later agreementStart.")
    }
    return payments
  }

  private func prepaid(
    _ savings: PrepaidSharedSavingsCase, under rules: Rulebook
  ) throws -> PrepaidSharedSavings {
    guard let terms = try rules.prepaidSharedSavingsTerms(in: performanceYear, of: agreement)
    else {
      throw CaseFault(
        description: "\(name): no prepaid shared savings are paid in \(performanceYear) to an "
          + "agreement from \(agreement.firstDay) (\(Paragraph.prepaidAmounts)). "
          + "Choose a later performanceYear or agreementStart.")
    }
    return PrepaidSharedSavings(
      savingsPerCapita: savings.savingsPerCapita, proration: savings.proration,
      nationalPerCapita: savings.nationalPerCapita, personYears: savings.personYears,
      under: terms)
  }

  private func settled(_ year: SettlementCase, under rules: Rulebook) throws -> SettledYear {
    let terms = try rules.terms(
      for: year.track, in: performanceYear, of: agreement, choosing: year.minimumRateChoice)
    let (isLow, basis) = year.isLowRevenue(
      below: try rules.lowRevenueThreshold(in: performanceYear, of: agreement))
    let hasGuardrail = try rules.benchmarkTerms(in: performanceYear, of: agreement).hasGuardrail
    let ending = try rules.terminationTerms(in: performanceYear, of: agreement)
    let result = PerformanceYearResult(
      assignedBeneficiaries: year.assignedBeneficiaries, benchmark: year.benchmark,
      guardrailBenchmark: hasGuardrail ? year.guardrailBenchmark : nil,
      expenditure: year.expenditure, participantRevenue: year.participantRevenue,
      isLowRevenue: isLow, quality: year.quality,
      extremeCircumstances: year.extremeCircumstances,
      earlyEnd: year.termination?.inLaw.consequence(under: ending))
    let settlement = result.settlement(under: terms)
    let balances = Balances(
      advanceInvestment: year.advanceInvestmentBalance, prepaidSharedSavings: year.prepaidBalance)
    return SettledYear(
      result: result, terms: terms, settlement: settlement,
      payment: Payment(settlement.earned, recouping: balances), personYears: year.personYears,
      lowRevenueBasis: basis)
  }
}

extension SettlementCase {
  fileprivate func isLowRevenue(below threshold: Rate) -> (Bool, SettledYear.LowRevenueBasis) {
    if let lowRevenue { return (lowRevenue, .stated) }
    guard let participantRevenue, expenditure > .zero else { return (false, .assumedHigh) }
    let share = participantRevenue / expenditure
    return (share < threshold, .fromRevenue(share: share, threshold: threshold))
  }
}

extension SettlementCase.End {
  fileprivate var inLaw: Termination {
    switch by {
    case .aco: Termination(effective: effective, by: .aco)
    case .cms: Termination(effective: effective, by: .cms)
    }
  }
}
