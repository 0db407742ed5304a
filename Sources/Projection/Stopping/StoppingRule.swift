/// When a run that looks at its figures after each doubling of its trials may end.
///
/// The looks are after 4,096 trials, after each doubling, and at the most trials it may use. The run
/// ends at the first look at which all that is asked holds, and at the last look in any case.
///
/// *Precision.* An interval of a width asked beforehand still holds as often as it says when trials are
/// added until it is narrow enough: of many trials asymptotically, without correction (Chow & Robbins
/// 1965; for simulations, Glynn & Whitt 1992). That is why the first look is late.
///
/// *Best option.* At look k every rival of the option with the highest mean is tested one-sided, by its
/// paired difference on the same histories, at the share α / (k (k + 1) m): α is one less the
/// confidence, m the number of options. An option that is not best, since one that does not pay the same
/// is expected to pay as much or more, is named with a chance of at most α: to name it at look k the test
/// against that one other must have erred, which has at most that share for a chance; there are at most
/// m options to name so; and 1 / (k (k + 1)) = 1/k − 1/(k + 1) adds up to 1 over any number of looks
/// (Boole's inequality throughout, so that nothing is assumed of how looks, options or differences hang
/// together). A mean difference is taken for normal, or Student's where trials follow points.
public struct StoppingRule: Hashable, Sendable {
  /// What every headline figure is to be known to, as a fraction: 0.01 for 1 percent of a dollar figure
  /// and one point of a chance; `nil` where not asked. See `KnownFigure`.
  public var precision: Double?
  /// With which the best option is to be known, as a fraction; `nil` where not asked.
  public var confidence: Double?
  /// At least 100.
  public var mostTrials: Int

  /// Bounds of what may be asked. Percentiles are read from bins of up to a 1,024th of the amount.
  public static let precisions = 0.001...0.5
  public static let confidences = 0.5...0.9999
  public static let trialCounts = 100...10_000_000

  public init(precision: Double?, confidence: Double?, mostTrials: Int) {
    self.precision = precision
    self.confidence = confidence
    self.mostTrials = mostTrials
  }

  /// Tells two rules apart, their most trials aside.
  public var key: String {
    [precision.map { "precision \($0)" }, confidence.map { "confidence \($0)" }]
      .compactMap { $0 }.joined(separator: ", ")
  }

  static let firstLook = 4_096

  /// Trials at a look that no limit comes before; the first is look 1.
  static func trials(at look: Int) -> Int { firstLook << (look - 1) }

  /// Trials at each look, ascending; the last is `mostTrials`.
  public var looks: [Int] {
    var looks: [Int] = []
    while Self.trials(at: looks.count + 1) < mostTrials {
      looks.append(Self.trials(at: looks.count + 1))
    }
    return looks + [mostTrials]
  }

  /// The chance of error that one rival's test has at one look; 0 where no confidence is asked.
  ///
  /// - Parameters:
  ///   - look: 1 for the first.
  ///   - options: Those that can be named best.
  func share(at look: Int, of options: Int) -> Double {
    (1 - (confidence ?? 1)) / (Double(look) * Double(look + 1) * Double(options))
  }
}
