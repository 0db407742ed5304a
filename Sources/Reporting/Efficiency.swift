import Projection

extension Board {
  /// The subjects that no other subject beats.
  ///
  /// One option beats another where its mean net and its mean of the worst 5 percent are both at
  /// least as high as printed, and one of them is higher by more than two standard errors.
  var efficient: [Int] {
    subjects.filter { option in !subjects.contains { $0 != option && beats($0, option) } }
  }

  private func beats(_ one: Int, _ other: Int) -> Bool {
    let mean = comparison.differences[one][other].mean
    let tail = Self.difference(outlooks[one].net.tailMean, outlooks[other].net.tailMean)
    guard mean.value >= 0, tail.value >= 0 else { return false }
    return mean.isClear || tail.isClear
  }
}
