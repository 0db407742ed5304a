import Dispatch
import Foundation
import Synchronization

/// Ctrl-C, asked about between batches: the first asks the run to end cleanly, the second ends the
/// process.
final class Interruption: Sendable {
  private let hasCome = Atomic(false)

  static let watched = Interruption()

  private init() {
    let queue = DispatchQueue(label: "interruption")
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      // Holding the source in its own handler keeps it installed to the end of the process.
      source.setEventHandler { [self, source] in
        _ = source
        if hasCome.exchange(true, ordering: .relaxed) { _exit(130) }
      }
      source.resume()
    }
  }

  var isRequested: Bool { hasCome.load(ordering: .relaxed) }
}
