import Testing

@testable import Projection

@Suite struct AscendingCentsTests {
  /// A fixed walk through 64 bits (Knuth's multiplicative congruence), cut to so many bits.
  private func amounts(_ count: Int, bits: Int) -> [Int64] {
    var state: UInt64 = 20_270_101
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int64(bitPattern: state) >> Int64(64 - bits)
    }
  }

  @Test(arguments: [1, 8, 11, 12, 22, 23, 40, 63, 64])
  func `the order is that of sorting by comparison`(bits: Int) {
    for count in [0, 1, 2, 512, 513, 1_024, 2_048, 2_049, 10_000] {
      let cents = amounts(count, bits: bits)
      #expect(ascending(cents) == cents.sorted())
    }
  }

  @Test func `ends of 64 bits, repeats and slices are kept`() {
    let cents = Array(repeating: [Int64.max, -1, 0, .min, 1], count: 500).flatMap { $0 }
    #expect(ascending(cents) == cents.sorted())
    #expect(ascending(cents[3...]) == cents[3...].sorted())
    #expect(ascending(Array(repeating: Int64(7), count: 5_000)).allSatisfy { $0 == 7 })
  }
}
