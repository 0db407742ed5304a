extension TallyPart {
  func write(to writer: inout ByteWriter) {
    writer.put(trials)
    for pair in pairs { pair.write(to: &writer) }
    for history in histories { history.write(to: &writer) }
  }

  init(_ reader: inout ByteReader, pairs count: Int) throws(DamagedBytes) {
    self.init(pairs: 0)
    trials = try reader.count()
    for _ in 0..<count { pairs.append(try PairTally(&reader)) }
    for year in histories.indices { histories[year] = try HistorySums(&reader) }
  }
}

extension PairTally {
  func write(to writer: inout ByteWriter) {
    moments.write(to: &writer)
    writer.put(more)
    writer.put(less)
  }

  init(_ reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      moments: try ExactMoments(&reader), more: try reader.count(), less: try reader.count())
  }
}

extension AmountParts {
  func write(to writer: inout ByteWriter) {
    for part in parts {
      part.moments.write(to: &writer)
      writer.put(part.owing)
      writer.put(part.nothing)
      for count in part.below { writer.put(count) }
      writer.put(UInt128(bitPattern: part.shortfall))
    }
  }

  init(_ reader: inout ByteReader, marks: [Int64]) throws(DamagedBytes) {
    self.init(marks: marks)
    for place in parts.indices {
      parts[place].moments = try ExactMoments(&reader)
      parts[place].owing = try reader.count()
      parts[place].nothing = try reader.count()
      for mark in marks.indices { parts[place].below[mark] = try reader.count() }
      parts[place].shortfall = Int128(bitPattern: try reader.wide())
    }
  }
}
