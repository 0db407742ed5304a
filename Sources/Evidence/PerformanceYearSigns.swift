/// What a file tells of its performance year without being asked: the columns CMS had in which
/// years, and the newest agreements, which begin in the performance year itself.
struct PerformanceYearSigns: Hashable, Sendable {
  /// Years in which CMS printed these columns.
  var candidates: ClosedRange<Int>
  /// Whether the columns cannot all be of one year; the candidates are then not narrowed.
  var contradict = false

  init(_ header: PublicUseHeader) {
    candidates = PublicUseFile.years
    for sign in Self.present where header.place(named: sign.column) != nil {
      guard let narrowed = Self.common(candidates, sign.years) else {
        candidates = PublicUseFile.years
        contradict = true
        return
      }
      candidates = narrowed
    }
    // A column may also be missing by accident: an absence narrows and never contradicts.
    for sign in Self.absent
    where header.place(named: sign.column) == nil && header.place(named: sign.beside) != nil {
      candidates = Self.common(candidates, sign.years) ?? candidates
    }
  }

  private static func common(_ a: ClosedRange<Int>, _ b: ClosedRange<Int>) -> ClosedRange<Int>? {
    a.overlaps(b) ? a.clamped(to: b) : nil
  }

  /// The year, where the signs leave one; then by the newest agreement, then by the name.
  ///
  /// - Parameters:
  ///   - newestStart: The year in which the newest agreements began.
  ///   - inName: A year the file's name holds.
  ///   - isMarked: Whether the name marks it, as in `PY2022`.
  func year(newestStart: Int?, inName: Int?, isMarked: Bool) -> Int? {
    var range = candidates
    if let newestStart, newestStart > range.lowerBound, newestStart <= range.upperBound {
      range = newestStart...range.upperBound
    }
    if range.lowerBound == range.upperBound { return range.lowerBound }
    let named = inName.flatMap { range.contains($0) ? $0 : nil }
    if let named, isMarked { return named }
    if let newestStart, range.contains(newestStart) { return newestStart }
    return named
  }

  private static let present: [(column: String, years: ClosedRange<Int>)] = [
    ("EarnShrSavings", 2012...2013), ("OweLosses", 2012...2013), ("Track1", 2014...2015),
    ("Current_Track_1", 2016...2021), ("Current_Track_1_Plus", 2018...2021),
    ("Current_BASIC_A", 2019...2021), ("Met_QPS", 2016...2099), ("DisAdj", 2017...2099),
    ("RecvdMean", 2018...2020), ("QualPerfShare", 2012...2020), ("MaxShareRate", 2021...2021),
    ("Recvd30p", 2021...2023), ("Current_Track", 2022...2099), ("Met_30pctl", 2022...2023),
    ("Prorate_Shared_Losses", 2022...2023), ("Met_AltQPS", 2023...2099),
    ("FinalLossRate", 2023...2099), ("Impact_Mid_Year_Termination", 2023...2099),
    ("Met_40pctl", 2024...2099), ("Recvd40p", 2024...2099), ("Guardrail", 2024...2099),
    ("ReducedSS", 2024...2099),
  ]

  /// Columns whose absence beside another tells the year.
  private static let absent: [(column: String, beside: String, years: ClosedRange<Int>)] = [
    ("Current_Track_1_Plus", "Current_Track_1", 2016...2017),
    ("Current_BASIC_A", "Current_Track_1_Plus", 2018...2018),
    ("Met_AltQPS", "Met_30pctl", 2022...2022),
  ]
}
