import Regulation

/// Who gains along every path, on average; places in the outcomes.
public struct PathParties: Hashable, Sendable {
  /// Trials summed together: what differs between two paths is known block by block.
  static let block = 64

  /// Five-year means of one path, in dollars; the sponsor's after lost margin.
  public struct Means: Hashable, Sendable {
    public var aco, sponsor: Estimate
    /// ACO and sponsor together.
    public var system: Estimate
    public init(aco: Estimate, sponsor: Estimate, system: Estimate) {
      self.aco = aco
      self.sponsor = sponsor
      self.system = system
    }
  }

  /// In the order of the outcomes.
  public var means: [Means]
  /// The highest mean for the ACO, the sponsor and both together; the first of equals.
  public var bestForACO, bestForSponsor, bestForSystem: Int
  /// What the best path for both brings them beyond the best path for the ACO, in dollars, paired.
  public var systemLead: Estimate

  public init(
    means: [Means], bestForACO: Int, bestForSponsor: Int, bestForSystem: Int, systemLead: Estimate
  ) {
    self.means = means
    self.bestForACO = bestForACO
    self.bestForSponsor = bestForSponsor
    self.bestForSystem = bestForSystem
    self.systemLead = systemLead
  }
}

/// A block's sums along one path, in cents; the sponsor's before lost margin.
struct PathPartySums: Equatable, Sendable {
  private(set) var aco = 0.0
  private(set) var sponsor = 0.0

  @inline(__always)
  mutating func add(_ account: PartyAccount, of net: Double) {
    aco += net - account.sponsor - account.participants
    sponsor += account.sponsor
  }
}

/// By block of trials; 16 bytes for a block and path, 5 MB for 212 paths and 100,000 trials.
struct PathPartyLedger: Equatable, Sendable {
  let trials, paths: Int
  /// `block · paths + path`.
  fileprivate var sums: [PathPartySums]
  /// By block.
  fileprivate var lostMargin: [Double]

  init(trials: Int, paths: Int) {
    (self.trials, self.paths) = (trials, paths)
    let blocks = (trials + PathParties.block - 1) / PathParties.block
    sums = Array(repeating: PathPartySums(), count: blocks * paths)
    lostMargin = Array(repeating: 0, count: blocks)
  }

  /// One figure's sums by block.
  fileprivate func blocks(
    of path: Int, _ figure: (PathPartySums, _ lostMargin: Double) -> Double
  ) -> [Double] {
    lostMargin.indices.map { figure(sums[$0 * paths + path], lostMargin[$0]) }
  }

  /// Mean a trial, in dollars, with the error that the blocks' spread about it gives.
  fileprivate func estimate(_ blocks: [Double]) -> Estimate {
    let mean = blocks.reduce(0, +) / Double(trials)
    var squares = 0.0
    for (block, sum) in blocks.enumerated() {
      let first = block * PathParties.block
      let deviation = sum - mean * Double(min(trials, first + PathParties.block) - first)
      squares += deviation * deviation
    }
    let count = Double(blocks.count)
    let variance = squares * count / max(1, count - 1)
    return Estimate(
      value: mean / 100, standardError: variance.squareRoot() / Double(trials) / 100)
  }
}

extension PathParties {
  init(_ ledger: PathPartyLedger) {
    let aco = { ledger.blocks(of: $0) { sums, _ in sums.aco } }
    let sponsor = { ledger.blocks(of: $0) { $0.sponsor - $1 } }
    let system = { ledger.blocks(of: $0) { $0.aco + $0.sponsor - $1 } }
    let means = (0..<ledger.paths).map {
      Means(
        aco: ledger.estimate(aco($0)), sponsor: ledger.estimate(sponsor($0)),
        system: ledger.estimate(system($0)))
    }
    func best(_ figure: (Means) -> Estimate) -> Int {
      means.indices.reduce(0) {
        figure(means[$1]).value > figure(means[$0]).value ? $1 : $0
      }
    }
    let (forACO, forSystem) = (best(\.aco), best(\.system))
    self.init(
      means: means, bestForACO: forACO, bestForSponsor: best(\.sponsor), bestForSystem: forSystem,
      systemLead: ledger.estimate(zip(system(forSystem), system(forACO)).map { $0 - $1 }))
  }
}

/// Where a batch writes. A batch holds whole blocks: no two workers share one.
struct PathPartySlots {
  let sums: UnsafeMutablePointer<PathPartySums>
  let lostMargin: UnsafeMutablePointer<Double>
}

extension PathPartyLedger? {
  mutating func withSlots(_ body: (PathPartySlots?) -> Void) {
    guard var ledger = self else { return body(nil) }
    self = nil
    defer { self = ledger }
    ledger.sums.withUnsafeMutableBufferPointer { sums in
      ledger.lostMargin.withUnsafeMutableBufferPointer { lostMargin in
        guard let sums = sums.baseAddress, let lostMargin = lostMargin.baseAddress else { return }
        body(PathPartySlots(sums: sums, lostMargin: lostMargin))
      }
    }
  }
}
