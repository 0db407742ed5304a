import Regulation
import Scenarios

extension Program {
  /// A program that is certain of all it does, at full effect from the first year.
  public static func sure(
    _ name: String, effect: Double = 0, cost: Double = 0, fees: Fees? = nil
  ) -> Program {
    Program(
      name: name, cost: Array(repeating: Dollars(cost), count: 5),
      effect: Effect(mean: effect, standardDeviation: 0), fees: fees)
  }

  /// One that is sure of nothing.
  public static func lively(_ name: String, effect: Double = -0.01) -> Program {
    Program(
      name: name, cost: Array(repeating: Dollars(300_000), count: 5), costStandardDeviation: 0.2,
      ramp: [0.4, 0.8, 1, 1, 1], effect: Effect(mean: effect, standardDeviation: 0.005),
      fees: .each(100, share: 0.3, standardDeviation: 0.1, medicareShare: 0.8))
  }
}

extension Program.Fees {
  /// The same fee in every year.
  public static func each(
    _ dollars: Double, share: Double, standardDeviation: Double = 0, medicareShare: Double
  ) -> Program.Fees {
    Program.Fees(
      perBeneficiary: Array(repeating: Dollars(dollars), count: 5), share: share,
      standardDeviation: standardDeviation, medicareShare: medicareShare)
  }
}
