import ArgumentParser
import Foundation
import Projection
import Regulation
import Reporting
import Scenarios

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "One simulated history settled line by line, each line with its paragraph.",
    discussion: """
      EXAMPLES
        glidepath explain Scenarios/rural-first-agreement.yaml --trial 4711 --option levelE
        glidepath explain Scenarios/rural-first-agreement.yaml --percentile 5 --option enhanced

      A percentile's trial is looked up in the run kept by project --keep-trials where scenario, \
      rules, seed, trials, sampler, sampling and version are the same; otherwise every trial is simulated again.
      """)

  @Argument(help: "A scenario file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(help: "The option, by its key; the scenario's first by default.")
  var option: String?

  @Option(parsing: .unconditional, help: "The trial's number, 0 for the first.")
  var trial: Int?

  @Option(
    parsing: .unconditional,
    help: "Instead of a trial: the one at this percentile of five-year payments.")
  var percentile: Double?

  @Option(
    name: .customLong("run"),
    help: "A kept run in which to find the percentile's trial; the report folder's by default.",
    completion: .file(extensions: ["sqlite"]))
  var keptRun: String?

  @OptionGroup var simulation: SimulationOptions

  @OptionGroup var points: PointOptions

  @Flag(help: "JSON on standard output.")
  var json = false

  func validate() {
    if (trial == nil) == (percentile == nil) { Misuse.note("Give either --trial or --percentile.") }
    if let trial, !(0..<Int(UInt32.max)).contains(trial) {
      Misuse.note("--trial is \(trial). Allowed: 0 through 4,294,967,294.")
    }
    if let percentile, !(0...100).contains(percentile) {
      Misuse.note("--percentile is \(percentile). Allowed: 0 through 100.")
    }
    if keptRun != nil, percentile == nil {
      Misuse.note("--run is given without --percentile. A trial needs no kept run.")
    }
  }

  func run() throws {
    try Leaving.onFault {
      Interruption.askBetweenBatches()
      let scenario = try points.applied(to: simulation.applied(to: try Reading.scenario(file)))
      let place = try place(of: scenario)
      let agreement = try Agreement(scenario, under: try Rulebook.current()).sampled(
        workers: simulation.workerCount, isCancelled: Interruption.isRequested)
      let chosen = try trial ?? trialAtPercentile(agreement, place)
      let years = agreement.replay(trial: chosen, option: place)
      let title =
        "\(scenario.title), \(scenario.agreement.options[place].option.title), simulated trial "
        + "\(chosen), seed \(scenario.seed)"
      let calendar = try calendar(of: agreement, chosen, place)
      try show(
        json
          ? try jsonText(years, title, calendar) : text(years, title) + (calendar?.text ?? ""))
    }
  }

  private func place(of scenario: Scenario) throws -> Int {
    let names = scenario.agreement.options.map(\.option.name)
    guard let option else { return 0 }
    guard let place = names.firstIndex(of: option) else {
      throw ValidationError(
        "--option is \(option). Allowed in this scenario: \(names.joined(separator: ", ")).")
    }
    return place
  }

  private func trialAtPercentile(_ agreement: Agreement, _ place: Int) throws -> Int {
    if let kept = try KeptTrials(file: keptRun)
      .trial(atPercentile: percentile ?? 0, of: place, under: agreement)
    {
      return kept
    }
    let ledger = try simulation.ledger(of: agreement, label: "Simulating", quiet: false)
    return agreement.trial(atPercentile: percentile ?? 0, of: place, in: ledger)
  }

  private func statements(_ year: ReplayedYear) -> [Statement] {
    let name = "Performance year \(year.observed.performanceYear)"
    return built(year, name) + quality(year, name) + [
      Statement(title: "\(name): updated benchmark", of: year.observed, year.benchmark),
      Statement(
        title: "\(name): settlement under \(year.terms.track.title)", of: year.result,
        under: year.terms, year.settlement, year.payment),
    ]
  }

  /// Where the benchmark was built for this year: at signing, at an early renewal, and for a new
  /// participant list.
  private func built(_ year: ReplayedYear, _ name: String) -> [Statement] {
    year.built.map { [Statement(title: "\(name): historical benchmark", of: $0)] } ?? []
  }

  /// Where quality is measured measure by measure.
  private func quality(_ year: ReplayedYear, _ name: String) -> [Statement] {
    [
      Statement(
        title: "\(name): quality measures", of: year.observed.quality, under: year.quality)
    ].compactMap { $0 }
  }

  /// How the option's exit rule ended it, where it did.
  private func leaving(_ year: ReplayedYear) -> String? {
    guard let left = year.left else { return nil }
    let name = year.observed.performanceYear
    let what =
      switch left {
      case .june30: "by 30 June \(name): nothing of \(name) is shared or owed"
      case .december31: "on 31 December \(name): later years are not settled"
      }
    return "The ACO leaves \(what) (\(Paragraph.termination)).\n\n"
  }

  /// Where the scenario states when money moves.
  private func calendar(
    of agreement: Agreement, _ trial: Int, _ option: Int
  ) throws -> CashStatement? {
    guard agreement.scenario.cash != nil else { return nil }
    return CashStatement(
      try agreement.cashCalendar(
        trial: trial, option: option, workers: simulation.workerCount))
  }

  private func text(_ years: [ReplayedYear], _ title: String) -> String {
    let total = years.reduce(Cents.zero) { $0 + $1.paid }
    let due = years.reduce(Cents.zero) { $0 + $1.dueAtEnd }
    let parts = years.flatMap(statements).map(\.text)
    let what = years.last?.left == nil ? "prepaid shared savings" : "advances"
    let repaid =
      due == .zero
      ? "" : ", after \(Statement.money(due.dollars)) of \(what) due at the end"
    return """
      \(title)

      \(parts.joined(separator: "\n"))
      \(years.last.flatMap(leaving) ?? "")Five-year payment: \(Statement.money(total.dollars))\(repaid)

      """
  }

  private func jsonText(
    _ years: [ReplayedYear], _ title: String, _ calendar: CashStatement?
  ) throws -> String {
    let objects = years.map { year in
      let historical = built(year, "").map { "\"historicalBenchmark\": \($0.json), " }
      let measures = quality(year, "").map { "\"quality\": \($0.json), " }
      let parts = statements(year).suffix(2).map(\.json)
      let before = (historical + measures).joined()
      let left = year.left.map { ", \"left\": \"\($0.rawValue)\"" } ?? ""
      return "{\(before)\"benchmark\": \(parts[0]), \"settlement\": \(parts[1])\(left)}"
    }
    let quoted = String(decoding: try JSONEncoder().encode(title), as: UTF8.self)
    let cash = calendar.map { ", \"cash\": \($0.json)" } ?? ""
    return "{\"title\": \(quoted), \"years\": [\(objects.joined(separator: ", "))]\(cash)}\n"
  }
}
