/// The keys of who gains: the sponsor, the split, and the reopening of settled years.
enum PartyKeys {
  static let sponsor = Key(
    "sponsor", .assumption(margin),
    "The health system behind the ACO, and the margin it loses on care avoided.", .optional)
  static let sharing = Key(
    "sharing", .assumption(splits),
    "Who gets what of savings and losses; left out, the ACO keeps and owes all.", .optional)
  static let reopening = Key(
    "reopening", .assumption(revisions),
    "How often CMS opens a settled year again, and how far it then moves.", .optional)

  private static let fraction = Bounds(0...1, .fraction)
  private static let signed = Bounds(-1...1, .fraction)
  /// Of a fraction between 0 and 1, whatever its mean.
  private static let spread = Bounds(0...0.5, .spread)
  private static let revision = Bounds(0...1, .spread)

  private static let margin = [
    Key(
      "ownFacilityShare", .byYear(fraction, \.statedSponsor.ownFacilityShare),
      "Part of each avoided dollar that the system would have billed itself, a fraction; one number "
        + "or five.", .required),
    Key(
      "contributionMargin", .byYear(signed, \.statedSponsor.contributionMargin),
      "Revenue less the costs that go with the service, a fraction of that revenue; one number or "
        + "five.", .required),
    Key(
      "backfill", .byYear(fraction, \.statedSponsor.backfill),
      "Part of the lost margin brought back by other patients, a fraction; 0 where left out.",
      .optional),
  ]

  private static let splits = [
    Key(
      "savings",
      .mapping(
        split(
          aco: \.statedSharing.savings.aco, sponsor: \.statedSharing.savings.sponsor,
          participants: \.statedSharing.savings.participants)),
      "Parts of what CMS pays, fractions that add up to 1.", .required),
    Key(
      "losses",
      .mapping(
        split(
          aco: \.statedSharing.losses.aco, sponsor: \.statedSharing.losses.sponsor,
          participants: \.statedSharing.losses.participants)),
      "Parts of what CMS is owed, fractions that add up to 1.", .required),
    Key(
      "collectability", .mapping(collectability),
      "What of the others' parts of losses is really paid; all of it where left out.", .optional),
  ]

  private static func split(
    aco: any Form.Target<Double>, sponsor: any Form.Target<Double>,
    participants: any Form.Target<Double>
  ) -> [Key] {
    [
      Key("aco", .number(fraction, aco), "The ACO's own part, a fraction.", .required),
      Key("sponsor", .number(fraction, sponsor), "The sponsor's part, a fraction.", .required),
      Key(
        "participants", .number(fraction, participants),
        "The other participants' part, a fraction.", .required),
    ]
  }

  private static let collectability = [
    Key(
      "participants",
      .mapping(
        collection(
          mean: \.statedSharing.participants.mean,
          spread: \.statedSharing.participants.standardDeviation)),
      "Of participants' part of losses.", .optional),
    Key(
      "sponsor",
      .mapping(
        collection(
          mean: \.statedSharing.sponsor.mean, spread: \.statedSharing.sponsor.standardDeviation)),
      "Of the sponsor's part of losses; what is missing falls on the ACO.", .optional),
    Key(
      "shortfall",
      .word(Sharing.Bearer.allCases.map(\.rawValue), \.statedSharing.shortfallWord),
      "Who pays what participants fail to.", .required),
  ]

  private static func collection(
    mean: any Form.Target<Double>, spread: any Form.Target<Double>
  ) -> [Key] {
    [
      Key("mean", .number(fraction, mean), "Mean part that is paid, a fraction.", .required),
      Key(
        "standardDeviation", .number(Self.spread, spread),
        "Of that part from one future to another, a fraction; 0 where left out.", .optional),
    ]
  }

  private static let revisions = [
    Key(
      "probability", .number(fraction, \.statedReopening.probability),
      "Chance that a settled year is opened again, a fraction.", .required),
    Key(
      "standardDeviation", .number(revision, \.statedReopening.standardDeviation),
      "Of the revised settlement about the first one, as a fraction of what `of` names.", .required),
    Key(
      "of", .word(Reopening.Base.allCases.map(\.rawValue), \.statedReopening.baseWord),
      "What the revision is a fraction of: the year's settlement, or its benchmark.", .required),
  ]
}

/// Where the reader puts the parts.
extension Scenario {
  var statedSponsor: Sponsor {
    get { sponsor ?? Sponsor(ownFacilityShare: [], contributionMargin: []) }
    set { sponsor = newValue }
  }

  var statedSharing: Sharing {
    get { sharing ?? .none }
    set { sharing = newValue }
  }

  var statedReopening: Reopening {
    get { reopening ?? Reopening(probability: 0, standardDeviation: 0, base: .settlement) }
    set { reopening = newValue }
  }
}

extension Sharing {
  var shortfallWord: String {
    get { shortfall.rawValue }
    set { shortfall = Bearer(rawValue: newValue) ?? shortfall }
  }
}

extension Reopening {
  var baseWord: String {
    get { base.rawValue }
    set { base = Base(rawValue: newValue) ?? base }
  }
}
