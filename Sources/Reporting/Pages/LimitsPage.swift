import Projection

extension Board {
  /// Page 16: what the comparison leaves out.
  var limits: DeckPage {
    DeckPage(
      number: 16, topic: "Limitations", headline: limitsHeadline,
      exhibits: [.remarks(title: "What this comparison does not price", limitations)],
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
      "No mean of five-year net is off by more than about "
        + "\(Estimate(value: 2 * largest, standardError: 0).twoDigits) through simulation alone; "
        + "what the assumptions miss is not in that number.", number: estimate)
  }

  private var limitations: [Finding] {
    let stressed =
      stresses.isEmpty
      ? ["No stress test was run with this comparison."] : []
    return
      ([
        "One agreement of five performance years is priced. The re-based benchmark of the next "
          + "agreement, and the chance that CMS or the ACO ends this one early, are not.",
        "The historical benchmark is an input of the scenario, moved by its update and risk ratio; "
          + "it is not rebuilt from claims.",
        "Care is assumed to be the same under every option: no level is given a better savings "
          + "rate of its own, which is why options can be compared trial by trial.",
        "Net counts payments, advances and the program costs the scenario states. Fee-for-service "
          + "revenue lost by avoiding services, Advanced APM payments and the cost of a repayment "
          + "mechanism are left out.",
        "What-ifs are settled as if they could be signed; they show a price, not a choice.",
        "The 5th percentile and the mean of the worst 5% are those of the model. A future unlike "
          + "any in the data behind it can be worse.",
      ] + stressed).map { Finding($0) }
  }
}

extension Estimate {
  fileprivate var twoDigits: String {
    let precision = Precision.twoDigits(of: value)
    return Money.words(precision.rounded(value), precision)
  }
}
