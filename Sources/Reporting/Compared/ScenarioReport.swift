import Foundation
import Projection
import Regulation
import Scenarios

/// Several scenarios side by side, told as text, JSON, pages and files.
public struct ScenarioReport: Sendable {
  let compared: ComparedScenarios
  let boards: [Board]
  /// What each scenario is called: its file's name, numbered where two are alike.
  let names: [String]
  var engineVersion: String

  public init(_ compared: ComparedScenarios, engineVersion: String) {
    self.compared = compared
    boards = compared.sides.map { Board(comparison: $0.comparison, stresses: []) }
    names = Self.names(compared.sides.map(\.comparison.scenario.name))
    self.engineVersion = engineVersion
  }

  /// `compare-A-B`: the report's folder.
  public static func folderName(of scenarios: [String]) -> String {
    let whole = "compare-" + scenarios.joined(separator: "-")
    guard whole.utf8.count > 120, let first = scenarios.first else { return whole }
    return "compare-\(first.prefix(80))-and-\(scenarios.count - 1)-others"
  }

  private static func names(_ names: [String]) -> [String] {
    names.indices.map { place in
      let before = names[..<place].count { $0 == names[place] }
      let name = Names.clamped(names[place], to: 40)
      return before == 0 ? name : "\(name) (\(before + 1))"
    }
  }

  var sides: Range<Int> { compared.sides.indices }
  var others: Range<Int> { 1..<compared.sides.count }

  /// One unit for every amount of the report.
  var unit: MoneyUnit {
    MoneyUnit(
      for: boards.flatMap(\.outlooks).flatMap { [$0.net.mean.value, $0.net.tailMean.value] })
  }

  func name(of option: ComparedOption) -> String { boards[0].label(option.places[0]) }

  func outlook(_ option: ComparedOption, _ side: Int) -> TrackOutlook {
    boards[side].outlooks[option.places[side]]
  }

  /// `nil` where none keeps within the scenario's appetite.
  func bestPath(_ side: Int) -> PathOutcome? {
    guard mayChoose(side) else { return nil }
    return compared.sides[side].comparison.paths.map { $0.outcomes[$0.named] }
  }

  /// What a scenario's path to sign brings more or less than the first's; `nil` where one of the two
  /// has none.
  func pathChange(_ side: Int) -> PairedDifference? {
    mayChoose(0) && mayChoose(side) ? compared.sides[side].bestPath : nil
  }

  /// What the first's path to sign costs in another scenario; `nil` where it may not be signed there,
  /// or the first has none.
  func keepingCost(_ side: Int) -> PairedDifference? {
    mayChoose(0) ? compared.sides[side].keepingPath : nil
  }

  /// What a scenario's leadership accepts; `nil` where it states no limit.
  func appetite(_ side: Int) -> Appetite? {
    compared.sides[side].comparison.scenario.appetite.flatMap { $0.hasLimits ? $0 : nil }
  }

  /// Whether a scenario states an appetite: then each is told by the path it would sign, not by the
  /// options listed.
  var hasAppetite: Bool { mayRecommend && sides.contains { appetite($0) != nil } }

  /// Whether some path of a scenario keeps within its appetite, or it states none.
  func mayChoose(_ side: Int) -> Bool {
    appetite(side) == nil || compared.sides[side].comparison.paths?.withinAppetite?.path != nil
  }

  /// The path that the first scenario would sign, in another; `nil` where it may not be signed there.
  func keptPath(_ side: Int) -> PathOutcome? {
    guard let first = bestPath(0)?.path else { return nil }
    return compared.sides[side].comparison.paths?.outcomes.first {
      $0.path.isSigned(like: first)
    }
  }

  /// Whether that path is beyond what the other scenario's leadership accepts.
  func breaksAppetite(_ side: Int) -> Bool {
    guard let kept = keptPath(side), let limits = appetite(side) else { return false }
    return !kept.keeps(within: limits)
  }

  /// All rules are ones a board could act on.
  var mayRecommend: Bool { boards.allSatisfy(\.mayRecommend) }

  var banners: [String] {
    let editions = Set(compared.sides.flatMap(\.comparison.scenario.editions))
    return Banner.texts(for: editions.sorted())
  }

  /// What the scenarios do not draw in common, in a sentence each; none where all is shared.
  var drawRemarks: [String] {
    others.compactMap { side in
      let shared: String? =
        switch compared.sharedDraws(of: side) {
        case .all: nil
        case .allButRegion:
          "of different regions: they share every draw but the region's, so not all luck cancels"
        case .region:
          "of different ACOs: they share the draws of nation and region and nothing more, so luck "
            + "does not cancel and errors are wider"
        case .nation:
          "of different ACOs and regions: they share the draws of the nation and nothing more, so "
            + "luck does not cancel and errors are wider"
        }
      let sentence = shared.map { "\(names[0]) and \(names[side]) are \($0)." }
      return sentence
        ?? (compared.hasSameDetail(side)
          ? nil
          : "\(names[0]) and \(names[side]) draw beneficiaries in different detail, so not all luck "
            + "cancels.")
    }
  }

  /// Where net is not reckoned alike.
  var netRemarks: [String] {
    Set(boards.map(\.netFormula)).count == 1
      ? [] : ["Net does not mean the same in all of them: finances or cash differ, as listed."]
  }

  /// Of its pages.
  static let topic = "The comparison"

  /// Every file but the manifest, in the order they are named to the reader.
  public func files() throws -> [(name: String, bytes: Data)] {
    let deck = self.deck
    return [
      (name: "deck.pptx", bytes: try deck.slides()),
      (name: "deck.html", bytes: Data(deck.html.utf8)),
      (name: "outcomes.csv", bytes: Data(csv.utf8)),
    ]
  }

  /// Enough to tell whether the folder's files are whole; each scenario by its digest.
  public var manifest: RunManifest {
    var manifest = RunManifest(compared.sides[0].comparison, engineVersion: engineVersion)
    let scenarios = compared.sides.map(\.comparison.scenario)
    manifest.scenarioName = Self.folderName(of: scenarios.map(\.name))
    manifest.scenarioDigest = RunManifest.digest(
      of: Data(scenarios.map(\.digest).joined(separator: "\n").utf8))
    manifest.editions = Array(Set(scenarios.flatMap(\.editions))).sorted()
    manifest.rulebookDigest = RunManifest.digest(
      of: Data(compared.sides.map(\.comparison.rulebookDigest).joined(separator: "\n").utf8))
    manifest.paymentsChecksum =
      compared.sides.map(\.comparison.paymentsChecksum).joined(separator: " ")
    return manifest
  }
}
