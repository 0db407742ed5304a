import Regulation

/// A column of CMS's *Performance Year Financial and Quality Results*, under every name it has
/// had since 2013.
public enum PublicUseColumn: Hashable, Sendable {
  case id, name
  case agreementNumber, currentStart, track, assignment, revenueCategory
  case assignedBeneficiaries, savingsRate, minimumSavingsRate
  case qualityScore, receivedQualityFloor
  case historicalBenchmark, updatedBenchmark, benchmarkTotal, expenditureTotal
  case personYearsTotal, expenditurePerCapita
  case personYears(EnrollmentType)
  case expenditure(EnrollmentType)
  case riskScore(EnrollmentType)
  /// Only in tables that hold several years.
  case performanceYear
  /// One column for each track, 1 in the column of the ACO's own.
  case trackFlag(PublishedTrack)
  case savings, generated, earned, owed, disasterAdjustment
  case metStandard, metPercentile, metIncentive, metFirstYear, metAlternative
  case finalSharingRate, finalLossRate
  case guardrail, midYearTermination, proratedLosses

  /// As CMS has written it, latest first. Case, blanks and a byte-order mark do not matter.
  public var names: [String] {
    switch self {
    case .id: ["ACO_ID", "ACO_Num"]
    case .name: ["ACO_Name"]
    case .agreementNumber: ["Agreement_Period_Num"]
    case .currentStart: ["Current_Start_Date", "Start_Date"]
    case .track: ["Current_Track"]
    case .assignment: ["Assign_Type"]
    case .revenueCategory: ["Rev_Exp_Cat"]
    case .assignedBeneficiaries: ["N_AB"]
    case .savingsRate: ["Sav_rate"]
    case .minimumSavingsRate: ["MinSavPerc"]
    case .qualityScore: ["QualScore"]
    case .receivedQualityFloor: ["Recvd40p", "Recvd30p"]
    case .historicalBenchmark: ["HistBnchmk"]
    case .updatedBenchmark: ["UpdatedBnchmk"]
    case .benchmarkTotal: ["ABtotBnchmk"]
    case .expenditureTotal: ["ABtotExp"]
    case .personYearsTotal: ["N_AB_Year_PY", "N_AB_Year"]
    case .expenditurePerCapita: ["Per_Capita_Exp_TOTAL_PY"]
    case .personYears(let type):
      ["N_AB_Year_\(Self.longMark(type))_PY", "N_AB_Year_\(Self.longMark(type))"]
    case .expenditure(let type):
      ["Per_Capita_Exp_ALL_\(Self.mark(type))_PY", "Per_Capita_Exp_ALL_\(Self.mark(type))"]
    case .riskScore(let type): ["CMS_HCC_RiskScore_\(Self.mark(type))_PY"]
    case .performanceYear: ["Performance_Year", "PerformanceYear", "PY", "Year"]
    case .trackFlag(let track): track.flagNames
    case .savings: ["BnchmkMinExp"]
    case .generated: ["GenSaveLoss"]
    case .earned: ["EarnSaveLoss", "EarnShrSavings"]
    case .owed: ["OweLosses"]
    case .disasterAdjustment: ["DisAdj"]
    case .metStandard: ["Met_QPS"]
    case .metPercentile: ["Met_40pctl", "Met_30pctl"]
    case .metIncentive: ["Met_Incentive"]
    case .metFirstYear: ["Met_FirstYear"]
    case .metAlternative: ["Met_AltQPS"]
    case .finalSharingRate: ["FinalShareRate"]
    case .finalLossRate: ["FinalLossRate"]
    case .guardrail: ["Guardrail"]
    case .midYearTermination: ["Impact_Mid_Year_Termination"]
    case .proratedLosses: ["Prorate_Shared_Losses"]
    }
  }

  /// Every column the program reads.
  static let all: [Self] =
    [
      .id, .name, .agreementNumber, .currentStart, .track, .assignment, .revenueCategory,
      .assignedBeneficiaries, .savingsRate, .minimumSavingsRate, .qualityScore,
      .receivedQualityFloor, .historicalBenchmark, .updatedBenchmark, .benchmarkTotal,
      .expenditureTotal, .personYearsTotal, .expenditurePerCapita, .performanceYear, .savings,
      .generated, .earned, .owed, .disasterAdjustment, .metStandard, .metPercentile,
      .metIncentive, .metFirstYear, .metAlternative, .finalSharingRate, .finalLossRate,
      .guardrail, .midYearTermination, .proratedLosses,
    ]
    + EnrollmentType.allCases.flatMap { [.personYears($0), .expenditure($0), .riskScore($0)] }
    + PublishedTrack.flagged.map(Self.trackFlag)

  /// `Sav_rate`, or `ACO_ID (or ACO_Num)`: for messages.
  public var title: String {
    names.count == 1 ? names[0] : "\(names[0]) (or \(names.dropFirst().joined(separator: ", ")))"
  }

  private static func mark(_ type: EnrollmentType) -> String {
    switch type {
    case .esrd: "ESRD"
    case .disabled: "DIS"
    case .agedDual: "AGDU"
    case .agedNonDual: "AGND"
    }
  }

  private static func longMark(_ type: EnrollmentType) -> String {
    switch type {
    case .esrd: "ESRD"
    case .disabled: "DIS"
    case .agedDual: "AGED_Dual"
    case .agedNonDual: "AGED_NonDual"
    }
  }
}
