import ArgumentParser
import Regulation
import Reporting

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The numbers in force, each with its citation; or what differs between two sets.",
    discussion: """
      EXAMPLES
        glidepath rules --track levelC --year 2027
        glidepath rules diff regulation popularSummary
        glidepath rules diff 2023 2024 --track enhanced
      """,
    subcommands: [InForce.self, Diff.self], defaultSubcommand: InForce.self)

  struct InForce: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "in-force", abstract: "The numbers in force in a performance year.")

    @OptionGroup var scope: RuleScope

    @Option(help: "The performance year.")
    var year = 2027

    @Option(help: "Lay an edition over the regulation: popularSummary or cy2027Proposed.")
    var edition: [String] = []

    func run() throws {
      try Leaving.onFault {
        let rules = try Rulebook.current().adopting(edition)
        let agreement = try scope.agreement(for: year)
        let rows = rules.rulesInForce(
          for: try scope.chosenTrack(), in: PerformanceYear(year), of: agreement)
        let editions = edition.isEmpty ? "the regulation" : edition.joined(separator: ", ")
        guard !rows.isEmpty else { throw NoRules(year: year, agreement: agreement) }
        let title =
          "Rules in force in performance year \(year) for an agreement that began "
          + "\(agreement.firstDay), by \(editions)"
        try show(scope.json ? try RulesTable.json(rows) : RulesTable.text(rows, title: title))
      }
    }
  }

  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "What differs between two editions, or between two performance years.")

    @Argument(help: "regulation, an edition, or a performance year.")
    var before: String

    @Argument(help: "regulation, an edition, or a performance year.")
    var after: String

    @OptionGroup var scope: RuleScope

    func run() throws {
      try Leaving.onFault {
        let rows = try differences()
        let title = "From \(before) to \(after)"
        try show(scope.json ? try RulesTable.json(rows) : RulesTable.text(rows, title: title))
      }
    }

    private func differences() throws -> [RuleDifference] {
      let track = try scope.chosenTrack()
      let regulation = try Rulebook.current()
      if let first = Int(before), let second = Int(after) {
        return regulation.difference(
          for: track,
          from: (PerformanceYear(first), try scope.agreement(for: first)),
          to: (PerformanceYear(second), try scope.agreement(for: second)))
      }
      return try book(after, regulation).difference(from: try book(before, regulation))
    }

    private func book(_ name: String, _ regulation: Rulebook) throws -> Rulebook {
      try ["regulation", "cfr"].contains(name) ? regulation : regulation.adopting([name])
    }
  }
}

/// Which track and which agreement the rules are asked for.
struct RuleScope: ParsableArguments {
  @Option(help: "levelA … levelE or enhanced; all of them by default.")
  var track: String?

  @Option(help: "First day of the agreement; the first of January of the year by default.")
  var agreementStart: String?

  @Flag(help: "JSON on standard output.")
  var json = false

  func chosenTrack() throws -> Track? {
    guard let track else { return nil }
    guard let found = Track(key: track) else {
      throw ValidationError(
        "--track is \(track). Allowed: \(Track.allCases.map(\.key).joined(separator: ", ")).")
    }
    return found
  }

  func agreement(for year: Int) throws -> AgreementPeriod {
    guard let agreementStart else {
      return AgreementPeriod(firstDay: PerformanceYear(year).firstDay)
    }
    guard let day = Day(agreementStart) else {
      throw ValidationError(
        "--agreement-start is \(agreementStart). Allowed: a day, such as 2027-01-01.")
    }
    return AgreementPeriod(firstDay: day)
  }
}

/// The rule data begin later than the year asked for.
struct NoRules: Error, CustomStringConvertible {
  var year: Int
  var agreement: AgreementPeriod
  var description: String {
    "No rule is in force in performance year \(year) for an agreement that began "
      + "\(agreement.firstDay). Choose a year from 2020, or an agreement from 2019-07-01."
  }
}
