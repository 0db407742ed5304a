import CAmounts

/// Fixed bins for amounts in whole cents, of both signs: exact below 2,048 cents, and nowhere wider
/// than a 1,024th of the amount (after Tene, HdrHistogram).
///
/// The edges depend on nothing, so counts of any two runs add up. A page holds the bins of one
/// octave; pages 0 and 1 hold single cents. Negative amounts have pages of their own.
enum AmountBins {
  static let placeBits = Int(ca_place_bits)
  /// Bins of a page.
  static let places = 1 << placeBits
  /// The first page of amounts below zero.
  static let firstNegative = Int(ca_first_negative)
  static let pages = 2 * firstNegative

  /// `page · places + place`.
  static func bin(of cents: Int64) -> Int {
    let (amount, first) = (cents.magnitude, cents < 0 ? firstNegative << placeBits : 0)
    guard amount >= places else { return first + Int(amount) }
    let page = UInt64.bitWidth - placeBits - amount.leadingZeroBitCount
    let place = Int(truncatingIfNeeded: amount >> UInt64(page - 1)) & (places - 1)
    return first + page << placeBits + place
  }

  /// The amounts of a bin, both ends included.
  @inline(__always)
  static func amounts(of bin: Int) -> ClosedRange<Int64> {
    let (page, place) = (bin >> placeBits, bin & (places - 1))
    let octave = page % firstNegative
    let shift = max(0, octave - 1)
    let least = UInt64(octave == 0 ? place : places + place) << UInt64(shift)
    let most = least + (1 << UInt64(shift)) - 1
    let ends = (Int64(clamping: least), Int64(clamping: most))
    return page < firstNegative ? ends.0...ends.1 : -ends.1...(-ends.0)
  }

  /// Every page, the lowest amounts first; of a page of amounts below zero the last bin is the lowest.
  static let ascendingPages: [(page: Int, isNegative: Bool)] =
    (firstNegative..<pages).reversed().map { ($0, true) } + (0..<firstNegative).map { ($0, false) }
}
