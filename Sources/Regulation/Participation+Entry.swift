/// Who may enter where: experience, revenue and past agreements.
extension ParticipationRules {
  func refusalOfEntry(_ levels: [Level]) throws -> Refusal? {
    try refusalOfBasic()
      ?? refusalOfExperienced(levels)
      ?? refusalOfFormerlyTwoSided(levels)
      ?? refusalOfAnotherGlidePath(levels)
  }

  /// Before 2024 BASIC was closed to some ACOs altogether.
  private func refusalOfBasic() throws -> Refusal? {
    if applicant.experienced, !applicant.lowRevenue,
      try !reading.isYes("participation-options.basicOpenToExperiencedHighRevenue")
    {
      return refusal(
        "An experienced high-revenue ACO may sign only ENHANCED.",
        under: try cite("basicOpenToExperiencedHighRevenue"))
    }
    guard let most = try reading.optionalWhole("participation-options.basicAgreements.most"),
      applicant.glidePathAgreements >= most
    else { return nil }
    return refusal(
      "An ACO that has had \(applicant.glidePathAgreements) BASIC agreements may sign only "
        + "ENHANCED; \(most) are allowed.",
      under: try cite("basicAgreements.most"))
  }

  private func refusalOfExperienced(_ levels: [Level]) throws -> Refusal? {
    guard applicant.experienced, levels.contains(where: { $0 != .e }) else { return nil }
    return refusal(
      "An experienced ACO may sign only Level E or ENHANCED, for every year of the agreement.",
      under: try cite("basicOpenToExperiencedHighRevenue"))
  }

  private func refusalOfFormerlyTwoSided(_ levels: [Level]) throws -> Refusal? {
    guard applicant.formerlyTwoSided, let year = try levels.firstIndex(where: isOneSided) else {
      return nil
    }
    return refusal(
      "Year \(year + 1) is one-sided (\(title(levels[year]))); an ACO that was in a two-sided "
        + "model may sign only two-sided years.",
      under: Paragraph.formerlyTwoSided.rawValue)
  }

  private func refusalOfAnotherGlidePath(_ levels: [Level]) throws -> Refusal? {
    let most = try reading.whole("participation-options.glidePathAgreements.most")
    guard applicant.glidePathAgreements >= most, levels.contains(where: { $0 != .e }) else {
      return nil
    }
    let allowed = most == 1 ? "one agreement" : "\(most) agreements"
    return refusal(
      "The glide path is open in \(allowed) only, and this ACO has had "
        + "\(applicant.glidePathAgreements); it may sign Level E or ENHANCED for every year.",
      under: try cite("glidePathAgreements.most"))
  }
}

/// Automatic advancement, and the election to stay.
extension ParticipationRules {
  /// Each year is at least the next level up, unless the election to stay is open.
  func refusalOfHolding(_ levels: [Level]) throws -> Refusal? {
    for (place, (level, following)) in zip(levels, levels.dropFirst()).enumerated()
    where following < level.next {
      if let refusal = try refusalOfStaying(in: level, forYear: place + 2) { return refusal }
    }
    return nil
  }

  private func refusalOfStaying(in level: Level, forYear place: Int) throws -> Refusal? {
    let election = "participation-options.stayElection"
    let highest = try reading.word("\(election).highestLevel", as: Level.self)
    guard level <= highest else {
      return refusal(
        "Year \(place) holds \(title(level)); an ACO advances at least one level each year, and "
          + "may elect to stay only in \(levelsThrough(highest)).",
        under: try cite("stayElection.highestLevel"))
    }
    let year = reading.agreement.performanceYear(place)
    if let first = try reading.optionalWhole("\(election).firstYear"), year.calendarYear < first {
      return refusal(
        "Year \(place) holds \(title(level)) in \(year); the election to stay could first be made "
          + "for \(first).",
        under: try cite("stayElection.firstYear"))
    }
    guard
      applicant.glidePathAgreements
        > (try reading.whole("\(election).mostEarlierAgreements"))
    else { return nil }
    return refusal(
      "Year \(place) holds \(title(level)); only an ACO in its first glide-path agreement may "
        + "elect to stay, and this one has had \(applicant.glidePathAgreements).",
      under: try cite("stayElection.mostEarlierAgreements"))
  }

  private func levelsThrough(_ highest: Level) -> String {
    let levels = Level.allCases.filter { $0 <= highest }.map { $0.rawValue.uppercased() }
    return "Level \(levels.joined(separator: " or "))"
  }
}
