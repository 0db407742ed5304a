/// Philox 4×32-10: a random function of a key and a counter, with no state to share.
///
/// Salmon, Moraes, Dror & Shaw, "Parallel Random Numbers: As Easy as 1, 2, 3", SC11.
/// Checked against the authors' known-answer vectors in `PhiloxTests`.
struct Philox: Sendable {
  var key: SIMD2<UInt32>

  @inline(__always)
  func block(at counter: SIMD4<UInt32>) -> SIMD4<UInt32> {
    var (c0, c1, c2, c3) = (counter.x, counter.y, counter.z, counter.w)
    var (k0, k1) = (key.x, key.y)
    for _ in 0..<10 {
      let a = UInt64(c0) &* 0xD251_1F53
      let b = UInt64(c2) &* 0xCD9E_8D57
      c0 = UInt32(truncatingIfNeeded: b >> 32) ^ c1 ^ k0
      c1 = UInt32(truncatingIfNeeded: b)
      c2 = UInt32(truncatingIfNeeded: a >> 32) ^ c3 ^ k1
      c3 = UInt32(truncatingIfNeeded: a)
      k0 &+= 0x9E37_79B9
      k1 &+= 0xBB67_AE85
    }
    return SIMD4(c0, c1, c2, c3)
  }
}
