/// Early renewal: leaving BASIC for ENHANCED inside the five years.
///
/// It is no election, 42 CFR 425.226(a). By the reading taken here, of 42 CFR 425.224 and of
/// "renewing ACO" in 42 CFR 425.20, it ends one agreement on 31 December and begins the next, with
/// a benchmark of its own. No text read settles it.
extension ParticipationOption {
  /// The year, 2 or later, from which every year is ENHANCED and before which every year is BASIC;
  /// `nil` for any other path.
  public var yearOfMoveToEnhanced: Int? {
    guard let first = years.firstIndex(of: .enhanced), first > 0,
      years[..<first].allSatisfy({ $0.level != nil }),
      years[first...].allSatisfy({ $0 == .enhanced })
    else { return nil }
    return first + 1
  }
}

extension Rulebook {
  /// Judges both agreements: the first by BASIC's rules for the years held, the second as a new
  /// ENHANCED one.
  func refusal(
    ofRenewing option: ParticipationOption, in place: Int, _ start: ParticipationRules
  ) throws -> Refusal? {
    guard option.yearOfMoveToEnhanced == place else { return Self.refusalOfOtherMoves(in: place) }
    if let refusal = try start.refusalOfEarlyStart(renewingIn: place) { return refusal }
    let levels = option.years.compactMap(\.level)
    return try start.refusalOfBasicYears(levels)
      ?? refusal(of: .held(.enhanced), for: start.applicantRenewing(after: levels))
  }

  private static func refusalOfOtherMoves(in place: Int) -> Refusal {
    Refusal(
      says: "An early renewal in year \(place), as this program reads the paragraphs, has BASIC in "
        + "every year before it and ENHANCED from it on.",
      cite: Paragraph.earlyRenewal.rawValue)
  }
}

extension ParticipationRules {
  /// Benchmarks of agreements from before the rules of today are not rebuilt from simulated years.
  func refusalOfEarlyStart(renewingIn place: Int) throws -> Refusal? {
    let first = try reading.whole("participation-options.earlyRenewal.firstYear")
    let year = reading.agreement.performanceYear(place)
    guard year.calendarYear < first else { return nil }
    return refusal(
      "The new agreement would begin in \(year); early renewal, as this program reads the "
        + "paragraphs, is settled for new agreements from \(first) on.",
      under: try cite("earlyRenewal.firstYear"))
  }

  /// The same ACO when it signs again, having held these levels.
  func applicantRenewing(after levels: [Level]) throws -> Applicant {
    var next = applicant
    next.agreementStart = reading.agreement.performanceYear(levels.count + 1).firstDay
    next.agreementNumber += 1
    if levels.contains(where: { $0 != .e }) { next.glidePathAgreements += 1 }
    if try levels.contains(where: { try !isOneSided($0) }) { next.formerlyTwoSided = true }
    return next
  }
}
