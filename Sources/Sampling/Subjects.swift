import Probability
import Scenarios

/// Whom each random number belongs to.
struct Subjects: Sendable {
  let nation, region: Subject
  /// Of the uncertainty of what the nation's growth is.
  let nationParameters: Subject
  private let aco, acoRedrawn: Subject
  private let seed: UInt64
  private let name: String
  /// One bit for each purpose that is drawn from the second seed.
  private let redrawn: UInt32

  init(_ scenario: Scenario, seed: UInt64, redrawing redrawn: Set<Purpose>) {
    // Any other seed is independent, and so the second may be the first inverted: the key is a
    // cipher of it.
    func subject(_ kind: Subject.Kind, _ name: String, _ purpose: Purpose) -> Subject {
      Subject(seed: redrawn.contains(purpose) ? ~seed : seed, kind: kind, name: name)
    }
    nation = subject(.nation, "", .nationalGrowth)
    region = subject(.region, scenario.region, .regionalDeviation)
    nationParameters = subject(.nation, "", .parameters)
    aco = Subject(seed: seed, kind: .aco, name: scenario.aco)
    acoRedrawn = Subject(seed: ~seed, kind: .aco, name: scenario.aco)
    self.seed = seed
    name = scenario.aco
    self.redrawn = redrawn.reduce(0) { $0 | 1 << $1.rawValue }
  }

  /// The ACO, under the seed of this purpose.
  @inline(__always)
  func aco(_ purpose: Purpose) -> Subject {
    isRedrawn(purpose) ? acoRedrawn : aco
  }

  /// One of the ACO's quality measures, by name: a measure added, left out or listed in another
  /// place moves no number of the others.
  func measure(_ measure: String, _ purpose: Purpose) -> Subject {
    Subject(
      seed: isRedrawn(purpose) ? ~seed : seed, kind: .measure, name: "\(name)\n\(measure)")
  }

  @inline(__always)
  private func isRedrawn(_ purpose: Purpose) -> Bool { redrawn >> purpose.rawValue & 1 != 0 }
}
