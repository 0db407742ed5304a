import Testing

@testable import Probability

@Suite struct PhiloxTests {
  /// The vectors published with Random123 (Salmon et al.), `philox4x32 10`.
  static let vectors: [(SIMD4<UInt32>, SIMD2<UInt32>, SIMD4<UInt32>)] = [
    (
      SIMD4(repeating: 0), SIMD2(repeating: 0),
      SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)
    ),
    (
      SIMD4(repeating: .max), SIMD2(repeating: .max),
      SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)
    ),
    (
      SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344), SIMD2(0xa409_3822, 0x299f_31d0),
      SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)
    ),
  ]

  @Test(arguments: vectors.indices)
  func `gives the authors' known answers`(index: Int) {
    let (counter, key, expected) = Self.vectors[index]
    #expect(Philox(key: key).block(at: counter) == expected)
  }

  @Test func `every seed is a seed, and subjects of one name but another kind differ`() {
    var keys: Set<SIMD2<UInt32>> = []
    for seed in [0, 1, 2, UInt64(UInt32.max), UInt64(UInt32.max) + 1, .max] {
      for kind in [Subject.Kind.nation, .region, .aco] {
        for name in ["", "A", "B", "AB", "Idaho"] {
          keys.insert(Subject(seed: seed, kind: kind, name: name).key)
        }
      }
    }
    #expect(keys.count == 6 * 3 * 5)
  }
}
