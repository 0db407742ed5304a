import Probability
import Reconciliation
import Regulation
import Sampling
import Scenarios

/// What the inputs came to in simulated histories, each over five years and in the measure of its
/// shift.
///
/// A yearly growth enters as the constant growth that brings the same cumulative growth on average
/// over the five years: early years weigh more, as they do in the agreement.
struct LevelSample {
  /// By input, then by trial.
  private(set) var levels: [Input: [Double]] = [:]

  /// Inputs whose spread is taken from histories; the rest state none.
  static let inputs: [Input] = [
    .trueSavings, .historicalBenchmark, .trendMiss, .regionalGrowth, .churn, .size, .riskScores,
    .qualityScore, .qualityStandard,
  ]

  /// The mean over five years of a year's cumulative growth is three times the yearly growth.
  private static let meanYears = 3.0

  /// Histories that one task writes.
  private static let part = 512

  init(_ agreement: Agreement, trials: Int) {
    let scenario = agreement.scenario
    let open = Self.inputs.filter { $0.isOpen(in: scenario) }
    let stated = agreement.basis.signed(
      .init(repeating: .init(repeating: 1)), under: agreement.periods[0].historicalTerms
    ).historical
    let parts = concurrently((trials + Self.part - 1) / Self.part) { part in
      let first = part * Self.part
      return Self.levels(
        of: open, in: first..<min(trials, first + Self.part), agreement, stated)
    }
    for (place, input) in open.enumerated() { levels[input] = parts.flatMap { $0[place] } }
  }

  /// By input, then by trial.
  private static func levels(
    of open: [Input], in trials: Range<Int>, _ agreement: Agreement,
    _ stated: ByEnrollmentType<PerCapita>
  ) -> [[Double]] {
    let scenario = agreement.scenario
    let share = ByEnrollmentType<Double> { type in scenario.weighted { $0 == type ? 1 : 0 } }
    let grown = 1 + scenario.weighted { scenario.assumptions.nationalGrowth.mean[$0][0] }
    var history = MeasuredHistory(agreement, periods: [agreement.periods[0]])
    var levels = open.map { _ in [Double]() }
    for trial in trials {
      history.start(trial: trial)
      var sums = Sums()
      for _ in 0..<5 {
        history.nextYear()
        sums.add(history, share, stated)
      }
      for (place, input) in open.enumerated() {
        levels[place].append(sums.level(of: input, in: scenario, grown: grown))
      }
    }
    return levels
  }

  /// Sums over the five years of one history.
  private struct Sums {
    var own = 0.0, benchmark = 0.0, nation = 0.0, region = 0.0, retained = 0.0, size = 0.0
    var risk = 0.0, score = 0.0, standard = 0.0

    mutating func add(
      _ history: borrowing MeasuredHistory, _ share: ByEnrollmentType<Double>,
      _ stated: ByEnrollmentType<PerCapita>
    ) {
      let year = history.measured[0].observed
      let (strata, others) = (year.strata, history.othersGrowth)
      let signed = history.signedBenchmark(of: 0).historical
      func weighted(_ figure: (EnrollmentType) -> Double) -> Double {
        EnrollmentType.allCases.reduce(0) { $0 + share[$1] * figure($1) }
      }
      let nation = weighted { strata[$0].nationalGrowth.fraction }
      own += history.ownLevel
      benchmark += weighted { signed[$0].amount / stated[$0].amount }
      self.nation += logarithm(nation)
      region += logarithm(weighted { others[$0].fraction } / nation)
      retained += history.retained
      size += Double(year.assignedBeneficiaries)
      risk += logarithm(weighted { strata[$0].riskRatio.fraction })
      score += year.quality.score.fraction
      standard += year.quality.standardScore.fraction
    }

    func level(of input: Input, in scenario: Scenario, grown: Double) -> Double {
      let most = 1 - 1e-6
      func odds(_ sum: Double) -> Double {
        let share = min(max(sum / 5, 1 - most), most)
        return logarithm(share / (1 - share))
      }
      return switch input {
      case .trueSavings: own / 5
      case .historicalBenchmark: logarithm(benchmark / 5)
      case .trendMiss: nation / 5 / meanYears * grown
      case .regionalGrowth: region / 5 / meanYears
      case .churn: -odds(retained)
      case .size: logarithm(size / 5)
      case .riskScores: risk / 5 / meanYears
      case .qualityScore: odds(score)
      case .qualityStandard: standard / 5
      case .participantRevenue, .marketShare, .extremeCircumstances: 0
      }
    }
  }
}

extension Agreement {
  /// Every input that is open in this scenario, with its spread over so many histories.
  func inputRanges(trials: Int) throws -> [InputRange] {
    let sample = LevelSample(try binding(scenario.moved(to: .scenario)), trials: trials)
    return Input.allCases.filter { $0.isOpen(in: scenario) }.map {
      InputRange($0, of: scenario, levels: sample.levels[$0] ?? [])
    }
  }
}
