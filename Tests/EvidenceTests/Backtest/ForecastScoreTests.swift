import Probability
import Testing

@testable import Evidence

/// Scores against closed forms and cases worked by hand.
@Suite struct ForecastScoreTests {
  private let unit = Forecast.normal(mean: 0, standardDeviation: 1)

  @Test func `the score of a standard normal at its mean is (√2 − 1)/√π`() {
    #expect(abs(unit.crps(0) - (2.0.squareRoot() - 1) / Double.pi.squareRoot()) < 1e-12)
  }

  @Test func `the score scales with the spread and shifts with the mean`() {
    let other = Forecast.normal(mean: 3, standardDeviation: 2)
    #expect(abs(other.crps(3 + 2 * 0.7) - 2 * unit.crps(0.7)) < 1e-12)
  }

  @Test(arguments: [-2.5, -0.3, 0, 1.1, 4]) func `exact scores equal the integral`(_ x: Double) {
    let laws = [
      unit, .studentT(mean: 0, standardDeviation: 1, degreesOfFreedom: 5),
      .studentT(mean: 0.4, standardDeviation: 1.7, degreesOfFreedom: 2.5),
    ]
    for law in laws {
      // ∫ (F − 1{z ≥ x})² on either side of the step, by trapezoids of 0.001; tails cut at 60.
      func integral(_ from: Double, _ to: Double, _ above: Double) -> Double {
        let steps = Int(((to - from) / 0.001).rounded())
        let width = (to - from) / Double(steps)
        return (0...steps).reduce(0.0) { sum, step in
          let miss = law.probability(below: from + Double(step) * width) - above
          return sum + miss * miss * width * (step == 0 || step == steps ? 0.5 : 1)
        }
      }
      let expected = integral(-60, x, 0) + integral(x, 60, 1)
      #expect(abs(law.crps(x) - expected) < 2e-5, "\(law) at \(x)")
    }
  }

  @Test func `Student's t with many degrees of freedom scores as the normal law`() {
    let t = Forecast.studentT(mean: 0, standardDeviation: 1, degreesOfFreedom: 1e6)
    for x in [-1.5, 0, 2] {
      #expect(abs(t.crps(x) - unit.crps(x)) < 1e-5)
      #expect(abs(t.logScore(x) - unit.logScore(x)) < 1e-5)
    }
  }

  @Test func `a sample of two scores as worked by hand`() {
    // Mean distance (1 + 2)/2 less half the distance of the two different values, 3/2.
    let sample = Forecast(sample: [3, 0])
    #expect(abs(sample.crps(1)) < 1e-12)
    // (2 + 5)/2 − 3/2.
    #expect(abs(sample.crps(5) - 2) < 1e-12)
    // One value: the absolute error.
    #expect(Forecast(sample: [2]).crps(5) == 3)
  }

  @Test func `a large normal sample scores as its law`() {
    var stream = RandomStream()
    stream.seek(
      Subject(seed: 7, kind: .nation, name: "scores"), trial: 0, year: 0, purpose: .parameters)
    let sample = Forecast(sample: (0..<40_000).map { _ in stream.normal() })
    for x in [-1.0, 0, 2.2] {
      #expect(abs(sample.crps(x) - unit.crps(x)) < 0.02)
      #expect(abs(sample.logScore(x) - unit.logScore(x)) < 0.05)
      #expect(abs(sample.probability(below: x) - unit.probability(below: x)) < 0.01)
    }
    #expect(abs(sample.quantile(0.9) - unit.quantile(0.9)) < 0.03)
  }

  @Test func `the log score of a standard normal at its mean is half ln 2π`() {
    #expect(abs(unit.logScore(0) - 0.918_938_533_204_672_7) < 1e-12)
    #expect(abs(unit.logScore(2) - 2.918_938_533_204_672_7) < 1e-12)
  }

  @Test func `probabilities and intervals of a sample`() {
    let sample = Forecast(sample: [4, 1, 3, 2])
    #expect(sample.probability(below: 0) == 0)
    #expect(sample.probability(below: 2.5) == 0.5)
    #expect(sample.probability(below: 2) == 0.375)
    #expect(sample.probability(below: 9) == 1)
    #expect(sample.quantile(0.5) == 2.5)
    #expect(sample.interval(0.5) == 1.5...3.5)
    #expect(sample.mean == 2.5)
  }

  @Test func `intervals of a law hold their probability`() {
    for law in [unit, .studentT(mean: 1, standardDeviation: 2, degreesOfFreedom: 4)] {
      for probability in ScoredForecast.coverages {
        let interval = law.interval(probability)
        let held =
          law.probability(below: interval.upperBound) - law.probability(below: interval.lowerBound)
        #expect(abs(held - probability) < 1e-9)
      }
    }
  }
}
