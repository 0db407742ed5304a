import Testing

@testable import Projection

@Suite struct PaymentsChecksumTests {
  /// One payment of −5 cents of trial 3, option 2, year 1: the place is 3 · 65,536 + 2 · 8 + 1.
  @Test func `one payment is mixed twice`() {
    var checksum = PaymentsChecksum()
    checksum.add([-5], option: 2, year: 1, firstTrial: 3)
    func mix(_ number: UInt64) -> UInt64 {
      var z = number &+ 0x9E37_79B9_7F4A_7C15
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    // SplitMix64 seeded with 0 begins with this number (its authors' reference output).
    #expect(mix(0) == 0xE220_A839_7B1D_CDAF)
    #expect(checksum.value == mix(mix(196_625) ^ UInt64(bitPattern: -5)))
  }

  @Test func `parts in any order, and no payment moved or changed`() {
    let cents: [Int64] = [0, 1, -1, 25_000_000, 0]
    var (whole, parts) = (PaymentsChecksum(), PaymentsChecksum())
    whole.add(cents, option: 1, year: 4, firstTrial: 1_024)
    parts.add(cents[2...], option: 1, year: 4, firstTrial: 1_026)
    parts.add(cents[..<2], option: 1, year: 4, firstTrial: 1_024)
    #expect(whole == parts)
    for (option, year, first) in [(0, 4, 1_024), (1, 3, 1_024), (1, 4, 1_025)] {
      var other = PaymentsChecksum()
      other.add(cents, option: option, year: year, firstTrial: first)
      #expect(other != whole)
    }
    var other = PaymentsChecksum()
    other.add([1, 0, -1, 25_000_000, 0], option: 1, year: 4, firstTrial: 1_024)
    #expect(other != whole)
  }
}
