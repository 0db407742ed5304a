/// One number in force, as `glidepath rules` prints it.
public struct RuleInForce: Hashable, Sendable {
  /// File and key: `basic-level-d.sharedLossRate`.
  public var name: String
  public var says: String
  public var unit: String
  public var clock: Parameter.Clock
  /// The value in words and figures.
  public var value: String
  public var cite: String
  public var adopted: String
  public var from: Day
  /// The year of the agreement from which it holds, 1 for the first.
  public var agreementYear: Int
  public var evidence: Parameter.Evidence

  init(_ name: String, _ parameter: Parameter, _ dated: Parameter.Dated) {
    self.name = name
    says = parameter.says
    unit = parameter.unit
    clock = parameter.clock
    value = dated.value.description
    cite = dated.cite
    adopted = dated.adopted
    from = dated.from
    agreementYear = dated.agreementYear
    evidence = dated.evidence
  }
}

/// A rule with two different values; `nil` on the side on which it is not in force.
public struct RuleDifference: Hashable, Sendable {
  public var name: String
  public var says: String
  public var unit: String
  public var before, after: RuleInForce?
}

extension Rulebook {
  /// Every rule in force in a performance year of an agreement, by name: all of them, or those
  /// that bear on one track. Rules not yet in force are left out, and those of tracks under which the year
  /// is no longer settled.
  public func rulesInForce(
    for track: Track?, in year: PerformanceYear, of agreement: AgreementPeriod
  ) -> [RuleInForce] {
    let tracks = Track.allCases + LegacyTrack.allCases.map(Track.legacy)
    let others = tracks.filter { other in
      track.map { $0 != other }
        ?? ((try? isSettled(under: other, reading(year, agreement))) != true)
    }.map { $0.ruleFile + "." }
    return parameters.compactMap { name, parameter in
      guard !others.contains(where: name.hasPrefix),
        let dated = try? parameter.inForce(in: year, of: agreement)
      else { return nil }
      return RuleInForce(name, parameter, dated)
    }
  }

  /// What this rulebook says otherwise than `other`, by name and date: `before` is the other's
  /// value, `after` this one's.
  ///
  /// - Parameter track: Of rules that bear on one track, those of this one alone; `nil` for all.
  public func difference(
    from other: Rulebook, for track: Track? = nil
  ) -> [RuleDifference] {
    let others = track.map { track in
      (Track.allCases + LegacyTrack.allCases.map(Track.legacy)).filter { $0 != track }
        .map { $0.ruleFile + "." }
    }
    return Set(byName.keys).union(other.byName.keys).sorted().filter { name in
      others?.contains(where: name.hasPrefix) != true
    }.flatMap { name in difference(of: name, from: other) }
  }

  /// What changes between two performance years of agreements, by name.
  public func difference(
    for track: Track?, from earlier: (year: PerformanceYear, agreement: AgreementPeriod),
    to later: (year: PerformanceYear, agreement: AgreementPeriod)
  ) -> [RuleDifference] {
    let before = rulesInForce(for: track, in: earlier.year, of: earlier.agreement)
    let after = rulesInForce(for: track, in: later.year, of: later.agreement)
    let was = Dictionary(uniqueKeysWithValues: before.map { ($0.name, $0) })
    let becomes = Dictionary(uniqueKeysWithValues: after.map { ($0.name, $0) })
    return Set(was.keys).union(becomes.keys).sorted().compactMap { name in
      RuleDifference(before: was[name], after: becomes[name])
    }
  }

  private func difference(of name: String, from other: Rulebook) -> [RuleDifference] {
    let (mine, theirs) = (byName[name], other.byName[name])
    let values = ((mine?.values ?? []) + (theirs?.values ?? [])).sorted { $0.precedes($1) }
    var rows: [RuleDifference] = []
    for dated in values {
      func inForce(in parameter: Parameter?) -> RuleInForce? {
        parameter.flatMap { parameter in
          parameter.dated(
            on: parameter.heldOn ?? dated.from, agreementYear: dated.agreementYear
          )
          .map { RuleInForce(name, parameter, $0) }
        }
      }
      let row = RuleDifference(before: inForce(in: theirs), after: inForce(in: mine))
      if let row, !rows.contains(row) { rows.append(row) }
    }
    return rows
  }
}

extension RuleDifference {
  /// `nil` where both sides hold the same value.
  init?(before: RuleInForce?, after: RuleInForce?) {
    guard before?.value != after?.value, let rule = after ?? before else { return nil }
    self.init(name: rule.name, says: rule.says, unit: rule.unit, before: before, after: after)
  }
}
