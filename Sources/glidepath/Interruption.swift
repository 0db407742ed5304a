import Dispatch
import Foundation
import Synchronization

/// Ctrl-C, asked about between batches: the first asks the run to end cleanly, the second ends the
/// process.
final class Interruption: Sendable {
  private let hasCome = Atomic(false)
  /// Kept so that they stay installed.
  private let sources = Mutex<[any DispatchSourceSignal]>([])

  static let watched = Interruption()

  private init() {
    let queue = DispatchQueue(label: "interruption")
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { [self] in
        if hasCome.exchange(true, ordering: .relaxed) { _exit(130) }
      }
      source.resume()
      sources.withLock { $0.append(source) }
    }
  }

  var isRequested: Bool { hasCome.load(ordering: .relaxed) }
}
