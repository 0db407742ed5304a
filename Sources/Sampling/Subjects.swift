import Probability
import Scenarios

/// Whom each random number belongs to.
struct Subjects: Sendable {
  let nation, region: Subject
  /// Of the uncertainty of what the nation's growth is.
  let nationParameters: Subject
  private let aco, acoRedrawn: Subject
  /// One bit for each purpose that is drawn from the second seed.
  private let redrawn: UInt32

  init(_ scenario: Scenario, seed: UInt64, redrawing redrawn: Set<Purpose>) {
    // Any other seed is independent: the key is a cipher of it.
    let second = ~seed
    func subject(_ kind: Subject.Kind, _ name: String, _ purpose: Purpose) -> Subject {
      Subject(seed: redrawn.contains(purpose) ? second : seed, kind: kind, name: name)
    }
    nation = subject(.nation, "", .nationalGrowth)
    region = subject(.region, scenario.region, .regionalDeviation)
    nationParameters = subject(.nation, "", .parameters)
    aco = Subject(seed: seed, kind: .aco, name: scenario.aco)
    acoRedrawn = Subject(seed: second, kind: .aco, name: scenario.aco)
    self.redrawn = redrawn.reduce(0) { $0 | 1 << $1.rawValue }
  }

  /// The ACO, under the seed of this purpose.
  @inline(__always)
  func aco(_ purpose: Purpose) -> Subject {
    redrawn >> purpose.rawValue & 1 == 0 ? aco : acoRedrawn
  }
}
