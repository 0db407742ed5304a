import Regulation

/// What came of the rows of one file.
public struct PublishedTally: Hashable, Sendable {
  public var file: String
  /// In order; one, but for a table of several.
  public var years: [PerformanceYear] = []
  /// Columns the file lacks, with what cannot be checked without each.
  public var unmet: [PublishedNeed]
  public var notes: [String] = []

  public var rows = 0
  public var matched = 0
  public var insideBand = 0
  public var needsRevenue = Named()
  public var notCheckable: [String: Named] = [:]
  public var missed: [Verdict.Miss: Named] = [:]
  /// Rows not read for a fault of their own.
  public var refused = 0
  /// The first faults.
  public var problems: [PublicUseProblem] = []

  public var payments = Side()
  public var losses = Side()
  public var minimumRates: [PublishedSettlement.MinimumRateCheck: Int] = [:]
  public var minimumRatesThatDiffer = Named()
  public var tests = Count()
  public var finalSharingRates = Count()
  public var finalLossRates = Count()

  /// Rows, the first few by name.
  public struct Named: Hashable, Sendable {
    public static let most = 40
    public var count = 0
    /// Id and, where it says more, what is to be said of the row.
    public var first: [String] = []
    mutating func add(_ text: String) {
      count += 1
      if first.count < Self.most { first.append(text) }
    }
  }

  /// Agreements out of comparisons.
  public struct Count: Hashable, Sendable {
    public var equal = 0
    public var compared = 0
    mutating func add(_ agrees: Bool?) {
      guard let agrees else { return }
      compared += 1
      if agrees { equal += 1 }
    }
  }

  /// Payments, or losses before relief and after.
  public struct Side: Hashable, Sendable {
    /// Rows where CMS prints one.
    public var count = 0
    public var matched = 0
    public var insideBand = 0
    /// Dollars printed, in all rows: the control total.
    public var printed = 0.0
    /// Dollars printed in rows that could be compared, and ours of the same rows.
    public var compared = 0.0
    public var ours = 0.0
  }

  public static let mostProblems = 40

  /// Misses of payment or of the minimum savings rate's digits.
  public var unexplained: Int {
    missed.values.reduce(0) { $0 + $1.count } + minimumRatesThatDiffer.count
  }

  public var notCheckableCount: Int { notCheckable.values.reduce(0) { $0 + $1.count } }
}

extension PublishedTally {
  /// - Parameter id: The row's ACO, as printed.
  mutating func add(_ row: PublishedRow, _ id: String) {
    rows += 1
    switch row {
    case .refused(let found):
      refused += 1
      problems += found.prefix(max(0, Self.mostProblems - problems.count))
    case .notSettled(let year, let missing, let check):
      if let year { add(year.performanceYear) }
      add(check, id)
      notCheckable[missing.sentence, default: Named()].add(String(id.prefix(20)))
    case .settled(let settled):
      add(settled)
    }
  }

  private mutating func add(_ settled: PublishedSettlement) {
    add(settled.year.performanceYear)
    add(settled.checks.minimumRate, settled.year.id)
    tests.add(settled.checks.test)
    finalSharingRates.add(settled.checks.finalSharingRate)
    finalLossRates.add(settled.checks.finalLossRate)
    switch settled.verdict {
    case .matched: matched += 1
    case .insideBand: insideBand += 1
    case .needsParticipantRevenue: needsRevenue.add(settled.year.id)
    case .notCheckable(let why): notCheckable[why.sentence, default: Named()].add(settled.year.id)
    case .missed(let miss): missed[miss, default: Named()].add(settled.missText)
    }
    addSides(settled)
  }

  private mutating func addSides(_ settled: PublishedSettlement) {
    let printed = settled.year.printed.earned ?? .zero
    let relief = settled.year.disasterAdjustment ?? .zero
    if printed > .zero { payments.add(settled.verdict) }
    payments.add(max(printed, .zero), max(settled.predicted, .zero), settled.verdict)
    let isLoss = printed < .zero || relief > .zero
    if isLoss { losses.add(settled.verdict) }
    losses.add(
      isLoss ? relief - printed : .zero, settled.lossBeforeRelief ?? .zero, settled.verdict)
  }

  private mutating func add(_ year: PerformanceYear) {
    guard !years.contains(year) else { return }
    years.append(year)
    years.sort()
  }

  private mutating func add(_ check: PublishedSettlement.MinimumRateCheck?, _ id: String) {
    guard let check else { return }
    minimumRates[check, default: 0] += 1
    if check == .oneSidedDiffers || check == .variableDiffers { minimumRatesThatDiffer.add(id) }
  }
}

extension Verdict {
  /// Whether all that the payment depends on is printed.
  fileprivate var isComparison: Bool {
    switch self {
    case .matched, .insideBand, .missed: true
    case .needsParticipantRevenue, .notCheckable: false
    }
  }
}

extension PublishedTally.Side {
  fileprivate mutating func add(_ amount: Dollars, _ predicted: Dollars, _ verdict: Verdict) {
    printed += amount.amount
    guard verdict.isComparison else { return }
    compared += amount.amount
    ours += predicted.amount
  }

  fileprivate mutating func add(_ verdict: Verdict) {
    count += 1
    if verdict == .matched { matched += 1 }
    if verdict == .insideBand { insideBand += 1 }
  }
}

extension PublishedSettlement {
  fileprivate var missText: String {
    let ours = Int64(predicted.amount.rounded(.toNearestOrAwayFromZero))
    let printed = year.printed.earned.map { String(Int64($0.amount.rounded())) } ?? "nothing"
    return "\(year.id) \(ours) for \(printed)"
  }
}
