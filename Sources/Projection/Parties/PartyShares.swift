import Regulation

/// How one trial's settlements are divided: the cuts, and what of others' losses is collected.
struct PartyShares: Sendable {
  private let savings, losses: Cut
  private let shortfallFallsOnSponsor: Bool
  /// Fractions of the participants' and of the sponsor's part of losses that are really paid.
  let participantsCollected, sponsorCollected: Double

  init(_ division: Division, participantsCollected: Double, sponsorCollected: Double) {
    savings = division.savings
    losses = division.losses
    shortfallFallsOnSponsor = division.shortfallFallsOnSponsor
    self.participantsCollected = participantsCollected
    self.sponsorCollected = sponsorCollected
  }

  /// - Parameter settled: What CMS pays for the year after recoupment, or is owed where negative;
  ///   prepaid savings due at the end of an agreement left out, for the ACO has had them.
  @inline(__always)
  func parts(of settled: Cents) -> Parts {
    settled < .zero ? collected(losses.parts(of: settled)) : savings.parts(of: settled)
  }

  /// What participants fail to pay falls on the sponsor or the ACO; what the sponsor fails to pay of
  /// all that is then its own, on the ACO.
  @inline(__always)
  private func collected(_ owed: Parts) -> Parts {
    var parts = owed
    parts.participants = owed.participants.part(participantsCollected)
    let missing = owed.participants - parts.participants
    if shortfallFallsOnSponsor { parts.sponsor += missing } else { parts.aco += missing }
    let due = parts.sponsor
    parts.sponsor = due.part(sponsorCollected)
    parts.aco += due - parts.sponsor
    return parts
  }
}

/// What the sponsor and the participants have been left with so far, in unrounded discounted cents;
/// the ACO has the rest of its net.
struct PartyAccount: Sendable {
  private(set) var sponsor = 0.0
  private(set) var participants = 0.0

  /// - Parameter discount: The factor on the settlement of the year.
  @inline(__always)
  mutating func add(_ parts: Parts, discount: Double) {
    sponsor += discount * Double(parts.sponsor.count)
    participants += discount * Double(parts.participants.count)
  }
}
