import Projection
import Reconciliation
import Regulation
import Scenarios

extension Statement {
  /// A case of a case file, as worked out by `settled(under:)`.
  public init(of one: Case, _ settled: SettledCase) {
    let title = one.statementTitle
    switch settled {
    case .settlement(let year): self.init(title: title, of: year)
    case .repaymentMechanism(let mechanism): self.init(title: title, of: mechanism)
    case .advanceInvestment(let payments): self.init(title: title, of: payments)
    case .prepaidSharedSavings(let prepaid): self.init(title: title, of: prepaid)
    }
  }

  private init(title: String, of year: SettledYear) {
    self.init(title: title, of: year.result, under: year.terms, year.settlement, year.payment)
    if let place = lines.firstIndex(where: { $0.key == "lowRevenue" }) {
      lines[place].note = year.lowRevenueBasis.note
    }
    guard let personYears = year.personYears,
      let place = lines.firstIndex(where: { $0.key == "expenditure" })
    else { return }
    lines.insert(contentsOf: Self.perCapita(of: year.result, personYears), at: place + 1)
  }

  private static func perCapita(
    of year: PerformanceYearResult, _ personYears: PersonYears
  ) -> [Line] {
    [
      Line(
        key: "personYears", label: "Person-years", figure: .personYears(personYears),
        paragraph: .comparison),
      Line(
        key: "benchmarkPerCapita", label: "Benchmark, per capita",
        figure: .perCapita(year.benchmark / personYears), paragraph: .update),
      Line(
        key: "expenditurePerCapita", label: "Expenditure, per capita",
        figure: .perCapita(year.expenditure / personYears), paragraph: .comparison),
    ]
  }
}

extension Case {
  /// The name, and the editions it is worked out under, which are not the regulation.
  fileprivate var statementTitle: String {
    guard !editions.isEmpty else { return name }
    return "\(name) — NOT THE REGULATION: \(editions.joined(separator: ", "))"
  }
}

extension SettledYear.LowRevenueBasis {
  fileprivate var note: String {
    switch self {
    case .stated: "As stated."
    case .fromRevenue(let share, let threshold):
      "Participant revenue is \(StatementNumbers.percent(share)) of expenditure; low is below "
        + "\(StatementNumbers.percent(threshold))."
    case .assumedHigh:
      "Neither lowRevenue nor participantRevenue is given: taken as not low revenue."
    }
  }
}
