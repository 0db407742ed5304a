import Probability

/// What a tally keeps of one amount in each randomisation: sums alone, which add up in any order.
struct AmountParts: Equatable, Sendable {
  struct Part: Hashable, Sendable {
    var moments = ExactMoments()
    var owing = 0
    var nothing = 0
    /// Below each mark.
    var below: [Int]
    /// By how much trials fall short of the first mark, added, in cents.
    var shortfall = Int128.zero

    mutating func add(_ other: Part) {
      moments.add(other.moments)
      owing += other.owing
      nothing += other.nothing
      for mark in below.indices { below[mark] += other.below[mark] }
      shortfall += other.shortfall
    }
  }

  /// Amounts near the levels of a distribution, known before the run.
  let marks: [Int64]
  var parts: [Part]

  init(marks: [Int64]) {
    self.marks = marks
    let none = Part(below: Array(repeating: 0, count: marks.count))
    parts = Array(repeating: none, count: PointSet.randomisations)
  }

  mutating func add(_ column: AmountColumn, of randomisation: Int) {
    parts[randomisation].moments.add(column.moments)
    parts[randomisation].owing += column.below
    parts[randomisation].nothing += column.zeros
    for place in marks.indices {
      parts[randomisation].below[place] += column.count(below: marks[place])
    }
    parts[randomisation].shortfall += column.shortfall(of: marks[0])
  }

  mutating func add(_ other: AmountParts) {
    for place in parts.indices { parts[place].add(other.parts[place]) }
  }

  /// One sum of each part.
  func sums(_ sum: (Part) -> Double) -> [Double] { parts.map(sum) }
}
