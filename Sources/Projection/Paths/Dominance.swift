/// How one simulated distribution dominates another.
public enum Dominance: String, Hashable, Sendable {
  /// At every level of chance at least as much, and somewhere more: whoever prefers more prefers it.
  case firstOrder
  /// The mean of every part of worst cases is at least as much, and somewhere more: whoever also
  /// dislikes risk prefers it.
  case secondOrder

  /// Of the empirical distributions, without allowance for Monte Carlo error.
  ///
  /// - Parameters: Two samples of one size in ascending order.
  init?(of one: [Int64], over other: [Int64]) {
    guard one != other else { return nil }
    if zip(one, other).allSatisfy({ $0 >= $1 }) {
      self = .firstOrder
      return
    }
    var sum = Int128.zero
    for (a, b) in zip(one, other) {
      sum += Int128(a) - Int128(b)
      if sum < 0 { return nil }
    }
    self = .secondOrder
  }
}

/// Which of several points no other beats: at least as high in both, and higher in one.
func efficient(_ points: [(mean: Double, tail: Double)]) -> [Bool] {
  let order = points.indices.sorted {
    (points[$0].mean, points[$0].tail) > (points[$1].mean, points[$1].tail)
  }
  var isEfficient = Array(repeating: false, count: points.count)
  var last: (mean: Double, tail: Double)?
  for place in order {
    let point = points[place]
    guard let best = last else {
      isEfficient[place] = true
      last = point
      continue
    }
    if point.tail > best.tail { last = point }
    isEfficient[place] = point.tail > best.tail || point == best
  }
  return isEfficient
}
