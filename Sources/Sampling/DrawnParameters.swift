import Regulation

/// The parameters of one trial: estimates, each moved by its own error.
struct DrawnParameters: Sendable {
  /// Added to the mean of every year.
  var nationalGrowth = 0.0
  var retention = 0.0
  var quality = 0.0
  /// The fraction of the expenditure plan achieved.
  var planAchieved = 1.0
  var persistentSpread = 0.0
  var persistence = 0.0
  var transitorySpread = 0.0
  var claimsCorrelation = 0.0
  var riskSpread = ByEnrollmentType<Double>(repeating: 0)
  var personRiskSpread = ByEnrollmentType<Double>(repeating: 0)
  var commonRiskShare = 0.0
  var healthShare = 0.0
  /// Over the planned size of every year.
  var size = 1.0
  var joiningDispersion = 0.0
  var participantChangeChance = 0.0
  var participantChangeSpread = 0.0
  /// Over the stated spread of the quality score.
  var qualitySpread = 1.0
  var qualityAutocorrelation = 0.0
  /// The effect's, the risk score's and quality's own part of the quality score.
  var qualityWeights = QualityWeights()
  var position = DrawnPrior()
}

/// The last row of the Cholesky factor, from the expenditure effect on.
struct QualityWeights: Hashable, Sendable {
  var effect = 0.0
  var riskScore = 0.0
  var quality = 1.0
}

/// The prior of an ACO's position as one trial has it; of no effect without a record.
struct DrawnPrior: Hashable, Sendable {
  /// Added to the mean of all ACOs, and to it again for each year after the latest known.
  var level = 0.0
  var drift = 0.0
  var standardDeviation = 0.0
  var scale = 0.0
  var persistence = 0.0
  var keptAtRebasing = 0.0
  var transitoryScale = 0.0

  /// Standard deviation of the mean-reverting effect, a fraction.
  func effectSpread(inverseSize: Double) -> Double {
    (standardDeviation * standardDeviation + scale * scale * inverseSize).squareRoot()
  }
}
