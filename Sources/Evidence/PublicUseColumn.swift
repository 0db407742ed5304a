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
    }
  }

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

/// The first row of a public-use file: which place each column has.
public struct PublicUseHeader: Hashable, Sendable {
  /// Names as printed, in the file's order.
  public var names: [String]
  private var places: [String: Int]

  init(names: [String]) {
    self.names = names
    places = [:]
    for (place, name) in names.enumerated() where places[Self.plain(name)] == nil {
      places[Self.plain(name)] = place
    }
  }

  /// Columns named twice, in the file's order.
  var repeated: [String] {
    names.enumerated().filter { place, name in
      !Self.plain(name).isEmpty && places[Self.plain(name)] != place
    }.map(\.element)
  }

  /// The place of a column by any of CMS's own names, 0 for the first.
  public func place(named name: String) -> Int? { places[Self.plain(name)] }

  public func place(of column: PublicUseColumn) -> Int? {
    column.names.lazy.compactMap(place(named:)).first
  }

  private static func plain(_ name: String) -> String {
    name.filter { !$0.isWhitespace && $0 != "\u{FEFF}" }.lowercased()
  }
}
