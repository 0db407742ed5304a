import Foundation
import Synchronization

/// Whether Ctrl-C has been pressed; a signal handler may set an atomic and little else.
private let hasCome = Atomic(false)

/// Ctrl-C and termination, asked about between batches: the first asks the run to end cleanly, the
/// second ends the process.
enum Interruption {
  /// From here on an interrupt asks instead of killing.
  static func watch() {
    _ = isRequested  // The atomic exists before a handler can reach for it.
    var numbers = sigset_t()
    sigemptyset(&numbers)
    for number in [SIGINT, SIGTERM] {
      sigaddset(&numbers, number)
      signal(number) { _ in
        if hasCome.exchange(true, ordering: .relaxed) { _exit(130) }
      }
    }
    // A parent may have started this process with them blocked.
    pthread_sigmask(SIG_UNBLOCK, &numbers, nil)
  }

  static var isRequested: Bool { hasCome.load(ordering: .relaxed) }
}
