import ArgumentParser
import Projection
import Regulation
import Reporting
import Scenarios

extension Rules {
  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "What differs between two editions or two performance years, and what it pays.",
      discussion: """
        With --scenario both sets of rules settle the scenario on the same draws: every option \
        under both, the paired change, and a waterfall by changed rule, laid one after another in \
        the order of the rule files and each by itself.

        Two performance years then mean two laws: every rule is read as of the one year, in all \
        five performance years of the scenario's agreement; what is fixed at the start is read as \
        for an agreement that starts in that year.

        EXAMPLES
          glidepath rules diff cfr cy2027Proposed
          glidepath rules diff 2023 2024 --track enhanced
          glidepath rules diff cfr cy2027Proposed --scenario Scenarios/rural-first-agreement.yaml
          glidepath rules diff 2024 2027 --scenario Scenarios/renewing-aco.yaml --trials 20000
        """)

    @Argument(help: "cfr (the regulation), an edition, or a performance year.")
    var before: String

    @Argument(help: "cfr (the regulation), an edition, or a performance year.")
    var after: String

    @OptionGroup var scope: RuleScope

    @Option(
      help: "Settle this scenario under both.", completion: .file(extensions: ["yaml", "yml"]))
    var scenario: String?

    @OptionGroup var simulation: SimulationOptions

    @Flag(help: "No progress.")
    var quiet = false

    func run() throws {
      try Leaving.onFault {
        if let scenario {
          try show(told(scenario))
        } else {
          try refuseSimulationOptions()
          let rows = try differences()
          let title = "From \(before) to \(after)"
          try show(scope.json ? try RulesTable.json(rows) : RulesTable.text(rows, title: title))
        }
      }
    }

    private func differences() throws -> [RuleDifference] {
      let track = try scope.chosenTrack()
      if let years = try years() {
        return try Rulebook.current().difference(
          for: track,
          from: (PerformanceYear(years.before), try scope.agreement(for: years.before)),
          to: (PerformanceYear(years.after), try scope.agreement(for: years.after)))
      }
      if scope.agreementStart != nil {
        throw ValidationError(
          "--agreement-start is given beside two editions, which are told for agreements of every day. "
            + "Allowed: with two performance years. Leave it out.")
      }
      return try book(after).difference(from: try book(before), for: track)
    }

    /// `nil` where two editions are asked for.
    fileprivate func years() throws -> (before: Int, after: Int)? {
      switch (Int(before), Int(after)) {
      case (let first?, let second?): return (first, second)
      case (nil, nil): return nil
      default:
        throw ValidationError(
          "\(before) and \(after) are not alike. Allowed: two performance years, or two editions.")
      }
    }

    fileprivate func book(_ name: String) throws -> Rulebook {
      try RuleScope.adopting(["regulation", "cfr"].contains(name) ? [] : [name])
    }

    private func refuseSimulationOptions() throws {
      let given = [
        ("--trials", simulation.trials != nil), ("--seed", simulation.seed != nil),
        ("--sampler", simulation.sampler != nil),
        ("--workers", simulation.parallel.workers != nil), ("--quiet", quiet),
      ]
      guard let option = given.first(where: \.1)?.0 else { return }
      throw ValidationError("\(option) is given without --scenario. Name a scenario, or leave it.")
    }
  }
}

/// The two sets of rules laid on a scenario.
extension Rules.Diff {
  fileprivate func told(_ file: String) throws -> String {
    try refuseScope()
    let books = try books()
    let scenario = simulation.applied(to: try Reading.scenario(file))
    guard scenario.editions.isEmpty else {
      Leaving.say(
        "\(file): rules.editions is [\(scenario.editions.joined(separator: ", "))]. Allowed: none, "
          + "since both sets of rules are named on the command line. Leave the key out.")
      throw Leaving.badInput
    }
    let outlook = try outlook(of: scenario, under: books)
    let isHeld = try years() != nil
    let report = RuleChangeReport(
      outlook, from: .init(before, isHeld: isHeld), to: .init(after, isHeld: isHeld))
    return scope.json ? report.json : report.text
  }

  private func refuseScope() throws {
    let given = [
      ("--track", scope.track != nil), ("--agreement-start", scope.agreementStart != nil),
    ]
    guard let option = given.first(where: \.1)?.0 else { return }
    throw ValidationError(
      "\(option) is given beside --scenario, whose own options and agreement are settled. Leave one "
        + "of the two.")
  }

  private func books() throws -> (before: Rulebook, after: Rulebook) {
    guard let years = try years() else { return (try book(before), try book(after)) }
    func held(_ year: Int) throws -> Rulebook {
      try Rulebook.current().held(on: try scope.agreement(for: year).firstDay)
    }
    return (try held(years.before), try held(years.after))
  }

  private func outlook(
    of scenario: Scenario, under books: (before: Rulebook, after: Rulebook)
  ) throws -> RuleChangeOutlook {
    let comparison: RuleComparison
    do {
      comparison = try RuleComparison(scenario, from: books.before, to: books.after)
    } catch let fault as RuleFault {
      Leaving.say("\(before) and \(after) cannot both settle this scenario. \(fault.description)")
      throw Leaving.badInput
    }
    let mayRecommend = RuleChangeReport.mayRecommend(
      under: books.before.editions + books.after.editions)
    Interruption.askBetweenBatches()
    return try ProgressLine.during(
      "Settling under changed rules", total: comparison.trialCount(walkingPaths: mayRecommend),
      quiet: quiet
    ) {
      try comparison.outlook(
        walkingPaths: mayRecommend, workers: simulation.workerCount, progress: $0,
        isCancelled: Interruption.isRequested)
    }
  }
}
