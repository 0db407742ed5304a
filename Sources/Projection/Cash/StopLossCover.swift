import Regulation
import Scenarios

/// Cover against shared losses, in whole cents.
struct StopLossCover: Hashable, Sendable {
  let basis: Cash.StopLoss.Basis
  let attachment, limit: Cents
  let covered: Rate
  /// Quoted for each two-sided year; `nil` where it follows from the expected recovery.
  let premium: Cents?
  let loading: Double?

  init(_ stated: Cash.StopLoss) {
    basis = stated.basis
    attachment = Cents(rounding: stated.attachment)
    limit = Cents(rounding: stated.limit)
    covered = Rate(stated.coinsurance).complement
    premium = stated.premium.map { Cents(rounding: $0) }
    loading = stated.loading
  }

  /// What is recovered of these shared losses: the part covered of what lies above the attachment,
  /// up to the limit.
  func recovery(of losses: Cents) -> Cents {
    let layer = min(max(losses - attachment, .zero), limit)
    guard layer > .zero else { return .zero }
    return Cents(rounding: covered * layer.dollars)
  }

  /// The premium must be found before net can be: from the expected recovery of each year.
  var isPricedByTrials: Bool { premium == nil }
}
