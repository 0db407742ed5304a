import Regulation
import Scenarios

/// A typical ACO with every assumption at its published default.
enum TypicalACO {
  /// - Parameter record: Whether where it stands is not its own but any ACO's: one year of long ago
  ///   in the mean of all.
  static func scenario(
    assigned: Int, start: String = "2020-01-01", trials: Int, record: Bool = false
  ) throws -> Scenario {
    let perPerson = 0.975 * Double(assigned)
    func stratum(_ share: Double, _ cost: Int) -> String {
      "{personYears: \(Int(perPerson * share)), expenditure: \(cost), "
        + "historicalBenchmark: \(cost), riskScore: 1}"
    }
    let year = (Int(start.prefix(4)) ?? 0) - 1
    let text = """
      format: 1
      title: Typical
      aco: T\(assigned)
      trials: \(trials)
      agreement:
        start: \(start)
        number: 1
        participantRevenue: \(assigned * 6_000)
        minimumRateChoice: 0.01
      population:
        measuredIn: \(year)
        assignedBeneficiaries: \(assigned)
        esrd: \(stratum(0.005, 85_829))
        disabled: \(stratum(0.0826, 11_099))
        agedDual: \(stratum(0.0578, 17_054))
        agedNonDual: \(stratum(0.8546, 10_604))

      """
    var scenario = try Scenario(yaml: text, file: "typical.yaml", name: "typical")
    if record {
      let mean = scenario.assumptions.startingPosition.mean(in: 2012)
      scenario.record = Record(
        years: [
          .init(year: 2012, savingsRate: mean, assignedBeneficiaries: 5_000, newBenchmark: true)
        ], continues: false)
    }
    return scenario
  }
}
