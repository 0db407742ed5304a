import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

@Suite struct ReopeningTests {
  private static let rootOfTwoPi = 2.5066282746310002

  private static func outlook(
    _ base: Reopening.Base, _ probability: Double, _ spread: Double, trials: Int = 40_000
  ) throws -> (ledger: Ledger, parties: PartyOutlook) {
    var scenario = Scenario.planned(trials: trials)
    scenario.reopening = Reopening(
      probability: probability, standardDeviation: spread, base: base)
    scenario.agreement.options = [.held(.basic(.a)), .held(.basic(.e))].map {
      RequestedOption(option: $0, whatIf: "not open")
    }
    let agreement = try scenario.agreement()
    let ledger = try agreement.ledger(workers: 2)
    let parties = try #require(agreement.comparison(of: ledger).parties)
    return (ledger, parties)
  }

  /// Five years that settle at the same P: half of a revision is downward and its mean is
  /// σP/√(2π) a reopened year, so 5 · 0.05 · 0.1 · P/√(2π); something is taken back with
  /// 1 − (1 − 0.05/2)^5 = 0.11890.
  @Test func `of a fixed settlement it is the half-normal's mean`() throws {
    let (ledger, parties) = try Self.outlook(.settlement, 0.05, 0.1)
    for option in 0..<2 {
      let paid = Double(try #require(ledger.payments(of: option, year: 0).first)) / 100
      #expect(paid > 1e6)
      let liability = try #require(parties.options[option].contingentLiability)
      let exact = 5 * 0.05 * 0.1 * paid / Self.rootOfTwoPi
      #expect(abs(liability.expected.value - exact) < 4 * liability.expected.standardError)
      #expect(abs(liability.chance.value - 0.11890) < 4 * liability.chance.standardError)
      #expect(liability.at95.value > .zero)
    }
  }

  /// One reopening in a hundred: something is taken back in 1 − 0.995^5 = 2.5 percent, less than
  /// one in twenty, so the 95th percentile is zero.
  @Test func `a percentile below the chance of anything is zero`() throws {
    let (_, parties) = try Self.outlook(.settlement, 0.01, 0.1)
    let liability = try #require(parties.options[1].contingentLiability)
    #expect(liability.at95.value == .zero && liability.expected.value > 0)
  }

  /// Of the benchmark, $111,104,272.50 a year; a one-sided year gives back at most what it was paid.
  @Test func `of the benchmark, and never more than paid where nothing can be owed`() throws {
    let (ledger, parties) = try Self.outlook(.benchmark, 0.05, 0.1)
    let two = try #require(parties.options[1].contingentLiability)
    let exact = 5 * 0.05 * 0.1 * 111_104_272.50 / Self.rootOfTwoPi
    #expect(abs(two.expected.value - exact) < 4 * two.expected.standardError)
    let one = try #require(ledger.parties?.liability(of: 0))
    let paid = try #require(ledger.payments(of: 0, year: 0).first)
    #expect(one.contains(paid))
    #expect(one.allSatisfy { $0 <= 5 * paid })
    // One reopened year of five never takes back more than its own payment.
    let least = try #require(one.filter { $0 > 0 }.sorted().first)
    #expect(least <= paid)
  }

  @Test func `never reopened, never owed`() throws {
    let (_, parties) = try Self.outlook(.benchmark, 0, 1, trials: 500)
    #expect(parties.options[1].contingentLiability?.expected.value == 0)
    #expect(parties.options[1].contingentLiability?.chance.value == 0)
  }
}
