import Regulation
import Scenarios

extension Agreement {
  /// Trials for the worth of programs, at most; fewer where every history is lived beneficiary by
  /// beneficiary.
  static let mostProgramTrials = 20_000
  static let mostProgramTrialsOneByOne = 2_000

  /// How many trials the worth of programs is worked out over.
  public var programTrials: Int {
    min(
      scenario.trials,
      scenario.detail == .beneficiaries ? Self.mostProgramTrialsOneByOne : Self.mostProgramTrials)
  }

  /// How many histories `programOutlook` walks every path along: with no program, with each, with
  /// all, and with all but each. Break-even effects come on top.
  public var programHistories: Int {
    let count = scenario.programs.count
    return programTrials * (count > 1 ? 2 + 2 * count : 2 * count)
  }

  /// What the scenario's programs are worth; `nil` where it has none.
  ///
  /// Every scenario with fewer programs is settled on the same histories, for no draw but theirs
  /// moves.
  ///
  /// - Parameters:
  ///   - paths: Every path of this agreement: the one recommended is found there.
  ///   - progress: Called after each batch, from any worker, with the histories of that batch.
  /// - Throws: `Interrupted` once `isCancelled` has answered true.
  public func programOutlook(
    of paths: PathOutlook, workers: Int, progress: (@Sendable (Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> ProgramOutlook? {
    guard !scenario.programs.isEmpty else { return nil }
    let recommended = paths.outcomes[paths.named].path
    let study = ProgramStudy(
      self, elected: paths.outcomes.map(\.path), recommended: recommended, workers: workers,
      progress: progress, isCancelled: isCancelled)
    return try study.outlook()
  }
}

/// The runs behind a `ProgramOutlook`: the same agreement with some of its programs.
struct ProgramStudy {
  let agreement: Agreement
  /// The comparison's options, then every elected path.
  private let paths: [ElectedPath]
  private let options: Int
  /// Place of the recommended path in `paths`.
  private let place: Int
  let recommended: ElectedPath
  let workers: Int
  private let progress: (@Sendable (Int) -> Void)?
  let isCancelled: @Sendable () -> Bool

  private var programs: [Program] { agreement.scenario.programs }

  init(
    _ agreement: Agreement, elected: [ElectedPath], recommended: ElectedPath, workers: Int,
    progress: (@Sendable (Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    var fewer = agreement
    fewer.scenario.trials = agreement.programTrials
    let facts = agreement.scenario.agreement
    let options = facts.options.map {
      ElectedPath($0.option, choosing: facts.minimumRateChoice)
    }
    self.agreement = fewer
    paths = options + elected
    self.options = options.count
    place = options.count + (elected.firstIndex(of: recommended) ?? 0)
    self.recommended = recommended
    self.workers = workers
    self.progress = progress
    self.isCancelled = isCancelled
  }

  func outlook() throws -> ProgramOutlook {
    let none = try ledger(of: [])
    let all = try ledger(of: programs)
    var choices = [choice(none, with: [])]
    var values: [ProgramValue] = []
    for program in programs {
      let others = programs.filter { $0.name != program.name }
      // One program by itself is all there are.
      let single = others.isEmpty ? all : try ledger(of: [program])
      let rest = others.isEmpty ? none : try ledger(of: others)
      if !others.isEmpty { choices.append(choice(single, with: [program])) }
      values.append(
        ProgramValue(
          program: program, alone: worth(single, less: none), besideOthers: worth(all, less: rest),
          breakEven: try breakEven(of: program, beside: others)))
    }
    return ProgramOutlook(
      trials: agreement.scenario.trials, recommended: recommended, programs: values,
      together: worth(all, less: none), choices: choices + [choice(all, with: programs)])
  }

  private func ledger(of programs: [Program]) throws -> PathLedger {
    try agreement.carrying(programs).pathLedger(
      paths, workers: workers, progress: progress, isCancelled: isCancelled)
  }

  private func worth(_ with: PathLedger, less without: PathLedger) -> ProgramWorth {
    ProgramWorth(with, less: without, recommended: place, options: options)
  }

  /// Of the elected paths alone.
  private func choice(_ ledger: PathLedger, with programs: [Program]) -> ProgramChoice {
    let ends = ledger.blocks
    let blocks = (options..<paths.count).map { ends[ledger.leaves[$0]] }
    let resamples = Resamples(blocks: blocks[0].trials.count, for: agreement.scenario)
    let best = PathChoice(among: blocks, within: Appetite(), resamples)
    let within = agreement.scenario.appetite.flatMap {
      PathChoice(among: blocks, within: $0, resamples).path
    }
    let path = options + (best.path ?? 0)
    return ProgramChoice(
      programs: programs.map(\.printedTitle), path: paths[path],
      net: Distribution(cents: ledger.net(of: path)).mean, chanceOfAnother: best.chanceOfAnother,
      withinAppetite: within.map { paths[options + $0] })
  }
}
