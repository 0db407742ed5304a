import ArgumentParser
import Regulation
import Reporting

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The numbers in force, each with its citation; or what differs between two sets.",
    discussion: """
      EXAMPLES
        glidepath rules --track levelC --year 2027
        glidepath rules diff cfr popularSummary
        glidepath rules diff 2023 2024 --track enhanced
        glidepath rules diff cfr cy2027Proposed --scenario Scenarios/rural-first-agreement.yaml
      """,
    subcommands: [InForce.self, Diff.self], defaultSubcommand: InForce.self)

  struct InForce: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "in-force", abstract: "The numbers in force in a performance year.")

    @OptionGroup var scope: RuleScope

    @Option(parsing: .unconditional, help: "The performance year.")
    var year = 2027

    @Option(
      help:
        "Lay an edition over the regulation: popularSummary, cy2027Proposed or withoutGuardrail.")
    var edition: [String] = []

    func run() throws {
      try Leaving.onFault {
        let rules = try RuleScope.adopting(edition)
        let agreement = try scope.agreement(for: year)
        let rows = rules.rulesInForce(
          for: try scope.chosenTrack(), in: PerformanceYear(year), of: agreement)
        let editions = edition.isEmpty ? "the regulation" : edition.joined(separator: ", ")
        let title =
          "Rules in force in performance year \(year) for an agreement that began "
          + "\(agreement.firstDay), by \(editions)"
        try show(scope.json ? try RulesTable.json(rows) : RulesTable.text(rows, title: title))
      }
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

  /// The years asked about; agreements under these rules began on 2019-07-01 and later.
  static let years = 2019...2099

  /// The agreement whose rules are asked for in a year.
  func agreement(for year: Int) throws -> AgreementPeriod {
    guard Self.years.contains(year) else {
      throw ValidationError("The performance year is \(year). Allowed: 2019 through 2099.")
    }
    guard let agreementStart else {
      return AgreementPeriod(firstDay: max(PerformanceYear(year).firstDay, Self.firstStart))
    }
    guard let day = Day(agreementStart), day >= Self.firstStart else {
      throw ValidationError(
        "--agreement-start is \(agreementStart). Allowed: a day from \(Self.firstStart) on, such "
          + "as 2027-01-01.")
    }
    let period = AgreementPeriod(firstDay: day)
    // An agreement that began in mid-year runs to the end of its fifth whole year.
    let most = day.month == 1 ? 5 : 6
    guard (1...most).contains(period.place(of: PerformanceYear(year))) else {
      throw ValidationError(
        "An agreement that began on \(day) has no performance year \(year). Allowed: "
          + "\(day.year) through \(day.year + most - 1).")
    }
    return period
  }

  static let firstStart = Day(year: 2019, month: 7, day: 1)

  /// The regulation with editions laid over it, as named on the command line.
  static func adopting(_ editions: [String]) throws -> Rulebook {
    do {
      return try Rulebook.current().adopting(editions)
    } catch let fault as RuleFault {
      throw ValidationError(fault.description)
    }
  }
}
