import Scenarios

/// How past forecasts of this program held, as a back-test measured it: numbers of groups, from
/// which no ACO can be told.
public struct TrackRecord: Hashable, Sendable, Codable {
  /// Of the program that made the forecasts.
  public var version: String
  public var trials: Int
  public var inputs: [Input]
  /// Two years ahead, as at signing, then one.
  public var pools: [Pool]
  public var sums: [ObservedSums]
  public var runs: [Run]

  /// One file the forecasts were made from or held against.
  public struct Input: Hashable, Sendable, Codable {
    public var file, sha256: String
  }

  /// All years forecast from as many years before.
  public struct Pool: Hashable, Sendable, Codable {
    public var horizon: Int
    public var targets: [Int]
    public var groups: [BacktestTable.Group]
    public var payments: PaymentScores?
  }

  /// One performance year forecast from one last year known.
  public struct Run: Hashable, Sendable, Codable {
    public var known, target: Int
    /// All ACOs, new agreements and the same ones.
    public var groups: [BacktestTable.Group]
    public var leavers: Leavers
    public var payments: PaymentScores?

    public var horizon: Int { target - known }
  }

}

extension TrackRecord {
  public init(_ backtest: Backtest, version: String) {
    self.version = version
    trials = backtest.trials
    inputs = backtest.inputs.map { Input(file: $0.file, sha256: $0.digest) }
    pools = backtest.pools.map {
      Pool(
        horizon: $0.horizon, targets: $0.targets,
        groups: $0.table.groups.map { $0.name == .all ? $0 : $0.withoutTenths },
        payments: $0.payments)
    }
    sums = backtest.sums
    runs = backtest.runs.map { run in
      Run(
        known: run.known, target: run.target,
        groups: run.table.groups.filter { Run.kept.contains($0.name) }.map(\.withoutTenths),
        leavers: run.leavers.withoutTenths, payments: run.payments)
    }
  }
}

extension BacktestTable.Row {
  /// Tenths are kept for all ACOs of a horizon alone: the record stays small.
  fileprivate var withoutTenths: Self {
    var row = self
    row.pitTenths = []
    return row
  }
}

extension BacktestTable.Group {
  fileprivate var withoutTenths: Self {
    var group = self
    group.rows = rows.map(\.withoutTenths)
    group.lessCommonError = lessCommonError?.withoutTenths
    return group
  }
}

extension Leavers {
  fileprivate var withoutTenths: Self {
    var leavers = self
    leavers.weighted = weighted.map(\.withoutTenths)
    return leavers
  }
}

extension TrackRecord {
  /// The record that ships with the program: written by `glidepath backtest --record`.
  public static func shipped() throws -> TrackRecord { try embedded.get() }

  private static let embedded = Result { try TrackRecord(yaml: PackageResources.track_record_yaml) }

  public init(yaml: [UInt8]) throws {
    self = try NumbersFile.decode(TrackRecord.self, yaml)
  }

  /// Forecasts made so many years ahead; two is what is known at signing.
  public func pool(ahead horizon: Int) -> Pool? { pools.first { $0.horizon == horizon } }
}

extension TrackRecord.Run {
  static let kept: Set<ForecastGroup> = [.all, .newAgreement, .sameAgreement]

  public subscript(name: ForecastGroup) -> BacktestTable.Group? {
    groups.first { $0.name == name }
  }
}

extension TrackRecord.Pool {
  public subscript(name: ForecastGroup) -> BacktestTable.Group? {
    groups.first { $0.name == name }
  }

  /// The size band that holds so many beneficiaries; where nothing of that size was forecast, the
  /// next one up or down.
  public func nearest(to assigned: Double) -> BacktestTable.Group? {
    let bands = groups.compactMap { group -> (band: SizeBand, group: BacktestTable.Group)? in
      guard case .size(let band) = group.name else { return nil }
      return (band, group)
    }
    return bands.min { $0.band.distance(to: assigned) < $1.band.distance(to: assigned) }?.group
  }
}

extension SizeBand {
  /// Beneficiaries between the band and a size; none inside.
  fileprivate func distance(to assigned: Double) -> Double {
    max(0, Double(lowest) - assigned, end.map { assigned - Double($0 - 1) } ?? 0)
  }
}
