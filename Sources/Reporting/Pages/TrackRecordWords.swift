import Evidence

/// Sentences about a track record, each true of its numbers.
struct TrackRecordWords {
  var record: TrackRecord
  /// Forecast at what is known when an agreement is signed.
  var pool: TrackRecord.Pool
  var all: BacktestTable.Group

  var headline: Finding {
    guard let held = all.held80 else { return Finding("No range was scored.") }
    return Finding(
      "Of \(DecimalText.grouped(all.targets)) savings rates published for \(Self.span(pool.targets)), "
        + "the ranges that could be simulated at signing and were meant to hold 80% held "
        + "\(held.told.percent)\(Self.verdict(held)); \(closest).", number: held.told)
  }

  private static func verdict(_ held: Evidence.Estimate) -> String {
    switch held.side(of: 0.8) {
    case -1: ": they were too narrow"
    case 1: ": they were wider than promised"
    default: ""
    }
  }

  private var closest: String {
    let closer = Self.names(all, side: -1)
    let level = Self.names(all, side: 0)
    if !closer.isEmpty { return "but \(Names.list(closer)) came closer on average" }
    if !level.isEmpty { return "no simple forecast came closer, \(Names.list(level)) as close" }
    return "every simple forecast missed by more"
  }

  /// Baselines whose error is smaller (−1), as large within two standard errors (0) or larger.
  static func names(_ group: BacktestTable.Group, side: Int) -> [String] {
    group.rows.dropFirst().filter { $0.crpsOverFirst.side(of: 0) == side }.map(\.words)
  }

  /// `2020 to 2022`, or `2022`.
  static func span(_ years: [Int]) -> String {
    guard let first = years.min(), let last = years.max(), first < last else {
      return years.first.map(String.init) ?? "no year"
    }
    return "\(first) to \(last)"
  }

  var errorHeadline: Finding {
    guard let row = all.rows.first else { return Finding("No error was scored.") }
    let others = all.rows.dropFirst().map {
      "\(DecimalText.printed($0.crps.value * 100, places: 2)) of \($0.words)"
    }
    return Finding(
      "Two years ahead the simulation's error was "
        + "\(DecimalText.printed(row.crps.value * 100, places: 2)) points of the savings rate"
        + (others.isEmpty ? "." : ", against \(Names.list(others))."), number: row.crps.told)
  }

  // MARK: - Remarks beside the chart

  /// What all ACOs of a year had in common, apart from what their own ranges are to answer for.
  var commonErrors: Finding? {
    let runs = record.runs.filter { $0.horizon == pool.horizon }
    let told = runs.compactMap { run -> String? in
      guard let error = run[.all]?.rows.first?.bias else { return nil }
      let size = DecimalText.printed(error.value.magnitude * 100, places: 1)
      return "\(size) points \(error.value < 0 ? "above" : "below") forecast in \(run.target)"
    }
    guard let less = all.lessCommonError?.held80, !told.isEmpty else { return nil }
    let pandemic =
      runs.contains { $0.target == 2020 }
      ? " 2020 was the first year of the pandemic, which nothing published in 2018 could tell." : ""
    return Finding(
      "All ACOs together came \(Names.list(told)). Apart from that error common to a year the range "
        + "for 80% held \(less.shareWithError); \(runs.count == 1 ? "one year is" : "\(runs.count) years are") "
        + "too few to tell how large such a year can be.\(pandemic)", number: less.told)
  }

  /// Groups whose range for 80 percent did not hold what it promised.
  var groupsOff: Finding {
    let off = pool.groups.filter { ($0.held80?.side(of: 0.8) ?? 0) != 0 }
    guard !off.isEmpty else {
      return Finding(
        "In none of the \(pool.groups.count) groups is the range for 80% off by more than two "
          + "standard errors.")
    }
    let told = off.compactMap { group in
      group.held80.map { "\(group.name.place) \($0.shareWithError)" }
    }
    return Finding(
      "The range for 80% is off by more than two standard errors in \(off.count) of "
        + "\(pool.groups.count) groups: \(Names.list(told, most: 6)).")
  }
}

extension BacktestTable.Row {
  /// As a sentence names a baseline.
  var words: String {
    switch forecaster {
    case "climatology": "the mean of past years"
    case "last rate": "the last published rate"
    case "lag regression": "a regression on the last rate"
    default: forecaster
    }
  }
}
