/// How the mean savings rate over all ACOs moves from year to year, fractions.
struct MeanMovement: Hashable, Sendable {
  /// Mean yearly change, shrunk towards none.
  var drift = 0.0
  /// What is not known of it: the spread of the prior given the window's changes.
  var driftError = 0.0
  /// Of a year's change.
  var spread = 0.0

  /// Prior spread of the mean's yearly movement, a fraction.
  static let driftSpread = 0.003

  /// Nothing where fewer than two changes from one year to the next are known.
  init(_ means: [Double], years: [Int]) {
    let changes = zip(zip(means, means.dropFirst()), zip(years, years.dropFirst())).compactMap {
      $1.1 == $1.0 + 1 ? $0.1 - $0.0 : nil
    }
    guard changes.count > 1 else { return }
    let count = Double(changes.count)
    let mean = changes.reduce(0, +) / count
    let variance = changes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    let prior = Self.driftSpread * Self.driftSpread
    let trust = prior / (prior + variance / count)
    drift = mean * trust
    driftError = (prior * (1 - trust)).squareRoot()
    spread = variance.squareRoot()
  }
}
