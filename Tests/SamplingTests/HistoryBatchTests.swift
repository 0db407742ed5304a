import CKernels
import CWidths
import Foundation
import Probability
import Regulation
import Samples
import Scenarios
import Testing

@testable import Sampling

/// The kernel against the readable sampler: every figure of every year the same bits.
@Suite struct HistoryBatchTests {
  static let batches = 6

  /// Shipped scenarios, and changes that reach every branch of the kernel.
  static let changes: [(name: String, change: @Sendable (inout Scenario) -> Void)] = [
    ("as it is", { _ in }),
    ("parameters known", { $0.assumptions.parameterUncertainty = false }),
    ("normal claims", { $0.assumptions.claimsNoise.law = .normal }),
    ("no claims noise", { $0.assumptions.claimsNoise.law = .none }),
    (
      "no benchmark noise",
      { $0.assumptions.historicalBenchmarkNoise = .init(drawn: false, regionalWeight: 0) }
    ),
    (
      "lists change by plan",
      { $0.assumptions.participantChange.planned = [0.1, 0, -0.2, 0, 0.05] }
    ),
    ("lists change by chance", { $0.assumptions.participantChange.probability = 0.6 }),
    ("preliminary assignment", { $0.agreement.assignment = .preliminaryProspective }),
    ("prospective assignment", { $0.agreement.assignment = .prospective }),
    ("many are voluntarily aligned", { $0.assumptions.retention.voluntaryShare = 0.3 }),
    ("nobody is", { $0.assumptions.retention.voluntaryShare = 0 }),
    ("a hundred beneficiaries", { $0 = $0.sized(100) }),
    ("half a million", { $0 = $0.sized(500_000) }),
    ("joiners at random", { $0.assumptions.joining.dispersion = 0 }),
    ("joiners in crowds", { $0.assumptions.joining.dispersion = 0.7 }),
    ("disasters", { $0.assumptions.extremeCircumstances.probability = [0.5, 0.5, 1, 0, 0.5] }),
    (
      "measure by measure, and programs that move one",
      {
        $0.assumptions.quality.measures = QualityMeasure.lively
        for place in $0.programs.indices {
          $0.programs[place].ramp = [0.2, 0.6, 1, 0.9, 0.8]
          $0.programs[place].measures = [
            .init(name: "001 Diabetes", change: .init(mean: -0.02, standardDeviation: 0.01))
          ]
        }
      }
    ),
    (
      "measures of few cases, known and growing",
      {
        $0.assumptions.quality.measures = QualityMeasure.lively
        for place in $0.assumptions.quality.measures.indices {
          $0.assumptions.quality.measures[place].denominator = 7 + 40 * place
          $0.assumptions.quality.measures[place].growsWithSize = true
        }
        $0.assumptions.parameterUncertainty = false
      }
    ),
    ("retention certain", { $0.assumptions.retention.mean = 1 }),
    (
      "an agreement that goes on, and whose lists change",
      {
        $0.record?.continues = true
        $0.assumptions.historicalBenchmarkNoise = .init(drawn: true, regionalWeight: 0.35)
        $0.assumptions.participantChange.probability = 0.6
      }
    ),
  ]

  static let files = [
    "rural-first-agreement", "hospital-network", "large-aco", "renewing-aco", "small-rural",
    "programs", "measure-by-measure",
  ]

  static func scenario(_ name: String) throws -> Scenario {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try Scenario(
      contentsOf: root.appending(path: "Scenarios/\(name).yaml"), displayedAs: name)
  }

  @Test(arguments: files, changes.indices)
  func `the kernel writes what the sampler writes, at every width`(
    file: String, change: Int
  ) throws {
    var scenario = try Self.scenario(file)
    Self.changes[change].change(&scenario)
    let model = PathModel(scenario, seed: 2026)
    for width in 0...cw_widest() {
      let batch = try #require(HistoryBatch(model, width: width))
      try Self.compare(model, batch, "\(file), \(Self.changes[change].name), width \(width)")
    }
  }

