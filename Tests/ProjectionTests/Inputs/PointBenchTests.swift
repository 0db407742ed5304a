import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

@Suite struct PointBenchTests {
  static let watch = StudyWatch(workers: 2, progress: nil, isCancelled: { false })

  static func bench(
    _ sample: PathLedgerTests.Sample = .first, trials: Int = 60, workers: Int = 2
  ) throws -> PointBench {
    let agreement = try sample.agreement()
    return try PointBench(
      agreement, try agreement.electedPaths(), trials: trials,
      StudyWatch(workers: workers, progress: nil, isCancelled: { false }))
  }

  @Test(arguments: PathLedgerTests.Sample.allCases)
  func `nothing moved is the ledger of paths to the cent`(sample: PathLedgerTests.Sample) throws {
    let bench = try Self.bench(sample)
    let ledger = try bench.agreement.pathLedger(bench.paths, workers: 1)
    let seen = try bench.look(at: [.scenario], following: [0, bench.paths.count - 1])[0]
    for path in bench.paths.indices {
      #expect(seen.means[path] == exactMean(of: ledger.net(of: path)) / 100)
    }
    #expect(seen.columns[0] == Array(ledger.net(of: 0)))
    #expect(seen.columns[1] == Array(ledger.net(of: bench.paths.count - 1)))
  }

  /// A point is a scenario: bound from its own beginning it pays the same cents. A history's figures
  /// and a stated benchmark take different ways.
  @Test(arguments: [PathLedgerTests.Sample.first, .renewing], Input.allCases)
  func `a point run as its own scenario pays the same`(
    sample: PathLedgerTests.Sample, input: Input
  ) throws {
    let bench = try Self.bench(sample)
    let point = InputPoint(shifts: [input: 0.02])
    let seen = try bench.look(at: [point], following: [0])[0]
    let alone = try Agreement(sample.scenario.moved(to: point), under: try Rulebook.current())
    let ledger = try alone.pathLedger(bench.paths, workers: 1)
    #expect(seen.columns[0] == Array(ledger.net(of: 0)))
    for path in bench.paths.indices {
      #expect(seen.means[path] == exactMean(of: ledger.net(of: path)) / 100)
    }
  }

  /// More trials than one batch, so that points and batches are dealt to workers out of step.
  @Test func `the same figures on any number of workers`() throws {
    let points =
      [InputPoint.scenario]
      + [Input.trueSavings, .size, .churn].map {
        InputPoint(shifts: [$0: 0.05])
      }
    func seen(_ workers: Int) throws -> [Sighting] {
      try Self.bench(trials: 1_300, workers: workers).look(at: points, following: [3, 5])
    }
    let alone = try seen(1)
    for workers in [2, 7] {
      for (one, other) in zip(alone, try seen(workers)) {
        #expect(one.means == other.means && one.columns == other.columns)
        #expect(one.savingsRate == other.savingsRate)
      }
    }
  }

  @Test func `an interrupted look gives nothing`() throws {
    let agreement = try PathLedgerTests.Sample.first.agreement()
    let bench = try PointBench(
      agreement, try agreement.electedPaths(), trials: 60,
      StudyWatch(workers: 2, progress: nil, isCancelled: { true }))
    #expect(throws: Interrupted.self) { try bench.look(at: [.scenario]) }
  }
}
