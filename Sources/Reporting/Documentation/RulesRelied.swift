import Projection
import Regulation
import Scenarios

/// The rules in force that bear on a run's options, each with the years in which it holds.
struct RulesRelied: Sendable {
  struct Line: Hashable, Sendable {
    var rule: RuleInForce
    var years: [PerformanceYear]

    /// `2027–2031`, `2027, 2029`.
    var span: String {
      guard let first = years.first?.calendarYear, let last = years.last?.calendarYear else {
        return ""
      }
      guard last > first else { return String(first) }
      return last - first == years.count - 1
        ? "\(first)–\(last)" : years.map(\.description).joined(separator: ", ")
    }

    /// Whether somebody must still read it in the regulation, or adopt it.
    var isUnverified: Bool { rule.evidence == .unverified || rule.evidence == .proposed }
  }

  /// By name, then by the day from which each holds.
  let lines: [Line]
  /// Of the rulebook they are read from.
  let digest: String

  var unverified: [Line] { lines.filter(\.isUnverified) }

  /// `nil` where the rules cannot be read.
  init?(_ comparison: Comparison) {
    let scenario = comparison.scenario
    guard let rules = try? Rulebook.current().adopting(scenario.editions) else { return nil }
    let use = RuleUse(comparison)
    var found: [Line] = []
    var places: [RuleInForce: Int] = [:]
    for place in 1...5 {
      let year = scenario.agreement.period.performanceYear(place)
      for rule in rules.rulesInForce(for: nil, in: year, of: scenario.agreement.period)
      where use.includes(rule.name) {
        if let known = places[rule] {
          found[known].years.append(year)
        } else {
          places[rule] = found.count
          found.append(Line(rule: rule, years: [year]))
        }
      }
    }
    lines = found.sorted {
      ($0.rule.name, $0.rule.from, $0.rule.agreementYear)
        < ($1.rule.name, $1.rule.from, $1.rule.agreementYear)
    }
    digest = rules.digest
  }
}

/// Which files of rules a run had to ask.
private struct RuleUse {
  private let tracks: Set<String>
  private let facts: AgreementFacts
  private let cash: Cash?
  private let hasMeasures, hasRenewal, hasPaths, mayLeave, hasCash: Bool

  init(_ comparison: Comparison) {
    let paths = comparison.paths?.outcomes.map(\.path) ?? []
    let years = comparison.outlooks.flatMap(\.option.years) + paths.flatMap(\.years)
    tracks = Set(years.map(Self.file))
    let scenario = comparison.scenario
    facts = scenario.agreement
    cash = scenario.cash
    hasMeasures = !scenario.assumptions.quality.measures.isEmpty
    hasRenewal =
      comparison.outlooks.contains { $0.option.renewsIn != nil }
      || paths.contains { $0.renewsIn != nil }
    mayLeave =
      comparison.leaving != nil || comparison.outlooks.contains { $0.option.leave != nil }
    hasPaths = comparison.paths != nil
    hasCash = comparison.cash != nil
  }

  private static func file(of track: Track) -> String {
    switch track {
    case .basic(let level): "basic-level-\(level.rawValue)"
    case .enhanced, .legacy: "enhanced"
    }
  }

  func includes(_ name: String) -> Bool {
    let parts = name.split(separator: ".").map(String.init)
    let (file, key) = (parts[0], parts.dropFirst().first ?? "")
    switch file {
    case "advanced-apm": return cash?.professionalRevenue != nil
    case "advance-investment-payments":
      return facts.advanceInvestmentPayments.contains { $0.amount > 0 }
    case "prepaid-shared-savings": return facts.prepaidSharedSavings.contains { $0.amount > 0 }
    case "repayment-mechanism": return hasCash
    case "termination": return ["quality", "financial"].contains(key) ? hasPaths : mayLeave
    case "participation-options": return key != "earlyRenewal" || hasRenewal
    case "quality-performance-standard":
      return !["measurePoints", "complexOrganization"].contains(key) || hasMeasures
    default:
      let isOfTrack = file.hasPrefix("basic-level-") || file.hasPrefix("track-")
      return !(isOfTrack || file == "enhanced") || tracks.contains(file)
    }
  }
}
