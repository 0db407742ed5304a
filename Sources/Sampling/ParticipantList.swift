import Probability
import Regulation
import Scenarios

/// Why a participant list changed: each reason has draws of its own, so that one moves no number of
/// the other.
enum ListChange {
  case byChance, planned

  /// The first of twelve slots of the benchmark years' luck.
  var benchmarkSlot: UInt32 { self == .byChance ? 0 : 16 }
  /// The first of four slots of the risk scores' luck.
  var riskSlot: UInt32 { self == .byChance ? 12 : 16 }
}

extension HistorySampler {
  /// Practices joining or leaving the participant list, as planned and by chance: the benchmark
  /// years are then made again for the new list, 42 CFR 425.652(a)(9).
  ///
  /// Returns the factor on size, or `nil` in a year without such a change.
  mutating func changeParticipants(_ constants: YearModel) -> Double? {
    hasRebased = false
    let planned = constants.plannedListChange
    if planned != 1 { relist(by: planned, .planned) }
    guard let drawn = drawParticipantChange() else { return planned == 1 ? nil : planned }
    return planned * drawn
  }

  /// Rare and large.
  private mutating func drawParticipantChange() -> Double? {
    let event = model.assumptions.participantChange
    guard state.drawn.participantChangeChance > 0 else { return nil }
    guard let score = participantChangeScore() else { return nil }
    let spread = state.drawn.participantChangeSpread
    let jump = event.mean - spread * spread / 2 + spread * score
    let change = singleExponential(min(max(jump, -2), 2))
    relist(by: change, .byChance)
    return change
  }

  /// The normal score of a change; `nil` in a year without one.
  private mutating func participantChangeScore() -> Double? {
    let chance = state.drawn.participantChangeChance
    seek(.participantChange)
    if let (happens, score) = stream.event(chance: chance) { return happens ? score : nil }
    guard stream.uniform() < chance else { return nil }
    seek(.participantChange, slot: 1)
    return stream.normal()
  }

  private mutating func relist(by change: Double, _ reason: ListChange) {
    relistBenchmarkYears(by: change, reason)
    relistBaseScores(by: change, reason)
  }
}
