import Foundation
import Synchronization

/// How far a long run has come, on standard error, and only where that is a terminal.
final class ProgressLine: Sendable {
  private let done = Atomic(0)
  private let shown = Atomic(-1)
  private let total: Int
  private let label: String
  private let isShown: Bool

  init(_ label: String, total: Int, quiet: Bool) {
    self.label = label
    self.total = max(1, total)
    isShown = !quiet && isatty(STDERR_FILENO) == 1
  }

  /// Does the work with a line of its own, which is cleared once it has ended, whichever way.
  ///
  /// - Parameter work: Is given what to tell finished trials to, from any worker.
  static func during<Value>(
    _ label: String, total: Int, quiet: Bool,
    _ work: (_ progress: @escaping @Sendable (Int) -> Void) throws -> Value
  ) rethrows -> Value {
    let line = ProgressLine(label, total: total, quiet: quiet)
    defer { line.finish() }
    return try work { line.add($0) }
  }

  /// Adds finished trials; called from any worker.
  func add(_ trials: Int) {
    guard isShown else { return }
    let now = done.wrappingAdd(trials, ordering: .relaxed).newValue
    let percent = now * 100 / total
    let before = shown.exchange(percent, ordering: .relaxed)
    if percent > before {
      _ = put(Array("\r\(label): \(percent)%".utf8), in: STDERR_FILENO)
    }
  }

  /// Clears the line.
  func finish() {
    guard isShown else { return }
    _ = put(Array("\r\u{1B}[K".utf8), in: STDERR_FILENO)
  }
}
