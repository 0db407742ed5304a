import Regulation
import Scenarios

extension Agreement {
  /// The most trials whose cash is followed.
  static let mostCashTrials = 20_000

  /// What cash every option needs and when, over the first trials of a comparison; the same on any
  /// number of workers.
  ///
  /// - Parameter followed: The option, by its place, whose cash is followed month by month.
  /// - Throws: `Interrupted` once `isCancelled` has answered true.
  public func cashOutlook(
    following followed: Int, workers: Int, progress: (@Sendable (Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> CashOutlook {
    let book = try cashBook(of: settlements, periods, workers: workers, isCancelled: isCancelled)
    let trials = min(scenario.trials, Self.mostCashTrials)
    let table = CashTable(
      trials: trials, options: options.count, batches: Self.batches(of: trials))
    Self.deal(
      trials, workers: workers, progress: progress, isCancelled: isCancelled, writing: table.slots,
      with: { CashWalk(self, book, followed: followed) }
    ) { walk, trial, batch, slots in
      walk.run(trial, batch: batch, into: slots)
    }
    if isCancelled() { throw Interrupted() }
    return CashOutlook(
      trials: trials, options: options.indices.map { option($0, of: table, book) },
      followed: followed,
      points: table.points(on: cash.dates), flows: table.flows)
  }

  /// How many trials `cashOutlook` follows.
  public var cashTrials: Int { min(scenario.trials, Self.mostCashTrials) }

  /// Cash at hand on the first day, in cents: `cash.openingReserve`, or the appetite's reserve.
  var openingReserve: Int64? {
    (scenario.cash?.openingReserve ?? scenario.appetite?.reserve).map {
      Cents(rounding: $0).count
    }
  }

  private func option(_ option: Int, of table: CashTable, _ book: CashBook) -> CashOutlook.Option {
    let lowest = table.column(table.slots.lowest, option)
    let needs = lowest.map { -$0 }.sorted()
    let steps = options[option].steps
    let revenue = (0..<5).reduce(Cents.zero) { sum, year in
      guard book.place(year, steps[year]).isAdvancedModel else { return sum }
      let added = cash.advancedModel[year]
      return sum + added.conversionFactor + added.lumpSum
    }
    let sums = CashSums(options: options.count)
    return CashOutlook.Option(
      chanceOfExhaustion: exhaustion(lowest),
      reserveNeeded: [0.95, 0.99].map { QuantileEstimate(level: $0, of: needs) },
      chanceOfNoNeed: Chance(needs.count { $0 <= 0 }, of: needs.count),
      lowestAt: table.lowestMonths(option).map(cash.dates.end),
      mechanism: (0..<5).map { table.estimate(sums.held(option, $0)) },
      chanceOfRaise: Chance(table.count(sums.raised(option)), of: table.trials),
      carryingCost: table.estimate(sums.fees(option)),
      advancedModel: revenue.dollars.amount,
      cover: cash.cover == nil ? nil : cover(option, of: table, sums))
  }

  private func exhaustion(_ lowest: [Int64]) -> Chance? {
    openingReserve.map { reserve in Chance(lowest.count { $0 < -reserve }, of: lowest.count) }
  }

  private func cover(_ option: Int, of table: CashTable, _ sums: CashSums) -> CashOutlook.Cover {
    let with = table.column(table.slots.worth, option)
    let without = table.column(table.slots.worthWithout, option)
    let lowest = table.column(table.slots.lowestWithout, option)
    let needs = lowest.map { -$0 }.sorted()
    let recovery = table.estimate(sums.recovery(option))
    var premium = Estimate(
      value: table.estimate(sums.premium(option)).value, standardError: 0)
    var change = PairedDifference(with[...], less: without[...]).mean
    // A premium that is so many times the mean recovery errs with it: what is left is the loading.
    if let cover = cash.cover, cover.premium == nil, let loading = cover.loading {
      premium.standardError = (1 + loading) * recovery.standardError
      change.standardError *= loading
    }
    return CashOutlook.Cover(
      recovery: recovery, premium: premium, change: change,
      tailMean: Distribution(cents: with).tailMean,
      tailMeanWithout: Distribution(cents: without).tailMean,
      chanceOfExhaustionWithout: exhaustion(lowest),
      reserveNeededWithout: [0.95, 0.99].map { QuantileEstimate(level: $0, of: needs) })
  }
}

/// Room for what every trial's cash comes to.
private final class CashTable {
  let slots: CashSlots
  let trials, options, batches: Int
  private let sums: CashSums

  init(trials: Int, options: Int, batches: Int) {
    (self.trials, self.options, self.batches) = (trials, options, batches)
    sums = CashSums(options: options)
    func room(_ count: Int) -> UnsafeMutablePointer<Int64> {
      let room = UnsafeMutablePointer<Int64>.allocate(capacity: count)
      room.initialize(repeating: 0, count: count)
      return room
    }
    let month = UnsafeMutablePointer<UInt8>.allocate(capacity: options * trials)
    month.initialize(repeating: 0, count: options * trials)
    let moments = UnsafeMutablePointer<Moments>.allocate(capacity: batches * sums.count)
    moments.initialize(repeating: Moments(), count: batches * sums.count)
    slots = CashSlots(
      trials: trials, lowest: room(options * trials), lowestWithout: room(options * trials),
      worth: room(options * trials), worthWithout: room(options * trials), month: month,
      points: room(CashDates.months / 6 * trials), sums: moments)
  }

  deinit {
    for room in [slots.lowest, slots.lowestWithout, slots.worth, slots.worthWithout, slots.points] {
      room.deallocate()
    }
    slots.month.deallocate()
    slots.sums.deallocate()
  }

  func column(_ values: UnsafeMutablePointer<Int64>, _ option: Int) -> [Int64] {
    Array(UnsafeBufferPointer(start: values + option * trials, count: trials))
  }

  /// Added in order of batches.
  private func moments(_ place: Int) -> Moments {
    (0..<batches).reduce(into: Moments()) { $0.add(slots.sums[$1 * sums.count + place]) }
  }

  func estimate(_ place: Int) -> Estimate { moments(place).estimate(of: Double(trials)) }
  func count(_ place: Int) -> Int { Int(moments(place).sum) }

  /// Months at 5, 50 and 95 percent of the trials in which cash falls at all.
  func lowestMonths(_ option: Int) -> [Int] {
    let months = (0..<trials).filter { slots.lowest[option * trials + $0] < 0 }
      .map { Int(slots.month[option * trials + $0]) }.sorted()
    guard !months.isEmpty else { return [] }
    return [0.05, 0.5, 0.95].map { level in
      months[min(months.count - 1, Int(level * Double(months.count)))]
    }
  }

  func points(on dates: CashDates) -> [CashOutlook.Point] {
    (0..<CashDates.months / 6).map { point in
      let sorted = column(slots.points, point).sorted()
      return CashOutlook.Point(
        day: dates.end(of: point * 6 + 5),
        quantiles: Distribution.levels.map { QuantileEstimate(level: $0, of: sorted) })
    }
  }

  var flows: [CashOutlook.Flow] {
    CashKind.allCases.map { kind in
      CashOutlook.Flow(
        kind: kind, years: (0..<CashDates.years).map { estimate(sums.flow(kind, $0)) })
    }
    .filter { $0.years.contains { $0.value != 0 } }
  }
}
