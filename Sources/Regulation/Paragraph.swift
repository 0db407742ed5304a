/// A paragraph that a settlement statement or a refusal rests on.
///
/// Citations of numbers come from the rule data; these are the citations of steps.
public enum Paragraph: String, CaseIterable, Hashable, Sendable, CustomStringConvertible {
  // MARK: - The historical benchmark
  case benchmarkExpenditure = "42 CFR 425.601, 425.652(a)(1)-(4)"
  case benchmarkTrend = "42 CFR 425.601, 425.652(a)(5)"
  case benchmarkRisk = "42 CFR 425.601, 425.652(a)(6)"
  case benchmarkWeights = "42 CFR 425.601, 425.652(a)(7), (c)(2)"
  case highestAdjustment = "42 CFR 425.652(a)(8)"
  case regionalAdjustment = "42 CFR 425.601, 425.656"
  case priorSavings = "42 CFR 425.658"
  case populationAdjustment = "42 CFR 425.662"
  case prospectiveTrend = "42 CFR 425.660(b)"
  case regionalRiskGrowth = "42 CFR 425.655"

  // MARK: - The benchmark of the year
  case update = "42 CFR 425.601(b), 425.652(b)"
  case riskRatio = "42 CFR 425.605(a)(1), 425.610(a)(2)"
  case guardrail = "42 CFR 425.652(b)(5)"

  // MARK: - The test
  case comparison = "42 CFR 425.605(a), 425.610(a)"
  case variableMinimumRate = "42 CFR 425.605(b)(1)"
  case electedMinimumRate = "42 CFR 425.605(b)(2)(i), 425.610(b)(1)"
  case reversionToVariable = "42 CFR 425.110(b)(3)(iii)"

  // MARK: - Quality
  case qualityPerformanceStandard = "42 CFR 425.512(a)"
  case alternativeStandard = "42 CFR 425.512(a)(4)(ii), 425.512(a)(5)(ii)"
  case reportingIncentive = "42 CFR 425.512(a)(5)(i)(B)"
  case measurePoints = "42 CFR 414.1380(b)(1)"
  case measureCases = "42 CFR 414.1367(c)(1)(i), 414.1380(b)(1)(iii)"
  case complexOrganization = "42 CFR 414.1380(b)(1)(vii)(C)"

  // MARK: - Savings
  case basicSharingRate = "42 CFR 425.605(d)(1)(i)-(v)(A)"
  case enhancedSharingRate = "42 CFR 425.610(d)"
  case lowRevenue = "42 CFR 425.605(h)"
  case basicPaymentLimit = "42 CFR 425.605(d)(1)(i)-(v)(B)"
  case enhancedPaymentLimit = "42 CFR 425.610(e)"
  case sequestration = "42 CFR 425.605(e), 425.610(h); sequestration order"
  case advanceInvestmentRecoupment = "42 CFR 425.630(g)"
  case prepaidRecoupment = "42 CFR 425.640(g)"

  // MARK: - Losses
  case basicLossRate = "42 CFR 425.605(d)(1)(iii)-(v)(C)"
  case enhancedLossRate = "42 CFR 425.610(f)"
  case basicLossLimit = "42 CFR 425.605(d)(1)(iii)-(v)(D)"
  case enhancedLossLimit = "42 CFR 425.610(g)"
  case termination = "42 CFR 425.221(b)"
  case extremeCircumstances = "42 CFR 425.605(f)(2), 425.610(i)(2)"
  case payingLosses = "42 CFR 425.605(e)(3), 425.610(h)(3)"
  case qualityMonitoring = "42 CFR 425.316(c)(2)(ii)"
  case financialMonitoring = "42 CFR 425.316(d)"

  // MARK: - Tracks of the past, as then in force
  case oneSidedSharingRate = "42 CFR 425.604(d), as then in force"
  case oneSidedPaymentLimit = "42 CFR 425.604(e), as then in force"
  case trackOnePlusLosses = "42 CFR 425.604, as the Track 1+ Model's agreement amended it"
  case trackTwoSharingRate = "42 CFR 425.606(d), as then in force"
  case trackTwoPaymentLimit = "42 CFR 425.606(e), as then in force"
  case trackTwoLossRate = "42 CFR 425.606(f), as then in force"
  case trackTwoLossLimit = "42 CFR 425.606(g), as then in force"

  // MARK: - Beside the settlement
  case repaymentMechanism = "42 CFR 425.204(f)(4)"
  case repaymentMechanismEnd = "42 CFR 425.204(f)(6)"
  case payingSavings = "42 CFR 425.605(e), 425.610(h)"
  case advancedModel = "42 CFR 414.1450"
  case advanceInvestmentEligibility = "42 CFR 425.630(b)"
  case advanceInvestmentAmounts = "42 CFR 425.630(f)"
  case prepaidEligibility = "42 CFR 425.640(b)"
  case prepaidAmounts = "42 CFR 425.640(f)"
  case electionsInAgreement = "42 CFR 425.226(a)"
  case earlyRenewal = "42 CFR 425.224, 425.20"
  case formerlyTwoSided = "42 CFR 425.224(a)(4)"

  public var description: String { rawValue }
}

/// The paragraph that differs by track. Track 3 is ENHANCED's forerunner in its own section.
extension Paragraph {
  public static func sharingRate(of track: Track) -> Self {
    switch track {
    case .basic: .basicSharingRate
    case .enhanced, .legacy(.track3): .enhancedSharingRate
    case .legacy(.track1), .legacy(.track1Plus): .oneSidedSharingRate
    case .legacy(.track2): .trackTwoSharingRate
    }
  }

  public static func paymentLimit(of track: Track) -> Self {
    switch track {
    case .basic: .basicPaymentLimit
    case .enhanced, .legacy(.track3): .enhancedPaymentLimit
    case .legacy(.track1), .legacy(.track1Plus): .oneSidedPaymentLimit
    case .legacy(.track2): .trackTwoPaymentLimit
    }
  }

  public static func lossRate(of track: Track) -> Self {
    switch track {
    case .basic: .basicLossRate
    case .enhanced, .legacy(.track3): .enhancedLossRate
    case .legacy(.track1), .legacy(.track1Plus): .trackOnePlusLosses
    case .legacy(.track2): .trackTwoLossRate
    }
  }

  public static func lossLimit(of track: Track) -> Self {
    switch track {
    case .basic: .basicLossLimit
    case .enhanced, .legacy(.track3): .enhancedLossLimit
    case .legacy(.track1), .legacy(.track1Plus): .trackOnePlusLosses
    case .legacy(.track2): .trackTwoLossLimit
    }
  }
}
