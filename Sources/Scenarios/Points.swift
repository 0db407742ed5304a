/// Where the numbers of the trials that options are compared on come from.
public enum Points: String, CaseIterable, Hashable, Sendable {
  /// Each trial's numbers are independent of the others'.
  case plain
  /// Scrambled Sobol' points in the draws that matter most, independent numbers in the rest; errors
  /// from independent randomisations.
  case sobol
}
