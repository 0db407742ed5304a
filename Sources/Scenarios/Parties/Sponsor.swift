/// The health system behind an ACO, and what care avoided costs it.
///
/// On each dollar the ACO keeps its assigned from spending, the system loses
/// `ownFacilityShare` · `contributionMargin` · (1 − `backfill`) dollars of contribution margin.
public struct Sponsor: Hashable, Sendable {
  /// Of each avoided dollar, the part that the system's own facilities and clinicians would have
  /// billed; five fractions, first performance year first.
  public var ownFacilityShare: [Double]
  /// Of a dollar of that revenue, what is left after the costs that go with the service; five
  /// fractions, negative where the service loses money.
  public var contributionMargin: [Double]
  /// The part of the lost margin that other patients, treated in the room set free, bring back;
  /// five fractions.
  public var backfill: [Double]

  public init(
    ownFacilityShare: [Double], contributionMargin: [Double],
    backfill: [Double] = Array(repeating: 0, count: 5)
  ) {
    self.ownFacilityShare = ownFacilityShare
    self.contributionMargin = contributionMargin
    self.backfill = backfill
  }

  /// Margin lost on an avoided dollar, a fraction.
  ///
  /// - Parameter year: 0 for the first performance year.
  public func lostMargin(_ year: Int) -> Double {
    ownFacilityShare[year] * contributionMargin[year] * (1 - backfill[year])
  }
}

/// Who gets what of each year's settlement.
public struct Sharing: Hashable, Sendable {
  /// Fractions that add up to one.
  public struct Split: Hashable, Sendable {
    public var aco, sponsor, participants: Double
    public init(aco: Double, sponsor: Double, participants: Double) {
      self.aco = aco
      self.sponsor = sponsor
      self.participants = participants
    }
    public static let toACO = Split(aco: 1, sponsor: 0, participants: 0)
  }

  /// What of a part of losses is really paid, drawn once for all five years: beta with this mean
  /// and spread.
  public struct Collection: Hashable, Sendable {
    public var mean, standardDeviation: Double
    public init(mean: Double, standardDeviation: Double = 0) {
      self.mean = mean
      self.standardDeviation = standardDeviation
    }
    public static let whole = Collection(mean: 1)
  }

  /// Who pays what participants fail to.
  public enum Bearer: String, CaseIterable, Hashable, Sendable { case sponsor, aco }

  public var savings, losses: Split
  /// Of participants' and of the sponsor's part of losses. What the sponsor fails to pay always
  /// falls on the ACO, which owes CMS the whole.
  public var participants, sponsor: Collection
  public var shortfall: Bearer

  public init(
    savings: Split, losses: Split, participants: Collection = .whole, sponsor: Collection = .whole,
    shortfall: Bearer = .aco
  ) {
    self.savings = savings
    self.losses = losses
    self.participants = participants
    self.sponsor = sponsor
    self.shortfall = shortfall
  }

  /// Where nothing is stated: the ACO keeps and owes all of it.
  public static let none = Sharing(savings: .toACO, losses: .toACO)
}

/// The chance that CMS opens a settled year again, and how far it then moves.
public struct Reopening: Hashable, Sendable {
  /// What the size of a revision is a fraction of.
  public enum Base: String, CaseIterable, Hashable, Sendable { case settlement, benchmark }

  /// Of each settled year by itself.
  public var probability: Double
  /// Of the revised settlement about the first one, a fraction of `base`; as likely up as down.
  public var standardDeviation: Double
  public var base: Base

  public init(probability: Double, standardDeviation: Double, base: Base) {
    self.probability = probability
    self.standardDeviation = standardDeviation
    self.base = base
  }
}
