/// Five-year net of some paths, trial by trial, to compare them one by one.
///
/// Unsafe only to the compiler: walkers write disjoint trials and nobody reads before they end.
final class PathNets: @unchecked Sendable {
  let trials: Int
  /// By place among all paths, where its column begins.
  private let starts: [Int: Int]
  /// Cents, `column · trials + trial`.
  private let net: UnsafeMutablePointer<Int64>

  /// - Parameters:
  ///   - paths: Places among all paths.
  ///   - trials: The first so many are kept.
  init(_ paths: [Int], trials: Int) {
    self.trials = trials
    starts = Dictionary(
      uniqueKeysWithValues: paths.enumerated().map { ($1, $0 * trials) })
    net = .allocate(capacity: max(1, paths.count * trials))
  }

  deinit { net.deallocate() }

  /// - Parameters:
  ///   - ledger: Of all paths.
  ///   - firstTrial: Of the run, at the ledger's first place.
  func write(_ ledger: PathLedger, firstTrial: Int, count: Int) {
    let kept = min(count, trials - firstTrial)
    guard kept > 0 else { return }
    for (path, start) in starts {
      ledger.net(of: path).withUnsafeBufferPointer { column in
        guard let column = column.baseAddress else { return }
        (net + start + firstTrial).update(from: column, count: kept)
      }
    }
  }

  func keeps(_ paths: [Int]) -> Bool { paths.allSatisfy { starts[$0] != nil } }

  /// Empty where it is not kept.
  func net(of path: Int) -> [Int64] {
    guard let start = starts[path] else { return [] }
    return Array(UnsafeBufferPointer(start: net + start, count: trials))
  }
}
