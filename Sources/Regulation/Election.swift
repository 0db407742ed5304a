/// One way in which an ACO may sign and hold an agreement: a level for each year, and, where a year
/// is two-sided, the minimum savings and loss rate.
///
/// That rate is chosen before the first two-sided year and holds for the rest of the agreement,
/// 42 CFR 425.605(b)(2): five tracks and one choice are all there is to elect.
public struct Election: Hashable, Sendable {
  /// The track of each performance year, first year first; five of them.
  public var years: [Track]
  /// `nil` where no year is two-sided.
  public var minimumRate: MinimumRateChoice?

  public init(years: [Track], minimumRate: MinimumRateChoice?) {
    self.years = years
    self.minimumRate = minimumRate
  }
}

extension Rulebook {
  /// Every election open to an applicant within one agreement, 42 CFR 425.226, 425.600, 425.605(b),
  /// 425.610(b): BASIC paths by level, those that wait longest in the lowest levels first, then
  /// ENHANCED; of each path the rates by size, then the variable rate.
  ///
  /// Early renewals are not among them: they are two agreements. Throws `NotInForce` for agreements
  /// that start before the rules do.
  public func elections(of applicant: Applicant) throws -> [Election] {
    let agreement = AgreementPeriod(firstDay: applicant.agreementStart)
    let paths =
      Self.risingPaths.map { $0.map(Track.basic) } + [ParticipationOption.held(.enhanced).years]
    return try paths.flatMap { years -> [Election] in
      let option = ParticipationOption(name: "", title: "", years: years)
      guard try refusal(of: option, for: applicant) == nil else { return [] }
      return try choices(along: years, of: agreement).map {
        Election(years: years, minimumRate: $0)
      }
    }
  }

  /// Five levels that never fall, 42 CFR 425.226(a)(2)(i): all that the other rules choose from.
  private static let risingPaths: [[Level]] = (1...5).reduce([[]]) { paths, _ in
    paths.flatMap { path in
      Level.allCases.filter { $0 >= path.last ?? .a }.map { path + [$0] }
    }
  }

  /// What may be chosen for the first two-sided year; nothing to choose where there is none.
  private func choices(
    along years: [Track], of agreement: AgreementPeriod
  ) throws -> [MinimumRateChoice?] {
    guard
      let first = try years.indices.first(where: { try isTwoSided(years[$0], $0 + 1, agreement) })
    else { return [nil] }
    let rates = try minimumRateChoices(in: agreement.performanceYear(first + 1), of: agreement)
    return rates.map { .elected($0) } + [.variable]
  }

  func isTwoSided(
    _ track: Track, _ place: Int, _ agreement: AgreementPeriod
  ) throws -> Bool {
    guard track.level != nil else { return true }
    return try reading(agreement.performanceYear(place), agreement)
      .optionalRate("\(track.ruleFile).sharedLossRate") != nil
  }
}
