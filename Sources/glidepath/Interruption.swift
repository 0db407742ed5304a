import Dispatch
import Foundation
import Synchronization

/// Ctrl-C, asked about between batches: the first asks the run to end cleanly, the second ends the
/// process.
final class Interruption: Sendable {
  private let hasCome = Atomic(false)
  // Kept so that it stays installed; never touched again.
  private let sources: [any DispatchSourceSignal]

  static let watched = Interruption()

  private init() {
    let queue = DispatchQueue(label: "interruption")
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      return DispatchSource.makeSignalSource(signal: number, queue: queue)
    }
    for source in sources {
      source.setEventHandler { [self] in
        if hasCome.exchange(true, ordering: .relaxed) { _exit(130) }
      }
      source.resume()
    }
  }

  var isRequested: Bool { hasCome.load(ordering: .relaxed) }
}
