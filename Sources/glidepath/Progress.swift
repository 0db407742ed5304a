import Foundation
import Synchronization

/// How far a long run has come, on standard error, and only where that is a terminal.
final class ProgressLine: Sendable {
  /// What is said until so many trials are done.
  struct Goal {
    var label: String
    var trials: Int
  }

  private let done = Atomic(0)
  private let shown = Atomic(-1)
  /// At least one, ascending.
  private let goals: [Goal]
  private let isShown: Bool

  init(_ goals: [Goal], quiet: Bool) {
    self.goals = goals
    isShown = !quiet && isatty(STDERR_FILENO) == 1
  }

  convenience init(_ label: String, total: Int, quiet: Bool) {
    self.init([Goal(label: label, trials: max(1, total))], quiet: quiet)
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
    let place = goals.firstIndex { $0.trials >= now } ?? goals.count - 1
    let percent = now * 100 / goals[place].trials
    let all = place * 101 + percent
    if all > shown.exchange(all, ordering: .relaxed) {
      let text = "\r\u{1B}[K\(goals[place].label): \(percent)%"
      _ = put(Array(text.utf8), in: STDERR_FILENO)
    }
  }

  /// Clears the line.
  func finish() {
    guard isShown else { return }
    _ = put(Array("\r\u{1B}[K".utf8), in: STDERR_FILENO)
  }
}
