import Regulation

/// What a new low-revenue ACO is advanced over its first two years, 42 CFR 425.630(f).
public struct AdvanceInvestmentPayments: Hashable, Sendable {
  /// Beneficiaries who share a risk factors-based score.
  public struct Group: Hashable, Sendable {
    public var score: Int
    public var count: Int
    public init(score: Int, count: Int) {
      self.score = score
      self.count = count
    }
  }

  public var oneTime: Cents
  public var quarterly: Cents
  public var quarters: Int
  /// Beneficiaries counted in a quarterly payment.
  public var counted: Int

  public var total: Cents { Cents(oneTime.count + Int64(quarters) * quarterly.count) }

  /// The highest scores are counted first, up to the most beneficiaries the rule counts. `nil`
  /// under an edition that pays by need and not by score.
  public init?(to groups: [Group], under terms: AdvanceInvestmentTerms) {
    guard case .byScore(let bands) = terms.quarterlyAmounts else { return nil }
    var left = terms.mostBeneficiaries
    var payment = Dollars.zero
    for group in groups.sorted(by: { $0.score > $1.score }) {
      let heads = min(left, group.count)
      payment = payment + Rate(Double(heads)) * bands.amount(of: group.score)
      left -= heads
    }
    oneTime = Cents(rounding: terms.oneTimePayment)
    quarterly = Cents(rounding: payment)
    quarters = terms.quarterlyPayments
    counted = terms.mostBeneficiaries - left
  }
}

extension [AdvanceInvestmentTerms.ScoreBand] {
  /// Dollars a quarter; nothing for a score outside every band.
  fileprivate func amount(of score: Int) -> Dollars {
    first { ($0.lowest...$0.highest).contains(score) }?.amount ?? .zero
  }
}
