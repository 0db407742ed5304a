import Evidence

@testable import Reporting

/// A track record whose decisive figures a test sets by hand; two years ahead, one run.
struct SampleRecord {
  var held80 = 0.81
  /// Standard error of every share.
  var shareError = 0.02
  /// Over the simulation's error, fractions; climatology, last rate, lag regression.
  var over = [0.005, 0.004, 0.003]
  var overError = 0.001
  var commonError = -0.024
  var target = 2020
  /// Other figures of the range for 80 percent, by group.
  var changed: [ForecastGroup: Double] = [:]
  var groups = ForecastGroup.allCases
  var sums = true
  var crpsChange = 0.0001

  func make() throws -> TrackRecord {
    try TrackRecord(yaml: Array(text.utf8))
  }

  private var text: String {
    """
    format: 1
    version: "9.9.9"
    trials: 2000
    inputs: [{file: "PY2018.csv", sha256: "00"}]
    pools:
      - horizon: 2
        targets: [\(target)]
        groups: [\(groups.map(group).joined(separator: ",\n      "))]
        payments: \(payments)
    sums: \(sums ? "[{known: 2018, first: 2020, last: 2022, rebasedWithin: 9, group: \(group(.all))}]" : "[]")
    runs:
      - {known: \(target - 2), target: \(target), groups: [\(group(.all))], leavers: \(leavers), payments: \(payments)}
    """
  }

  private func group(_ name: ForecastGroup) -> String {
    let names = ["climatology", "last rate", "lag regression"]
    let rows =
      [row("glidepath", changed[name] ?? held80, over: 0)]
      + zip(names, over).map { row($0, 0.7, over: $1) }
    return "{name: \(name), targets: 400, acos: 400, rows: [\(rows.joined(separator: ", "))], "
      + "lessCommonError: \(row("less common error", 0.84, over: 0))}"
  }

  private func row(_ name: String, _ held: Double, over: Double) -> String {
    "{forecaster: \"\(name)\", bias: [\(commonError), 0.002], crps: [\(0.02 + over), 0.001], "
      + "logScore: [-1.6, 0.1], coverage: [[0.5, \(shareError)], [\(held), \(shareError)], "
      + "[0.9, \(shareError)]], crpsOverFirst: [\(over), \(over == 0 ? 0 : overError)], "
      + "pitTenths: []}"
  }

  private var payments: String {
    "{targets: 300, covered: [0.87, 0.02], notZero: 200, coveredWhereNotZero: [0.8, 0.03], bins: "
      + "[{low: 0.4, acos: 100, predicted: 0.45, realised: [0.44, 0.05]}, "
      + "{low: 0.7, acos: 200, predicted: 0.75, realised: [0.6, 0.03]}]}"
  }

  private var leavers: String {
    "{stayers: 400, leavers: 100, rateOfStayers: [0.04, 0.001], rateOfLeavers: [0.03, 0.002], "
      + "difference: [-0.01, 0.0022], crpsChange: [\(crpsChange), 0.0002], weighted: []}"
  }
}
