import CSettlement
import CWidths
import Regulation
import Testing

@testable import Reconciliation

/// The kernel against the readable law: every settlement the same cents, at every width.
@Suite struct SettledColumnsTests {
  static let tracks: [Track] = [
    .basic(.a), .basic(.b), .basic(.c), .basic(.d), .basic(.e), .enhanced,
  ]
  static let choices: [MinimumRateChoice] = [
    .variable, .elected(Rate(0)), .elected(Rate(0.005)), .elected(Rate(0.02)),
  ]

  /// Every track, minimum rate and performance year whose rules differ, and terms no rule has yet.
  static func everyTerms() throws -> [TrackTerms] {
    var all: [TrackTerms] = []
    for (year, start) in [(2020, 2020), (2022, 2022), (2025, 2024), (2030, 2027)] {
      let agreement = AgreementPeriod(firstDay: Day(year: start, month: 1, day: 1))
      for track in tracks {
        for choice in choices {
          all.append(try inForce(track, PerformanceYear(year), agreement, choice).0)
        }
      }
    }
    var noLimit = all[all.count - 1]
    noLimit.losses?.recoupmentLimit = LossRecoupmentLimit(ofBenchmark: nil)
    var revenueAlone = all[all.count - 1]
    revenueAlone.losses?.recoupmentLimit = LossRecoupmentLimit(
      ofBenchmark: nil, ofRevenue: Rate(0.08))
    var timesScore = all[all.count - 1]
    timesScore.sharingByQuality = .timesScore
    var standardOnly = all[all.count - 1]
    standardOnly.sharingByQuality = .standardOnly
    return all + [noLimit, revenueAlone, timesScore, standardOnly]
  }

