/// Every figure the reference sheet prints for its full benchmark build, under the keys of the
/// statements; by type in the order ESRD, disabled, aged and dual, aged and not dual.
enum BuiltBenchmarkFigures {
  static let historicalByType: [String: [Double]] = [
    "blend1": [1.071, 1.1015, 1.1106, 1.112],
    "blend2": [1.0355, 1.05075, 1.0556, 1.0588],
    "riskFactor1": [1.009804, 1.019048, 1.009615, 1.01],
    "riskFactor2": [1, 1.009434, 1, 1],
    "trended1": [93_009, 12347.2905, 19061.7404, 11680.448],
    "trended2": [93_195, 12303.6877, 18789.68, 11646.8],
    "expenditure3": [94_000, 12_200, 18_900, 11_700],
    "benchmarkBeforeAdjustment": [93401.3333, 12283.6594, 18917.1401, 11675.7493],
    "proportion": [0.005, 0.07, 0.05, 0.875],
    "regionalDifference": [3598.6667, 616.3406, 882.8599, 624.2507],
    "regionalByType": [1799.3333, 308.1703, 441.4299, 312.1253],
    "historicalBenchmark": [95200.6667, 12591.8297, 19358.5701, 11987.8747],
  ]

  static let historical: [String: Double] = [
    "regionalNetDifference": 651.4995,
    "regionalWeight": 0.5,
    "regionalAdjustment": 325.7498,
    "priorSavingsAverage": 223.3333,
    "priorSavingsProrated": 212.1667,
    "priorSavingsAdjustment": 106.0833,
    "priorSavingsCap": 641.25,
    "populationScaler": 315.5002,
    "populationAdjustment": 50.48,
    "adjustment": 325.7498,
  ]

  static let updatedByType: [String: [Double]] = [
    "riskRatio": [1.009709, 1.046729, 1.038095, 1.049505],
    "riskRatioAfterCap": [1.009709, 1.034083, 1.034083, 1.034083],
    "twoWayUpdate": [1.0455, 1.05575, 1.0656, 1.071],
    "update": [1.045333, 1.054167, 1.060733, 1.064333],
    "updatedBenchmark": [100482.6092, 13726.2977, 21234.1453, 13193.9596],
  ]

  static let updated: [String: Double] = [
    "aggregateRiskRatio": 1.046891,
    "aggregateDemographicRatio": 1.004083,
    "benchmark": 281980116.52,
    "guardrailBenchmark": 283555460.53,
    "expenditure": 270_645_250,
    "savings": 11334866.52,
  ]
}
