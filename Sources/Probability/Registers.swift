import CWidths

/// How wide the registers are that loops in C use: a matter of time alone, for every width gives the
/// same bits.
public enum Registers {
  /// The environment variable that names the widest to be used.
  public static let variable = CW_VARIABLE

  /// What is wrong with a value of the variable; `nil` for a good one.
  public static func fault(of value: String) -> String? {
    guard cw_named(value) < 0 else { return nil }
    return "\(variable) is \(value). Allowed: baseline, avx2 or avx512. Leave it out for the "
      + "widest that the processor has."
  }
}