  /// Settles batches of years and compares each with the readable law.
  ///
  /// - Returns: How many settlements were compared.
  static func compare(_ years: [PerformanceYearResult], under terms: TrackTerms) throws -> Int {
    let measured = MeasuredColumns()
    let rates = try #require(VariableRates(terms.minimumRates.table))
    let settled = SettledColumns(2)
    let law = SettlingColumns(SettlingTerms(terms), measured, rates, into: settled, at: 1)
    let lookup = rates.lookup(in: measured)
    var compared = 0
    for start in stride(from: 0, to: years.count, by: ObservedColumns.trials) {
      let batch = (0..<ObservedColumns.trials).map { years[(start + $0) % years.count] }
      for (trial, year) in batch.enumerated() { measured.set(year, of: trial) }
      for width in 0...cw_widest() {
        lookup.look(width: width)
        law.settle(factor: 0.75, beside: -3, width: width)
        for (trial, year) in batch.enumerated() {
          let readable = year.settlement(under: terms)
          let cents = settled.cents(of: 1)[trial]
          try #require(
            cents == Double(readable.earned.count), "\(year) under \(terms), width \(width)")
          #expect(settled.added(of: 1)[trial] == 0.75 * cents + -3)
          #expect(
            (settled.overruns(of: 1)[trial] != 0) == year.isOverrun(under: terms), "\(year)")
          #expect(settled.limitHits(of: 1)[trial] == limitHit(readable), "\(year), \(terms)")
          compared += 1
        }
      }
    }
    // What settles reads columns that it does not keep.
    withExtendedLifetime((rates, measured, settled)) {}
    return compared
  }

  static func limitHit(_ settlement: Settlement) -> Double {
    switch settlement.outcome {
    case .sharedSavings(let savings): savings.isLimited ? 1 : 0
    case .sharedLosses(let losses): losses.isLimited ? 16 : 0
    case .noShare: 0
    }
  }

  @Test func `seeded years settle to the readable law's cents`() throws {
    let years = SeededYears(seed: 8).lazy.filter { $0.participantRevenue != nil }.prefix(6_400)
    let known = Array(years)
    var compared = 0
    for terms in try Self.everyTerms() { compared += try Self.compare(known, under: terms) }
    #expect(compared >= 600_000)
  }

  @Test(arguments: try GoldenCase.all(in: GoldenSettlementTests.files))
  func `golden cases settle to the cent`(_ golden: GoldenCase) throws {
    // What the kernel has no column for: revenue not known, and an agreement that ends in the year.
    guard golden.year.participantRevenue != nil, golden.year.earlyEnd == nil else { return }
    _ = try Self.compare([golden.year], under: golden.terms)
  }

  /// Each test of the law at its threshold, and a cent either side.
  @Test func `thresholds a cent either side`() throws {
    var compared = 0
    for terms in try Self.everyTerms() {
      for assigned in [499, 500, 4_999, 5_000, 5_001, 9_999, 60_000, 60_001] {
        let rate = terms.minimumRates.rate(forAssigned: assigned).rate.fraction
        let benchmark = 123_456_789.01
        let years = [-1.0, 1.0].flatMap { side in
          [-0.01, 0, 0.01].flatMap { cent in
            [nil, benchmark * 1.01].map { guardrail in
              PerformanceYearResult(
                assignedBeneficiaries: assigned, benchmark: Dollars(benchmark),
                guardrailBenchmark: guardrail.map { Dollars($0) },
                expenditure: Dollars(benchmark + side * rate * benchmark + cent),
                participantRevenue: Dollars(30_000_000), isLowRevenue: assigned % 2 == 0,
                quality: QualityResult(standing: .standardMet, score: Rate(0.6)))
            }
          }
        }
        compared += try Self.compare(years, under: terms)
      }
    }
    #expect(compared > 40_000)
  }

  /// Two years: net is carried in parts of a cent, halves among them, and told in whole ones.
  @Test(arguments: 0...cw_widest(), [ObservedColumns.trials, 7])
  func `what a plain option is paid is written for the first trials alone`(
    width: Int32, count: Int
  ) {
    let lanes = ObservedColumns.trials
    let settled = SettledColumns(1)
    let columns = UnsafeMutableRawPointer(settled.values).assumingMemoryBound(to: Double.self)
    var net = Array(repeating: 0.0, count: lanes)
    var (paid, left) = (
      Array(repeating: Int64(-1), count: lanes), Array(repeating: Int64(-1), count: lanes)
    )
    var hits = Array(repeating: UInt8.zero, count: lanes)
    var expected = (net: net, hits: hits)
    for year in 0..<2 {
      for trial in 0..<lanes {
        let cents = Double(trial * 977 - 30_001 - year)
        columns[cs_s_cents * lanes + trial] = cents
        columns[cs_s_limit * lanes + trial] = [0.0, 1, 16][(trial + year) % 3]
        columns[cs_s_added * lanes + trial] = 0.5 * cents
        guard trial < count else { continue }
        expected.net[trial] += 0.5 * cents
        expected.hits[trial] += [0, 1, 16][(trial + year) % 3]
      }
      cs_pay(width, settled.values, Int32(count), &net, &paid, &left, &hits)
    }
    #expect(net == expected.net && hits == expected.hits)
    for trial in 0..<lanes {
      let told = trial < count
      #expect(paid[trial] == (told ? Int64(trial * 977 - 30_002) : -1))
      #expect(
        left[trial]
          == (told ? Int64(expected.net[trial].rounded(.toNearestOrAwayFromZero)) : -1))
    }
    #expect(expected.net.contains { $0.rounded(.down) + 0.5 == $0 })
  }

  @Test func `a result put in columns is read back`() {
    let columns = MeasuredColumns()
    let years = Array(SeededYears(seed: 9).lazy.filter { $0.participantRevenue != nil }.prefix(64))
    for (trial, year) in years.enumerated() { columns.set(year, of: trial) }
    for (trial, year) in years.enumerated() {
      var expected = year
      if let guardrail = year.guardrailBenchmark, guardrail <= year.benchmark {
        expected.guardrailBenchmark = nil
      }
      #expect(columns.result(of: trial) == expected)
    }
  }
}
