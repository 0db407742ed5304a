import Reconciliation
import Regulation

extension Statement {
  /// What is set aside before a two-sided year.
  public init(title: String, of mechanism: RepaymentMechanism) {
    let basis = mechanism.basis.rawValue
    self.init(
      title: title,
      lines: [
        Line(
          key: "shareOfExpenditures", label: "Share of expenditures",
          figure: .money(mechanism.ofExpenditures), paragraph: .repaymentMechanism),
        Line(
          key: "shareOfRevenue", label: "Share of revenue",
          figure: .money(mechanism.ofRevenue), paragraph: .repaymentMechanism),
        Line(
          key: "basis", label: "The lesser is that of", figure: .word(basis, title: basis),
          paragraph: .repaymentMechanism),
        Line(
          key: "amount", label: "Repayment mechanism", figure: .money(mechanism.amount.dollars),
          paragraph: .repaymentMechanism),
      ],
      keys: ["shareOfExpenditures", "shareOfRevenue", "basis", "amount"])
  }

  /// What a new low-revenue ACO is advanced.
  public init(title: String, of payments: AdvanceInvestmentPayments) {
    self.init(
      title: title,
      lines: [
        Line(
          key: "beneficiariesCounted", label: "Beneficiaries counted",
          figure: .count(payments.counted), paragraph: .advanceInvestmentAmounts),
        Line(
          key: "oneTime", label: "Paid once", figure: .money(payments.oneTime.dollars),
          paragraph: .advanceInvestmentAmounts),
        Line(
          key: "quarterly", label: "Each quarter", figure: .money(payments.quarterly.dollars),
          paragraph: .advanceInvestmentAmounts),
        Line(
          key: "quarters", label: "Quarters", figure: .count(payments.quarters),
          paragraph: .advanceInvestmentAmounts),
        Line(
          key: "total", label: "In all", figure: .money(payments.total.dollars),
          paragraph: .advanceInvestmentAmounts),
      ],
      keys: ["beneficiariesCounted", "oneTime", "quarterly", "quarters", "total"])
  }

  /// The most a renewing ACO may be prepaid.
  public init(title: String, of prepaid: PrepaidSharedSavings) {
    self.init(
      title: title,
      lines: [
        Line(
          key: "proratedAverage", label: "Prorated average savings",
          figure: .perCapita(prepaid.proratedAverage), paragraph: .prepaidAmounts),
        Line(
          key: "beforeCap", label: "Part that may be prepaid",
          figure: .perCapita(prepaid.beforeCap), paragraph: .prepaidAmounts),
        Line(
          key: "cap", label: "The most per person-year", figure: .perCapita(prepaid.cap),
          paragraph: .prepaidAmounts),
        Line(
          key: "multiplier", label: "Multiplier", figure: .perCapita(prepaid.multiplier),
          paragraph: .prepaidAmounts),
        Line(
          key: "personYears", label: "Person-years", figure: .personYears(prepaid.personYears),
          paragraph: .prepaidAmounts),
        Line(
          key: "quarterlyMaximum", label: "The most each quarter",
          figure: .money(prepaid.quarterlyMaximum.dollars), paragraph: .prepaidAmounts),
        Line(
          key: "annual", label: "A year", figure: .money(prepaid.annual.dollars),
          paragraph: .prepaidAmounts),
      ],
      keys: [
        "proratedAverage", "beforeCap", "cap", "multiplier", "personYears", "quarterlyMaximum",
        "annual",
      ])
  }
}
