import Regulation

/// Who gains: each option's five-year net, divided among the ACO, the system that sponsors it and
/// the other participants.
///
/// Money is as in `TrackOutlook.net`: whole cents a trial, discounted where the scenario asks. Not to
/// take part is zero for everybody: no program, no program cost, no care avoided by the plan and so
/// no margin lost.
public struct PartyOutlook: Hashable, Sendable {
  /// What the ACO keeps its assigned from spending in five years, undiscounted; the same under every
  /// option. Only what it causes: see `HistorySampler.avoidedShare`.
  public var avoided: Estimate
  /// The sponsor's contribution margin on it; `nil` where no sponsor is stated.
  public var lostMargin: Distribution?
  /// In the order of the comparison.
  public var options: [PartyOption]
  /// Option i minus option j, for the ACO, the sponsor and both together.
  public var acoDifferences, sponsorDifferences, systemDifferences: [[PairedDifference]]

  public init(
    avoided: Estimate, lostMargin: Distribution?, options: [PartyOption],
    acoDifferences: [[PairedDifference]], sponsorDifferences: [[PairedDifference]],
    systemDifferences: [[PairedDifference]]
  ) {
    self.avoided = avoided
    self.lostMargin = lostMargin
    self.options = options
    self.acoDifferences = acoDifferences
    self.sponsorDifferences = sponsorDifferences
    self.systemDifferences = systemDifferences
  }
}

/// One option's five-year net by party.
public struct PartyOption: Hashable, Sendable {
  /// Its part of savings and losses, advances, less program costs and less what others fail to pay.
  public var aco: Distribution
  /// Its part of savings and losses less the margin lost.
  public var sponsor: Distribution
  public var participants: Distribution
  /// ACO and sponsor together: the sponsoring system's.
  public var system: Distribution
  /// `nil` where no reopening is stated.
  public var contingentLiability: ContingentLiability?
  /// What to book at each year's end; five.
  public var accruals: [YearAccrual]

  public init(
    aco: Distribution, sponsor: Distribution, participants: Distribution, system: Distribution,
    contingentLiability: ContingentLiability?, accruals: [YearAccrual]
  ) {
    self.aco = aco
    self.sponsor = sponsor
    self.participants = participants
    self.system = system
    self.contingentLiability = contingentLiability
    self.accruals = accruals
  }
}

/// What CMS may take back of five settled years by opening them again, undiscounted dollars. A loss
/// contingency counts what may be owed and not what may be won (FASB ASC 450-20, 450-30).
public struct ContingentLiability: Hashable, Sendable {
  public var expected: Estimate
  public var at95: QuantileEstimate
  /// Chance that anything is taken back.
  public var chance: Chance
  public init(expected: Estimate, at95: QuantileEstimate, chance: Chance) {
    self.expected = expected
    self.at95 = at95
    self.chance = chance
  }
}
