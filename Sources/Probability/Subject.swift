/// Whom a random number belongs to: the nation, a region, one ACO, one quality measure or
/// one program of an ACO.
///
/// The subject and the seed together make the key of the generator, so two ACOs share the
/// nation's numbers and nothing else, and every seed, zero included, is a seed.
public struct Subject: Hashable, Sendable {
  let key: SIMD2<UInt32>

  /// - Parameters:
  ///   - seed: Any 64-bit number.
  ///   - name: Told apart letter by letter; `kind` keeps a region and an ACO of one name apart.
  public init(seed: UInt64, kind: Kind, name: String) {
    var low: UInt64 = 0xCBF2_9CE4_8422_2325
    var high: UInt64 = 0x8422_2325_CBF2_9CE4
    for byte in [kind.rawValue] + Array(name.utf8) {
      low = (low ^ UInt64(byte)) &* 0x100_0000_01B3
      high = (high ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15
      high ^= high >> 29
    }
    let words = SIMD4(
      UInt32(truncatingIfNeeded: low), UInt32(truncatingIfNeeded: low >> 32),
      UInt32(truncatingIfNeeded: high), UInt32(truncatingIfNeeded: high >> 32))
    let seeded = Philox(
      key: SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)))
    let block = seeded.block(at: words)
    key = SIMD2(block.x, block.y)
  }

  /// The key itself, for kernels that draw in bulk.
  public var words: (UInt32, UInt32) { (key.x, key.y) }

  public enum Kind: UInt8, Sendable {
    case nation = 1, region, aco, measure, program
  }
}
