import Projection
import Testing

@testable import Reporting

@Suite struct ChanceWordsTests {
  @Test(arguments: [
    (0.05, "1 chance in 20", "5.0%"), (0.3337, "1 chance in 3", "33.4%"),
    (0.34, "about 1 in 3", "34.0%"), (0.4, "2 chances in 5", "40.0%"),
    (0.0137, "1 chance in 75", "1.4%"), (0.45, "45.0%", "45.0%"),
    (0.0005, "1 chance in 2,000", "0.05%"), (0.97, "97.0%", "97.0%"),
  ])
  func `odds are plain fractions only where they are near enough`(
    _ value: Double, _ words: String, _ percent: String
  ) {
    let chance = FixedComparison.chance(value)
    #expect(chance.words == words)
    #expect(chance.percent == percent)
  }

  @Test func `odds never contradict a coarsely rounded percent beside them`() {
    let coarse = FixedComparison.chance(0.235, trials: 200)
    #expect(coarse.percent == "20%")
    #expect(coarse.words == "20%")
  }

  @Test func `never and always are said of the trials`() {
    #expect(FixedComparison.chance(0).words == "no chance seen")
    #expect(FixedComparison.chance(0).ofFutures == "no simulated future")
    #expect(FixedComparison.chance(1).ofFutures == "every simulated future")
    #expect(FixedComparison.chance(0).percent == "none")
    #expect(FixedComparison.chance(1).percent == "all")
  }

  @Test func `a chance at the edge of its error never prints as zero or as certain`() {
    let rare = Chance(value: 0.00001, low: 0, high: 0.0001, standardError: 0.001)
    #expect(rare.percent == "<0.1%")
    let sure = Chance(value: 0.99999, low: 0.999, high: 1, standardError: 0.001)
    #expect(sure.percent == ">99.9%")
  }

  @Test func `fewer trials print fewer digits`() {
    #expect(FixedComparison.chance(0.221, trials: 100_000).percent == "22.1%")
    #expect(FixedComparison.chance(0.221, trials: 1_000).percent == "22%")
  }

  @Test func `changes of chances are signed points`() {
    #expect(Estimate(value: 0.031, standardError: 0.001).points == "+3.1")
    #expect(Estimate(value: -0.031, standardError: 0.02).points == "\u{2212}3")
    #expect(Estimate(value: 0.001, standardError: 0.02).points == "0")
  }
}
