import Foundation
import Projection
import Regulation
import Scenarios

/// One size of one thing that grows, run in a process of its own so that its memory is its own.
enum GrowthCase: Hashable {
  case trials(Int)
  /// The scenario's first so many options.
  case options(Int)
  case everyPath
  /// Assigned, drawn one by one or by the means of their enrollment types.
  case beneficiaries(Int, Detail)
  /// Copies of the scenario in a portfolio.
  case scenarios(Int)

  var name: String {
    switch self {
    case .trials(let count): "\(Self.grouped(count)) trials"
    case .options(let count): "\(count) option\(count == 1 ? "" : "s")"
    case .everyPath: "every path"
    case .beneficiaries(let count, _): "\(Self.grouped(count)) beneficiaries"
    case .scenarios(let count): "\(count) scenario\(count == 1 ? "" : "s")"
    }
  }

  /// Trials of a scenario, and how often they are run.
  private var work: (trials: Int, times: Int) {
    switch self {
    case .trials(let count): (count, 1)
    case .options, .everyPath: (100_000, 1)
    case .beneficiaries(_, .aggregate): (20_480, 1)
    case .beneficiaries(let count, .beneficiaries): (256, max(1, 100_000 / count))
    case .scenarios: (10_000, 1)
    }
  }

  /// What the cost is divided by.
  private var count: Int {
    let trials = work.trials * work.times
    return switch self {
    case .beneficiaries(let count, .beneficiaries): trials * count * 5
    case .scenarios(let count): trials * count
    default: trials
    }
  }

  /// Simulates and counts. Rules and tables are made before the clock starts; of a portfolio, after.
  func cost(of file: String, workers: Int) throws -> GrowthCost {
    if case .scenarios(let copies) = self { return try portfolio(of: copies, file) }
    var scenario = try Scenario(contentsOf: URL(filePath: file), displayedAs: file)
    if case .options(let most) = self {
      scenario.agreement.options = Array(scenario.agreement.options.prefix(most))
    }
    if case .beneficiaries(let assigned, let detail) = self {
      scenario = DetailBenchmark(scenario, assigned: assigned).scenario
      scenario.detail = detail
    }
    scenario.trials = 100
    let rules = try Rulebook.current()
    try run(try Agreement(scenario, under: rules), workers: 1)
    scenario.trials = work.trials
    let agreement = try Agreement(scenario, under: rules)
    let start = Usage.now
    for _ in 0..<work.times { try run(agreement, workers: workers) }
    return GrowthCost(Usage.now - start, over: count)
  }

  private func run(_ agreement: Agreement, workers: Int) throws {
    switch self {
    case .everyPath:
      _ = try agreement.pathOutlook(workers: workers)
    case .beneficiaries:
      _ = try agreement.ledger(workers: workers)
    default:
      let bench = try TallyBench(agreement, workers: workers)
      let tally = try bench.tally(of: 0..<bench.blocks, workers: workers)
      _ = agreement.comparison(of: tally)
    }
  }

  /// The program itself on a folder of copies, its start charged.
  private func portfolio(of copies: Int, _ file: String) throws -> GrowthCost {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let many = folder.appending(path: "many")
    try FileManager.default.createDirectory(at: many, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for copy in 0..<copies {
      try FileManager.default.copyItem(
        at: URL(filePath: file), to: many.appending(path: "copy-\(copy).yaml"))
    }
    _ = try GrowthBenchmark.output(
      of: GrowthBenchmark.program("glidepath"),
      [
        "portfolio", many.path, "--trials", String(work.trials), "--quiet", "--output",
        folder.appending(path: "out").path,
      ])
    return GrowthCost(Usage.ofChildren, over: count)
  }

  private static func grouped(_ count: Int) -> String {
    count < 1_000
      ? "\(count)" : "\(grouped(count / 1_000)),\("\(count % 1_000 + 1_000)".dropFirst())"
  }
}

/// What one case came to: a line of a child's output.
struct GrowthCost {
  /// Nanoseconds of the processor, for each of what is counted.
  var each: Double
  var kilobytes: Int

  var line: String { "\(each) \(kilobytes)" }

  init(_ usage: Usage, over count: Int) {
    (each, kilobytes) = (usage.seconds * 1e9 / Double(count), usage.kilobytes)
  }

  init?(line: some StringProtocol) {
    let words = line.split(whereSeparator: \.isWhitespace)
    guard words.count == 2, let each = Double(words[0]), let kilobytes = Int(words[1]) else {
      return nil
    }
    (self.each, self.kilobytes) = (each, kilobytes)
  }
}
