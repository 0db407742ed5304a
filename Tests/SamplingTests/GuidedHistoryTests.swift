import CKernels
import CWidths
import Probability
import Regulation
import Scenarios
import Testing

@testable import Sampling

@Suite struct GuidedHistoryTests {
  static func model(_ file: String, _ change: Int) throws -> PathModel {
    var scenario = try HistoryBatchTests.scenario(file)
    HistoryBatchTests.changes[change].change(&scenario)
    let axis = (0..<50).map { 1 / Double($0 + 2) }
    let length = axis.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return PathModel(scenario, seed: 2026).following(
      PointSet(
        draws: GuidedDraws.all, axes: [axis.map { $0 / length }],
        subject: PathModel.scrambling(of: scenario, seed: 3, for: "test")))
  }

  @Test(arguments: HistoryBatchTests.files, HistoryBatchTests.changes.indices)
  func `on points too the kernel writes what the sampler writes`(
    file: String, change: Int
  ) throws {
    let model = try Self.model(file, change)
    for width in 0...cw_widest() {
      let batch = try #require(HistoryBatch(model, width: width))
      try HistoryBatchTests.compare(
        model, batch, "\(file), \(HistoryBatchTests.changes[change].name), width \(width)")
    }
  }

  @Test func `draws are named once, and there is room for all`() {
    #expect(Set(GuidedDraws.all).count == GuidedDraws.all.count)
    #expect(GuidedDraws.all.count <= PointSet.mostDimensions)
  }

  /// The mean over points is that over independent numbers: retention, growth and size of the first and
  /// the fifth year, 16,384 trials of each, within five standard errors of the plain ones; and so the
  /// logarithm of its spread, whose error is the root of (kurtosis - 1)/4n.
  @Test func `histories on points have the laws of plain ones`() throws {
    let guided = try Self.model("rural-first-agreement", 0)
    let (one, other) = (Self.means(guided), Self.means(guided.following(nil)))
    for (a, b) in zip(one, other) {
      #expect(abs(a.mean - b.mean) < 5 * b.error)
      let error = (a.spreadError * a.spreadError + b.spreadError * b.spreadError).squareRoot()
      #expect(abs(logarithm(a.spread / b.spread)) < 5 * error)
    }
  }

  private static func means(
    _ model: PathModel
  ) -> [(mean: Double, spread: Double, error: Double, spreadError: Double)] {
    let trials = 16_384
    var rows: [[Double]] = []
    var sampler = HistorySampler(model)
    for trial in 0..<UInt32(trials) {
      sampler.start(trial: trial)
      var row: [Double] = []
      for year in 1...5 {
        let written = sampler.nextYear()
        guard year == 1 || year == 5 else { continue }
        let oldest = written.strata.agedNonDual
        row += [
          sampler.retained, oldest.nationalGrowth.fraction, oldest.expenditure.amount,
          Double(written.assignedBeneficiaries), sampler.benchmarkLuck.agedNonDual.third,
          sampler.hasRebased ? 1 : 0,
        ]
      }
      rows.append(row)
    }
    let n = Double(trials)
    return rows[0].indices.map { column in
      let mean = rows.reduce(0) { $0 + $1[column] } / n
      let squares = rows.map { ($0[column] - mean) * ($0[column] - mean) }
      let variance = squares.reduce(0, +) / (n - 1)
      let kurtosis = squares.reduce(0) { $0 + $1 * $1 } / n / (variance * variance)
      return (
        mean, variance.squareRoot(), (variance / n).squareRoot(),
        ((kurtosis - 1) / (4 * n)).squareRoot()
      )
    }
  }

  @Test func `what is drawn again follows no points, and the rest does`() throws {
    let model = try Self.model("rural-first-agreement", 0)
    var guided = HistorySampler(model)
    var plain = HistorySampler(model.following(nil))
    let all = PurposeSet(Purpose.allCases)
    guided.start(trial: 70, redrawing: all)
    plain.start(trial: 70, redrawing: all)
    #expect(guided.nextYear() == plain.nextYear())
    guided.start(trial: 70, redrawing: [.quality])
    plain.start(trial: 70, redrawing: [.quality])
    let (one, other) = (guided.nextYear(), plain.nextYear())
    #expect(one.strata != other.strata)
  }
}
