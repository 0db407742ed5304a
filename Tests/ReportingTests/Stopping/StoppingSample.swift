import Projection

@testable import Reporting

/// Three options whose run was ended by a rule.
struct StoppingSample {
  var precision: Double? = 0.01
  var confidence: Double? = 0.99
  var trials = 65_536
  var looks = 5
  /// Of the least known figure, a percentile of Level E.
  var known = 0.00941
  /// ENHANCED, the highest mean, less Level E and less Glide path, in dollars.
  var leads = [600_000.0, 1_400_000]
  var errors = [3_000.0, 3_000]
  var needed: [Int?] = [nil, nil]
  var alike: [Int] = []

  static let reach = 4.0

  var reached: StoppingReached {
    StoppingReached(
      rule: StoppingRule(precision: precision, confidence: confidence, mostTrials: 10_000_000),
      looks: looks, trials: trials, figures: figures,
      best: confidence.map { _ in BestOption(option: 2, alike: alike, rivals: rivals) })
  }

  private var rivals: [BestOption.Rival] {
    zip([1, 0], leads.indices).filter { !alike.contains($0.0) }.map { option, place in
      BestOption.Rival(
        option: option, lead: Estimate(value: leads[place], standardError: errors[place]),
        low: leads[place] - Self.reach * errors[place],
        high: leads[place] + Self.reach * errors[place], trialsNeeded: needed[place])
    }
  }

  private var figures: [KnownFigure] {
    (0..<3).flatMap { option in
      KnownFigure.Name.allCases.filter { $0 != .lead }.map { name in
        let share = option == 1 && name == .fifthPercentile ? known : 0.0012
        let isChance = name == .chanceToEarn || name == .chanceToOwe
        let scale = isChance ? 1 : 2_000_000.0
        return KnownFigure(
          name, of: option, value: isChance ? 0.3 : option == 0 ? 150_000 : 2_000_000,
          halfWidth: share * scale, scale: scale)
      }
    } + [KnownFigure(.lead, of: 2, value: 600_000, halfWidth: 1_800, scale: 600_000)]
  }

  var comparison: Comparison {
    var comparison = FixedComparison().comparison
    comparison.trials = trials
    comparison.stopping = reached
    return comparison
  }

  var board: Board { Board(comparison: comparison, stresses: []) }

  var verdict: String { StoppingBoard(board)?.verdict.sentence ?? "" }
}
