import Foundation
import Scenarios

/// What a run costs as trials, options, beneficiaries and scenarios grow: `swift build -c release`, then
/// `swift run -c release Benchmarks growth`.
///
/// Every case runs in a process of its own, which tells its processor time and the most memory that was
/// resident; rounds are alternated, a round being every case once. Medians of three rounds.
enum GrowthBenchmark {
  static let rounds = 3

  private struct Table {
    var title: String
    var cases: [GrowthCase]
  }

  private static let tables = [
    Table(
      title: "trials: ns a trial, seven options tallied and compared",
      cases: [10_000, 100_000, 1_000_000].map(GrowthCase.trials)),
    Table(
      title: "options: ns a trial of 100,000, tallied and compared",
      cases: [1, 3, 7].map(GrowthCase.options) + [.everyPath]),
    Table(
      title: "beneficiaries, aggregate detail: ns a trial of 20,480, seven options",
      cases: sizes.map { .beneficiaries($0, .aggregate) }),
    Table(
      title: "beneficiaries, one by one: ns a beneficiary-year, 256 trials of seven options",
      cases: sizes.map { .beneficiaries($0, .beneficiaries) }),
    Table(
      title: "scenarios: ns a trial, glidepath portfolio of 10,000 trials each, start charged",
      cases: [1, 10, 100].map(GrowthCase.scenarios)),
  ]

  private static let sizes = [1_000, 10_000, 100_000]

  private static var all: [GrowthCase] { tables.flatMap(\.cases) }

  /// Of seven options.
  private static let file = "Scenarios/rural-first-agreement.yaml"

  /// - Parameter arguments: None; of a child, the number of its case.
  static func run(_ arguments: [String]) throws {
    let workers = ProcessInfo.processInfo.activeProcessorCount
    if let number = arguments.first.flatMap(Int.init), all.indices.contains(number) {
      return print(try all[number].cost(of: file, workers: workers).line)
    }
    print("\(file): \(workers) workers, medians of \(rounds) alternated rounds")
    report(try measured())
  }

  private static func measured() throws -> [GrowthCase: [GrowthCost]] {
    var costs: [GrowthCase: [GrowthCost]] = [:]
    for _ in 0..<rounds {
      for number in all.indices where canRun(all[number]) {
        let told = try output(of: program("Benchmarks"), ["growth", String(number)])
        guard let cost = GrowthCost(line: told) else { throw ChildFailed(name: all[number].name) }
        costs[all[number], default: []].append(cost)
      }
    }
    return costs
  }

  /// The portfolio is the program's, which stands beside this one once it is built.
  private static func canRun(_ one: GrowthCase) -> Bool {
    guard case .scenarios = one else { return true }
    return FileManager.default.isExecutableFile(atPath: program("glidepath").path)
  }

  private static func report(_ costs: [GrowthCase: [GrowthCost]]) {
    for table in tables {
      print("\n\(table.title)")
      var before: Double?
      for one in table.cases {
        guard let measured = costs[one]?.sorted(by: { $0.each < $1.each }) else {
          print("  \(one.name): skipped, no glidepath beside Benchmarks (swift build -c release)")
          continue
        }
        let (median, memory) = (
          measured[measured.count / 2].each, measured.map(\.kilobytes).sorted()[measured.count / 2]
        )
        let ratio = before.map { String(format: "%6.2f times the row above", median / $0) } ?? ""
        print(
          "  " + one.name.padding(toLength: 22, withPad: " ", startingAt: 0)
            + String(
              format: "%10.1f  [%.1f … %.1f]  %5d MB  ", median, measured[0].each,
              measured[measured.count - 1].each, memory / 1_024) + ratio)
        before = median
      }
    }
  }

  /// Built beside this program.
  static func program(_ name: String) -> URL {
    URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: name)
  }

  /// What a program says; its faults go where this one's go.
  static func output(of program: URL, _ arguments: [String]) throws -> String {
    let (process, pipe) = (Process(), Pipe())
    (process.executableURL, process.arguments, process.standardOutput) = (program, arguments, pipe)
    try process.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw ChildFailed(name: ([program.lastPathComponent] + arguments).joined(separator: " "))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  struct ChildFailed: Error { var name: String }
}
