import Projection

extension Board {
  /// Page 16: what the comparison leaves out.
  var limits: DeckPage {
    DeckPage(
      number: 16, topic: "Limitations", headline: limitsHeadline,
      exhibits: [.remarks(title: "What this comparison simplifies or leaves out", limitations)],
      howToRead:
        "Monte Carlo error is the error of the simulation alone; the error of the assumptions is "
        + "larger, and the stress tests are the measure of it.")
  }

  private var limitsHeadline: Finding {
    let errors = subjects.map { outlooks[$0].net.mean.standardError }
    guard let largest = errors.max(), largest > 0 else {
      return Finding("The simulation's own error is nil here; the assumptions carry all of it.")
    }
    let estimate = Estimate(value: largest, standardError: largest)
    return Finding(
      "Through simulation alone a mean of five-year net is off by no more than about "
        + "\(Estimate(value: 2 * largest, standardError: 0).twoDigits) in 95 runs of 100; what the "
        + "assumptions miss is not in that number.", number: estimate)
  }

  var limitations: [Finding] {
    let scenario = comparison.scenario
    let market =
      scenario.agreement.marketShare[.agedNonDual].fraction > 0
      ? "The ACO's own spending moves its region's growth in proportion to its market share, so "
        + "part of its savings returns as a lower benchmark."
      : "The market share is zero, so the ACO's own spending does not move its region's growth."
    let parameters =
      scenario.assumptions.parameterUncertainty
      ? "Where an assumption states a standard error, its true value is drawn anew in each trial; "
        + "the other assumptions are taken as known"
        + (scenario.detail == .beneficiaries
          ? ", and so are the correlation of claims and the spread of one person's risk score."
          : ".")
      : "All assumptions are taken as known: no value is drawn within its standard error."
    let stressed =
      stresses.isEmpty
      ? ["No stress test was run with this comparison."] : []
    let monitoring =
      comparison.paths == nil
      ? ", nor is monitoring under 42 CFR 425.316, by which CMS ends an agreement after repeated "
        + "quality failures and may end one after repeated losses."
      : ": how often the record would let CMS end the agreement under 42 CFR 425.316 is shown "
        + "beside the payments, which go on all the same."
    let leaving =
      comparison.leaving == nil
      ? "Early termination is not simulated"
      : "Leaving early is simulated where an option has an exit rule, and its value is shown apart; "
        + "re-entry after it is not; termination by CMS is not simulated"
    return
      ([
        scenario.history == nil
          ? "The historical benchmark is stated in the scenario, not built from its benchmark years; "
            + "for an early renewal and the next agreement those years are taken to look like the "
            + "year measured, and a region or nation whose level is not stated to spend as the ACO does."
          : "The historical benchmark is built in every trial from the benchmark years the scenario "
            + "gives, their luck drawn; shares of low income stay as stated.",
        "Five performance years are priced; what they make of the next agreement's benchmark is "
          + "shown, not counted. \(leaving)\(monitoring)",
        "Whether the ACO is low revenue is tested each year on truncated spending; CMS uses total "
          + "Parts A and B spending.",
        "The region's assignable beneficiaries stay as many, and those who are not the ACO's keep "
          + "the nation's mean risk score. Practices that join or leave the list are taken to cost what "
          + "the others do.",
        market, parameters,
        "Care is assumed to be the same under every option: no level is given a better savings "
          + "rate of its own, which is why options can be compared trial by trial.",
        netLimit,
        (all.contains(where: isWhatIf)
          ? "What-ifs are settled as if they could be signed; they show a price, not a choice. "
          : "")
          + "The 5th percentile and the mean of the worst 5% are those of the model: a future unlike any "
          + "in the data behind it can be worse.",
      ] + measures + stressed).map { Finding($0) }
  }

  /// What net counts and what it leaves out.
  private var netLimit: String {
    let cash = comparison.scenario.cash
    let added = cash?.addsToNet ?? []
    let counts =
      added.isEmpty
      ? "Net counts payments, advances and the program costs the scenario states."
      : "Net counts payments, advances, the program costs the scenario states, and "
        + "\(Names.list(added))."
    let missing =
      [
        comparison.scenario.sponsor == nil
          ? "Fee-for-service revenue lost by avoiding services"
          : "Margin lost by avoiding services, which page 13 counts for the sponsor,"
      ]
      + (cash?.professionalRevenue == nil ? ["Advanced APM payments"] : [])
      + (cash?.mechanism == nil ? ["the cost of a repayment mechanism"] : [])
    return "\(counts) \(Names.list(missing)) \(missing.count == 1 ? "is" : "are") left out."
  }

  /// What is simplified of quality measures, where the score is made of them.
  private var measures: [String] {
    let measures = comparison.scenario.assumptions.quality.measures.map(\.benchmark)
    guard !measures.isEmpty else { return [] }
    let outcome =
      measures.contains(where: \.isOutcome)
      ? "" : " None of them is an outcome measure, so the alternative standard can never be met."
    let names = Names.list(measures.map { Names.clamped($0.name, to: 60) }, most: 8)
    let number = measures.count == 1 ? "1 measure" : "\(measures.count) measures"
    return [
      "The quality score is made of \(number) (\(names)), whose decile cut points stay as stated in "
        + "every year. Each rate is drawn as a share of those counted, also where it is a risk-adjusted "
        + "rate or a mean of survey answers. Scoring caps, improvement points and the floor for "
        + "measures without a benchmark are left out.\(outcome)"
    ]
  }
}

extension Estimate {
  fileprivate var twoDigits: String {
    let precision = Precision.twoDigits(of: value)
    return Money.words(precision.rounded(value), precision)
  }
}
