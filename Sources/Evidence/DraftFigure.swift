import Regulation

/// A figure of a draft, with the word beside it.
struct DraftFigure: Hashable, Sendable {
  var value: Double
  var isReal: Bool
  /// Why the figure had to be assumed.
  var note = ""

  static func real(_ value: Double) -> Self { Self(value: value, isReal: true) }
  static func assumed(_ value: Double, _ note: String) -> Self {
    Self(value: value, isReal: false, note: note)
  }
}

/// One enrollment type of a draft.
struct DraftStratum: Hashable, Sendable {
  var personYears, expenditure, historicalBenchmark, riskScore: DraftFigure
}

/// The figures a public-use row gives, and what stands in for those it withholds.
struct DraftPopulation: Hashable, Sendable {
  var assignedBeneficiaries: Int
  var strata: ByEnrollmentType<DraftStratum>
  /// Savings over the benchmark in the file's year; zero where the row does not tell.
  var savingsRate: Double
  var savingsRateIsReal: Bool
  /// Dollars over which participant revenue is taken: the year's updated benchmark.
  var benchmarkTotal: Double

  /// The part of a savings rate that is taken to survive a rebasing: an assumption, between what the
  /// calibration's `savingsRate.slope.across` sees and its `savingsRate.slope.within`.
  static let survivingRebasing = 0.48
  /// A scenario of fewer is refused: the table of minimum savings rates begins here.
  static let fewestBeneficiaries = 500.0

  init(_ row: PublicUseRow, savingsRate: Double?) throws {
    var problems: [PublicUseProblem] = []
    let headcount = Self.headcount(row, &problems)
    let benchmark = Self.positive(row, .benchmarkTotal, &problems)
    let spentInAll = Self.positive(row, .expenditureTotal, &problems)
    let personYears = Self.personYears(row, headcount, &problems)
    let expenditure = Self.expenditure(row, personYears, spentInAll, &problems)
    let riskScore = ByEnrollmentType<DraftFigure>({ type in
      Self.positive(row, .riskScore(type), &problems).map(DraftFigure.real)
        ?? .assumed(NationalMix.riskScore, "withheld by CMS; national mean")
    })
    guard problems.isEmpty, let expenditure else { throw PublicUseProblems(problems: problems) }
    let rate = savingsRate ?? 0
    let kept = 1 + Self.survivingRebasing * rate / (1 - rate)
    strata = ByEnrollmentType { type in
      DraftStratum(
        personYears: personYears[type], expenditure: expenditure[type],
        historicalBenchmark: .assumed((expenditure[type].value * kept).rounded(), ""),
        riskScore: riskScore[type])
    }
    assignedBeneficiaries = headcount
    self.savingsRate = rate
    savingsRateIsReal = savingsRate != nil
    let spent = EnrollmentType.allCases.reduce(0) {
      $0 + expenditure[$1].value * personYears[$1].value
    }
    benchmarkTotal = benchmark ?? spent / (1 - rate)
  }

  private static func headcount(_ row: PublicUseRow, _ problems: inout [PublicUseProblem]) -> Int {
    let count = row.figure(.assignedBeneficiaries).count ?? 0
    guard count >= Self.fewestBeneficiaries, count <= 1e7 else {
      problems.append(
        row.problem(
          .assignedBeneficiaries,
          "N_AB is \(shown(row, .assignedBeneficiaries)). Allowed: at least 500 assigned "
            + "beneficiaries, the fewest with a minimum savings rate (42 CFR 425.605(b)(1)). "
            + "Choose a row that has them."))
      return 1
    }
    return Int(count.rounded())
  }

  /// Withheld types share what is left of the total, in the national mix.
  private static func personYears(
    _ row: PublicUseRow, _ headcount: Int, _ problems: inout [PublicUseProblem]
  ) -> ByEnrollmentType<DraftFigure> {
    let known = ByEnrollmentType<Double?>({ positive(row, .personYears($0), &problems) })
    let total =
      positive(row, .personYearsTotal, &problems)
      ?? Double(headcount) * NationalMix.personYearsPerBeneficiary
    let left = total - known.sum { $0 ?? 0 }
    let withheld = EnrollmentType.allCases.filter { known[$0] == nil }
    let shares = withheld.reduce(0) { $0 + NationalMix.personYears[$1] }
    return ByEnrollmentType { type in
      if let published = known[type] { return .real(published) }
      let share = max(1, (left * NationalMix.personYears[type] / shares).rounded())
      return .assumed(share, "withheld by CMS; rest of the total, national mix")
    }
  }

  /// Withheld types cost what the ACO's mean and the national relation of the types say.
  private static func expenditure(
    _ row: PublicUseRow, _ personYears: ByEnrollmentType<DraftFigure>, _ inAll: Double?,
    _ problems: inout [PublicUseProblem]
  ) -> ByEnrollmentType<DraftFigure>? {
    let known = ByEnrollmentType<Double?>({ positive(row, .expenditure($0), &problems) })
    let years = personYears.sum { $0.value }
    let mean =
      positive(row, .expenditurePerCapita, &problems)
      ?? inAll.map { $0 / years }
    let withheld = EnrollmentType.allCases.filter { known[$0] == nil }
    if mean == nil, !withheld.isEmpty {
      problems.append(
        row.problem(
          .expenditure(withheld[0]),
          "\(PublicUseColumn.expenditure(withheld[0]).names[0]) is "
            + "\(shown(row, .expenditure(withheld[0]))) and no total stands in for it. Allowed: "
            + "dollars per person-year. Choose a row that has them."))
      return nil
    }
    return ByEnrollmentType { type in
      known[type].map(DraftFigure.real)
        ?? .assumed(
          ((mean ?? 0) * NationalMix.relativeExpenditure(type)).rounded(),
          "withheld by CMS; national relation to the mean")
    }
  }

  /// A number above zero; `nil` for a withheld or missing one; anything else is a problem.
  private static func positive(
    _ row: PublicUseRow, _ column: PublicUseColumn, _ problems: inout [PublicUseProblem]
  ) -> Double? {
    switch row.figure(column) {
    case .suppressed, .missing, .noColumn: return nil
    case .number(let value, isPercent: false) where value > 0 && value < 1e12: return value
    case .number(0, isPercent: false): return nil
    default:
      problems.append(
        row.problem(
          column,
          "\(column.names[0]) is \(shown(row, column)). Allowed: a number above zero, *, or "
            + "nothing. Correct the cell or choose another row."))
      return nil
    }
  }

  /// A cell's text as a message may show it.
  static func shown(_ row: PublicUseRow, _ column: PublicUseColumn) -> String {
    guard let text = row.text(column) else { return "not in the file" }
    return text.isEmpty ? "blank" : String(text.map { $0.isNewline ? " " : $0 }.prefix(40))
  }
}
