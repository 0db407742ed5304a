import Probability
import Testing

@testable import Projection

/// The solver apart from the simulator, on problems worked by hand.
///
/// Three years' results: R₁ is −2, −1, 1 or 2, each as likely; R₂ = R₁/2 ± 1 and R₃ = R₂/2 ± 1, either
/// sign as likely. One may leave after R₁ or after R₂, knowing what has been.
///
/// Backward. After R₂ going on is worth R₂/2: stay where R₂ > 0. After R₁ going on is worth
/// E[R₂ + max(0, R₂/2)]:
///
///     R₁ = −2: R₂ = −2 or 0:     −1   + 0     = −1        leave
///     R₁ = −1: R₂ = −1.5 or 0.5: −0.5 + 0.125 = −0.375    leave
///     R₁ =  1: R₂ = 1.5 or −0.5:  0.5 + 0.375 =  0.875    stay
///     R₁ =  2: R₂ = 2 or 0:       1   + 0.5   =  1.5      stay
///
/// Staying always is worth E[R₁ + R₂ + R₃] = 0, so that the value of being able to leave is
/// (0 + 0 + 0.875 + 1.5)/4 = 0.59375. In hindsight one has max(0, R₂, R₂ + R₃) after R₁: on average
/// 0.25, 0.5625, 1.25 and 1.75, together 3.8125/4 = 0.953125.
@Suite struct StoppingPolicyTests {
  static let value = 0.59375
  static let foresight = 0.953125

  private static func problem(_ results: [(Double, Double, Double)]) -> StoppingProblem {
    StoppingProblem(
      payoffs: [results.map(\.0), results.map { $0.0 + $0.1 }],
      never: results.map { $0.0 + $0.1 + $0.2 },
      known: [[results.map(\.0)], [results.map(\.1), results.map(\.0)]])
  }

  private static func results(_ first: Double, _ second: Double, _ third: Double)
    -> (Double, Double, Double)
  {
    let two = first / 2 + second
    return (first, two, two / 2 + third)
  }

  private static func gain(_ policy: StoppingPolicy, in problem: StoppingProblem) -> [Double] {
    policy.stops(in: problem).enumerated().map { trial, date in
      problem.payoff(trial, stoppingAt: date) - problem.never[trial]
    }
  }

  /// Drawn at random.
  static func drawn(_ trials: Int, seed: UInt64) -> StoppingProblem {
    var stream = RandomStream()
    let subject = Subject(seed: seed, kind: .aco, name: "toy")
    return problem(
      (0..<trials).map { trial in
        stream.seek(subject, trial: UInt32(trial), year: 0, purpose: .order)
        let first = [-2.0, -1, 1, 2][Int(stream.uniform() * 4)]
        let second = stream.uniform() < 0.5 ? -1.0 : 1
        return results(first, second, stream.uniform() < 0.5 ? -1 : 1)
      })
  }

  @Test func `with every outcome once the value is that worked by hand`() {
    var all: [(Double, Double, Double)] = []
    for _ in 0..<20 {
      for first in [-2.0, -1, 1, 2] {
        for second in [-1.0, 1] {
          for third in [-1.0, 1] { all.append(Self.results(first, second, third)) }
        }
      }
    }
    let problem = Self.problem(all)
    let gain = StudyTable.estimate(of: Self.gain(StoppingPolicy(fittedTo: problem), in: problem))
    #expect(abs(gain.value - Self.value) < 1e-9)
    let foresight = zip(problem.perfectForesight, problem.never).map { $0 - $1 }
    #expect(abs(StudyTable.estimate(of: foresight).value - Self.foresight) < 1e-9)
  }

  @Test func `on a second set of drawn trials it is that value within its error`() {
    let policy = StoppingPolicy(fittedTo: Self.drawn(20_000, seed: 1))
    let second = Self.drawn(20_000, seed: 2)
    let gain = StudyTable.estimate(of: Self.gain(policy, in: second))
    #expect(gain.standardError < 0.015)
    #expect(abs(gain.value - Self.value) < 4 * gain.standardError)
  }

