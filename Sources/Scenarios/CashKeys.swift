import Regulation

/// The keys of the cash calendar.
enum CashKeys {
  private static let amount = Bounds(0...1e12, .dollars)
  private static let rate = Bounds(0...0.5, .growth)

  static let all: [Key] = [
    Key(
      "openingReserve", .number(amount, \.cashOpeningReserve),
      "Cash at hand on the first day of the agreement, in dollars; appetite.reserve where left out.",
      .optional),
    Key(
      "results", .assumption(results), "When the results of a performance year arrive.", .optional,
      cite: Paragraph.payingSavings.rawValue),
    Key(
      "mechanism", .assumption(mechanism), "How the repayment mechanism is arranged.", .optional,
      cite: Paragraph.repaymentMechanism.rawValue),
    Key(
      "professionalRevenue", .assumption(professionalRevenue),
      "Covered professional services, for what Advanced APM status adds at Level E and in ENHANCED.",
      .optional, cite: Paragraph.advancedModel.rawValue),
    Key("stopLoss", .assumption(stopLoss), "Cover against shared losses.", .optional),
  ]

  private static let results: [Key] = [
    Key(
      "month", .whole(9...10, \.cashResultsMonth),
      "Month of the next year at whose end results are notified; 9 where left out.", .optional),
    Key(
      "paymentDelayDays", .whole(0...180, \.cashPaymentDelay),
      "Days from notice until CMS pays; 0 where left out. Bills are due by the regulation.",
      .optional),
  ]

  private static let mechanism: [Key] = [
    Key(
      "form", .word(Cash.Mechanism.Form.allCases.map(\.rawValue), \.cashMechanismForm),
      "escrow sets the amount itself aside; the other two cost a fee only.", .required),
    Key(
      "carryingCost", .number(rate, \.cashCarryingCost),
      "Fee a year as a fraction of the amount, paid in advance; of an escrow, beyond the interest "
        + "it earns.", .required),
  ]

  private static let professionalRevenue: [Key] = [
    Key(
      "amount", .number(amount, \.cashProfessional.amount.amount),
      "Medicare payments for professional services in the first performance year, in dollars.",
      .required),
    Key(
      "growth", .number(Bounds(-0.5...0.5, .growth), \.cashProfessional.growth),
      "Its growth a year, as a fraction.", .required),
    Key(
      "qpRate", .number(Bounds(0...1, .fraction), \.cashProfessional.qpRate),
      "The part of it that belongs to qualifying participants in an Advanced APM year, as a "
        + "fraction.", .required),
    Key(
      "mipsAdjustment",
      .number(Bounds(-0.09...0.09, .fraction), \.cashProfessional.mipsAdjustment),
      "The MIPS adjustment they would have otherwise, as a fraction; 0 where left out.", .optional,
      cite: "42 CFR 414.1405"),
  ]

  private static let stopLoss: [Key] = [
    Key(
      "basis", .word(Cash.StopLoss.Basis.allCases.map(\.rawValue), \.cashStopLossBasis),
      "Whether shared losses are covered year by year or all five together.", .required),
    Key(
      "attachment", .number(amount, \.cashStopLoss.attachment.amount),
      "Shared losses below it stay with the ACO, in dollars.", .required),
    Key(
      "limit", .number(amount.above(), \.cashStopLoss.limit.amount),
      "The most of shared losses above the attachment that is covered, in dollars.", .required),
    Key(
      "coinsurance", .number(Bounds(0...1, .fraction).below(), \.cashStopLoss.coinsurance),
      "The part of what is covered that stays with the ACO, as a fraction; 0 where left out.",
      .optional),
    Key(
      "premium", .number(amount, \.cashStopLossPremium),
      "Quoted, for each two-sided year, in dollars.", .optional),
    Key(
      "loading", .number(Bounds(0...10, .multiple), \.cashStopLossLoading),
      "Of the expected recovery, as a fraction of it: the premium where none is quoted.", .optional),
  ]
}

/// Where the reader puts the parts of the cash calendar.
extension Scenario {
  private var statedCash: Cash {
    get { cash ?? Cash() }
    set { cash = newValue }
  }

  fileprivate var cashOpeningReserve: Double {
    get { cash?.openingReserve?.amount ?? 0 }
    set { statedCash.openingReserve = Dollars(newValue) }
  }

  private var cashResults: Cash.Results {
    get { cash?.results ?? Cash.Results() }
    set { statedCash.results = newValue }
  }

  fileprivate var cashResultsMonth: Int {
    get { cashResults.month ?? 0 }
    set { cashResults.month = newValue }
  }

  fileprivate var cashPaymentDelay: Int {
    get { cashResults.paymentDelayDays ?? 0 }
    set { cashResults.paymentDelayDays = newValue }
  }

  private var cashMechanism: Cash.Mechanism {
    get { cash?.mechanism ?? Cash.Mechanism(form: .escrow, carryingCost: 0) }
    set { statedCash.mechanism = newValue }
  }

  fileprivate var cashMechanismForm: String {
    get { cashMechanism.form.rawValue }
    set { cashMechanism.form = Cash.Mechanism.Form(rawValue: newValue) ?? cashMechanism.form }
  }

  fileprivate var cashCarryingCost: Double {
    get { cashMechanism.carryingCost }
    set { cashMechanism.carryingCost = newValue }
  }

  fileprivate var cashProfessional: Cash.ProfessionalRevenue {
    get {
      cash?.professionalRevenue ?? Cash.ProfessionalRevenue(amount: .zero, growth: 0, qpRate: 0)
    }
    set { statedCash.professionalRevenue = newValue }
  }

  fileprivate var cashStopLoss: Cash.StopLoss {
    get {
      cash?.stopLoss ?? Cash.StopLoss(basis: .yearly, attachment: .zero, limit: .zero)
    }
    set { statedCash.stopLoss = newValue }
  }

  fileprivate var cashStopLossBasis: String {
    get { cashStopLoss.basis.rawValue }
    set { cashStopLoss.basis = Cash.StopLoss.Basis(rawValue: newValue) ?? cashStopLoss.basis }
  }

  fileprivate var cashStopLossPremium: Double {
    get { cashStopLoss.premium?.amount ?? 0 }
    set { cashStopLoss.premium = Dollars(newValue) }
  }

  fileprivate var cashStopLossLoading: Double {
    get { cashStopLoss.loading ?? 0 }
    set { cashStopLoss.loading = newValue }
  }
}
