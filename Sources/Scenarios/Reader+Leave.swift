import Regulation

/// Reading when an option is left.
extension Reader {
  /// `{by: …, lossYears: …, lossBeyond: …, lossBeyondShare: …}`; `nil` where something is wrong with
  /// it, which is then noted.
  mutating func exitRule(_ value: Written, at place: String) -> ExitRule? {
    guard refuseUnlessMapping(value, of: LeaveKeys.all, at: place) else { return nil }
    let before = problems.count
    let meant = refuseUnknown(in: value, allowed: LeaveKeys.all.map(\.name), at: place)
    var rule = ExitRule(by: .december31)
    for key in LeaveKeys.all {
      guard let given = value[key.name]?.value, !given.isUnreadable else { continue }
      read(key, given, at: "\(place).\(key.name)", into: &rule)
    }
    if value["by"] == nil, meant["by"] == nil {
      refuseMissing(LeaveKeys.by, at: "\(place).by", value.spot)
    }
    guard problems.count == before, meant.isEmpty else { return nil }
    guard rule.hasCondition else {
      note(
        place, value.spot, "has no condition.",
        "Allowed: lossYears, lossBeyond, lossBeyondShare, or several of them. Write one, or delete "
          + "leave.")
      return nil
    }
    return rule
  }

  private mutating func read(
    _ key: Key, _ value: Written, at place: String, into rule: inout ExitRule
  ) {
    switch key.name {
    case LeaveKeys.lossYears.name:
      rule.lossYears = whole(value, in: LeaveKeys.years, key, at: place)
    case LeaveKeys.lossBeyond.name:
      rule.lossBeyond = number(value, LeaveKeys.dollars, key, at: place).map { Dollars($0) }
    case LeaveKeys.lossBeyondShare.name:
      rule.lossBeyondShare = number(value, LeaveKeys.share, key, at: place).map { Rate($0) }
    default:
      let words = ExitRule.Date.allCases.map(\.rawValue)
      let found = word(value, of: words, key, at: place)
      rule.by = found.flatMap { ExitRule.Date(rawValue: $0) } ?? rule.by
    }
  }

  /// A rule that waits for losses the option cannot have in time says nothing.
  mutating func judgeExit(of request: OptionRequest, under rules: Rulebook) throws {
    guard let rule = request.option.leave, let spot = request.leaveSpot else { return }
    let count = try rules.lossYearsThatCount(
      of: request.option, in: scenario.agreement.period)
    guard count < rule.fewestLosses else { return }
    let has = count == 0 ? "no two-sided year" : "\(count) two-sided year\(count == 1 ? "" : "s")"
    note(
      "agreement.options.leave", spot,
      "waits for \(rule.fewestLosses) loss\(rule.fewestLosses == 1 ? "" : "es"), and "
        + "\(request.option.name) has \(has) among its first \(ExitRule.yearsThatCount).",
      "Allowed: as many losses as its first \(ExitRule.yearsThatCount) years can have, for results "
        + "arrive in the autumn after the year (\(Paragraph.termination)). Lower lossYears, or delete "
        + "leave.")
  }

  /// What leaving by 30 June spares rests on text not read, and when results arrive on custom.
  mutating func recordExit(_ option: ParticipationOption, _ written: String) {
    provenance.append(
      Provenance(
        key: "agreement.options.\(option.name).leave", value: written, status: .assumed,
        source:
          "the scenario's own rule; our reading of \(Paragraph.termination): leaving by 30 June "
          + "owes no losses of the year (unverified); results are known in the autumn after the year"
      ))
  }
}
