import Foundation
import Projection
import Synchronization

/// How far a run in rounds has come, on standard error, and only where that is a terminal.
final class RoundsLine: Sendable {
  private let done = Atomic(0)
  private let shown = Atomic(-1)
  private let looks: [Int]
  private let label: String
  private let isShown: Bool

  init(_ label: String, _ rule: StoppingRule, quiet: Bool) {
    self.label = label
    looks = rule.looks
    isShown = !quiet && isatty(STDERR_FILENO) == 1
  }

  /// Adds finished trials; called from any worker.
  func add(_ trials: Int) {
    guard isShown else { return }
    let now = done.wrappingAdd(trials, ordering: .relaxed).newValue
    let round = looks.firstIndex { $0 >= now } ?? looks.count - 1
    let percent = now * 100 / max(1, looks[round])
    if shown.exchange(round * 101 + percent, ordering: .relaxed) < round * 101 + percent {
      let text = "\r\u{1B}[K\(label), round \(round + 1), to \(looks[round]) trials: \(percent)%"
      _ = put(Array(text.utf8), in: STDERR_FILENO)
    }
  }

  /// Clears the line.
  func finish() {
    guard isShown else { return }
    _ = put(Array("\r\u{1B}[K".utf8), in: STDERR_FILENO)
  }
}
