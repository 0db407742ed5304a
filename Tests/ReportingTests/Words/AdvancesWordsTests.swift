import Regulation
import Scenarios
import Testing

@testable import Reporting

/// To whom what is paid in advance is counted: 42 CFR 425.630(b), 425.640(b), from the rule files.
@Suite struct AdvancesWordsTests {
  private func words(_ change: (inout AgreementFacts) -> Void) throws -> String {
    var board = Board(comparison: FixedComparison().comparison, stresses: [])
    change(&board.comparison.scenario.agreement)
    let formula = board.netFormula
    let whole = board.netMeaning
    try #require(whole.hasPrefix(formula))
    return String(whole.dropFirst(formula.count))
  }

  @Test func `where nothing is advanced nothing is said`() throws {
    #expect(try words { _ in } == "")
  }

  @Test func `what is advanced is said with the paths it is counted under`() throws {
    #expect(
      try words { $0.advanceInvestmentPayments[1] = Dollars(1) }
        == " Advance investment payments are counted only under BASIC paths no higher than Level A in "
        + "the first year and Level B in the second, since no other is paid them "
        + "(42 CFR 425.630(b)).")
    #expect(
      try words { $0.prepaidSharedSavings[4] = Dollars(1) }
        == " Prepaid shared savings are counted only in years at Level C or above "
        + "(42 CFR 425.640(b)).")
  }
}
