import Probability

extension Tally {
  /// All of it in compact form, for another machine or a later hour; see `init(bytes:)`.
  public var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.put(trials)
    writer.put(places.all.count)
    for place in places.all { writer.put(place) }
    for amount in amounts { amount.write(to: &writer) }
    for limit in limits { limit.write(to: &writer) }
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
    var all: [Int] = []
    for _ in 0..<(try reader.count(atMost: 120_000)) { all.append(try reader.count()) }
    guard let places = AmountPlaces(all: all) else { throw DamagedBytes() }
    self.init(places, [])
    self.trials = trials
    for _ in places.firsts { amounts.append(try AmountTally(&reader, trials: trials)) }
    let areMarked = amounts.contains { $0.parts != nil }
    limits = []
    for _ in 0..<places.count {
      limits.append(try LimitTally(&reader, areMarked: areMarked))
    }
    for pair in pairs.indices { pairs[pair] = try PairTally(&reader) }
    for year in histories.indices { histories[year] = try HistorySums(&reader) }
    checksum = PaymentsChecksum(value: try reader.number())
    if areMarked {
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

  /// Whether another part of the same run counted the same amounts.
  public func counts(like other: Tally) -> Bool {
    places == other.places && known == other.known
  }
}

extension LimitTally {
  fileprivate func write(to writer: inout ByteWriter) {
    for hits in [all] + parts {
      hits.payment.write(to: &writer)
      hits.loss.write(to: &writer)
    }
  }

  fileprivate init(_ reader: inout ByteReader, areMarked: Bool) throws(DamagedBytes) {
    self.init(areMarked: areMarked)
    all = try Hits(&reader)
    for place in parts.indices { parts[place] = try Hits(&reader) }
  }
}

extension LimitTally.Hits {
  fileprivate init(_ reader: inout ByteReader) throws(DamagedBytes) {
    payment = try ExactMoments(&reader)
    loss = try ExactMoments(&reader)
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
    self.init(KnownAmounts(shared: try reader.signedNumbers(atMost: 16)))
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
