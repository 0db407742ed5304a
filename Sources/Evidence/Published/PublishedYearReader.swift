import Regulation

/// Reads the cells of one row, collecting every fault.
struct PublishedYearReader {
  let row: PublicUseRow
  let survey: PublicUseSurvey
  var problems: [PublicUseProblem] = []
  /// What the settlement needs and the row does not print.
  private(set) var missing: [PublicUseColumn] = []

  init(_ row: PublicUseRow, _ survey: PublicUseSurvey) {
    self.row = row
    self.survey = survey
    if let problem = row.problem { problems.append(problem) }
  }

  /// The row's facts; `nil` where there are `problems`, or where what is `missing` leaves nothing
  /// to check.
  mutating func year(in fileYear: PerformanceYear) -> PublishedYear? {
    guard problems.isEmpty else { return nil }
    let id = row.id
    if id.isEmpty || id.count > 20 {
      refuse(.id, "\(shown(id)) as an ACO's id", "an id such as A1001")
    }
    let year = performanceYear(fileYear)
    let track = track()
    let assigned = assigned()
    let start = start(year)
    let money = money()
    let published = PublishedYear(
      id: id, name: row.name, line: row.line, performanceYear: year, track: track ?? .track1,
      agreementStart: start, assignedBeneficiaries: assigned ?? 0, money: money, score: score(),
      standing: standing(), isLowRevenue: isLowRevenue(),
      disasterAdjustment: optionalDollars(.disasterAdjustment).map { Dollars($0.magnitude) },
      guardrailRelieves: isFlagged(.guardrail), endsMidYear: isFlagged(.midYearTermination),
      lossesAreProrated: isFlagged(.proratedLosses), lacks: PublishedNeed.lacking(row.header, year),
      printed: printed())
    guard problems.isEmpty, track != nil, assigned != nil else { return nil }
    return published
  }

  private mutating func performanceYear(_ fileYear: PerformanceYear) -> PerformanceYear {
    guard row.header.has(.performanceYear) else { return fileYear }
    let digits = (row.text(.performanceYear) ?? "").filter { ("0"..."9").contains($0) }
    guard let year = Int(digits), PublicUseFile.years.contains(year) else {
      refuseText(.performanceYear, "a year such as 2022")
      return fileYear
    }
    return PerformanceYear(year)
  }

  private mutating func track() -> PublishedTrack? {
    if let track = row.track { return track }
    let flags = PublishedTrack.flagged.map(PublicUseColumn.trackFlag).filter(row.header.has)
    if row.header.has(.track) {
      if isBlank(.track) {
        missing.append(.track)
      } else {
        refuseText(.track, "A, B, C, D, E or EN")
      }
    } else if let first = flags.first {
      refuse(first, "1 in no track's column, or in more than one", "1 in one of them")
    } else {
      missing.append(.track)
    }
    return nil
  }

  private mutating func assigned() -> Int? {
    guard let count = number(.assignedBeneficiaries) else {
      missing.append(.assignedBeneficiaries)
      return nil
    }
    guard count >= 1, count < 1e8, count == count.rounded() else {
      refuseText(.assignedBeneficiaries, "a whole number of beneficiaries")
      return nil
    }
    return Int(count)
  }

  private mutating func start(_ year: PerformanceYear) -> Day? {
    guard row.header.has(.currentStart), !isBlank(.currentStart) else { return nil }
    guard let day = row.text(.currentStart).flatMap(PublishedDay.day),
      day.year <= year.calendarYear
    else {
      refuseText(.currentStart, "a day no later than the performance year, such as 07/01/2019")
      return nil
    }
    return day
  }

  private mutating func money() -> PublishedYear.Money? {
    let benchmark = number(.benchmarkTotal)
    let printed = number(.savings)
    let expenditure = number(.expenditureTotal)
    guard let benchmark else {
      missing.append(.benchmarkTotal)
      return nil
    }
    guard benchmark > 0 else {
      refuseText(.benchmarkTotal, "dollars above zero")
      return nil
    }
    let fromTotals = expenditure.map { benchmark - $0 }
    guard let savings = printed ?? fromTotals else {
      missing.append(.savings)
      return nil
    }
    // Each total is rounded to a dollar. Under the guardrail they may be of two benchmarks.
    if let fromTotals, abs(fromTotals - savings) > 2, !isFlagged(.guardrail) {
      refuse(
        .savings,
        "\(row.text(.savings) ?? "blank") beside totals that differ by "
          + "\(Int64(fromTotals.rounded()))", "the benchmark less the expenditure")
      return nil
    }
    return .init(benchmark: Dollars(benchmark), savings: Dollars(savings))
  }

  private mutating func score() -> PrintedRate? {
    switch row.figure(.qualityScore) {
    case .payForReporting:
      return PrintedRate(payForReporting: row.text(.qualityScore) ?? "P4R")
    case .number(let value, let isPercent):
      let isOverOne = isPercent || value > 1
      let score = PrintedRate(
        row.text(.qualityScore) ?? "", leastDecimals: survey.decimals(of: .qualityScore),
        scale: isOverOne ? .percent : .fraction)
      guard let score, (0...1).contains(score.fraction) else {
        refuseText(.qualityScore, "0 through 100 percent, or P4R")
        return nil
      }
      return score
    case .unreadable:
      refuseText(.qualityScore, "0 through 100 percent, or P4R")
      return nil
    case .missing, .suppressed, .noColumn: return nil
    }
  }

  /// The standard's own column; without it, the ways in which it is met.
  private mutating func standing() -> QualityResult.Standing? {
    let isMet = flag(.metStandard)
    let ways = [flag(.metPercentile), flag(.metIncentive), flag(.metFirstYear)]
    let isMetSomehow = ways.contains(true) || flag(.receivedQualityFloor) == true
    if isMet ?? isMetSomehow { return .standardMet }
    if flag(.metAlternative) == true { return .alternativeMet }
    return isMet == false || !ways.contains(nil) ? .notMet : nil
  }

  private mutating func isLowRevenue() -> Bool? {
    guard row.header.has(.revenueCategory), !isBlank(.revenueCategory) else { return nil }
    let word = (row.text(.revenueCategory) ?? "").lowercased()
    if word.hasPrefix("low") { return true }
    if word.hasPrefix("high") { return false }
    refuseText(.revenueCategory, "Low Revenue or High Revenue")
    return nil
  }

  private mutating func printed() -> PublishedYear.Printed {
    var earned = number(.earned).map { Dollars($0) }
    if let owed = number(.owed), owed != 0 { earned = Dollars(-owed.magnitude) }
    return .init(
      minimumSavingsRate: rate(.minimumSavingsRate, survey.decimals(of: .minimumSavingsRate)),
      generated: number(.generated).map { Dollars($0) }, earned: earned,
      finalSharingRate: rate(.finalSharingRate, 0), finalLossRate: rate(.finalLossRate, 0))
  }
}
