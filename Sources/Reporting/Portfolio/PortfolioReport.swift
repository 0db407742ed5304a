import Foundation
import Projection
import Regulation
import Scenarios

/// Many scenarios in one table, told as comma-separated text, Markdown and a page.
public struct PortfolioReport: Sendable {
  /// In the order of the files, or of the public-use file's rows.
  public let rows: [PortfolioRow]
  let assumptions: PortfolioAssumptions
  /// What the scenarios were read from: a folder, or a public-use file.
  let origin: String
  let engineVersion: String
  /// Every option of any scenario, in the order met first.
  let options: [PortfolioColumn]

  public init(
    _ rows: [PortfolioRow], resting assumptions: PortfolioAssumptions, on origin: String,
    engineVersion: String
  ) {
    self.rows = rows
    self.assumptions = assumptions
    self.origin = origin
    self.engineVersion = engineVersion
    options = PortfolioColumn.all(of: rows.compactMap(\.outcome))
  }

  var told: [(row: PortfolioRow, outcome: PortfolioOutcome)] {
    rows.compactMap { row in row.outcome.map { (row, $0) } }
  }

  public var refused: [PortfolioRow] { rows.filter { $0.outcome == nil } }

  /// Every file but the manifest.
  public var files: [(name: String, bytes: Data)] {
    let paper = Paper(self)
    return [
      ("portfolio.csv", Data(csv.utf8)), ("portfolio.html", Data(paper.html.utf8)),
      ("portfolio.md", Data(paper.markdown.utf8)),
    ]
  }

  /// Enough to tell whether the folder's files are whole and which run they are of.
  public func manifest(sampler: Sampler) -> RunManifest {
    let outcomes = told.map(\.outcome)
    func digest(_ texts: [String]) -> String {
      RunManifest.digest(of: Data(texts.joined(separator: "\n").utf8))
    }
    return RunManifest(
      engineVersion: engineVersion, name: "portfolio of \(rows.count)",
      scenarioDigest: digest(rows.map { $0.scenarioDigest ?? $0.place }),
      editions: Array(Set(outcomes.flatMap(\.editions))).sorted(),
      rulebookDigest: digest(Array(Set(outcomes.map(\.rulebookDigest))).sorted()),
      seed: outcomes.first?.seed ?? 0, sampler: sampler, trials: outcomes.first?.trials ?? 0,
      paymentsChecksum: digest(outcomes.map(\.paymentsChecksum)))
  }
}

extension RunManifest {
  /// Of many scenarios in one table, each by its digest within the digest of all.
  fileprivate init(
    engineVersion: String, name: String, scenarioDigest: String, editions: [String],
    rulebookDigest: String, seed: UInt64, sampler: Sampler, trials: Int, paymentsChecksum: String
  ) {
    self.engineVersion = engineVersion
    scenarioName = name
    self.scenarioDigest = scenarioDigest
    self.editions = editions
    self.rulebookDigest = rulebookDigest
    self.seed = seed
    self.sampler = sampler
    points = .plain
    self.trials = trials
    self.paymentsChecksum = paymentsChecksum
  }
}

/// One option of a portfolio: that of every scenario that has it.
struct PortfolioColumn: Hashable, Sendable {
  /// As its first scenario writes it; numbered where another path has that name too.
  var name: String
  var title: String
  var path: String

  func option(of outcome: PortfolioOutcome) -> PortfolioOption? {
    outcome.options.first { $0.path == path }
  }

  static func all(of outcomes: [PortfolioOutcome]) -> [Self] {
    var (columns, met): ([Self], Set<String>) = ([], [])
    for option in outcomes.lazy.flatMap(\.options) where met.insert(option.path).inserted {
      let before = columns.count { $0.name == option.name || $0.name.hasPrefix("\(option.name) (") }
      let mark = before == 0 ? "" : " (\(before + 1))"
      columns.append(
        Self(name: option.name + mark, title: option.title + mark, path: option.path))
    }
    return columns
  }
}
