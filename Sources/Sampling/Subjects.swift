import Probability
import Scenarios

/// Whom each random number belongs to.
struct Subjects: Sendable {
  let nation, region, aco: TwiceSeeded
  fileprivate let seed: UInt64
  fileprivate let name: String

  init(_ scenario: Scenario, seed: UInt64) {
    nation = TwiceSeeded(seed: seed, kind: .nation, name: "")
    region = TwiceSeeded(seed: seed, kind: .region, name: scenario.region)
    aco = TwiceSeeded(seed: seed, kind: .aco, name: scenario.aco)
    self.seed = seed
    name = scenario.aco
  }

  /// One of the ACO's quality measures, by name: a measure added, left out or listed in another
  /// place moves no number of the others.
  func measure(_ measure: String) -> TwiceSeeded {
    TwiceSeeded(seed: seed, kind: .measure, name: "\(name)\n\(measure)")
  }
}

extension Subjects {
  /// One of the ACO's programs, by name, as with measures.
  func program(_ program: String) -> TwiceSeeded {
    TwiceSeeded(seed: seed, kind: .program, name: "\(name)\n\(program)")
  }
}

extension Subjects {
  /// The generator's keys of nation, region and ACO, under the seed or under the second one.
  func keys(again: Bool) -> ((UInt32, UInt32), (UInt32, UInt32), (UInt32, UInt32)) {
    (
      nation.drawn(again: again).words, region.drawn(again: again).words,
      aco.drawn(again: again).words
    )
  }
}

/// A subject under the seed, and under a second one whose numbers are independent of the first's.
struct TwiceSeeded: Sendable {
  private let first, second: Subject
  /// Whether points may give its words: those of a measure or a program are their own.
  let isGuided: Bool

  init(seed: UInt64, kind: Subject.Kind, name: String) {
    isGuided = kind == .nation || kind == .region || kind == .aco
    first = Subject(seed: seed, kind: kind, name: name)
    // Any other seed is independent, and so the second may be the first inverted: the key is a
    // cipher of it.
    second = Subject(seed: ~seed, kind: kind, name: name)
  }

  @inline(__always)
  func drawn(again: Bool) -> Subject { again ? second : first }
}
