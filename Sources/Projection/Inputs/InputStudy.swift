import Regulation
import Scenarios

/// What the inputs of a projection are worth, one by one and together: flip points, tornado, two-way
/// maps, the curve against true savings, and reverse stress.
public struct InputStudy: Hashable, Sendable {
  /// The first so many trials of the comparison; maps and reverse stress say their own.
  public var trials: Int
  /// Every input open in the scenario, with its spread.
  public var ranges: [InputRange]
  /// Places in the outcomes of the paths: the highest mean of the whole run, the best on these trials of
  /// those with other levels, the path to sign where it is another, then those the scenario lists.
  public var followed: [Int]
  public var flips: [InputFlips]
  /// One for each path followed, then one of the first less the second.
  public var tornados: [Tornado]
  public var maps: [HeatMap]
  public var curve: SavingsCurve
  public var reverse: [ReverseStress]

  /// The path that is best as projected, and its rival; places in the outcomes.
  public var best: Int { followed[0] }
  public var rival: Int? { followed.count > 1 ? followed[1] : nil }
  /// Every flip point found.
  public var flipsFound: [FlipPoint] { flips.flatMap(\.found) }
}

extension Agreement {
  static let mostStudyTrials = 2_048
  /// Histories that the spread of the inputs is taken from.
  static let mostLevelTrials = 8_192
  /// Of each cell of a map and each point of a search.
  static let mostSearchTrials = 1_024
  /// Trials run in all, about: for the line of progress.
  public var studyTrials: Int {
    50 * min(scenario.trials, Self.mostStudyTrials)
      + 300 * min(scenario.trials, Self.mostSearchTrials)
  }

  /// - Throws: `Interrupted` once `isCancelled` has answered true.
  public func inputStudy(
    of outlook: PathOutlook, workers: Int, progress: (@Sendable (Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> InputStudy {
    let watch = StudyWatch(workers: workers, progress: progress, isCancelled: isCancelled)
    let trials = min(scenario.trials, Self.mostStudyTrials)
    let paths = outlook.outcomes.map(\.path)
    let ranges = try inputRanges(trials: min(scenario.trials, Self.mostLevelTrials))
    let bench = try PointBench(self, paths, trials: trials, watch)
    let base = try bench.look(at: [.scenario])[0]
    let best = outlook.bestMean
    let followed = Self.followed(paths, base, best: best, named: outlook.named)
    let ends = try TornadoEnds(bench, ranges, following: followed)
    let tornados = ends.tornados(followed)
    let searching = try PointBench(
      self, paths, trials: min(trials, Self.mostSearchTrials), watch)
    var search = try FlipSearch(searching, ranges, settling: bench, best: best)
    let flips = try search.flips()
    let few = try PointBench(
      self, followed.map { paths[$0] }, trials: min(trials, Self.mostSearchTrials), watch)
    var curve = try PointBench(self, few.paths, trials: trials, watch)
      .savingsCurve(following: Array(followed.indices))
    curve.paths = followed
    return InputStudy(
      trials: trials, ranges: ranges, followed: followed, flips: flips, tornados: tornados,
      maps: try maps(paths, ranges, tornados, watch), curve: curve,
      reverse: try reverseStress(few, followed, ranges))
  }

  /// The best path, the best of those with other levels, the one to sign, then those the scenario
  /// lists.
  private static func followed(
    _ paths: [ElectedPath], _ base: Sighting, best: Int, named: Int
  ) -> [Int] {
    let others = paths.indices.filter { paths[$0].years != paths[best].years }
    let rival = others.reduce(nil as Int?) { found, path in
      guard let found, base.means[path] <= base.means[found] else { return path }
      return found
    }
    let listed = paths.indices.filter { paths[$0].listedAs != nil }
    return ([best] + (rival.map { [$0] } ?? []) + [named] + listed)
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// True savings against the trend missed, and the two widest of the tornado where they are others.
  private func maps(
    _ paths: [ElectedPath], _ ranges: [InputRange], _ tornados: [Tornado], _ watch: StudyWatch
  ) throws -> [HeatMap] {
    let trials = min(scenario.trials, Self.mostSearchTrials)
    let bench = try PointBench(self, paths, trials: trials, watch)
    let always: [Input] = [.trueSavings, .trendMiss]
    let widest = tornados.first.map { $0.bars.prefix(2).map(\.input) } ?? []
    let pairs = Set(widest) == Set(always) ? [always] : [always, widest]
    return try pairs.compactMap { pair in
      let found = pair.compactMap { input in ranges.first { $0.input == input && $0.isUncertain } }
      guard found.count == 2 else { return nil }
      return try bench.heatMap(found[0], found[1], following: tornados[0].path)
    }
  }

  /// What loses the reserve, path by path; then what makes ENHANCED no better than Level E.
  private func reverseStress(
    _ bench: PointBench, _ followed: [Int], _ ranges: [InputRange]
  ) throws -> [ReverseStress] {
    let search = ReverseSearch(bench: bench, space: ScoreSpace(ranges, in: scenario))
    let limit = scenario.appetite?.reserve.map { -$0.amount } ?? 0
    // A path that differs from the best by its minimum rate alone says nothing new.
    var subjects = bench.paths.indices.filter {
      $0 == 0 || bench.paths[$0].years != bench.paths[0].years
    }.map { ReverseSearch.Subject(question: .losesReserve, path: $0, behind: nil, limit: limit) }
    let choice = scenario.agreement.minimumRateChoice
    if let enhanced = bench.paths.place(ofHolding: .enhanced, choosing: choice),
      let levelE = bench.paths.place(ofHolding: .basic(.e), choosing: choice)
    {
      subjects.append(
        ReverseSearch.Subject(
          question: .fallsBehind, path: enhanced, behind: levelE, limit: 0))
    }
    return try subjects.map { try search.answer($0, places: followed) }
  }
}
