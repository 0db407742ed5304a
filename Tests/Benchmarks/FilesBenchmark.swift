import Dispatch
import Foundation
import Projection
import Regulation
import Reporting
import Scenarios

import struct Evidence.TrackRecord

/// What the files of a report cost once everything is simulated: `swift run -c release Benchmarks
/// files`. Seconds on one thread, the median of five.
enum FilesBenchmark {
  static func report(_ file: String) throws {
    let report = try simulated(file)
    var files: [(name: String, bytes: Data)] = []
    var times: [Double] = []
    for _ in 0..<Benchmarks.rounds {
      let start = DispatchTime.now().uptimeNanoseconds
      files = try report.files()
      times.append(Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9)
    }
    times.sort()
    for file in files { print(Benchmarks.row(file.name, Double(file.bytes.count) / 1e3) + " kB") }
    print(
      Benchmarks.row("all of them", times[times.count / 2], digits: 3)
        + String(format: " s [%.3f … %.3f]", times[0], times[times.count - 1]))
    let deck = report.deck
    let page = DispatchTime.now().uptimeNanoseconds
    let html = deck.html
    let seconds = Double(DispatchTime.now().uptimeNanoseconds - page) / 1e9
    print(Benchmarks.row("deck.html alone", seconds, digits: 3) + " s")
    precondition(!html.isEmpty)
  }

  /// A few trials of everything a report tells.
  private static func simulated(_ file: String) throws -> Report {
    var scenario = try Scenario(contentsOf: URL(filePath: file), displayedAs: file)
    scenario.trials = 1_000
    let rules = try Rulebook.current()
    let agreement = try Agreement(scenario, under: rules)
    let ledger = try agreement.ledger(workers: 2)
    var comparison = agreement.comparison(of: ledger)
    comparison.benchmark = try agreement.benchmarkOutlook(of: ledger, workers: 2)
    let paths = try agreement.pathOutlook(workers: 2)
    comparison.paths = paths
    comparison.inputs = try agreement.inputStudy(of: paths, workers: 2)
    comparison.leaving = try agreement.leavingOutlook(beside: nil, workers: 2)
    comparison.spread = try agreement.spreadBreakdown(of: ledger, workers: 2)
    comparison.cash = try agreement.cashOutlook(following: comparison.leadingOption, workers: 2)
    let bench = try StressBench(
      agreement, ledger, under: rules, choice: paths.outcomes[paths.named].path, workers: 2)
    return Report(
      comparison: comparison,
      stresses: try Stress.all(for: scenario).map { try bench.comparison(under: $0, workers: 2) },
      trackRecord: try TrackRecord.shipped(), engineVersion: "benchmark")
  }
}
