import Foundation
import Regulation
import Scenarios
import Testing

@testable import Projection

/// Proof 6: histories drawn one by one and histories of means settle alike.
@Suite struct DetailAgreementTests {
  /// A small version of the table below.
  @Test func `both details pay alike at ten thousand beneficiaries`() throws {
    let agreement = try DetailAgreement(assigned: 10_000, trials: 4_000)
    for row in agreement.rows {
      for (name, found) in [
        ("mean", row.mean), ("sd", row.standardDeviation), ("5th", row.fifthPercentile),
      ] {
        print(
          "\(row.option) \(name): aggregate \(found.aggregate), one by one "
            + "\(found.difference >= 0 ? "+" : "")\(found.difference) ± \(found.standardError)")
        #expect(abs(found.difference) <= 4 * found.standardError, "\(row.option), \(name)")
      }
    }
  }

  static let wantsTable = ProcessInfo.processInfo.environment["GLIDEPATH_DETAIL_TABLE"] != nil

  /// Where the details part: set GLIDEPATH_DETAIL_TABLE to print it (about a minute).
  @Test(.enabled(if: wantsTable), arguments: [1_000, 5_000, 10_000, 50_000])
  func `the table over sizes`(assigned: Int) throws {
    let trials = assigned > 20_000 ? 4_000 : 20_000
    let agreement = try DetailAgreement(assigned: assigned, trials: trials)
    for row in agreement.rows {
      let spread = row.standardDeviation.aggregate
      let cells = [row.mean, row.standardDeviation, row.fifthPercentile].map { found in
        String(
          format: "%12.0f %+9.0f ± %6.0f (%+5.2f%% of sd, z %+5.1f)", found.aggregate,
          found.difference, found.standardError, 100 * found.difference / spread, found.z)
      }
      print("\(assigned) | \(row.option) | \(cells.joined(separator: " | "))")
      guard assigned >= 10_000 else { continue }
      for found in [row.mean, row.standardDeviation, row.fifthPercentile] {
        #expect(abs(found.difference) <= 4 * found.standardError, "\(row.option)")
      }
    }
  }

  @Test(arguments: [2, 7])
  func `the same cents on any number of workers`(workers: Int) throws {
    let scenario = try DetailAgreement.scenario(
      assigned: 1_000, trials: 3_000, detail: .beneficiaries)
    let agreement = try Agreement(scenario, under: try Rulebook.current())
    let alone = try agreement.ledger(workers: 1)
    let together = try agreement.ledger(workers: workers)
    #expect(firstMismatch(together.payment, alone.payment) == nil)
    #expect(firstMismatch(together.net, alone.net) == nil)
  }

  @Test func `a replayed trial pays the cents of the ledger`() throws {
    let scenario = try DetailAgreement.scenario(
      assigned: 1_000, trials: 1_000, detail: .beneficiaries)
    let agreement = try Agreement(scenario, under: try Rulebook.current())
    let ledger = try agreement.ledger(workers: 2)
    for trial in stride(from: 0, to: 1_000, by: 97) {
      for (year, replayed) in agreement.replay(trial: trial, option: 4).enumerated() {
        let column = ledger.payments(of: 4, year: year)
        #expect(replayed.paid.count == column[column.startIndex + trial])
      }
    }
  }
}
