import Synchronization

/// Pieces of work, counted from 0, each dealt once: to whoever asks next.
final class Deal: Sendable {
  private let count: Int
  private let dealt = Atomic(0)

  init(_ count: Int) { self.count = count }

  /// `nil` once all are dealt.
  func next() -> Int? {
    let piece = dealt.wrappingAdd(1, ordering: .relaxed).oldValue
    return piece < count ? piece : nil
  }
}
