import Foundation
import Synchronization

/// Whether Ctrl-C has been pressed; a signal handler may use an atomic and little else.
private let hasCome = Atomic(false)
/// Whether the program asks for it between batches.
private let isAskedFor = Atomic(false)

/// Ctrl-C and termination. They end the process at once, except in a run that asks between
/// batches: there the first asks the run to end cleanly, and the second ends the process.
enum Interruption {
  /// From here on an interrupt ends the process with the status of an interruption.
  static func watch() {
    _ = (isRequested(), isAskedFor.load(ordering: .relaxed))  // Both exist before a handler runs.
    var interrupts = sigset_t()
    sigemptyset(&interrupts)
    for number in [SIGINT, SIGTERM] {
      sigaddset(&interrupts, number)
      signal(number) { _ in
        let isSecond = hasCome.exchange(true, ordering: .relaxed)
        if isSecond || !isAskedFor.load(ordering: .relaxed) { _exit(130) }
      }
    }
    // A file that grows beyond its limit is one that cannot be written, and is told as that.
    signal(SIGXFSZ, SIG_IGN)
    // Whoever started the program may have kept them from it.
    sigprocmask(SIG_UNBLOCK, &interrupts, nil)
  }

  /// From here on the program asks `isRequested()` often enough to leave cleanly by itself.
  static func askBetweenBatches() { isAskedFor.store(true, ordering: .relaxed) }

  @Sendable static func isRequested() -> Bool { hasCome.load(ordering: .relaxed) }
}
