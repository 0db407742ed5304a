import Foundation
import Projection
import Regulation
import Sampling
import Scenarios

/// Glidepath's side of the comparison with peers in other languages; `Tests/Benchmarks/Peers/
/// compare.sh` is the command to run, and calls these:
///
///     Benchmarks peers parameters SCENARIO FILE         all that a peer has to know, as JSON
///     Benchmarks peers histories SCENARIO TRIALS FILE   observed years and what the law paid
///     Benchmarks peers run SCENARIO TRIALS SEED         one run, one line of JSON
enum PeerBenchmark {
  struct Usage: Error, CustomStringConvertible {
    var description: String {
      "Benchmarks peers parameters SCENARIO FILE | histories SCENARIO TRIALS FILE | "
        + "run SCENARIO TRIALS SEED"
    }
  }

  /// - Parameter arguments: What follows `peers`.
  static func run(_ arguments: [String]) throws {
    guard arguments.count >= 3 else { throw Usage() }
    let file = arguments[1]
    let scenario = try Scenario(contentsOf: URL(filePath: file), displayedAs: file)
    let rest = arguments.dropFirst(2).map { $0 }
    switch (arguments[0], rest.count) {
    case ("parameters", 1):
      let parameters = try PeerParameters(scenario, under: try Rulebook.current())
      try json(parameters.facts).write(to: URL(filePath: rest[0]))
    case ("histories", 2):
      guard let trials = Int(rest[0]) else { throw Usage() }
      try PeerHistories(scenario, trials: trials).write(to: URL(filePath: rest[1]))
    case ("run", 2):
      guard let trials = Int(rest[0]), let seed = UInt64(rest[1]) else { throw Usage() }
      print(String(decoding: try outcome(of: scenario, trials: trials, seed: seed), as: UTF8.self))
    default: throw Usage()
    }
  }

  struct Disagreement: Error, CustomStringConvertible {
    var description: String { "The totals timed are not those of the payments kept." }
  }

  /// One worker's run: what it found, and the processor seconds of the trials alone, once with their
  /// five-year totals kept, as the peers keep them, and once with every payment.
  private static func outcome(of scenario: Scenario, trials: Int, seed: UInt64) throws -> Data {
    var scenario = scenario
    (scenario.trials, scenario.seed) = (trials, seed)
    let agreement = try Agreement(scenario, under: try Rulebook.current())
    let totals = FiveYearTotals(agreement)
    let seconds = timed { totals.run() }
    var every: Ledger?
    let ledgerSeconds = try timed { every = try agreement.ledger(workers: 1) }
    guard let ledger = every, isTotal(totals, of: ledger.kept) else { throw Disagreement() }
    let comparison = agreement.comparison(of: ledger)
    return try json([
      "engine": "glidepath", "trials": trials, "seconds": seconds,
      "everyPayment": ledgerSeconds,
      "options": comparison.outlooks.map { outlook -> [String: Any] in
        let fifth = outlook.total.quantiles[0]
        return [
          "name": outlook.option.name, "mean": outlook.total.mean.value,
          "meanError": outlook.total.mean.standardError,
          "spread": outlook.total.standardDeviation, "owe": outlook.total.chanceToOwe.value,
          "fifth": fifth.value.dollars.amount, "fifthError": fifth.standardError,
        ]
      },
      "years": comparison.histories.map { year -> [String: Any] in
        [
          "assigned": [year.assignedBeneficiaries.value, year.assignedBeneficiaries.standardError],
          "benchmark": [year.benchmark.value, year.benchmark.standardError],
          "expenditure": [year.expenditure.value, year.expenditure.standardError],
          "savingsRate": [year.savingsRate.value, year.savingsRate.standardError],
          "qualityScore": [year.qualityScore.value, year.qualityScore.standardError],
          "standardMet": year.qualityStandardMet.value, "notMet": year.qualityNotMet.value,
        ]
      },
    ])
  }

  private static func timed(_ body: () throws -> Void) rethrows -> Double {
    let start = processorSeconds
    try body()
    return processorSeconds - start
  }

  private static func isTotal(_ totals: borrowing FiveYearTotals, of kept: KeptPayments) -> Bool {
    for option in 0..<kept.optionCount {
      var sums = Array(repeating: Int64.zero, count: kept.trials)
      for year in 0..<5 {
        for (trial, cents) in kept.column(of: option, year: year).enumerated() {
          sums[trial] += cents
        }
      }
      if !sums.elementsEqual(totals.total(of: option)) { return false }
    }
    return true
  }

  private static func json(_ value: [String: Any]) throws -> Data {
    try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys])
  }

  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
