import Regulation
import Scenarios

extension Scenario {
  /// Under which paths what is paid in advance is counted, each sentence after a space; empty where
  /// nothing is.
  var whoIsAdvanced: String {
    guard let rules = try? Rulebook.current().adopting(editions) else { return "" }
    return [advanceInvestment(under: rules), prepaid(under: rules)].compactMap(\.self).map {
      " \($0)"
    }
    .joined()
  }

  private func advanceInvestment(under rules: Rulebook) -> String? {
    let period = agreement.period
    guard agreement.advanceInvestmentPayments.contains(where: { $0 > .zero }),
      let terms = try? rules.advanceInvestmentTerms(in: period.performanceYear(1), of: period)
    else { return nil }
    let titles = terms.highestLevels.prefix(2).map { Track.basic($0).title }
    return "Advance investment payments are counted only under BASIC paths no higher than "
      + "\(titles[0]) in the first year and \(titles[1]) in the second, since no other is paid them "
      + "(\(Paragraph.advanceInvestmentEligibility))."
  }

  private func prepaid(under rules: Rulebook) -> String? {
    let period = agreement.period
    let paid = agreement.prepaidSharedSavings.indices.first {
      agreement.prepaidSharedSavings[$0] > .zero
    }
    guard let year = paid.map({ period.performanceYear($0 + 1) }),
      let terms = try? rules.prepaidSharedSavingsTerms(in: year, of: period)
    else { return nil }
    return "Prepaid shared savings are counted only in years at "
      + "\(Track.basic(terms.lowestLevel).title) or above (\(Paragraph.prepaidEligibility))."
  }
}
