import Regulation

/// The terms golden cases and grids are settled under: the regulation's own.
func inForce(
  _ track: Track, _ year: PerformanceYear, _ agreement: AgreementPeriod,
  _ choice: MinimumRateChoice
) throws -> (TrackTerms, TerminationTerms) {
  let level = switch track { case .basic(let l): l; case .enhanced: Level.e }
  let twoSided = track == .enhanced || level >= .c
  let bands: [(Int,Int,Double,Double)] = [(500,999,0.122,0.087),(1000,2999,0.087,0.05),(3000,4999,0.05,0.039),(5000,5999,0.039,0.036),(6000,6999,0.036,0.034),(7000,7999,0.034,0.032),(8000,8999,0.032,0.031),(9000,9999,0.031,0.03),(10000,14999,0.03,0.027),(15000,19999,0.027,0.025),(20000,49999,0.025,0.022),(50000,59999,0.022,0.02),(60000,1000000,0.02,0.02)]
  let table = MinimumSavingsRateTable(bands: bands.map { .init(fewest: $0.0, most: $0.1, atFewest: Rate($0.2), atMost: Rate($0.3)) })
  var elected: Rate? = nil
  if twoSided, case .elected(let r) = choice { elected = r }
  let basicLimits: [Level: (Double, Double)] = [.c: (0.02, 0.01), .d: (0.04, 0.02), .e: (0.08, 0.04)]
  let losses: LossTerms? = track == .enhanced ? LossTerms(sharedLossRate: .complementOfSharing(within: Rate(0.4)...Rate(0.75)), recoupmentLimit: .init(ofBenchmark: Rate(0.15)))
    : basicLimits[level].map { LossTerms(sharedLossRate: .fixed(Rate(0.3)), recoupmentLimit: .init(ofBenchmark: Rate($0.1), ofRevenue: Rate($0.0))) }
  let y = year.calendarYear
  return (TrackTerms(track: track, minimumRates: .init(table: table, elected: elected, fewestForElection: 5000),
    maximumSharingRate: Rate(track == .enhanced ? 0.75 : level >= .c ? 0.5 : 0.4),
    sharingByQuality: y <= 2020 ? .timesScore : y <= 2022 ? .standardOnly : .standardOrAlternative,
    performancePaymentLimit: Rate(track == .enhanced ? 0.2 : 0.1), sequestration: Rate(y == 2019 || y == 2020 ? 0 : 0.02),
    reducedSharing: track != .enhanced && agreement.firstDay.year >= 2024 ? .init(factor: Rate(0.5), fewestBeneficiaries: 5000) : nil,
    losses: losses, monthsInYear: 12), TerminationTerms(lastMonthWithoutLosses: 6, monthThatKeepsSavings: 12))
}
