import Regulation

/// The terms golden cases and grids are settled under: the regulation's own.
func inForce(
  _ track: Track, _ year: PerformanceYear, _ agreement: AgreementPeriod,
  _ choice: MinimumRateChoice
) throws -> (TrackTerms, TerminationTerms) {
  let rules = try Rulebook.current()
  return (
    try rules.terms(for: track, in: year, of: agreement, choosing: choice),
    try rules.terminationTerms(in: year, of: agreement)
  )
}

/// A track's terms in performance year 2025 of an agreement from that year.
func inForce(_ track: Track, choosing choice: MinimumRateChoice = .variable) throws -> TrackTerms {
  try inForce(
    track, PerformanceYear(2025), .init(firstDay: Day(year: 2025, month: 1, day: 1)), choice
  )
  .0
}
