import CGSL

/// The generator's state as GSL keeps it: a Philox counter and the words of its last block.
struct PhiloxState {
  var philox: Philox
  var counter: SIMD4<UInt32>
  var block: SIMD4<UInt32>
  var unread: Int

  @inline(__always)
  mutating func next() -> UInt32 {
    if unread == 0 {
      block = philox.block(at: counter)
      counter.x &+= 1
      unread = 4
    }
    unread -= 1
    return block[3 - unread]
  }
}

/// Philox under GSL's generator interface, so that `gsl_ran_*` draws from a counter-based stream.
///
/// Unsafe only to the compiler: the type is written once, before the first stream exists, and
/// never again.
nonisolated(unsafe) let philoxType: UnsafePointer<gsl_rng_type> = {
  gsl_set_error_handler_off()  // GSL would otherwise end the process on a bad argument.
  let type = UnsafeMutablePointer<gsl_rng_type>.allocate(capacity: 1)
  let name: StaticString = "philox4x32-10"
  type.initialize(
    to: gsl_rng_type(
      name: UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self),
      max: UInt(UInt32.max), min: 0, size: MemoryLayout<PhiloxState>.size,
      set: { state, _ in
        state?.initializeMemory(
          as: PhiloxState.self,
          to: PhiloxState(philox: Philox(key: .zero), counter: .zero, block: .zero, unread: 0))
      },
      get: { UInt($0?.assumingMemoryBound(to: PhiloxState.self).pointee.next() ?? 0) },
      get_double: {
        Double($0?.assumingMemoryBound(to: PhiloxState.self).pointee.next() ?? 0) / 0x1p32
      }))
  return UnsafePointer(type)
}()