  @Test func `who leaves in the case by hand is who should`() {
    let policy = StoppingPolicy(fittedTo: Self.drawn(20_000, seed: 3))
    let problem = Self.drawn(2_000, seed: 4)
    for (trial, date) in policy.stops(in: problem).enumerated() {
      let (first, second) = (problem.payoffs[0][trial], problem.known[1][0][trial])
      if first < 0 {
        #expect(date == 0)
      } else if second != 0 {
        #expect(date == (second < 0 ? 1 : 2))
      }
    }
  }

  /// Normal results with a common part: what is known tells something, and sometimes nothing.
  private static func normal(
    _ trials: Int, mean: Double, common: Double, seed: UInt64
  ) -> StoppingProblem {
    var stream = RandomStream()
    let subject = Subject(seed: seed, kind: .aco, name: "normal")
    var years = Array(repeating: [Double](), count: 4)
    for trial in 0..<trials {
      stream.seek(subject, trial: UInt32(trial), year: 0, purpose: .order)
      let position = common * stream.normal()
      for year in 0..<4 { years[year].append(mean + position + stream.normal()) }
    }
    func sum(_ count: Int) -> [Double] {
      (0..<trials).map { trial in (0..<count).reduce(0) { $0 + years[$1][trial] } }
    }
    return StoppingProblem(
      payoffs: (1...3).map(sum), never: sum(4),
      known: (1...3).map { Array(years.prefix($0)) })
  }

  private static func drawn(
    _ trials: Int, by place: UInt64, seed: UInt64
  ) -> StoppingProblem {
    normal(
      trials, mean: [-0.3, 0, 0.2, 1][Int(place % 4)], common: [0, 0.5, 1][Int(place % 3)],
      seed: seed)
  }

  @Test(arguments: UInt64(1)...12)
  func `never below zero by more than error, nor above hindsight in any trial`(seed: UInt64) {
    let policy = StoppingPolicy(fittedTo: Self.drawn(4_000, by: seed, seed: seed))
    let valuing = Self.drawn(4_000, by: seed, seed: seed + 1_000)
    let gains = Self.gain(policy, in: valuing)
    let most = zip(valuing.perfectForesight, valuing.never).map { $0 - $1 }
    #expect(zip(gains, most).allSatisfy { $0 <= $1 })
    let gain = StudyTable.estimate(of: gains)
    #expect(gain.value >= -3 * gain.standardError)
  }

  @Test func `on average the trials of the fit flatter the policy`() {
    var (inside, outside) = (0.0, 0.0)
    for seed in UInt64(1)...60 {
      let fitting = Self.drawn(150, by: seed, seed: seed)
      let policy = StoppingPolicy(fittedTo: fitting)
      let valuing = Self.drawn(4_000, by: seed, seed: seed + 1_000)
      outside += StudyTable.estimate(of: Self.gain(policy, in: valuing)).value
      inside += StudyTable.estimate(of: Self.gain(policy, in: fitting)).value
    }
    #expect(inside > outside)
    #expect(outside > 0)
  }

  @Test func `where every later year brings something nobody leaves`() {
    var problem = Self.normal(500, mean: 0, common: 1, seed: 9)
    problem.payoffs[2] = problem.never.map { $0 - 0.01 }
    problem.payoffs[1] = problem.payoffs[2].map { $0 - 5 }
    problem.payoffs[0] = problem.payoffs[1].map { $0 - 1 }
    let policy = StoppingPolicy(fittedTo: problem)
    #expect(policy.rules.allSatisfy { $0 == nil })
    #expect(policy.stops(in: problem) == Array(repeating: 3, count: 500))
  }

  @Test func `noise that tells nothing of what follows moves nobody`() {
    for seed in UInt64(40)..<50 {
      let problem = Self.normal(2_000, mean: 0.3, common: 0, seed: seed)
      #expect(StoppingPolicy(fittedTo: problem).rules.allSatisfy { $0 == nil }, "\(seed)")
    }
  }

  @Test func `with nothing known all leave or none, by the mean`() {
    for (mean, expected) in [(-1.0, 0), (1.0, 1)] {
      let years = Self.normal(1_000, mean: mean, common: 0, seed: 5)
      let problem = StoppingProblem(payoffs: [years.payoffs[0]], never: years.never, known: [[]])
      let stops = StoppingPolicy(fittedTo: problem).stops(in: problem)
      #expect(stops == Array(repeating: expected, count: 1_000))
    }
  }
}
