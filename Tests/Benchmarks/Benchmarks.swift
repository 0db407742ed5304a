import Dispatch
import Foundation
import Projection
import Reconciliation
import Regulation
import Sampling
import Scenarios

/// Where the time of a run goes: `swift run -c release Benchmarks [FILE] [TRIALS]`.
///
/// One thread unless said otherwise; each figure is the median of five runs, nanoseconds a trial
/// of five years, with the least and the most beside it.
@main
struct Benchmarks {
  static let rounds = 5

  static func main() {
    do {
      try run()
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(65)
    }
  }

  private static func run() throws {
    let arguments = CommandLine.arguments
    if arguments.count > 1, arguments[1] == "beneficiaries" {
      let file = "Scenarios/rural-first-agreement.yaml"
      return try DetailBenchmark.report(
        try Scenario(contentsOf: URL(filePath: file), displayedAs: file))
    }
    if arguments.count > 1, arguments[1] == "files" {
      return try FilesBenchmark.report("Scenarios/rural-first-agreement.yaml")
    }
    if arguments.count > 1, arguments[1] == "sampling" {
      return try SamplingBenchmark.report(Array(arguments.dropFirst(2)))
    }
    if arguments.count > 1, arguments[1] == "growth" {
      return try GrowthBenchmark.run(Array(arguments.dropFirst(2)))
    }
    if arguments.count > 1, arguments[1] == "peers" {
      return try PeerBenchmark.run(Array(arguments.dropFirst(2)))
    }
    let file = arguments.count > 1 ? arguments[1] : "Scenarios/rural-first-agreement.yaml"
    let trials = arguments.count > 2 ? Int(arguments[2]) ?? 20_000 : 20_000
    var scenario = try Scenario(contentsOf: URL(filePath: file), displayedAs: file)
    scenario.trials = trials
    let agreement = try Agreement(scenario, under: try Rulebook.current())
    print("\(file): \(trials) trials, \(scenario.agreement.options.count) options")
    let sampling = measure("histories alone", trials) { sample(scenario) }
    let whole = measure("whole trial, 1 worker", trials) {
      Double((try? agreement.ledger(workers: 1))?.trials ?? 0)
    }
    let both = measure("whole trial, 2 workers (wall)", trials) {
      Double((try? agreement.ledger(workers: 2))?.trials ?? 0)
    }
    let ledger = try agreement.ledger(workers: 2)
    let statistics = measure("statistics, 2 threads (wall)", trials) {
      agreement.comparison(of: ledger).outlooks[0].total.mean.value
    }
    let paths = measure("every path and statistics, 1 worker", trials) {
      Double((try? agreement.pathOutlook(workers: 1))?.outcomes.count ?? 0)
    }
    print("")
    print(row("every path over a whole trial", paths / whole, digits: 2))
    print(row("law and payment (difference)", whole - sampling))
    print(row("histories as a share of a trial", 100 * sampling / whole) + " %")
    print(row("two workers over one", both / whole, digits: 2))
    print(row("statistics over trials, wall", statistics / both, digits: 2))
  }

  /// Five years of every trial, and nothing else: many trials at once where that can be done.
  static func sample(_ scenario: Scenario) -> Double {
    let model = PathModel(scenario, seed: scenario.seed)
    var sum = 0.0
    if let batch = HistoryBatch(model) {
      for first in stride(from: 0, to: scenario.trials, by: ObservedColumns.trials) {
        batch.start(at: first)
        for year in 1...5 { sum += batch.columns(of: year).expenditure[0] }
      }
      return sum
    }
    var sampler = HistorySampler(model)
    for trial in 0..<UInt32(scenario.trials) {
      sampler.start(trial: trial)
      for _ in 0..<5 { sum += sampler.nextYear().strata.agedNonDual.expenditure.amount }
    }
    return sum
  }

  /// Median nanoseconds a trial; prints it with the extremes. The sum keeps the work from being
  /// optimised away.
  static func measure(_ name: String, _ trials: Int, _ body: () -> Double) -> Double {
    var times: [Double] = []
    var sum = 0.0
    for _ in 0..<rounds {
      let start = DispatchTime.now().uptimeNanoseconds
      sum += body()
      times.append(Double(DispatchTime.now().uptimeNanoseconds - start) / Double(trials))
    }
    times.sort()
    let spread = "[\(Int(times[0])) … \(Int(times[rounds - 1]))]"
    print(row(name, times[rounds / 2]) + " ns/trial \(spread)" + (sum.isNaN ? " NaN" : ""))
    return times[rounds / 2]
  }

  static func row(_ name: String, _ value: Double, digits: Int = 0) -> String {
    let text = String(format: "%.\(digits)f", value)
    return name.padding(toLength: 34, withPad: " ", startingAt: 0)
      + String(repeating: " ", count: max(0, 10 - text.count)) + text
  }
}
