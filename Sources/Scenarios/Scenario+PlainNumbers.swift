import Regulation

extension Optional<String> {
  /// Text that may be left out.
  var orEmpty: String {
    get { self ?? "" }
    set { self = newValue }
  }
}

/// The parts of a scenario as the plain numbers and words that a file writes.
extension Scenario {
  var detailWord: String {
    get { detail.rawValue }
    set { detail = Detail(rawValue: newValue) ?? detail }
  }
}

extension AgreementFacts {
  var assignmentWord: String {
    get { assignment.rawValue }
    set { assignment = Assignment(rawValue: newValue) ?? assignment }
  }

  var marketShareFractions: ByEnrollmentType<Double> {
    get { marketShare.map(\.fraction) }
    set { marketShare = newValue.map { Rate($0) } }
  }

  var advanceInvestmentAmounts: [Double] {
    get { advanceInvestmentPayments.map(\.amount) }
    set { advanceInvestmentPayments = newValue.map { Dollars($0) } }
  }

  var prepaidAmounts: [Double] {
    get { prepaidSharedSavings.map(\.amount) }
    set { prepaidSharedSavings = newValue.map { Dollars($0) } }
  }
}

extension BenchmarkReadings {
  var timesCountedWord: String {
    get { timesCounted?.rawValue ?? "" }
    set { timesCounted = RegionalTimesCounted(rawValue: newValue) }
  }

  var divisorWord: String {
    get { prospectiveTrendDivisor?.rawValue ?? "" }
    set { prospectiveTrendDivisor = ProspectiveTrendDivisor(rawValue: newValue) }
  }
}

extension Population {
  var dualFraction: Double {
    get { dualShare?.fraction ?? 0 }
    set { dualShare = Rate(newValue) }
  }

  var lowIncomeOrDualFraction: Double {
    get { lowIncomeOrDualShare?.fraction ?? 0 }
    set { lowIncomeOrDualShare = Rate(newValue) }
  }

  var largestPracticeFraction: Double {
    get { largestPractice?.fraction ?? 0 }
    set { largestPractice = Rate(newValue) }
  }
}

extension Population.BaseStratum {
  var regionalAmount: Double {
    get { regionalExpenditure?.amount ?? 0 }
    set { regionalExpenditure = PerCapita(newValue) }
  }

  var nationalAmount: Double {
    get { nationalExpenditure?.amount ?? 0 }
    set { nationalExpenditure = PerCapita(newValue) }
  }
}

extension Finances {
  var programCostAmounts: [Double] {
    get { programCost.map(\.amount) }
    set { programCost = newValue.map { Dollars($0) } }
  }
}

extension Retention {
  /// What the planned size counts on.
  public var countedOn: Double {
    get { planned ?? mean }
    set { planned = newValue }
  }
}

extension ClaimsNoise {
  var lawWord: String {
    get { law.rawValue }
    set { law = Law(rawValue: newValue) ?? law }
  }
}

extension CorrelationMatrix {
  /// One row, five values.
  subscript(row row: Int) -> [Double] {
    get { Array(values[(row * Self.order.count)..<((row + 1) * Self.order.count)]) }
    set {
      values.replaceSubrange(
        (row * Self.order.count)..<((row + 1) * Self.order.count), with: newValue)
    }
  }
}

extension EnrollmentType {
  var inWords: String {
    switch self {
    case .esrd: "end-stage renal disease"
    case .disabled: "disabled"
    case .agedDual: "aged, dually eligible"
    case .agedNonDual: "aged, not dually eligible"
    }
  }
}
