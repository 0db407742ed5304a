import Testing

@testable import Regulation

@Suite struct UnitsTests {
  @Test(arguments: [
    (0.005, 1), (-0.005, -1), (0.0049, 0), (-0.0049, 0), (1.005, 101), (-1.005, -101),
    (2.675, 268), (1_234.565, 123_457), (1_000_000_000.005, 100_000_000_001), (0, 0),
    (88_888.885, 8_888_889),
  ])
  func `dollars round once to cents, half a cent away from zero`(amount: Double, cents: Int64) {
    #expect(Cents(rounding: Dollars(amount)) == Cents(cents))
  }

  @Test func `cents add, subtract and read back as dollars`() {
    var sum = Cents(150) + Cents(-25)
    sum += Cents(1)
    #expect(sum - Cents(26) == Cents(100))
    #expect(-sum == Cents(-126))
    #expect(Cents(-126).dollars == Dollars(-1.26))
  }

  @Test(arguments: [0.005, 0.01, 0.015, 0.02, 0.029, 0.0285, 0.036, 0.039, 0.122])
  func `an amount exactly at its threshold reaches it; a cent below does not`(rate: Double) {
    for benchmark in [1e7, 123_456_789.01, 9.87e8, 2.5e9] {
      let spent = benchmark * (1 - rate)
      let savings = Dollars(benchmark) - Dollars(spent)
      let threshold = Rate(rate) * Dollars(benchmark)
      #expect(savings.reaches(threshold, computedFrom: Dollars(benchmark)))
      let short = savings - Dollars(0.01)
      #expect(!short.reaches(threshold, computedFrom: Dollars(benchmark)))
    }
  }

  @Test func `nothing reaches nothing`() {
    #expect(Dollars.zero.reaches(.zero, computedFrom: .zero))
    #expect(!Dollars(-0.01).reaches(.zero, computedFrom: Dollars(1e9)))
  }

  @Test func `amounts no program has are held to a quadrillion dollars`() {
    let most = Cents(rounding: Dollars(1e15))
    #expect(Cents(rounding: Dollars(1e18)) == most)
    #expect(Cents(rounding: Dollars(-.infinity)) == -most)
  }

  @Test func `units multiply and divide into one another`() {
    #expect(PerCapita(12_000) * PersonYears(10) == Dollars(120_000))
    #expect(Dollars(120_000) / PersonYears(10) == PerCapita(12_000))
    #expect(Dollars(30) / Dollars(120) == Rate(0.25))
    #expect(Rate(0.25) * Dollars(120) == Dollars(30))
    #expect(Rate(0.25).complement == Rate(0.75))
    #expect(Rate(0.9).clamped(to: Rate(0.4)...Rate(0.75)) == Rate(0.75))
    #expect(Rate(0.1).clamped(to: Rate(0.4)...Rate(0.75)) == Rate(0.4))
  }
}
