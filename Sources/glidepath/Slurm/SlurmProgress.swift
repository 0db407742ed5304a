import Foundation

/// How far the jobs have come, on one line of standard error, and only where that is a terminal.
final class SlurmProgress {
  private let isShown: Bool
  private var last = ""

  init(isShown: Bool) { self.isShown = isShown && isatty(STDERR_FILENO) == 1 }

  func show(_ parts: SlurmParts, _ queue: [Slurm.Queued], array: Int?) {
    guard isShown else { return }
    func count(_ state: String) -> Int { queue.count { $0.job == array && $0.state == state } }
    let merge = queue.first { $0.job != array }?.state.lowercased() ?? "done"
    let now =
      "Parts: \(parts.written) of \(parts.count) done, \(count("RUNNING")) running, "
      + "\(count("PENDING")) waiting; merge \(merge)"
    guard now != last else { return }
    last = now
    _ = put(Array("\r\u{1B}[K\(now)".utf8), in: STDERR_FILENO)
  }

  /// Clears the line.
  func finish() {
    guard isShown, !last.isEmpty else { return }
    last = ""
    _ = put(Array("\r\u{1B}[K".utf8), in: STDERR_FILENO)
  }
}
