import Regulation

/// The beneficiaries assigned to all ACOs together in performance year 2022, from which a figure
/// that CMS withholds is drafted. Source: CMS public-use file of performance year 2022.
enum NationalMix {
  /// Share of person-years.
  static let personYears = ByEnrollmentType(
    esrd: 0.0050, disabled: 0.0826, agedDual: 0.0578, agedNonDual: 0.8546)
  /// Truncated Parts A and B dollars per person-year.
  static let expenditure = ByEnrollmentType(
    esrd: 85_829.0, disabled: 11_099.0, agedDual: 17_054.0, agedNonDual: 10_604.0)
  /// Person-years of one assigned beneficiary.
  static let personYearsPerBeneficiary = 0.975
  /// Risk scores are normalised to one.
  static let riskScore = 1.0

  /// A type's expenditure relative to the mean of all.
  static func relativeExpenditure(_ type: EnrollmentType) -> Double {
    let total = EnrollmentType.allCases.reduce(0) { $0 + personYears[$1] * expenditure[$1] }
    let shares = EnrollmentType.allCases.reduce(0) { $0 + personYears[$1] }
    return expenditure[type] / (total / shares)
  }
}
