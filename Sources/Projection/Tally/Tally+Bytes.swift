import Probability

extension Tally {
  /// All of it in compact form, for another machine or a later hour; see `init(bytes:)`.
  public var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.put(trials)
    writer.put(options.count)
    for option in options { option.write(to: &writer) }
    for pair in pairs { pair.write(to: &writer) }
    for history in histories { history.write(to: &writer) }
    writer.put(checksum.value)
    for part in parts { part.write(to: &writer) }
    return writer.bytes
  }

  /// - Throws: `DamagedBytes` where no tally writes these.
  public init(bytes: ArraySlice<UInt8>) throws(DamagedBytes) {
    var reader = ByteReader(bytes)
    let trials = try reader.count()
    var options: [OptionTally] = []
    for _ in 0..<(try reader.count(atMost: 10_000)) {
      options.append(try OptionTally(&reader, trials: trials))
    }
    self.init([])
    (self.trials, self.options) = (trials, options)
    for _ in 0..<options.count * max(0, options.count - 1) / 2 {
      pairs.append(try PairTally(&reader))
    }
    for year in histories.indices { histories[year] = try HistorySums(&reader) }
    checksum = PaymentsChecksum(value: try reader.number())
    if options.contains(where: { $0.total.parts != nil }) {
      for _ in 0..<PointSet.randomisations {
        parts.append(try TallyPart(&reader, pairs: pairs.count))
      }
    }
    guard reader.isAtEnd, histories.allSatisfy({ $0.trials == trials }),
      parts.isEmpty || parts.reduce(0, { $0 + $1.trials }) == trials
    else {
      throw DamagedBytes()
    }
  }

  /// Whether another part of the same run counted the same shared amounts.
  public func counts(like other: Tally) -> Bool { shared == other.shared }
}

extension OptionTally {
  fileprivate func write(to writer: inout ByteWriter) {
    for tally in payments + net + [total, worstYear] { tally.write(to: &writer) }
    paymentLimitHits.write(to: &writer)
    lossLimitHits.write(to: &writer)
    for moments in paymentLimitParts + lossLimitParts { moments.write(to: &writer) }
  }

  fileprivate init(_ reader: inout ByteReader, trials: Int) throws(DamagedBytes) {
    var tallies: [AmountTally] = []
    for _ in 0..<12 { tallies.append(try AmountTally(&reader, trials: trials)) }
    (payments, net) = (Array(tallies[..<5]), Array(tallies[5..<10]))
    (total, worstYear) = (tallies[10], tallies[11])
    paymentLimitHits = try ExactMoments(&reader)
    lossLimitHits = try ExactMoments(&reader)
    guard total.parts != nil else { return }
    for _ in 0..<PointSet.randomisations { paymentLimitParts.append(try ExactMoments(&reader)) }
    for _ in 0..<PointSet.randomisations { lossLimitParts.append(try ExactMoments(&reader)) }
  }
}

extension AmountTally {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.put(shared)
    for count in sharedCounts { writer.put(count) }
    moments.write(to: &writer)
    writer.put(signed: least)
    writer.put(signed: most)
    counts.write(to: &writer)
    writer.put(parts?.marks ?? [])
    parts?.write(to: &writer)
  }

  /// - Parameter trials: That its counts must add up to.
  fileprivate init(_ reader: inout ByteReader, trials: Int) throws(DamagedBytes) {
    self.init(shared: try reader.signedNumbers(atMost: 16))
    for place in sharedCounts.indices { sharedCounts[place] = try reader.count(atMost: trials) }
    moments = try ExactMoments(&reader)
    least = try reader.signed()
    most = try reader.signed()
    counts = try AmountCounts(&reader, trials: trials)
    let marks = try reader.signedNumbers(atMost: 16)
    if !marks.isEmpty { parts = try AmountParts(&reader, marks: marks) }
    guard trials == 0 || least <= most else { throw DamagedBytes() }
  }
}

extension AmountCounts {
  /// How many bins hold something, then each as its distance from the one before, and its count.
  fileprivate func write(to writer: inout ByteWriter) {
    var bins: [(bin: Int, count: Int)] = []
    eachBin { bins.append(($0, $1)) }
    bins.sort { $0.bin < $1.bin }
    writer.put(bins.count)
    var before = 0
    for (bin, count) in bins {
      writer.put(bin - before)
      writer.put(count)
      before = bin
    }
  }

  fileprivate init(_ reader: inout ByteReader, trials: Int) throws(DamagedBytes) {
    self.init()
    let bins = AmountBins.pages * AmountBins.places
    var (bin, rest) = (0, trials)
    for _ in 0..<(try reader.count(atMost: bins)) {
      bin += try reader.count(atMost: bins)
      let count = try reader.count(atMost: rest)
      guard bin < bins else { throw DamagedBytes() }
      add(UInt32(count), to: bin)
      rest -= count
    }
    guard rest == 0 else { throw DamagedBytes() }
  }
}

extension ExactMoments {
  func write(to writer: inout ByteWriter) {
    writer.put(UInt128(bitPattern: sum))
    writer.put(squaresLow)
    writer.put(squaresHigh)
  }

  init(_ reader: inout ByteReader) throws(DamagedBytes) {
    sum = Int128(bitPattern: try reader.wide())
    squaresLow = try reader.number()
    squaresHigh = try reader.wide()
  }
}

extension HistorySums {
  func write(to writer: inout ByteWriter) {
    for moments in [assigned, benchmark, expenditure, savingsRate, qualityScore] {
      moments.write(to: &writer)
    }
    for count in [trials, standardMet, notMet] { writer.put(count) }
  }

  init(_ reader: inout ByteReader) throws(DamagedBytes) {
    assigned = try ExactMoments(&reader)
    benchmark = try ExactMoments(&reader)
    expenditure = try ExactMoments(&reader)
    savingsRate = try ExactMoments(&reader)
    qualityScore = try ExactMoments(&reader)
    trials = try reader.count()
    standardMet = try reader.count()
    notMet = try reader.count()
  }
}
