import Synchronization

/// Pieces of work, counted from 0, each dealt once: to whoever asks next.
public final class Deal: Sendable {
  private let count: Int
  private let dealt = Atomic(0)

  public init(_ count: Int) { self.count = count }

  /// `nil` once all are dealt.
  public func next() -> Int? {
    let piece = dealt.wrappingAdd(1, ordering: .relaxed).oldValue
    return piece < count ? piece : nil
  }
}
