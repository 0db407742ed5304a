import Reconciliation
import Regulation
import Reporting
import Testing

@Suite struct BesideStatementTests {
  let agreement = AgreementPeriod(firstDay: Day(year: 2026, month: 1, day: 1))
  let year = PerformanceYear(2026)

  @Test func `the repayment mechanism shows both shares and the lesser`() throws {
    let terms = try Rulebook.current().repaymentMechanismTerms(in: year, of: agreement)
    let statement = Statement(
      title: "Repayment mechanism",
      of: RepaymentMechanism(
        expenditure: Dollars(130_000_000), participantRevenue: Dollars(25_000_000), under: terms))
    #expect(
      statement.text == """
        Repayment mechanism
        ================================================================================
                                                              42 CFR
        Share of expenditures                    $650,000.00  425.204(f)(4)
        Share of revenue                         $250,000.00  425.204(f)(4)
        The lesser is that of                        revenue  425.204(f)(4)
        Repayment mechanism                      $250,000.00  425.204(f)(4)

        """)
  }

  @Test func `advance investment payments show the quarter and the whole`() throws {
    let terms = try #require(
      try Rulebook.current().advanceInvestmentTerms(in: year, of: agreement))
    let groups = [(100, 1_600), (90, 400), (60, 2_000), (50, 1_000), (20, 3_000)]
    let payments = try #require(
      AdvanceInvestmentPayments(
        to: groups.map { .init(score: $0.0, count: $0.1) }, under: terms))
    #expect(
      Statement(title: "Advance", of: payments).text == """
        Advance
        ================================================================================
                                                              42 CFR
        Beneficiaries counted                          8,000  425.630(f)
        Paid once                                $250,000.00  425.630(f)
        Each quarter                             $182,000.00  425.630(f)
        Quarters                                           8  425.630(f)
        In all                                 $1,706,000.00  425.630(f)

        """)
  }

  @Test func `prepaid shared savings show the multiplier, the quarter and the year`() throws {
    let terms = try #require(
      try Rulebook.current().prepaidSharedSavingsTerms(in: year, of: agreement))
    let prepaid = PrepaidSharedSavings(
      savingsPerCapita: [PerCapita(300), PerCapita(240)], proration: Rate(0.9),
      nationalPerCapita: PerCapita(13_000), personYears: PersonYears(20_000), under: terms)
    #expect(
      Statement(title: "Prepaid", of: prepaid).text == """
        Prepaid
        ================================================================================
                                                              42 CFR
        Prorated average savings                     $243.00  425.640(f)
        Part that may be prepaid                      $81.00  425.640(f)
        The most per person-year                     $650.00  425.640(f)
        Multiplier                                    $81.00  425.640(f)
        Person-years                                  20,000  425.640(f)
        The most each quarter                    $405,000.00  425.640(f)
        A year                                 $1,620,000.00  425.640(f)

        """)
  }
}
