import Probability
import Regulation
import Scenarios

/// A scenario's sponsor, split and reopening, bound: what a trial needs to divide its money.
struct Division: Sendable {
  let savings, losses: Cut
  let shortfallFallsOnSponsor: Bool
  /// Of the participants' and the sponsor's part of losses.
  let participants, sponsor: CollectedShare
  /// Margin lost on an avoided dollar, five; `nil` without a sponsor.
  let lostMargin: [Double]?
  let reopening: Reopening?

  /// `nil` where the scenario says nothing of who gains.
  init?(_ scenario: Scenario) {
    guard scenario.sponsor != nil || scenario.sharing != nil || scenario.reopening != nil else {
      return nil
    }
    let sharing = scenario.sharing ?? .none
    savings = Cut(sharing.savings)
    losses = Cut(sharing.losses)
    shortfallFallsOnSponsor = sharing.shortfall == .sponsor
    participants = CollectedShare(sharing.participants)
    sponsor = CollectedShare(sharing.sponsor)
    lostMargin = scenario.sponsor.map { sponsor in (0..<5).map { sponsor.lostMargin($0) } }
    reopening = scenario.reopening
  }
}

/// One amount in three parts, whole cents that add up to it.
struct Parts: Hashable, Sendable {
  var aco, sponsor, participants: Cents
}

/// Two cuts through an amount.
///
/// The sponsor's part is rounded, half a cent away from zero; then sponsor and participants together
/// are, and the participants have what the sponsor has not; the ACO has the rest, the odd cent with
/// it. Every part is within a cent of its fraction, no part is of the other sign, and a fraction of
/// zero gets nothing.
struct Cut: Hashable, Sendable {
  let sponsor, sponsorAndParticipants: Double

  init(_ split: Sharing.Split) {
    sponsor = split.sponsor
    // Sums of fractions may miss one, or each other, by a rounding; a part of zero must not.
    sponsorAndParticipants =
      split.aco == 0
      ? 1 : split.participants == 0 ? split.sponsor : split.sponsor + split.participants
  }

  @inline(__always)
  func parts(of amount: Cents) -> Parts {
    let first = amount.part(sponsor)
    let both = amount.part(sponsorAndParticipants)
    return Parts(aco: amount - both, sponsor: first, participants: both - first)
  }
}

extension Cents {
  /// A fraction of it, rounded once.
  @inline(__always)
  func part(_ fraction: Double) -> Cents {
    Cents(rounding: Dollars(Double(count) / 100 * fraction))
  }
}

/// How a fraction that is really paid is drawn.
struct CollectedShare: Sendable {
  private let mean, concentration: Double
  private let isKnown: Bool

  init(_ collection: Sharing.Collection) {
    mean = collection.mean
    let variance = collection.standardDeviation * collection.standardDeviation
    isKnown = variance == 0
    // Of a beta distribution: variance = mean · (1 − mean)/(concentration + 1).
    concentration = isKnown ? 0 : mean * (1 - mean) / variance - 1
  }

  func drawn(_ stream: inout RandomStream) -> Double {
    isKnown ? mean : stream.beta(mean: mean, concentration: concentration)
  }
}
