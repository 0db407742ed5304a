import Regulation

/// What every trial paid under every option, in whole cents, and what its history was.
///
/// Columns of one value a trial: see `columns`.
public struct Ledger: Sendable {
  public let trials: Int
  public let optionCount: Int
  /// `columns[option · 5 + year] · trials + trial`.
  var payment: [Int64]
  let columns: [Int]
  /// `(option · 5 + year) · trials + trial`: net accumulated through the year; empty where `following` tells it.
  var net: [Int64]
  /// How net follows from payments; `nil` where it has to be kept.
  let following: NetOfPayments?
  /// `option · trials + trial`: years in which the payment limit bound, plus 16 times the years in
  /// which the loss recoupment limit did.
  var limitHits: [UInt8]
  /// `batch · 5 + year`, summed in order of batches whatever the workers did.
  var histories: [HistorySums]
  /// Who gained; `nil` where nobody asks.
  var parties: PartyLedger?

  init(trials: Int, optionCount: Int, batches: Int, following: NetOfPayments? = nil) {
    self.trials = trials
    self.optionCount = optionCount
    let columns = following?.columns ?? Array(0..<optionCount * 5)
    self.columns = columns
    payment = Array(repeating: 0, count: ((columns.max() ?? -1) + 1) * trials)
    self.following = following
    net = Array(repeating: 0, count: following == nil ? optionCount * 5 * trials : 0)
    limitHits = Array(repeating: 0, count: optionCount * trials)
    histories = Array(repeating: HistorySums(), count: batches * 5)
  }

  func payments(of option: Int, year: Int) -> ArraySlice<Int64> {
    column(payment, columns[option * 5 + year])
  }

  func cumulativeNet(of option: Int, year: Int) -> [Int64] {
    following == nil
      ? Array(column(net, option * 5 + year)) : cumulativeNet(of: option, years: year + 1)[year]
  }

  /// Net accumulated through each of the first so many years, by trial.
  func cumulativeNet(of option: Int, years: Int = 5) -> [[Int64]] {
    guard let following else { return (0..<years).map { Array(column(net, option * 5 + $0)) } }
    var sums = Array(repeating: 0.0, count: trials)
    return (0..<years).map { year in
      following.add(payments(of: option, year: year), of: year, to: &sums)
    }
  }

  func total(of option: Int) -> [Int64] {
    var sums = Array(payments(of: option, year: 0))
    for year in 1..<5 {
      for (trial, cents) in zip(0..<trials, payments(of: option, year: year)) {
        sums[trial] += cents
      }
    }
    return sums
  }

  func worstYear(of option: Int) -> [Int64] {
    var worst = Array(payments(of: option, year: 0))
    for year in 1..<5 {
      for (trial, cents) in zip(0..<trials, payments(of: option, year: year)) {
        worst[trial] = min(worst[trial], cents)
      }
    }
    return worst
  }

  private func column(_ values: [Int64], _ place: Int) -> ArraySlice<Int64> {
    values[place * trials..<(place + 1) * trials]
  }

  /// Over every payment: equal only where every trial paid the same cents.
  public var checksum: UInt64 { kept.checksum.value }
}

extension Ledger {
  /// The payments alone, without a copy.
  public var kept: KeptPayments {
    KeptPayments(trials: trials, optionCount: optionCount, cents: payment, columns: columns)
  }

  /// The checksum in sixteen hexadecimal digits.
  var checksumText: String { kept.checksum.text }
}

/// A sum and a sum of squares.
struct Moments: Sendable {
  var sum = 0.0
  var squares = 0.0

  @inline(__always)
  mutating func add(_ value: Double) {
    sum += value
    squares += value * value
  }

  mutating func add(_ other: Moments) {
    sum += other.sum
    squares += other.squares
  }

  func variance(of trials: Double) -> Double {
    max(0, squares - sum * sum / trials) / max(1, trials - 1)
  }

  func estimate(of trials: Double) -> Estimate {
    Estimate(
      value: sum / trials, standardError: (variance(of: trials) / trials).squareRoot())
  }
}
