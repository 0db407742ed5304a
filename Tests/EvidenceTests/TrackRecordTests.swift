import Foundation
import Testing

@testable import Evidence

/// The record as a file, and the one that ships.
@Suite struct TrackRecordTests {
  /// Sixty ACOs of two sizes, forecast twice.
  static func sample() -> TrackRecord {
    let targets = (0..<60).map { place -> ForecastTarget in
      let size = place % 3 == 0 ? 8_000.0 : 60_000
      let known = ACOYear(
        id: "A\(place / 2)", year: 2030, assignedBeneficiaries: size, savingsRate: 0.02)
      var later = known
      later.year = 2032
      later.savingsRate = 0.02 + Double(place % 7 - 3) / 200
      return ForecastTarget(known: known, later: later)
    }
    let broad = Forecaster(name: "glidepath") { _ in Forecast(sample: [-0.01, 0.02, 0.04]) }
    let sharp = Forecaster(name: "last rate") { _ in .normal(mean: 0.02, standardDeviation: 0.01) }
    let scored = ScoredForecasts(broad, [sharp], on: targets)
    let table = BacktestTable(scored, resamples: 50)
    var paid: [HeldPayment] = []
    for place in 0..<40 {
      let chance = Double(place) / 40
      paid.append(
        HeldPayment(
          aco: "A\(place)", isInside: place % 5 > 0, isZero: place % 4 == 0, chance: chance,
          earned: place > 20))
    }
    let payments = PaymentScores(paid, resamples: 50)
    let leavers = Leavers(Panel(targets.map(\.known)), targets, scored, resamples: 50)
    let sums = table[.all].map {
      ObservedSums(known: 2030, first: 2032, last: 2033, rebasedWithin: 4, group: $0)
    }
    return TrackRecord(
      version: "9.9 \"test\"", trials: 300,
      inputs: [.init(file: "PY: 2030.csv", sha256: String(repeating: "a", count: 64))],
      pools: [.init(horizon: 2, targets: [2032], groups: table.groups, payments: payments)],
      sums: sums.map { [$0] } ?? [],
      runs: [
        .init(
          known: 2030, target: 2032, groups: table.groups, leavers: leavers, payments: payments)
      ])
  }

  @Test func `what is written is read back, to four digits`() throws {
    let record = Self.sample()
    let read = try TrackRecord(yaml: Array(record.yaml.utf8))
    #expect(read.yaml == record.yaml)
    #expect(read.version == record.version && read.inputs == record.inputs)
    #expect(read.runs.map(\.leavers.stayers) == record.runs.map(\.leavers.stayers))
    let (before, after) = (record.pools[0], read.pools[0])
    #expect(after.groups.map(\.name) == before.groups.map(\.name))
    for (old, new) in zip(before.groups, after.groups) {
      for (was, now) in zip(old.rows, new.rows) {
        #expect(was.forecaster == now.forecaster)
        #expect(abs(was.crps.value - now.crps.value) <= 5e-4 * was.crps.value)
      }
      #expect(new.lessCommonError?.forecaster == "less common error")
    }
    #expect(after.payments?.bins.count == before.payments?.bins.count)
    #expect(record.yaml.hasPrefix(TrackRecord.firstLine + "\n"))
  }

  @Test func `a group that is none is refused`() {
    let text = Self.sample().yaml.replacing("name: over50000", with: "name: over60000")
    #expect(throws: (any Error).self) { _ = try TrackRecord(yaml: Array(text.utf8)) }
  }

  @Test(arguments: [
    (5_000.0, "7500to10000"), (9_999, "7500to10000"), (12_000, "7500to10000"),
    (45_000, "over50000"), (70_000, "over50000"),
  ])
  func `the nearest band holds the size, or lies next to it`(_ size: Double, _ name: String) throws
  {
    let pool = try #require(Self.sample().pool(ahead: 2))
    #expect(pool.nearest(to: size)?.name.description == name)
  }

  // MARK: - The record that ships

  @Test func `the shipped record is whole`() throws {
    let record = try TrackRecord.shipped()
    #expect(record.pools.map(\.horizon) == [2, 1])
    #expect(record.trials == Backtest.usualTrials)
    for pool in record.pools {
      #expect(pool.groups.map(\.name) == ForecastGroup.allCases)
      #expect(pool.groups.allSatisfy { $0.rows.count == 4 && $0.lessCommonError != nil })
      #expect(pool.payments != nil)
    }
    #expect(record.runs.count == 6 && !record.sums.isEmpty)
    let file = Self.root.appending(path: "Sources/Evidence/Record/track-record.yaml")
    #expect(try String(contentsOf: file, encoding: .utf8) == record.yaml)
  }

  @Test func `no ACO can be told from it`() throws {
    #expect(try !TrackRecord.shipped().yaml.contains(/\bA\d{4}\b/))
  }

  @Test func `the README's table holds the record's figures`() throws {
    let text = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    for line in Self.readmeRows(try TrackRecord.shipped()) {
      #expect(text.contains(line), "README.md is stale, its back-test table needs: \(line)")
    }
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func readmeRows(_ record: TrackRecord) -> [String] {
    record.runs.compactMap { run -> String? in
      guard let group = run[.all], let less = group.lessCommonError else { return nil }
      let product = group.rows[0]
      let held = product.coverage.map { String(format: "%.0f", $0.value * 100) }
      var cells: [String] = ["\(run.target) ← \(run.known)", "\(group.targets)"]
      cells.append(points(product.crps))
      cells += group.rows.dropFirst().map { points($0.crpsOverFirst) }
      cells.append(held.joined(separator: " / "))
      cells.append(String(format: "%.1f", less.coverage[1].value * 100))
      let common = String(format: "%.2f", product.bias.value * 100)
      cells.append(common.replacing("-", with: "−"))
      return "| " + cells.joined(separator: " | ") + " |"
    }
  }

  private static func points(_ estimate: Evidence.Estimate) -> String {
    String(format: "%.2f ± %.2f", estimate.value * 100, estimate.standardError * 100)
      .replacing("-", with: "−")
  }
}
