import Projection
import Scenarios

/// What one scenario of a portfolio comes to.
public struct PortfolioOutcome: Hashable, Sendable, Codable {
  public var title, aco: String
  public var assignedBeneficiaries: Int
  public var trials: Int
  public var seed: UInt64
  public var editions: [String]
  public var rulebookDigest: String
  /// Over every payment of every trial, option and year; sixteen hexadecimal digits.
  public var paymentsChecksum: String
  public var options: [PortfolioOption]
  /// Place of the option of highest mean net, of those that may be signed where any may; the first
  /// named of equals. `nil` where the rules are none that a board could act on.
  public var best: Int?
  /// The best and those that cannot be told from it.
  public var tied: [Int]
  /// How sure the simulation is of the best, at the least; see `Comparison.confidence`.
  public var confidence: Double
  /// Figures by where they come from: `Provenance.Status` by its name.
  public var figures: [String: Int]

  public init(_ comparison: Comparison) {
    let (board, scenario) = (Board(comparison: comparison, stresses: []), comparison.scenario)
    (title, aco) = (scenario.title, scenario.aco)
    assignedBeneficiaries = scenario.population.assignedBeneficiaries
    (trials, seed) = (comparison.trials, comparison.seed)
    editions = scenario.editions
    rulebookDigest = comparison.rulebookDigest
    paymentsChecksum = comparison.paymentsChecksum
    options = comparison.outlooks.map(PortfolioOption.init)
    best = board.mayRecommend ? board.leading : nil
    tied = board.mayRecommend ? board.tied : []
    confidence = best.map { comparison.confidence(in: $0, against: board.subjects) } ?? 0
    figures = scenario.provenance.reduce(into: [:]) { $0[$1.status.rawValue, default: 0] += 1 }
  }

  /// Whether the best may only be looked at: no option may be signed.
  var bestIsWhatIf: Bool { best.map { options[$0].isWhatIf } ?? false }

  /// Whether even the best option's expected net is clearly below zero.
  var bestLoses: Bool {
    best.map { options[$0].netMean }.map { $0.value < 0 && $0.isClear } ?? false
  }

  /// Whether no other option comes within two standard errors of the best.
  var isClear: Bool { tied.count == 1 }
}
