import Testing

@testable import Projection

@Suite struct StoppingRuleTests {
  @Test func `looks double from 4,096 and end at the most`() {
    func looks(_ most: Int) -> [Int] {
      StoppingRule(precision: 0.01, confidence: nil, mostTrials: most).looks
    }
    #expect(looks(100) == [100])
    #expect(looks(4_096) == [4_096])
    #expect(looks(4_097) == [4_096, 4_097])
    #expect(looks(16_384) == [4_096, 8_192, 16_384])
    #expect(looks(10_000_000).count == 13)
    #expect(looks(10_000_000).suffix(2) == [8_388_608, 10_000_000])
  }

  /// 0.01 over look 1 of two options: 0.01 / (1 · 2 · 2). Over look 3 of four: 0.01 / (3 · 4 · 4).
  @Test func `shares of error by hand`() {
    let rule = StoppingRule(precision: nil, confidence: 0.99, mostTrials: 100)
    #expect(abs(rule.share(at: 1, of: 2) - 0.0025) < 1e-15)
    #expect(abs(rule.share(at: 3, of: 4) - 0.01 / 48) < 1e-15)
  }

  /// Of k looks and all options the shares are α (1 − 1/(k + 1)), whatever k.
  @Test(arguments: [0.5, 0.8, 0.95, 0.99, 0.9999])
  func `the errors of all looks and options add up to no more than is left`(confidence: Double) {
    let rule = StoppingRule(precision: nil, confidence: confidence, mostTrials: 100)
    for options in 1...12 {
      var spent = 0.0
      for look in 1...2_000 {
        spent += Double(options) * rule.share(at: look, of: options)
        #expect(spent < 1 - confidence)
        #expect(abs(spent - (1 - confidence) * (1 - 1 / Double(look + 1))) < 1e-9)
      }
    }
  }

  /// Tables: normal 1.9600 and 3.0902; Student's with 15 degrees of freedom 2.1314 and 3.7328.
  @Test func `intervals reach as far as their law's table says`() {
    let plain = Reach(Randomisations(trials: []))
    #expect(abs(plain.ofInterval - 1.95996) < 1e-5)
    #expect(abs(plain.leaving(0.001) - 3.09023) < 1e-5)
    let points = Reach(Randomisations(trials: Array(repeating: 256, count: 16)))
    #expect(abs(points.ofInterval - 2.13145) < 1e-5)
    #expect(abs(points.leaving(0.001) - 3.7328) < 1e-4)
    #expect(Reach(Randomisations(trials: [9])).ofInterval == .infinity)
  }
}
