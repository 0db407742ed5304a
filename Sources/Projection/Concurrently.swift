import Dispatch

/// Results of independent pieces of work in their order, on every core.
public func concurrently<Result: Sendable>(
  _ count: Int, _ body: @Sendable (Int) -> Result
) -> [Result] {
  Array(unsafeUninitializedCapacity: count) { buffer, filled in
    // Unsafe only to the compiler: each piece writes its own slot.
    nonisolated(unsafe) let slots = buffer
    DispatchQueue.concurrentPerform(iterations: count) { place in
      slots.initializeElement(at: place, to: body(place))
    }
    filled = count
  }
}