  static func compare(
    _ model: PathModel, _ batch: HistoryBatch, _ name: String
  ) throws {
    var kernel = HistorySampler(model, writing: batch)
    var readable = HistorySampler(model, writing: nil)
    let first = 64 * 41
    for trial in UInt32(first)..<UInt32(first + batches * HistoryBatch.trials) {
      kernel.start(trial: trial)
      readable.start(trial: trial)
      try #require(kernel.benchmarkLuck == readable.benchmarkLuck, "\(name), trial \(trial)")
      for year in 1...6 {
        let (one, other) = (kernel.nextYear(), readable.nextYear())
        try #require(one == other, "\(name), trial \(trial), year \(year)")
        try #require(kernel.benchmarkLuck == readable.benchmarkLuck, "\(name), year \(year)")
        try #require(
          kernel.ownLevel == readable.ownLevel && kernel.retained == readable.retained
            && kernel.avoidedShare == readable.avoidedShare
            && kernel.othersGrowth == readable.othersGrowth
            && kernel.hasRebased == readable.hasRebased
            && kernel.programYear == readable.programYear, "\(name), trial \(trial), year \(year)")
      }
    }
  }

  /// Sets of purposes that differ from trial to trial, as the walks of a Shapley effect have them.
  @Test(arguments: files, [0, 5, 6, 11, 14, 15, 16])
  func `purposes drawn again, others in each trial, are the sampler's`(
    file: String, change: Int
  ) throws {
    var scenario = try Self.scenario(file)
    Self.changes[change].change(&scenario)
    let model = PathModel(scenario, seed: 2026)
    let purposes = Purpose.allCases
    let sets = (0..<HistoryBatch.trials).map { trial in
      PurposeSet(purposes.filter { (trial * 2_654_435_761) >> (3 + Int($0.rawValue)) & 1 == 1 })
    }
    #expect(Set(sets).count > 32)
    for width in 0...cw_widest() {
      let batch = try #require(HistoryBatch(model, width: width))
      var readable = HistorySampler(model, writing: nil)
      let first = 64 * 41
      // What was written before leaves nothing behind.
      batch.start(at: first)
      batch.start(at: first, redrawing: sets)
      for lane in 0..<HistoryBatch.trials {
        readable.start(trial: UInt32(first + lane), redrawing: sets[lane])
        try #require(batch.benchmarkLuck(at: lane) == readable.benchmarkLuck)
        for year in 1...6 {
          let (one, columns) = (readable.nextYear(), batch.columns(of: year))
          try #require(columns.score[lane] == one.quality.score.fraction, "\(width), \(lane)")
          try #require(columns.participantRevenue[lane] == one.participantRevenue.amount)
          try #require(Int(columns.months[lane]) == one.extremeCircumstances.months)
          try #require(batch.programs(in: year, at: lane) == readable.programYear)
          let reported = columns.measures.reported(of: lane)
          try #require(reported == one.quality.measures, "\(width), \(lane)")
          for (place, type) in EnrollmentType.allCases.enumerated() {
            let (at, stratum) = (place * HistoryBatch.trials + lane, one.strata[type])
            try #require(columns.expenditure[at] == stratum.expenditure.amount, "\(width), \(lane)")
            try #require(columns.personYears[at] == stratum.personYears.count)
            try #require(columns.riskRatio[at] == stratum.riskRatio.fraction)
            try #require(columns.regionalGrowth[at] == stratum.regionalGrowth.fraction)
          }
        }
      }
      batch.start(at: first)
      readable.start(trial: UInt32(first))
      #expect(batch.columns(of: 1).score[0] == readable.nextYear().quality.score.fraction)
    }
  }

  @Test func `what the kernel does not know is left to the sampler`() throws {
    var scenario = try Self.scenario("rural-first-agreement")
    #expect(HistoryBatch(PathModel(scenario, seed: 1)) != nil)
    scenario.sampler = .gsl
    #expect(HistoryBatch(PathModel(scenario, seed: 1)) == nil)
    scenario.sampler = .quantiles
    scenario.assumptions.quality.measures = QualityMeasure.lively
    #expect(HistoryBatch(PathModel(scenario, seed: 1)) != nil)
    scenario.detail = .beneficiaries
    #expect(HistoryBatch(PathModel(scenario, seed: 1)) == nil)
  }

  @Test func `trials in any order, and trials drawn again, are the same`() throws {
    let model = PathModel(try Self.scenario("rural-first-agreement"), seed: 7)
    var forward = HistorySampler(model)
    let years = (0..<130 as Range<UInt32>).map { trial in
      forward.start(trial: trial)
      return (0..<5).map { _ in forward.nextYear() }
    }
    var backward = HistorySampler(model)
    for trial in (0..<130 as Range<UInt32>).reversed() {
      backward.start(trial: trial, redrawing: [.claimsNoise])
      let again = (0..<5).map { _ in backward.nextYear() }
      #expect(again != years[Int(trial)])
      backward.start(trial: trial)
      let same = (0..<5).map { _ in backward.nextYear() }
      #expect(same == years[Int(trial)])
    }
  }
}

extension Scenario {
  /// With this many assigned beneficiaries, person-years in proportion.
  fileprivate func sized(_ assigned: Int) -> Scenario {
    var scenario = self
    let size = Double(assigned) / Double(population.assignedBeneficiaries)
    scenario.population.assignedBeneficiaries = assigned
    for type in EnrollmentType.allCases {
      scenario.population.strata[type].personYears.count *= size
    }
    return scenario
  }
}
