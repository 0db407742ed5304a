import Regulation

/// What is paid in advance is paid to few, and no more than the rule gives.
extension Reader {
  mutating func checkAdvances() throws {
    let facts = [
      "rules.editions", "agreement.start", "agreement.number", "agreement.experienced",
      "agreement.participantRevenue",
    ]
    guard isSound(facts + EnrollmentType.allCases.map(stratumPath)) else { return }
    let rules = try rulebook.adopting(scenario.editions)
    try checkAdvanceInvestment(under: rules)
    try checkPrepaid(under: rules)
  }

  /// 42 CFR 425.630(b), (f).
  private mutating func checkAdvanceInvestment(under rules: Rulebook) throws {
    let (key, facts) = ("advanceInvestmentPayments", scenario.agreement)
    let amounts = facts.advanceInvestmentAmounts
    guard isSound("agreement.\(key)"), amounts.contains(where: { $0 > 0 }) else { return }
    let eligibility = Paragraph.advanceInvestmentEligibility
    guard
      let terms = try rules.advanceInvestmentTerms(
        in: facts.period.performanceYear(1), of: facts.period)
    else {
      return refuseAdvances(
        key, amounts, "agreement starts before there were any", eligibility)
    }
    if facts.number > 1 {
      return refuseAdvances(key, amounts, "agreement is not the ACO's first", eligibility)
    }
    if facts.experienced {
      return refuseAdvances(key, amounts, "ACO is experienced", eligibility)
    }
    if try !scenario.applicant(under: rules).lowRevenue {
      return refuseAdvances(key, amounts, "ACO's participants have high revenue", eligibility)
    }
    for (place, amount) in amounts.enumerated() {
      let most = terms.most(inYear: place + 1).amount
      guard amount > most else { continue }
      refuseAdvance(
        key, place, amount,
        "at most \(Bounds.text(most)) (\(Paragraph.advanceInvestmentAmounts))",
        most > 0
          ? "Write what the rule pays for the assigned."
          : "Payments end with performance year \(terms.yearsPaid): write 0.")
    }
  }

  /// 42 CFR 425.640(b).
  private mutating func checkPrepaid(under rules: Rulebook) throws {
    let (key, facts) = ("prepaidSharedSavings", scenario.agreement)
    let amounts = facts.prepaidAmounts
    guard isSound("agreement.\(key)"), amounts.contains(where: { $0 > 0 }) else { return }
    if facts.number == 1 {
      return refuseAdvances(
        key, amounts, "agreement is the ACO's first, and it does not renew", .prepaidEligibility)
    }
    for (place, amount) in amounts.enumerated() where amount > 0 {
      let year = facts.period.performanceYear(place + 1)
      guard try rules.prepaidSharedSavingsTerms(in: year, of: facts.period) == nil else { continue }
      refuseAdvance(
        key, place, amount,
        "0 in \(year) for an agreement that starts on \(facts.period.firstDay) "
          + "(\(Paragraph.prepaidEligibility))",
        "Write 0.")
    }
  }

  /// None is paid at all.
  private mutating func refuseAdvances(
    _ key: String, _ amounts: [Double], _ why: String, _ cite: Paragraph
  ) {
    let path = "agreement.\(key)"
    note(
      path, spot(path), "adds up to \(Bounds.text(amounts.reduce(0, +))).",
      "Allowed: 0 in every year, because the \(why) (\(cite)). Leave the key out.")
  }

  private mutating func refuseAdvance(
    _ key: String, _ place: Int, _ amount: Double, _ allowed: String, _ remedy: String
  ) {
    let path = "agreement.\(key)"
    note(
      path, spot(path), "is \(Bounds.text(amount)) in performance year \(place + 1).",
      "Allowed: \(allowed). \(remedy)")
  }
}
