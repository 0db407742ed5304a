/// What a track pays and owes in one performance year.
extension Rulebook {
  /// The terms of a track, 42 CFR 425.605 and 425.610, every dated rule looked up.
  ///
  /// `choice` bears on two-sided years only. Throws `NotInForce` for a year before the rules or
  /// after a track's last, and `RuleFault` for a rate that may not be elected.
  public func terms(
    for track: Track, in year: PerformanceYear, of agreement: AgreementPeriod,
    choosing choice: MinimumRateChoice
  ) throws -> TrackTerms {
    let reading = reading(year, agreement)
    try refuseTrackOfThePast(track, reading)
    let losses = try lossTerms(of: track, reading)
    let elected = losses == nil ? nil : try electedRate(choice, reading)
    return TrackTerms(
      track: track,
      minimumRates: try minimumRateTerms(electing: elected, reading),
      maximumSharingRate: try reading.rate("\(track.ruleFile).maximumSharingRate"),
      sharingByQuality: try reading.word(
        "quality-performance-standard.sharingByQuality", as: SharingByQuality.self),
      performancePaymentLimit: try reading.rate("\(track.ruleFile).performancePaymentLimit"),
      sequestration: try reading.rate("payment.sequestration"),
      reducedSharing: try reducedSharing(in: track, reading), losses: losses,
      monthsInYear: try reading.whole("payment.monthsPerYear"))
  }

  /// The symmetric rates that may be elected for two-sided years, 42 CFR 425.605(b)(2)(i).
  public func minimumRateChoices(
    in year: PerformanceYear, of agreement: AgreementPeriod
  ) throws -> [Rate] {
    try reading(year, agreement).list("minimum-savings-rate.choices").map { Rate($0) }
  }

  private func refuseTrackOfThePast(_ track: Track, _ reading: RuleReading) throws {
    guard try !isSettled(under: track, reading) else { return }
    throw NotInForce(
      says: "Terms of \(track.title).", day: reading.year.firstDay, earliest: nil)
  }

  /// Whether the year is still settled under a track; under today's it always is.
  func isSettled(under track: Track, _ reading: RuleReading) throws -> Bool {
    guard case .legacy = track else { return true }
    return try reading.isYes("\(track.ruleFile).settlesYears")
  }

  private func electedRate(_ choice: MinimumRateChoice, _ reading: RuleReading) throws -> Rate? {
    guard case .elected(let rate) = choice else { return nil }
    let choices = try reading.list("minimum-savings-rate.choices")
    guard choices.contains(rate.fraction) else {
      let dated = try inForce(
        "minimum-savings-rate.choices", in: reading.year, of: reading.agreement)
      throw RuleFault(
        "The minimum rate elected is \(RuleValue.text(rate.fraction)). "
          + "Allowed: \(dated.value) or variable (\(dated.cite)).")
    }
    return rate
  }

  private func minimumRateTerms(
    electing elected: Rate?, _ reading: RuleReading
  ) throws -> MinimumRateTerms {
    let bands = try reading.bands("minimum-savings-rate.variableRate").map {
      MinimumSavingsRateTable.Band(
        fewest: $0.fewest, most: $0.most, atFewest: Rate($0.atFewest), atMost: Rate($0.atMost))
    }
    return MinimumRateTerms(
      table: MinimumSavingsRateTable(bands: bands), elected: elected,
      fewestForElection: try reading.whole("minimum-savings-rate.fewestForElection"))
  }

  /// The low-revenue rule is one of the BASIC track only, 42 CFR 425.605(h).
  private func reducedSharing(
    in track: Track, _ reading: RuleReading
  ) throws -> ReducedSharingTerms? {
    guard case .basic = track,
      let factor = try reading.optionalRate("low-revenue.reducedSharing.factor")
    else { return nil }
    return ReducedSharingTerms(
      factor: factor,
      fewestBeneficiaries: try reading.whole("low-revenue.reducedSharing.fewestBeneficiaries"))
  }

  private func lossTerms(of track: Track, _ reading: RuleReading) throws -> LossTerms? {
    guard let rate = try sharedLossRate(of: track, reading) else { return nil }
    let limit = "\(track.ruleFile).lossRecoupmentLimit"
    return LossTerms(
      sharedLossRate: rate,
      recoupmentLimit: LossRecoupmentLimit(
        ofBenchmark: try reading.optionalRate("\(limit).ofBenchmark"),
        ofRevenue: try reading.optionalRate("\(limit).ofRevenue")))
  }

  private func sharedLossRate(of track: Track, _ reading: RuleReading) throws -> SharedLossRate? {
    let name = "\(track.ruleFile).sharedLossRate"
    switch track {
    case .basic, .legacy(.track1), .legacy(.track1Plus):
      return try reading.optionalRate(name).map { .fixed($0) }
    case .enhanced, .legacy(.track2), .legacy(.track3):
      let least = try reading.rate("\(name).atLeast")
      let most = try reading.rate("\(name).atMost")
      guard least <= most else { throw RuleFault("\(name).atLeast exceeds \(name).atMost.") }
      return .complementOfSharing(within: least...most)
    }
  }
}

extension Track {
  /// The rule file that holds this track's numbers.
  var ruleFile: String {
    switch self {
    case .basic(let level): "basic-level-\(level.rawValue)"
    case .enhanced: "enhanced"
    case .legacy(.track1): "track-1"
    case .legacy(.track1Plus): "track-1-plus"
    case .legacy(.track2): "track-2"
    case .legacy(.track3): "track-3"
    }
  }
}
