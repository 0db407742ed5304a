/// What a random number is spent on. Each purpose draws from its own stream, so a model that
/// spends one more number on retention leaves the same trial's claims noise untouched.
public enum Purpose: UInt32, CaseIterable, Sendable {
  case nationalGrowth = 1, regionalDeviation, expenditureEffect, claimsNoise
  case historicalBenchmarkNoise, retention, joining, participantChange, trueUp, riskScore, quality
  case extremeCircumstances, parameters
  /// One beneficiary's year, and one joiner's first: block i of the stream is the i-th place's.
  case beneficiaryYear, beneficiaryJoining
  /// Which blocks of trials are counted again, and how often, to see how sure a choice is.
  case resampling
  /// No part of a history: the order in which a study draws the parts of one again.
  case order
  /// What the ACO's own programs achieve, cost and bill.
  case programs
  /// No part of a history: what of others' parts of losses is collected (slot 0 the participants', 1
  /// the sponsor's), and which settled years CMS opens again.
  case collection, reopening
  /// No part of a history: how points are scrambled.
  case scrambling

  /// Word 1 of the counter of slot 0; word 0 counts the stream's blocks, 2 is the year, 3 the trial.
  public var counterWord: UInt32 { rawValue << 24 }
}
