/// Settlement statements as they must be printed.
enum SettlementTexts {
  static let lowRevenue = """
    Mountain valley network, performance year 2025
    ================================================================================
                                                          42 CFR
    Track                                        Level A  425.605(d)(1)(i)-(v)(A)
    Assigned beneficiaries                         8,000  425.605(b)(1)
    Updated benchmark                    $104,000,000.00  425.601(b), 425.652(b)
    Expenditure                          $102,440,000.00  425.605(a), 425.610(a)
    Low revenue                                      yes  425.605(h)
    Quality                                 standard met  425.512(a)
    Quality score                                 80.00%  425.512(a)
    Savings                                $1,560,000.00  425.605(a), 425.610(a)
        Updated benchmark less expenditure.
    Share of the benchmark                         1.50%  425.605(a), 425.610(a)
    Minimum savings rate                           3.20%  425.605(b)(1)
    Taken from                                     table  425.605(b)(1)
    Outcome                               savings shared  425.605(d)(1)(i)-(v)(A)
    Low-revenue rule applied                         yes  425.605(h)
        Savings are below the minimum savings rate: the rate is the reduced one.
    Final sharing rate                            20.00%  425.605(d)(1)(i)-(v)(A)
    Shared, before limit                     $312,000.00  425.605(d)(1)(i)-(v)(A)
    Sequestration                              $6,240.00  425.605(e), 425.610(h);
                                                          sequestration order
    After sequestration                      $305,760.00  425.605(e), 425.610(h);
                                                          sequestration order
    Performance payment limit             $10,400,000.00  425.605(d)(1)(i)-(v)(B)
    Shared savings                           $305,760.00  425.605(d)(1)(i)-(v)(B)
    Earned before recoupment                 $305,760.00  425.605(e), 425.610(h)
    Advances recouped                        $305,760.00  425.630(g)
    Advances still to recoup               $1,094,240.00  425.630(g)
    Prepaid savings recouped                       $0.00  425.640(g)
    Prepaid savings still to recoup                $0.00  425.640(g)
    Paid to the ACO                                $0.00  425.605(e), 425.610(h)

    """

  static let guardrail = """
    Mountain valley network, performance year 2025
    ================================================================================
                                                          42 CFR
    Track                                       ENHANCED  425.610(d)
    Assigned beneficiaries                        30,000  425.605(b)(1)
    Updated benchmark                    $400,000,000.00  425.601(b), 425.652(b)
    Expenditure                          $412,000,000.00  425.605(a), 425.610(a)
    Participant revenue                   $90,000,000.00  425.610(g)
    Low revenue                                      yes  425.605(h)
    Quality                              alternative met  425.512(a)(4)(ii),
                                                          425.512(a)(5)(ii)
    Quality score                                 70.00%  425.512(a)
    Losses                               -$12,000,000.00  425.605(a), 425.610(a)
        Updated benchmark less expenditure.
    Share of the benchmark                        -3.00%  425.605(a), 425.610(a)
    Minimum savings rate                           1.00%  425.605(b)(2)(i),
                                                          425.610(b)(1)
    Minimum loss rate                             -1.00%  425.605(b)(2)(i),
                                                          425.610(b)(1)
    Taken from                                  election  425.605(b)(2)(i),
                                                          425.610(b)(1)
    Guardrail benchmark                  $406,000,000.00  425.652(b)(5)
        Losses are measured again from the benchmark updated without the prospective
        trend.
    Savings or losses from it             -$6,000,000.00  425.652(b)(5)
    Share of that benchmark                   -1.477833%  425.652(b)(5)
    Outcome                                losses shared  425.610(f)
    Shared loss rate                              47.50%  425.610(f)
    Shared, before limit                   $2,850,000.00  425.610(f)
    Limit, share of benchmark             $60,900,000.00  425.610(g)
    Loss recoupment limit                 $60,900,000.00  425.610(g)
    Taken from                                 benchmark  425.610(g)
    Shared, after limit                    $2,850,000.00  425.610(g)
    Part of the year                             100.00%  425.221(b)
    Shared, for that part                  $2,850,000.00  425.221(b)
    Extreme circumstances                    $285,000.00  425.605(f)(2),
                                                          425.610(i)(2)
    Shared losses owed                     $2,565,000.00  425.605(e)(3),
                                                          425.610(h)(3)
    Earned before recoupment              -$2,565,000.00  425.605(e)(3),
                                                          425.610(h)(3)
    Advances recouped                              $0.00  425.630(g)
    Advances still to recoup                       $0.00  425.630(g)
    Prepaid savings recouped                       $0.00  425.640(g)
    Prepaid savings still to recoup                $0.00  425.640(g)
    Owed to CMS                           -$2,565,000.00  425.605(e)(3),
                                                          425.610(h)(3)

    """
}
