import Regulation

/// What came of one row.
public enum PublishedRow: Hashable, Sendable {
  case settled(PublishedSettlement)
  /// Nothing to settle: what is not printed, and the one comparison that needs no settlement.
  /// The year is `nil` where not even its facts are printed.
  case notSettled(
    PublishedYear?, Verdict.NotCheckable, PublishedSettlement.MinimumRateCheck?)
  case refused([PublicUseProblem])
}

extension Verdict.NotCheckable {
  /// Why, for a reader.
  public var sentence: String {
    switch self {
    case .notPrinted(let columns):
      "Not printed: \(columns.map(\.title).joined(separator: ", "))."
    case .noPayment: "No payment is printed."
    case .standingNotPrinted:
      "Nothing was paid, and whether quality allowed a payment is not printed."
    case .reliefNotPrinted: "The loss is smaller, and relief for circumstances is not printed."
    case .guardrailBenchmarkNotPrinted:
      "The guardrail leaves a smaller loss, of a benchmark that is not printed."
    case .monthsNotPrinted: "The agreement ended in the year; its months are not printed."
    }
  }
}

extension Verdict.Miss {
  public var sentence: String {
    switch self {
    case .minimumRateTest: "The minimum savings or loss rate, or whether it is met, differs."
    case .finalSharingRate: "The final sharing rate differs."
    case .finalLossRate: "The final loss rate differs."
    case .amount: "Tests and rates agree, the amount differs."
    }
  }
}
