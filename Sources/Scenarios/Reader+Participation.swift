import Regulation

/// Asking the rules which of the requested options this ACO could sign.
extension Reader {
  /// Levels that nobody holds for five years; asked for by name they are always what-ifs.
  private static let heldByNobody: Set = [
    ParticipationOption.held(.basic(.b)).name, ParticipationOption.held(.basic(.c)).name,
    ParticipationOption.held(.basic(.d)).name,
  ]

  mutating func judgeOptions() throws {
    let facts = [
      "rules.editions", "agreement.start", "agreement.number", "agreement.experienced",
      "agreement.formerlyTwoSided", "agreement.glidePathAgreements",
      "agreement.participantRevenue",
    ]
    guard isSound(facts + EnrollmentType.allCases.map(stratumPath)) else { return }
    let rules = try rulebook.adopting(scenario.editions)
    let applicant = try scenario.applicant(under: rules)
    var options: [RequestedOption] = []
    for request in requests {
      let refusal = try rules.refusal(of: request.option, for: applicant)
      let isStandard = ParticipationOption.standard.contains { $0.name == request.option.name }
      let mayBeWhatIf =
        request.asWhatIf || (isStandard && Self.heldByNobody.contains(request.option.name))
      if let refusal, !mayBeWhatIf {
        note(
          "agreement.options", request.spot, "is \(request.option.name). \(refusal.sentence)",
          Self.remedy(for: request.option, isStandard: isStandard))
      }
      try judgeExit(of: request, under: rules)
      options.append(.init(option: request.option, whatIf: refusal.map(\.sentence)))
    }
    scenario.agreement.options = options
  }

  private static func remedy(for option: ParticipationOption, isStandard: Bool) -> String {
    let asked = isStandard ? "{name: \(option.name), whatIf: true}" : "whatIf: true beside its name"
    if option.renewsIn == nil, let year = option.yearOfMoveToEnhanced {
      return "Write renewsIn: \(year) to renew early into ENHANCED, or \(asked) to "
        + "settle it all the same."
    }
    return "Choose a path the ACO may sign, or write \(asked) to settle it all the same."
  }
}
