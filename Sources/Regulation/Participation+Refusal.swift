/// Which participation options may be signed, 42 CFR 425.224, 425.226, 425.600.
extension Rulebook {
  /// Why this applicant may not sign this option; `nil` where it may.
  ///
  /// Throws `NotInForce` for agreements that start before the rules do.
  public func refusal(
    of option: ParticipationOption, for applicant: Applicant
  ) throws -> Refusal? {
    let agreement = AgreementPeriod(firstDay: applicant.agreementStart)
    let start = ParticipationRules(
      applicant: applicant, reading: reading(agreement.performanceYear(1), agreement))
    if let refusal = try start.refusalOfLength(option.years) { return refusal }
    if let renewal = option.renewsIn { return try refusal(ofRenewing: option, in: renewal, start) }
    let levels = option.years.compactMap(\.level)
    if levels.isEmpty { return nil }
    guard levels.count == option.years.count else { return Self.refusalOfMixing }
    return try start.refusalOfBasicYears(levels)
  }

  private static let refusalOfMixing = Refusal(
    says: "BASIC and ENHANCED cannot be mixed in one agreement; moving to ENHANCED means ending "
      + "this agreement and signing a new one.",
    cite: Paragraph.electionsInAgreement.rawValue)
}

/// The participation rules as they stand for one applicant on the day the agreement starts.
struct ParticipationRules {
  var applicant: Applicant
  var reading: RuleReading

  /// The BASIC levels of an agreement, from its first year on.
  func refusalOfBasicYears(_ levels: [Level]) throws -> Refusal? {
    try refusalOfFalling(levels)
      ?? refusalOfEntry(levels)
      ?? refusalOfHolding(levels)
  }

  func refusalOfLength(_ years: [Track]) throws -> Refusal? {
    let needed = try reading.whole("participation-options.performanceYears")
    guard years.count != needed else { return nil }
    return refusal(
      "An agreement has \(needed) performance years; this option names \(years.count).",
      under: try cite("performanceYears"))
  }

  /// Levels never fall; a fall into a one-sided model is said first.
  func refusalOfFalling(_ levels: [Level]) throws -> Refusal? {
    let under = Paragraph.electionsInAgreement.rawValue
    let steps = Array(zip(levels, levels.dropFirst()).enumerated())
    if let firstTwoSided = try levels.firstIndex(where: { try !isOneSided($0) }),
      let back = try levels[firstTwoSided...].firstIndex(where: isOneSided)
    {
      return refusal(
        "Year \(back + 1) is one-sided (\(title(levels[back]))) after a two-sided year "
          + "(\(title(levels[back - 1]))); an ACO never returns to a one-sided model.",
        under: under)
    }
    guard let fall = steps.first(where: { $0.element.1 < $0.element.0 }) else { return nil }
    return refusal(
      "Year \(fall.offset + 2) is \(title(fall.element.1)) after \(title(fall.element.0)); "
        + "levels never fall.",
      under: under)
  }

  func isOneSided(_ level: Level) throws -> Bool {
    try reading.optionalRate("\(Track.basic(level).ruleFile).sharedLossRate") == nil
  }

  func title(_ level: Level) -> String { Track.basic(level).title }

  func cite(_ rule: String) throws -> String {
    try reading.rulebook.inForce(
      "participation-options.\(rule)", in: reading.year, of: reading.agreement
    ).cite
  }

  func refusal(_ says: String, under cite: String) -> Refusal { Refusal(says: says, cite: cite) }
}

extension Track {
  /// The BASIC level; `nil` for ENHANCED and for what came before.
  public var level: Level? {
    switch self {
    case .basic(let level): level
    case .enhanced, .legacy: nil
    }
  }
}
